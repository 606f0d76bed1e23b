import type { Actor, Role } from '#core/domain';
import type { Tx } from '../database.js';
import type { Stream, User, UserSettings } from '../generated/client.js';

/** A person with an account, without anything that lets in. */
export interface StoredPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly isSample: boolean;
  readonly disabledAt: Date | null;
}

export interface NewPerson {
  readonly name: string;
  /** Lower case: better-auth signs in by the lower-cased address. */
  readonly email: string;
  readonly roles: readonly Role[];
  /** By better-auth's own hash; null for those who cannot sign in with a password. */
  readonly passwordHash: string | null;
  readonly isSample?: boolean;
}

/** How a person wants to be told; a null zone is the installation's. */
export interface StoredNoticeSettings {
  readonly zone: string | null;
  readonly digestWeekday: number;
  readonly digestHour: number;
  readonly streams: readonly Stream[];
}

const DEFAULTS: StoredNoticeSettings = {
  zone: null,
  digestWeekday: 1,
  digestHour: 8,
  streams: ['digest', 'prompts', 'verdicts', 'disputes'],
};

export const userRepo = {
  /** Who is behind a session, with the roles held now; null for the unknown and the deactivated. */
  async findActor(id: string, tx: Tx): Promise<Actor | null> {
    const row = await tx.user.findFirst({
      where: { id, disabledAt: null },
      select: { id: true, name: true, roles: true },
    });
    return row === null ? null : { userId: row.id, name: row.name, roles: new Set(row.roles) };
  },

  async find(id: string, tx: Tx): Promise<StoredPerson | null> {
    const row = await tx.user.findUnique({ where: { id } });
    return row === null ? null : fromRow(row);
  },

  async findByEmail(email: string, tx: Tx): Promise<StoredPerson | null> {
    const row = await tx.user.findUnique({ where: { email: email.toLowerCase() } });
    return row === null ? null : fromRow(row);
  },

  /** Everybody, by name. */
  async list(tx: Tx): Promise<StoredPerson[]> {
    const rows = await tx.user.findMany({
      where: { erasedAt: null },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
    return rows.map(fromRow);
  },

  /** The made-up people of the demo, by name. */
  async listSamples(tx: Tx): Promise<StoredPerson[]> {
    const rows = await tx.user.findMany({
      where: { isSample: true, disabledAt: null },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
    return rows.map(fromRow);
  },

  async count(tx: Tx): Promise<number> {
    return tx.user.count();
  },

  /** Adds a person and, with a password, their way to sign in. A taken address is a unique violation. */
  async insert(person: NewPerson, tx: Tx): Promise<StoredPerson> {
    const { passwordHash, roles, ...rest } = person;
    const row = await tx.user.create({
      // Whoever holds the link has shown that the address is theirs; unverified, better-auth would drop the password.
      data: { ...rest, email: rest.email.toLowerCase(), roles: [...roles], emailVerified: true },
    });
    if (passwordHash !== null)
      await tx.account.create({
        data: { accountId: row.id, providerId: 'credential', userId: row.id, password: passwordHash },
      });
    return fromRow(row);
  },

  /**
   * The ids of all administrators who can sign in, locked until the transaction ends: two who take each other's role
   * away at the same time come one after the other, and the second sees what the first did.
   */
  async lockAdministrators(tx: Tx): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM users WHERE 'admin' = ANY(roles) AND disabled_at IS NULL ORDER BY id FOR UPDATE`;
    return rows.map((row) => row.id);
  },

  /** Replaces the roles; null when there is no such person. */
  async setRoles(id: string, roles: readonly Role[], tx: Tx): Promise<StoredPerson | null> {
    const { count } = await tx.user.updateMany({
      where: { id },
      data: { roles: [...roles], version: { increment: 1 } },
    });
    return count === 0 ? null : userRepo.find(id, tx);
  },

  /** Settings of a person; those who never touched them have the defaults. */
  async findNoticeSettings(userId: string, tx: Tx): Promise<StoredNoticeSettings> {
    const row = await tx.userSettings.findUnique({ where: { userId } });
    return row === null ? DEFAULTS : toSettings(row);
  },

  async saveNoticeSettings(userId: string, settings: StoredNoticeSettings, tx: Tx): Promise<void> {
    const fields = { ...settings, streams: [...settings.streams] };
    await tx.userSettings.upsert({
      where: { userId },
      create: { userId, ...fields },
      update: { ...fields, version: { increment: 1 } },
    });
  },
};

function fromRow(row: User): StoredPerson {
  const { id, name, email, roles, isSample, disabledAt } = row;
  return { id, name, email, roles, isSample, disabledAt };
}

function toSettings(row: UserSettings): StoredNoticeSettings {
  const { zone, digestWeekday, digestHour, streams } = row;
  return { zone, digestWeekday, digestHour, streams };
}
