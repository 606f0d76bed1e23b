import type { CalendarDate, Role } from '#core/domain';
import { fromDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';
import { keptOutOfDispute } from './took-part.query.js';

export type InboxReason = 'due' | 'recheck' | 'strong_match' | 'dispute' | 'reopened' | 'split';

export interface InboxRow {
  readonly propositionId: string;
  readonly statement: string;
  readonly deadlineOn: CalendarDate | null;
  readonly dueAt: Date | null;
  readonly zone: string;
  readonly claims: number;
  readonly leasedByOthers: boolean;
  readonly hasDraft: boolean;
  /** Number of the round under way or, where none is, of the one that comes next. */
  readonly roundNumber: number;
  readonly reasons: readonly InboxReason[];
}

export interface InboxReader {
  readonly userId: string;
  readonly roles: ReadonlySet<Role>;
}

/** Business time for what is due, real time for leases. */
export interface InboxTimes {
  readonly now: Date;
  readonly realNow: Date;
}

/**
 * The one definition of who has what to review; list and badge both read it, so nothing falls out between them.
 *
 * In: open propositions (no current verdict, or reopened) and disputed ones, that are due, past their recheck, strongly
 * matched by an event nobody has looked at, disputed or reopened. Until its recheck a proposition rests: only a new
 * event or a dispute brings it back. Out: rounds with all answers they want, rounds the user has answered in, and
 * propositions on which the user has a conflict of interest, and disputed ones in which the user took part before. A
 * split round is for leads who took no part in it.
 */
function inboxOf(reader: InboxReader, now: Date): Prisma.Sql {
  const isReviewer = reader.roles.has('reviewer');
  const isLead = reader.roles.has('lead');
  const rests = Prisma.sql`coalesce(p.recheck_at > ${now}, false)`;
  return Prisma.sql`
    SELECT p.id, p.statement, p.deadline_on, p.due_at, p.zone, r.id AS round_id,
      coalesce(r.number, (SELECT max(o.number) FROM rounds o WHERE o.proposition_id = p.id) + 1, 1) AS round_number,
      (p.due_at <= ${now} AND NOT ${rests}) AS is_due,
      (p.recheck_at <= ${now}) AS is_recheck,
      EXISTS (
        SELECT 1 FROM matches m WHERE m.proposition_id = p.id AND m.handled_at IS NULL AND NOT m.predates_claim
          AND (m.state = 'confirmed' OR (m.state = 'suggested' AND m.strength = 'strong'))
      ) AS is_matched,
      EXISTS (SELECT 1 FROM disputes d WHERE d.proposition_id = p.id AND d.state = 'open') AS is_disputed,
      (coalesce(v.stage = 'reopened', false) AND NOT ${rests}) AS is_reopened,
      coalesce(r.state = 'split', false) AS is_split
    FROM propositions p
    LEFT JOIN LATERAL (
      SELECT * FROM rounds r WHERE r.proposition_id = p.id AND r.state IN ('open', 'split')
      ORDER BY r.number DESC LIMIT 1
    ) r ON true
    LEFT JOIN LATERAL (
      SELECT * FROM verdict_versions v WHERE v.proposition_id = p.id ORDER BY v.version DESC LIMIT 1
    ) v ON true
    WHERE (p.status = 'open' OR (p.status IN ('provisional', 'final')
        AND EXISTS (SELECT 1 FROM disputes d WHERE d.proposition_id = p.id AND d.state = 'open')))
      AND (
        (r.id IS NULL AND ${isReviewer})
        OR (r.state = 'open' AND ${isReviewer}
          AND (SELECT count(*) FROM reviews w WHERE w.round_id = r.id) < r.answers_wanted)
        OR (r.state = 'split' AND ${isLead})
      )
      AND NOT EXISTS (SELECT 1 FROM reviews w WHERE w.round_id = r.id AND w.reviewer_id = ${reader.userId}::uuid)
      AND NOT ${keptOutOfDispute(reader.userId)}
      AND NOT EXISTS (
        SELECT 1 FROM claims c
        JOIN snapshots s ON s.id = c.snapshot_id
        JOIN sources t ON t.id = s.source_id
        JOIN user_affiliations a ON a.user_id = ${reader.userId}::uuid
          AND (a.claimant_id = c.claimant_id OR a.outlet_id = t.outlet_id)
        WHERE c.proposition_id = p.id AND c.state = 'active'
      )`;
}

const ASKED = Prisma.sql`(i.is_due OR i.is_recheck OR i.is_matched OR i.is_disputed OR i.is_reopened OR i.is_split)`;

interface Row {
  id: string;
  statement: string;
  deadline_on: Date | null;
  due_at: Date | null;
  zone: string;
  is_due: boolean | null;
  is_recheck: boolean | null;
  is_matched: boolean;
  is_disputed: boolean;
  is_reopened: boolean;
  is_split: boolean;
  claims: number;
  leased_by_others: boolean;
  has_draft: boolean;
  round_number: number;
}

/** The inbox of one user: disputes first, then splits, then by how long overdue, then strong matches. */
export async function listInbox(reader: InboxReader, times: InboxTimes, tx: Tx): Promise<InboxRow[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT i.*,
      (SELECT count(*)::int FROM claims c WHERE c.proposition_id = i.id AND c.state = 'active') AS claims,
      EXISTS (
        SELECT 1 FROM leases l WHERE l.round_id = i.round_id AND l.user_id <> ${reader.userId}::uuid
          AND l.released_at IS NULL AND l.expires_at > ${times.realNow}
      ) AS leased_by_others,
      EXISTS (
        SELECT 1 FROM review_drafts d WHERE d.round_id = i.round_id AND d.user_id = ${reader.userId}::uuid
      ) AS has_draft
    FROM (${inboxOf(reader, times.now)}) i
    WHERE ${ASKED}
    ORDER BY i.is_disputed DESC, i.is_split DESC, coalesce(i.is_due, false) DESC, i.due_at ASC NULLS LAST, i.id
    LIMIT 500`;
  return rows.map((row) => ({
    propositionId: row.id,
    statement: row.statement,
    deadlineOn: fromDateColumn(row.deadline_on),
    dueAt: row.due_at,
    zone: row.zone,
    claims: row.claims,
    leasedByOthers: row.leased_by_others,
    hasDraft: row.has_draft,
    roundNumber: row.round_number,
    reasons: reasonsOf(row),
  }));
}

/** How many items `listInbox` would give without its limit. */
export async function countInbox(reader: InboxReader, now: Date, tx: Tx): Promise<number> {
  const rows = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (${inboxOf(reader, now)}) i WHERE ${ASKED}`;
  return rows[0]?.n ?? 0;
}

/** Whether one proposition is in the user's inbox: the same question, asked of one row. */
export async function isInInbox(
  reader: InboxReader,
  propositionId: string,
  now: Date,
  tx: Tx,
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (${inboxOf(reader, now)} AND p.id = ${propositionId}::uuid) i WHERE ${ASKED}`;
  return (rows[0]?.n ?? 0) > 0;
}

/** Whether the user is the claimant, or of the outlet, of any claim on the proposition. */
export async function hasConflict(userId: string, propositionId: string, tx: Tx): Promise<boolean> {
  const rows = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM claims c
    JOIN snapshots s ON s.id = c.snapshot_id
    JOIN sources t ON t.id = s.source_id
    JOIN user_affiliations a ON a.user_id = ${userId}::uuid
      AND (a.claimant_id = c.claimant_id OR a.outlet_id = t.outlet_id)
    WHERE c.proposition_id = ${propositionId}::uuid AND c.state = 'active'`;
  return (rows[0]?.n ?? 0) > 0;
}

function reasonsOf(row: Row): InboxReason[] {
  const reasons: InboxReason[] = [];
  if (row.is_disputed) reasons.push('dispute');
  if (row.is_split) reasons.push('split');
  if (row.is_reopened) reasons.push('reopened');
  if (row.is_recheck === true) reasons.push('recheck');
  else if (row.is_due === true) reasons.push('due');
  if (row.is_matched) reasons.push('strong_match');
  return reasons;
}
