import type { CalendarDate, ClaimState } from '#core/domain';
import { fromDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';

/** Why a draft stands in somebody's queue: to be coded, to be settled, or waiting for others to do so. */
export type CodingPart = 'to_code' | 'to_settle' | 'waiting';

export interface CodingQueueItem {
  readonly claimId: string;
  readonly part: CodingPart;
  readonly claimant: string;
  readonly statement: string;
  readonly sourceTitle: string;
  readonly saidOn: CalendarDate;
  readonly firstCodedAt: Date;
}

/** Somebody who may code, and may settle what they coded themselves as a lead. */
export interface CodingReader {
  readonly userId: string;
  readonly isLead: boolean;
}

/** What a draft `c` with its codings `k` asks of a reader. */
const partOf = ({ isLead }: CodingReader): Prisma.Sql => Prisma.sql`CASE
  WHEN k.n < 2 AND NOT k.mine THEN 'to_code'
  WHEN k.n = 2 AND (${isLead} OR NOT k.mine) THEN 'to_settle'
  ELSE 'waiting' END`;

const drafts = ({ userId }: CodingReader): Prisma.Sql => Prisma.sql`
  claims c CROSS JOIN LATERAL (
    SELECT count(*)::int AS n, min(o.coded_at) AS first_at,
      coalesce(bool_or(o.coder_id = ${userId}::uuid), false) AS mine
    FROM codings o WHERE o.claim_id = c.id
  ) k`;

/** Drafts for somebody to code, then to settle, then their own that wait for others; the oldest of each first. At most `limit`. */
export async function listCodingQueue(
  reader: CodingReader,
  limit: number,
  tx: Tx,
): Promise<CodingQueueItem[]> {
  return tx.$queryRaw<CodingQueueItem[]>`
    SELECT c.id::text AS "claimId", ${partOf(reader)} AS part, n.name AS claimant, p.statement,
      s.title AS "sourceTitle", c.said_on::text AS "saidOn", k.first_at AS "firstCodedAt"
    FROM ${drafts(reader)}
    JOIN claimants n ON n.id = c.claimant_id
    JOIN propositions p ON p.id = c.proposition_id
    JOIN snapshots t ON t.id = c.snapshot_id
    JOIN sources s ON s.id = t.source_id
    WHERE c.state = 'draft' AND (${partOf(reader)} <> 'waiting' OR k.mine)
    ORDER BY array_position(ARRAY['to_code', 'to_settle', 'waiting'], ${partOf(reader)}), c.recorded_at, c.id
    LIMIT ${limit}`;
}

/** How many drafts ask something of somebody. */
export async function countCodingQueue(reader: CodingReader, tx: Tx): Promise<number> {
  const rows = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM ${drafts(reader)}
    WHERE c.state = 'draft' AND ${partOf(reader)} <> 'waiting'`;
  return rows[0]?.n ?? 0;
}

/** How far around a quote a coder sees the text, in UTF-16 code units. */
const CONTEXT = 1_500;

/** A claim as its coders see it, without what anybody coded. */
export interface CodedClaim {
  readonly claimId: string;
  readonly propositionId: string;
  readonly state: ClaimState;
  readonly retrospective: boolean;
  readonly claimant: string;
  readonly statement: string;
  readonly saidOn: CalendarDate;
  readonly sourceTitle: string;
  readonly outlet: string | null;
  readonly quote: string;
  /** The text before and after the quote. */
  readonly before: string;
  readonly after: string;
  /** The proposition was there before: its deadline is settled. */
  readonly joins: boolean;
}

export async function findCodedClaim(claimId: string, tx: Tx): Promise<CodedClaim | null> {
  const row = await tx.claim.findUnique({
    where: { id: claimId },
    include: {
      claimant: { select: { name: true } },
      proposition: { select: { statement: true, status: true } },
      anchors: { where: { isPrimary: true }, take: 1 },
      snapshot: { select: { text: true, source: { include: { outlet: { select: { name: true } } } } } },
    },
  });
  const anchor = row?.anchors[0];
  if (row === null || anchor === undefined) return null;
  const { text, source } = row.snapshot;
  return {
    claimId: row.id,
    propositionId: row.propositionId,
    state: row.state,
    retrospective: row.retrospective,
    claimant: row.claimant.name,
    statement: row.proposition.statement,
    saidOn: fromDateColumn(row.saidOn),
    sourceTitle: source.title,
    outlet: source.outlet?.name ?? null,
    quote: text.slice(anchor.start, anchor.end),
    before: wellFormed(text.slice(Math.max(0, anchor.start - CONTEXT), anchor.start)),
    after: wellFormed(text.slice(anchor.end, anchor.end + CONTEXT)),
    joins: row.proposition.status !== 'draft',
  };
}

/** Half of a character that a cut has left at an end is none. */
const wellFormed = (text: string): string =>
  text.replace(/^[\uDC00-\uDFFF]/u, '').replace(/[\uD800-\uDBFF]$/u, '');
