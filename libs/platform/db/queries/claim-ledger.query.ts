import { type BoardKind, type CalendarDate, type Outcome, settle } from '#core/domain';
import type { BoardFilter, DatedLedgerClaim } from '#core/scoring';
import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';
import { claimantRepo } from '../repositories/claimant.repo.js';
import { horizonSql } from './known-outcomes.query.js';

/** A claim with the final verdict that settles it and whether it has a score under that verdict and the method. */
export interface StoredLedgerClaim extends DatedLedgerClaim {
  readonly verdictVersionId: string | null;
  readonly isScored: boolean;
}

/** A claim as PostgreSQL hands it over: its columns in the order of `CLAIM_COLUMNS`. */
type ClaimTuple = readonly [
  claimId: string,
  claimantId: string,
  role: StoredLedgerClaim['role'],
  propositionId: string,
  familyId: string,
  topic: string,
  sourceId: string,
  outletId: string | null,
  saidOn: CalendarDate,
  low: number | null,
  point: number | null,
  high: number | null,
  basis: StoredLedgerClaim['basis'],
  kind: StoredLedgerClaim['kind'],
  deadlineBasis: StoredLedgerClaim['deadlineBasis'],
  scheduledDeadlineOn: CalendarDate | null,
  deadlineOn: CalendarDate | null,
  occurredOn: CalendarDate | null,
  settledOn: CalendarDate | null,
  retrospective: boolean,
  outcome: Outcome | null,
  hasCondition: boolean,
  conditionOutcome: Outcome | null,
  verdictVersionId: string | null,
  isScored: boolean,
  baseRate: number | null,
  statusQuo: number | null,
  market: number | null,
];

/** One value a subject instead of thirty a claim: the driver takes longer over a column than PostgreSQL over a row. */
const CLAIM_COLUMNS = Prisma.sql`
  c.id, k.id, c.role, c.proposition_id, coalesce(p.family_id, p.id), coalesce(p.topics[1], ''), s.id, s.outlet_id,
  c.said_on, c.low, c.point, c.high, c.basis, p.kind, p.deadline_basis, p.scheduled_deadline_on, p.deadline_on,
  f.occurred_on, (f.decided_at AT TIME ZONE p.zone)::date, c.retrospective, f.outcome,
  (c.condition_text IS NOT NULL OR c.condition_proposition_id IS NOT NULL), g.outcome, f.id, x.id IS NOT NULL,
  x.base_rate, x.status_quo, x.market`;

interface SubjectRow {
  readonly subjectId: string;
  readonly name: string;
  readonly claims: readonly ClaimTuple[];
}

/** Whose claims; claimants with those merged into them. */
export type LedgerOf = 'all' | { readonly claimantIds: readonly string[] } | { readonly outletId: string };

/**
 * Active claims with their settlement by *final* verdicts, claimants after merges; what claims are compared with is as
 * kept under the method. With `asOf`, as the log had them then: verdicts, merges and claims that came later are unknown.
 */
export async function readClaimLedger(
  of: LedgerOf,
  methodId: string | null,
  tx: Tx,
  asOf: Date | null = null,
): Promise<StoredLedgerClaim[]> {
  const roots = await claimantRepo.listMerges(tx, asOf);
  const rows = await tx.$queryRaw<SubjectRow[]>(
    ledgerSql({ methodId, asOf, roots, kind: 'claimants', where: ofSql(of, roots) }),
  );
  return rows
    .flatMap(({ claims }) => claims.map(toLedgerClaim))
    .sort((a, b) => (a.claimId < b.claimId ? -1 : 1));
}

function ofSql(of: LedgerOf, roots: ReadonlyMap<string, string>): Prisma.Sql {
  if (of === 'all') return Prisma.sql`true`;
  if ('outletId' in of) return Prisma.sql`s.outlet_id = ${of.outletId}::uuid AND ${OUTLETS_OWN}`;
  return Prisma.sql`c.claimant_id = ANY(${withMerged(of.claimantIds, roots)}::uuid[])`;
}

/** What an outlet answers for: its authors and itself, not the speakers it quotes, and not what it took over. */
const OUTLETS_OWN = Prisma.sql`c.role IN ('author', 'outlet') AND NOT EXISTS (
  SELECT 1 FROM syndicated_copies y WHERE y.copy_id = s.id AND y.dismissed_at IS NULL)`;

/** Claimants fetched at once: decoded in some ten milliseconds, in which the process does nothing else. */
const PAGE = 50;

/** All claims of one subject of a board. */
export interface LedgerSubject {
  readonly subjectId: string;
  readonly name: string;
  readonly claims: readonly StoredLedgerClaim[];
}

/**
 * The claims of one subject after the other (claimants with a profile, or outlets), in the order of their ids, as the
 * log has them at `asOf`: verdicts, merges and claims that came later are unknown. Holds a page of rows at a time; the
 * transaction must stay open meanwhile.
 */
export async function* streamLedger(
  filter: BoardFilter,
  { methodId, asOf }: { readonly methodId: string; readonly asOf: Date },
  tx: Tx,
): AsyncGenerator<LedgerSubject> {
  const roots = await claimantRepo.listMerges(tx, asOf);
  // All rows will be fetched: a plan for the first ones, the default of a cursor, takes twice as long for all.
  await tx.$executeRaw`SET LOCAL cursor_tuple_fraction = 1`;
  await tx.$executeRaw`DECLARE ledger NO SCROLL CURSOR FOR
    ${ledgerSql({ methodId, asOf, roots, kind: filter.kind, where: filterSql(filter) })}`;
  let current: (LedgerSubject & { readonly claims: StoredLedgerClaim[] }) | null = null;
  for (let isLast = false; !isLast;) {
    const rows = await tx.$queryRaw<SubjectRow[]>`FETCH ${Prisma.raw(String(PAGE))} FROM ledger`;
    isLast = rows.length < PAGE;
    for (const { subjectId, name, claims } of rows) {
      if (current !== null && current.subjectId !== subjectId) {
        yield current;
        current = null;
      }
      current ??= { subjectId, name, claims: [] };
      for (const claim of claims) current.claims.push(toLedgerClaim(claim));
    }
  }
  if (current !== null) yield current;
  await tx.$executeRaw`CLOSE ledger`;
}

interface LedgerSource {
  readonly methodId: string | null;
  /** Null for now. */
  readonly asOf: Date | null;
  readonly roots: ReadonlyMap<string, string>;
  /** By whom claims are put together. */
  readonly kind: BoardKind;
  readonly where: Prisma.Sql;
}

/**
 * Claims joined to all that scoring asks of them, by subject and claimant: an outlet may have more than fit into one
 * value. `k` is the claimant after merges.
 */
function ledgerSql({ methodId, asOf, roots, kind, where }: LedgerSource): Prisma.Sql {
  const until = asOf === null ? Prisma.sql`true` : Prisma.sql`v.decided_at <= ${asOf}`;
  const superseded = asOf === null ? Prisma.sql`true` : Prisma.sql`n.decided_at <= ${asOf}`;
  const subject = kind === 'claimants' ? Prisma.sql`k` : Prisma.sql`o`;
  return Prisma.sql`
    WITH final AS NOT MATERIALIZED (
      SELECT v.id, v.proposition_id, v.outcome, v.occurred_on, v.decided_at
      FROM verdict_versions v
      WHERE v.stage = 'final' AND ${until}
        AND NOT EXISTS (SELECT 1 FROM verdict_versions n WHERE n.supersedes_id = v.id AND ${superseded})
    ), root AS (
      SELECT * FROM unnest(${[...roots.keys()]}::uuid[], ${[...roots.values()]}::uuid[]) AS t (from_id, to_id)
    )
    SELECT ${subject}.id::text AS "subjectId", ${subject}.name,
      json_agg(json_build_array(${CLAIM_COLUMNS}) ORDER BY c.id) AS claims
    FROM claims c
    LEFT JOIN root ON root.from_id = c.claimant_id
    JOIN claimants k ON k.id = coalesce(root.to_id, c.claimant_id)
    JOIN propositions p ON p.id = c.proposition_id
    JOIN snapshots t ON t.id = c.snapshot_id
    JOIN sources s ON s.id = t.source_id
    LEFT JOIN outlets o ON o.id = s.outlet_id
    LEFT JOIN final f ON f.proposition_id = c.proposition_id
    LEFT JOIN final g ON g.proposition_id = c.condition_proposition_id
    LEFT JOIN claim_scores x
      ON x.claim_id = c.id AND x.verdict_version_id = f.id AND x.method_id = ${methodId}::uuid
    WHERE ${standing(asOf)} AND ${where}
    GROUP BY ${subject}.id, k.id
    ORDER BY ${subject}.id, k.id`;
}

/** Claims that count as made: not withdrawn, on a proposition that was opened, recorded by then. */
function standing(asOf: Date | null): Prisma.Sql {
  const recorded = asOf === null ? Prisma.sql`true` : Prisma.sql`c.recorded_at <= ${asOf}`;
  return Prisma.sql`c.state = 'active' AND p.status IN ('open', 'provisional', 'final') AND ${recorded}`;
}

function filterSql({ kind, topic, period, horizon, basis }: BoardFilter): Prisma.Sql {
  const horizonOf = horizonSql(Prisma.sql`c.said_on`, Prisma.sql`p.scheduled_deadline_on`);
  const conditions = [
    kind === 'claimants'
      ? Prisma.sql`c.role IN ('author', 'speaker') AND k.kind IN ('public_person', 'organisation')`
      : Prisma.sql`s.outlet_id IS NOT NULL AND ${OUTLETS_OWN}`,
    ...(topic === null ? [] : [Prisma.sql`${topic} = ANY(p.topics)`]),
    ...(period === null
      ? []
      : [
          Prisma.sql`p.scheduled_deadline_on BETWEEN ${`${period}-01-01`}::date AND ${`${period}-12-31`}::date`,
        ]),
    ...(horizon === null
      ? []
      : [Prisma.sql`p.scheduled_deadline_on IS NOT NULL AND ${horizonOf} = ${horizon}`]),
    ...(basis === null ? [] : [Prisma.sql`c.basis = ${basis}::likelihood_basis`]),
  ];
  return Prisma.join(conditions, ' AND ');
}

function withMerged(ids: readonly string[], roots: ReadonlyMap<string, string>): string[] {
  const wanted = new Set(ids);
  for (const [from, root] of roots) if (wanted.has(root)) wanted.add(from);
  return [...wanted];
}

/** Written out: a million of these are made for a large board. */
function toLedgerClaim(row: ClaimTuple): StoredLedgerClaim {
  return {
    claimId: row[0],
    claimantId: row[1],
    role: row[2],
    propositionId: row[3],
    familyId: row[4],
    topic: row[5],
    sourceId: row[6],
    outletId: row[7],
    saidOn: row[8],
    low: row[9],
    point: row[10],
    high: row[11],
    basis: row[12],
    kind: row[13],
    deadlineBasis: row[14],
    scheduledDeadlineOn: row[15],
    deadlineOn: row[16],
    occurredOn: row[17],
    settledOn: row[18],
    retrospective: row[19],
    references: { baseRate: row[25], statusQuo: row[26], market: row[27] },
    settlement: settle({ outcome: row[20], condition: row[21] ? row[22] : 'unconditional' }),
    verdictVersionId: row[23],
    isScored: row[24],
  };
}
