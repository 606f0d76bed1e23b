import { Injectable } from '@nestjs/common';
import type { InboxChoices, InboxFilterInput, InboxItem, InboxView } from '#contracts/http';
import { type Actor, calendarDateIn, daysBetween, DomainError } from '#core/domain';
import { computeVerdictValue } from '#core/scoring';
import { Clock, realNow } from '#platform/clock';
import {
  assignmentRepo,
  countInbox,
  Database,
  getInstallation,
  type InboxFilter,
  type InboxRow,
  type InboxTimes,
  inboxViewRepo,
  readInboxChoices,
  readInboxItems,
  readInboxPage,
  readInboxStakes,
  userRepo,
} from '#platform/db';
import type { z } from 'zod';

type Item = z.input<typeof InboxItem>;
type Asked = z.output<typeof InboxFilterInput>;

export interface InboxQuestion extends Asked {
  readonly order?: 'urgency' | 'value';
  readonly cursor?: string | undefined;
  readonly limit?: number;
}

interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

const PAGE = 100;

/** What waits for somebody, in which order, and the filters they have named. */
@Injectable()
export class InboxService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async listInbox(actor: Actor, question: InboxQuestion = {}): Promise<Page<Item>> {
    const times = { now: this.clock.now(), realNow: realNow() };
    const filter = await this.filterOf(question);
    const page = { limit: question.limit ?? PAGE, cursor: question.cursor };
    const { items, nextCursor } =
      question.order === 'value'
        ? await this.listByValue(actor, times, filter, page)
        : await readInboxPage(actor, times, filter, page, this.database.direct);
    return { items: items.map((row) => toItem(row, times.now)), nextCursor };
  }

  async countInbox(actor: Actor, asked: Asked = {}): Promise<number> {
    return countInbox(actor, this.clock.now(), this.database.direct, await this.filterOf(asked));
  }

  /** The filter as the query wants it. Throws DomainError INPUT.INVALID where it would give away who said what. */
  async filterOf(asked: Asked): Promise<InboxFilter> {
    const { claimant, outlet } = asked;
    if (claimant !== undefined || outlet !== undefined) {
      const { settings } = await getInstallation(this.database.direct);
      if (settings.hideClaimants)
        throw new DomainError(
          'INPUT.INVALID',
          'Claimants are hidden from reviewers here, so that the inbox cannot be narrowed by them.',
          [{ path: claimant === undefined ? 'outlet' : 'claimant', message: 'is hidden' }],
        );
    }
    return {
      reason: asked.reason,
      topic: asked.topic,
      claimantId: claimant,
      outletId: outlet,
      overdueDays: asked.overdue,
      isAssigned: asked.assigned === 'me' ? true : undefined,
      groupId: asked.group,
      text: asked.q === '' ? undefined : asked.q,
    };
  }

  async listChoices(actor: Actor): Promise<z.input<typeof InboxChoices>> {
    const tx = this.database.direct;
    const { settings } = await getInstallation(tx);
    const { topics, claimants, outlets } = await readInboxChoices(actor, this.clock.now(), tx);
    const groups = await assignmentRepo.listGroups(tx);
    const people = actor.roles.has('lead') ? await userRepo.list(tx) : [];
    return {
      topics,
      claimants: settings.hideClaimants ? [] : claimants,
      outlets: settings.hideClaimants ? [] : outlets,
      groups,
      people: people
        .filter((person) => person.disabledAt === null && person.roles.includes('reviewer'))
        .map(({ id, name }) => ({ id, name })),
    };
  }

  async listViews(actor: Actor): Promise<{ views: z.input<typeof InboxView>[] }> {
    return { views: await inboxViewRepo.list(actor.userId, this.database.direct) };
  }

  async saveView(actor: Actor, view: z.output<typeof InboxView>) {
    await inboxViewRepo.save(actor.userId, view, this.clock.now(), this.database.direct);
    return this.listViews(actor);
  }

  async dropView(actor: Actor, name: string) {
    await inboxViewRepo.drop(actor.userId, name, this.database.direct);
    return this.listViews(actor);
  }

  /** Most worth first; every page is reckoned anew, since each verdict changes the worth of others. */
  private async listByValue(
    actor: Actor,
    times: InboxTimes,
    filter: InboxFilter,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<InboxRow>> {
    const tx = this.database.direct;
    const stakes = await readInboxStakes(actor, times.now, filter, tx);
    const ranked = stakes
      .map(({ propositionId, points, families }) => ({
        id: propositionId,
        value: computeVerdictValue(points.map((point, index) => ({ point, families: families[index] ?? 0 }))),
      }))
      .sort(byValue);
    const after = parseCursor(page.cursor);
    const rest = after === null ? ranked : ranked.filter((one) => byValue(after, one) < 0);
    const shown = rest.slice(0, page.limit);
    const last = shown.at(-1);
    return {
      items: await readInboxItems(
        actor,
        times,
        shown.map(({ id }) => id),
        tx,
      ),
      nextCursor: rest.length <= page.limit || last === undefined ? null : writeCursor(last),
    };
  }
}

interface Ranked {
  readonly id: string;
  readonly value: number;
}

const byValue = (a: Ranked, b: Ranked): number =>
  b.value - a.value || (a.id < b.id ? -1 : Number(a.id > b.id));

const writeCursor = ({ id, value }: Ranked): string =>
  Buffer.from(`${String(value)}_${id}`, 'utf8').toString('base64url');

function parseCursor(cursor: string | undefined): Ranked | null {
  if (cursor === undefined) return null;
  const [value, id] = Buffer.from(cursor, 'base64url').toString('utf8').split('_');
  if (id === undefined || !Number.isFinite(Number(value)))
    throw new DomainError(
      'INPUT.INVALID',
      'The cursor is not one this service gave out; start from the first page.',
      [{ path: 'cursor', message: 'unknown cursor' }],
    );
  return { id, value: Number(value) };
}

function toItem({ zone, dueAt, reasons, roundNumber: _number, topics, ...row }: InboxRow, now: Date): Item {
  return {
    ...row,
    topics: [...topics],
    reasons: [...reasons],
    dueAt: dueAt?.toISOString() ?? null,
    overdueDays:
      row.deadlineOn === null || dueAt === null || dueAt > now
        ? null
        : daysBetween(row.deadlineOn, calendarDateIn(now, zone)),
  };
}
