import { type Outcome, settle } from '#core/domain';
import type { BoardFilter, ClaimReferences, DatedLedgerClaim } from '#core/scoring';
import { fromDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';
import { claimantRepo } from '../repositories/claimant.repo.js';
import { horizonSql } from './known-outcomes.query.js';

/** A claim with the final verdict that settles it and whether it has a score under that verdict and the method. */
export interface StoredLedgerClaim extends DatedLedgerClaim {
  readonly verdictVersionId: string | null;
  readonly isScored: boolean;
}

interface LedgerRow extends Omit<
  StoredLedgerClaim,
  'saidOn' | 'scheduledDeadlineOn' | 'deadlineOn' | 'occurredOn' | 'settledOn' | 'settlement' | 'references'
> {
  readonly subjectId: string;
  readonly subjectName: string;
  readonly saidOn: Date;
  readonly scheduledDeadlineOn: Date | null;
  readonly deadlineOn: Date | null;
  readonly occurredOn: Date | null;
  readonly settledOn: Date | null;
  readonly baseRate: ClaimReferences['baseRate'];
  readonly statusQuo: ClaimReferences['statusQuo'];
  readonly market: ClaimReferences['market'];
  readonly outcome: Outcome | null;
  readonly hasCondition: boolean;
  readonly conditionOutcome: Outcome | null;
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
  const rows = await tx.$queryRaw<LedgerRow[]>`
    ${ledgerSql({ methodId, asOf, roots, subject: Prisma.sql`k.id`, name: Prisma.sql`k.name` })}
    WHERE ${standing(asOf)} AND ${ofSql(of, roots)}
    ORDER BY c.id`;
  return rows.map(toLedgerClaim);
}

function ofSql(of: LedgerOf, roots: ReadonlyMap<string, string>): Prisma.Sql {
  if (of === 'all') return Prisma.sql`true`;
  if ('outletId' in of) return Prisma.sql`s.outlet_id = ${of.outletId}::uuid AND ${OUTLETS_OWN}`;
  return Prisma.sql`c.claimant_id = ANY(${withMerged(of.claimantIds, roots)}::uuid[])`;
}

/** What an outlet answers for: its authors and itself, not the speakers it quotes, and not what it took over. */
const OUTLETS_OWN = Prisma.sql`c.role IN ('author', 'outlet') AND NOT EXISTS (
  SELECT 1 FROM syndicated_copies y WHERE y.copy_id = s.id AND y.dismissed_at IS NULL)`;

/** Decoded in some tens of milliseconds, in which the process does nothing else. */
const PAGE = 1_000;

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
  const subject = filter.kind === 'claimants' ? Prisma.sql`k.id` : Prisma.sql`o.id`;
  const name = filter.kind === 'claimants' ? Prisma.sql`k.name` : Prisma.sql`o.name`;
  await tx.$executeRaw`
    DECLARE ledger NO SCROLL CURSOR FOR
    ${ledgerSql({ methodId, asOf, roots, subject, name })}
    WHERE ${standing(asOf)} AND ${filterSql(filter)}
    ORDER BY ${subject}, c.id`;
  let current: (LedgerSubject & { readonly claims: StoredLedgerClaim[] }) | null = null;
  for (let isLast = false; !isLast;) {
    const rows = await tx.$queryRaw<LedgerRow[]>`FETCH ${Prisma.raw(String(PAGE))} FROM ledger`;
    isLast = rows.length < PAGE;
    for (const row of rows) {
      if (current !== null && current.subjectId !== row.subjectId) {
        yield current;
        current = null;
      }
      current ??= { subjectId: row.subjectId, name: row.subjectName, claims: [] };
      current.claims.push(toLedgerClaim(row));
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
  readonly subject: Prisma.Sql;
  readonly name: Prisma.Sql;
}

/** Claims joined to all that scoring asks of them; `k` is the claimant after merges. */
function ledgerSql({ methodId, asOf, roots, subject, name }: LedgerSource): Prisma.Sql {
  const until = asOf === null ? Prisma.sql`true` : Prisma.sql`v.decided_at <= ${asOf}`;
  const superseded = asOf === null ? Prisma.sql`true` : Prisma.sql`n.decided_at <= ${asOf}`;
  return Prisma.sql`
    WITH final AS NOT MATERIALIZED (
      SELECT v.id, v.proposition_id, v.outcome, v.occurred_on, v.decided_at
      FROM verdict_versions v
      WHERE v.stage = 'final' AND ${until}
        AND NOT EXISTS (SELECT 1 FROM verdict_versions n WHERE n.supersedes_id = v.id AND ${superseded})
    ), root AS (
      SELECT * FROM unnest(${[...roots.keys()]}::uuid[], ${[...roots.values()]}::uuid[]) AS t (from_id, to_id)
    )
    SELECT ${subject}::text AS "subjectId", ${name} AS "subjectName", c.id::text AS "claimId", k.id::text AS "claimantId", c.role::text AS role,
      c.proposition_id::text AS "propositionId", coalesce(p.family_id, p.id)::text AS "familyId",
      coalesce(p.topics[1], '') AS topic, s.id::text AS "sourceId", s.outlet_id::text AS "outletId",
      c.said_on AS "saidOn", c.low, c.point, c.high, c.basis::text AS basis, p.kind::text AS kind,
      p.deadline_basis::text AS "deadlineBasis", p.scheduled_deadline_on AS "scheduledDeadlineOn",
      p.deadline_on AS "deadlineOn", f.occurred_on AS "occurredOn",
      (f.decided_at AT TIME ZONE p.zone)::date AS "settledOn", c.retrospective, f.outcome::text AS outcome,
      (c.condition_text IS NOT NULL OR c.condition_proposition_id IS NOT NULL) AS "hasCondition",
      g.outcome::text AS "conditionOutcome", f.id::text AS "verdictVersionId", x.id IS NOT NULL AS "isScored",
      x.base_rate AS "baseRate", x.status_quo AS "statusQuo", x.market
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
      ON x.claim_id = c.id AND x.verdict_version_id = f.id AND x.method_id = ${methodId}::uuid`;
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
function toLedgerClaim(row: LedgerRow): StoredLedgerClaim {
  return {
    claimId: row.claimId,
    claimantId: row.claimantId,
    role: row.role,
    propositionId: row.propositionId,
    familyId: row.familyId,
    topic: row.topic,
    sourceId: row.sourceId,
    outletId: row.outletId,
    saidOn: fromDateColumn(row.saidOn),
    low: row.low,
    point: row.point,
    high: row.high,
    basis: row.basis,
    kind: row.kind,
    deadlineBasis: row.deadlineBasis,
    scheduledDeadlineOn: fromDateColumn(row.scheduledDeadlineOn),
    deadlineOn: fromDateColumn(row.deadlineOn),
    occurredOn: fromDateColumn(row.occurredOn),
    settledOn: fromDateColumn(row.settledOn),
    retrospective: row.retrospective,
    references: { baseRate: row.baseRate, statusQuo: row.statusQuo, market: row.market },
    settlement: settle({
      outcome: row.outcome,
      condition: row.hasCondition ? row.conditionOutcome : 'unconditional',
    }),
    verdictVersionId: row.verdictVersionId,
    isScored: row.isScored,
  };
}
