import type { Role } from '#core/domain';
import type { Tx } from '../database.js';
import type { Stream } from '../generated/client.js';

/** A person who may be written to, and how they want it. */
export interface Subscriber {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: ReadonlySet<Role>;
  /** IANA zone; null is the installation's. */
  readonly zone: string | null;
  /** ISO weekday, 1 is Monday. */
  readonly digestWeekday: number;
  readonly digestHour: number;
  readonly streams: ReadonlySet<Stream>;
}

const DEFAULT_STREAMS: readonly Stream[] = ['digest', 'prompts', 'verdicts', 'disputes'];

export const subscriberRepo = {
  /** Everybody who is not disabled and takes this stream, or, with null, whatever they take. */
  async list(stream: Stream | null, tx: Tx): Promise<Subscriber[]> {
    const rows = await tx.user.findMany({
      where: { disabledAt: null, erasedAt: null },
      orderBy: { id: 'asc' },
      include: { settings: true },
    });
    return rows.map(toSubscriber).filter(({ streams }) => stream === null || streams.has(stream));
  },

  async find(userId: string, tx: Tx): Promise<Subscriber | null> {
    const row = await tx.user.findFirst({
      where: { id: userId, disabledAt: null, erasedAt: null },
      include: { settings: true },
    });
    return row === null ? null : toSubscriber(row);
  },

  /** Records a token whose hash takes its bearer out of one stream. */
  async insertUnsubscribeToken(
    userId: string,
    stream: Stream,
    tokenHash: string,
    at: Date,
    tx: Tx,
  ): Promise<void> {
    await tx.unsubscribeToken.create({ data: { userId, stream, tokenHash, createdAt: at } });
  },

  /**
   * Takes the token's user or claimant out of its stream; false for a token nobody gave out. A second use changes
   * nothing. A claimant has no settings: that the token was used says it.
   */
  async unsubscribe(tokenHash: string, at: Date, tx: Tx): Promise<boolean> {
    const token = await tx.unsubscribeToken.findUnique({ where: { tokenHash } });
    if (token === null) return false;
    await tx.unsubscribeToken.update({ where: { tokenHash }, data: { usedAt: token.usedAt ?? at } });
    if (token.claimantId !== null)
      await tx.claimant.updateMany({
        where: { id: token.claimantId, optedOutAt: null },
        data: { optedOutAt: at, version: { increment: 1 } },
      });
    if (token.userId === null) return true;
    const settings = await tx.userSettings.findUnique({ where: { userId: token.userId } });
    const streams = (settings?.streams ?? [...DEFAULT_STREAMS]).filter((stream) => stream !== token.stream);
    await tx.userSettings.upsert({
      where: { userId: token.userId },
      create: { userId: token.userId, streams },
      update: { streams, version: { increment: 1 } },
    });
    return true;
  },
};

interface UserRow {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  settings: { zone: string | null; digestWeekday: number; digestHour: number; streams: Stream[] } | null;
}

function toSubscriber({ id, name, email, roles, settings }: UserRow): Subscriber {
  return {
    userId: id,
    name,
    email,
    roles: new Set(roles),
    zone: settings?.zone ?? null,
    digestWeekday: settings?.digestWeekday ?? 1,
    digestHour: settings?.digestHour ?? 8,
    streams: new Set(settings?.streams ?? DEFAULT_STREAMS),
  };
}
