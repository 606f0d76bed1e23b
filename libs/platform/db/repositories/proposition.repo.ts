import type {
  CalendarDate,
  DeadlineBasis,
  DeadlinePrecision,
  PropositionKind,
  StatusQuo,
  Window,
} from '#core/domain';
import { nameKey } from '#core/domain';
import { fromDateColumn, toDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';
import type { Proposition as PropositionRow } from '../generated/client.js';

export interface NewProposition {
  readonly statement: string;
  readonly kind: PropositionKind;
  readonly window: Window;
  readonly windowStartOn: CalendarDate | null;
  readonly deadlineOn: CalendarDate | null;
  readonly zone: string;
  readonly precision: DeadlinePrecision | null;
  readonly deadlineBasis: DeadlineBasis;
  readonly deadlinePhrase: string;
  readonly dueAt: Date | null;
  readonly criteria: string;
  readonly sourceOfTruth: string;
  readonly statusQuo: StatusQuo;
  readonly topics: readonly string[];
  readonly family: string;
  readonly createdById: string;
  readonly at: Date;
}

/** The deadline of a draft as it opens. */
export type DraftDeadline = Pick<
  NewProposition,
  'windowStartOn' | 'deadlineOn' | 'precision' | 'deadlineBasis' | 'deadlinePhrase' | 'dueAt'
>;

export interface StoredProposition {
  readonly id: string;
  readonly statement: string;
  readonly kind: PropositionKind;
  readonly window: Window;
  readonly windowStartOn: CalendarDate | null;
  readonly deadlineOn: CalendarDate | null;
  readonly zone: string;
  readonly precision: DeadlinePrecision | null;
  readonly deadlineBasis: DeadlineBasis;
  readonly dueAt: Date | null;
  readonly criteria: string;
  readonly sourceOfTruth: string;
  readonly statusQuo: StatusQuo;
  readonly topics: readonly string[];
  readonly family: string;
  readonly status: PropositionRow['status'];
  readonly recheckAt: Date | null;
  readonly reviewersNeeded: number | null;
  readonly version: number;
  /** No events are suggested for it. */
  readonly eventsMuted: boolean;
}

/** A proposition as far as it must be known before it is read for matching. */
export interface MatchableVersion {
  readonly id: string;
  readonly version: number;
  readonly firstClaimOn: CalendarDate | null;
  readonly recentEvents: number;
}

const withFamily = { family: { select: { name: true } } } as const;

export const propositionRepo = {
  /** Stores a proposition as open: what it needs for that was checked by whoever calls. */
  async insertOpen(proposition: NewProposition, tx: Tx): Promise<StoredProposition> {
    const { createdById, at } = proposition;
    return insert(proposition, { status: 'open', openedAt: at, openedById: createdById }, tx);
  },

  /** Stores a proposition whose first claim waits for its second coding: it is there for nobody else until it opens. */
  async insertDraft(proposition: NewProposition, tx: Tx): Promise<StoredProposition> {
    return insert(proposition, { status: 'draft', openedAt: null, openedById: null }, tx);
  },

  /** Opens a draft with the deadline that was coded; false where it is none any more. */
  async openDraft(id: string, deadline: DraftDeadline, by: string, at: Date, tx: Tx): Promise<boolean> {
    const { windowStartOn, deadlineOn, ...rest } = deadline;
    const { count } = await tx.proposition.updateMany({
      where: { id, status: 'draft' },
      data: {
        ...rest,
        windowStartOn: toDateColumn(windowStartOn),
        deadlineOn: toDateColumn(deadlineOn),
        scheduledDeadlineOn: toDateColumn(deadlineOn),
        status: 'open',
        openedAt: at,
        openedById: by,
        version: { increment: 1 },
      },
    });
    return count === 1;
  },

  /** Its zone, version and status, whatever it is; for those who open it. */
  async findWhole(id: string, tx: Tx): Promise<StoredProposition | null> {
    const row = await tx.proposition.findUnique({ where: { id }, include: withFamily });
    return row === null ? null : fromRow(row);
  },

  /** Null for a draft too: nobody but the coders of its claim knows of it. */
  async find(id: string, tx: Tx): Promise<StoredProposition | null> {
    const row = await propositionRepo.findWhole(id, tx);
    return row?.status === 'draft' ? null : row;
  },

  /** The row, locked until the transaction ends: whoever changes a round or a verdict holds it. */
  async lock(id: string, tx: Tx): Promise<StoredProposition | null> {
    await tx.$queryRaw`SELECT id FROM propositions WHERE id = ${id}::uuid FOR UPDATE`;
    return propositionRepo.find(id, tx);
  },

  /** Locks the first of these that nobody else holds, without waiting; null where all are held or gone. */
  async lockFirstFree(ids: readonly string[], tx: Tx): Promise<string | null> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM propositions WHERE id = ANY(${[...ids]}::uuid[])
      ORDER BY array_position(${[...ids]}::uuid[], id) LIMIT 1 FOR UPDATE SKIP LOCKED`;
    return rows[0]?.id ?? null;
  },

  /** Takes a proposition back that nobody claims any more; what was only suggested for it goes. */
  async withdraw(id: string, tx: Tx): Promise<void> {
    await tx.match.deleteMany({ where: { propositionId: id, state: 'suggested' } });
    await tx.proposition.update({ where: { id }, data: { status: 'withdrawn', version: { increment: 1 } } });
  },

  /** Puts a proposition that has none into a family. */
  async joinFamily(id: string, family: string, at: Date, tx: Tx): Promise<void> {
    const familyId = await ensureFamily(family, at, tx);
    await tx.proposition.updateMany({
      where: { id, familyId: null },
      data: { familyId, version: { increment: 1 } },
    });
  },

  async setRecheck(id: string, recheckAt: Date | null, tx: Tx): Promise<void> {
    await tx.proposition.update({ where: { id }, data: { recheckAt, version: { increment: 1 } } });
  },

  /** In any order; ids that are not there are left out. */
  async findMany(ids: readonly string[], tx: Tx): Promise<StoredProposition[]> {
    const rows = await tx.proposition.findMany({ where: { id: { in: [...ids] } }, include: withFamily });
    return rows.map(fromRow);
  },

  /**
   * Of these the open ones for which events are suggested: their version, the day of the first active claim, and how many
   * events were suggested for each since an instant.
   */
  async listMatchable(ids: readonly string[], since: Date, tx: Tx): Promise<MatchableVersion[]> {
    return tx.$queryRaw`
      SELECT p.id::text AS id, p.version, (
        SELECT min(c.said_on)::text FROM claims c WHERE c.proposition_id = p.id AND c.state = 'active'
      ) AS "firstClaimOn", (
        SELECT count(*) FROM matches m WHERE m.proposition_id = p.id AND m.suggested_at >= ${since}
      )::int AS "recentEvents"
      FROM propositions p
      WHERE p.id = ANY(${[...ids]}::uuid[]) AND p.status = 'open' AND p.events_muted_at IS NULL`;
  },

  /** Returns the new version; null where it is so already or the proposition is not there. */
  async muteEvents(id: string, mutedAt: Date | null, tx: Tx): Promise<number | null> {
    const isSo = mutedAt === null ? { eventsMutedAt: { not: null } } : { eventsMutedAt: null };
    const [row] = await tx.proposition.updateManyAndReturn({
      where: { id, ...isSo },
      data: { eventsMutedAt: mutedAt, version: { increment: 1 } },
      select: { version: true },
    });
    return row?.version ?? null;
  },

  /** How many active claims each of these propositions carries. */
  async countClaims(ids: readonly string[], tx: Tx): Promise<Map<string, number>> {
    const rows = await tx.claim.groupBy({
      by: ['propositionId'],
      where: { propositionId: { in: [...ids] }, state: 'active' },
      _count: true,
    });
    return new Map(rows.map((row) => [row.propositionId, row._count]));
  },
};

async function insert(
  proposition: NewProposition,
  opening: Pick<PropositionRow, 'status' | 'openedAt' | 'openedById'>,
  tx: Tx,
): Promise<StoredProposition> {
  const { family, createdById, at, topics, windowStartOn, deadlineOn, ...rest } = proposition;
  const familyId = family === '' ? null : await ensureFamily(family, at, tx);
  const row = await tx.proposition.create({
    data: {
      ...rest,
      ...opening,
      windowStartOn: toDateColumn(windowStartOn),
      deadlineOn: toDateColumn(deadlineOn),
      scheduledDeadlineOn: toDateColumn(deadlineOn),
      topics: [...topics],
      familyId,
      createdAt: at,
      createdById,
    },
    include: withFamily,
  });
  return fromRow(row);
}

async function ensureFamily(name: string, at: Date, tx: Tx): Promise<string> {
  const key = nameKey(name);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`family:${key}`}, 0))`;
  const known = await tx.family.findFirst({ where: { name: { equals: name, mode: 'insensitive' } } });
  if (known !== null) return known.id;
  const created = await tx.family.create({ data: { name, createdAt: at } });
  return created.id;
}

function fromRow(row: PropositionRow & { family: { name: string } | null }): StoredProposition {
  return {
    id: row.id,
    statement: row.statement,
    kind: row.kind,
    window: row.window,
    windowStartOn: fromDateColumn(row.windowStartOn),
    deadlineOn: fromDateColumn(row.deadlineOn),
    zone: row.zone,
    precision: row.precision,
    deadlineBasis: row.deadlineBasis,
    dueAt: row.dueAt,
    criteria: row.criteria,
    sourceOfTruth: row.sourceOfTruth,
    statusQuo: row.statusQuo ?? 'no',
    topics: row.topics,
    family: row.family?.name ?? '',
    status: row.status,
    recheckAt: row.recheckAt,
    reviewersNeeded: row.reviewersNeeded,
    version: row.version,
    eventsMuted: row.eventsMutedAt !== null,
  };
}
