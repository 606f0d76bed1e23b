import type { Role } from '#core/domain';
import { Prisma } from '../generated/client.js';
import { isRetested, RETESTED, roundOfRetest } from './retested.js';
import { hasStake } from './stake.js';
import { keptOutOfDispute } from './took-part.query.js';

export type InboxReason = 'due' | 'recheck' | 'strong_match' | 'dispute' | 'reopened' | 'split';

export interface InboxReader {
  readonly userId: string;
  readonly roles: ReadonlySet<Role>;
}

/**
 * Where an item stands in the inbox: first what was assigned to this person, last what this person has skipped. The
 * numbers are part of cursors.
 */
export const LANE = {
  assigned: 0,
  disputed: 1,
  takenBack: 2,
  due: 3,
  matched: 4,
  rechecked: 5,
  skipped: 6,
} as const;

/** A lane as it stands in a statement. */
export const lane = (name: keyof typeof LANE): Prisma.Sql => Prisma.raw(`${String(LANE[name])}::int`);

/** An event that bears strongly on the proposition and that no review has taken notice of. */
export const STRONG_MATCH = Prisma.sql`m.handled_at IS NULL AND NOT m.predates_claim
  AND (m.state = 'confirmed' OR (m.state = 'suggested' AND m.strength = 'strong'))`;

const isMatched = Prisma.sql`EXISTS (
  SELECT 1 FROM matches m WHERE m.proposition_id = p.id AND ${STRONG_MATCH})`;

const OPEN_DISPUTE = Prisma.sql`EXISTS (
  SELECT 1 FROM disputes d WHERE d.proposition_id = p.id AND d.state = 'open')`;

/** Until its recheck a proposition rests. */
const rests = (now: Date): Prisma.Sql => Prisma.sql`coalesce(p.recheck_at > ${now}, false)`;

export const isDue = (now: Date): Prisma.Sql => Prisma.sql`(p.due_at <= ${now} AND NOT ${rests(now)})`;

/** Of a proposition `p` with its round `r` under way and its verdict `v`. */
export function hasReason(reason: InboxReason, now: Date): Prisma.Sql {
  switch (reason) {
    case 'due':
      return isDue(now);
    case 'recheck':
      return Prisma.sql`p.recheck_at <= ${now}`;
    case 'strong_match':
      return isMatched;
    case 'dispute':
      return OPEN_DISPUTE;
    case 'reopened':
      return Prisma.sql`(v.stage = 'reopened' AND NOT ${rests(now)})`;
    case 'split':
      return Prisma.sql`r.state = 'split'`;
  }
}

/** An assignment `a` of the reader, by name or through a group. */
export const isOf = (userId: string): Prisma.Sql => Prisma.sql`(a.user_id = ${userId}::uuid
  OR a.group_id IN (SELECT g.group_id FROM group_memberships g WHERE g.user_id = ${userId}::uuid))`;

/** The last round `r` of a proposition `p`: without an id where none is under way. No round is opened beside another. */
const ROUND_UNDER_WAY = Prisma.sql`LEFT JOIN LATERAL (
  SELECT l.number AS last_number,
    CASE WHEN l.state IN ('open', 'split') THEN l.id END AS id,
    CASE WHEN l.state IN ('open', 'split') THEN l.number END AS number,
    CASE WHEN l.state IN ('open', 'split') THEN l.state END AS state,
    CASE WHEN l.state IN ('open', 'split') THEN l.answers_wanted END AS answers_wanted
  FROM rounds l WHERE l.proposition_id = p.id ORDER BY l.number DESC LIMIT 1
) r ON true`;

/** Not before its day, unless a dispute or a strong match came after it was put off. */
const isSnoozed = (userId: string, now: Date, isInLine: boolean): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM snoozes z WHERE z.user_id = ${userId}::uuid AND z.proposition_id = p.id AND z.until_at > ${now}
    ${
      isInLine
        ? Prisma.empty
        : Prisma.sql`AND NOT EXISTS (
      SELECT 1 FROM disputes d
      WHERE d.proposition_id = p.id AND d.state = 'open' AND d.raised_at > z.snoozed_at)`
    }
    AND NOT EXISTS (
      SELECT 1 FROM matches m
      WHERE m.proposition_id = p.id AND ${STRONG_MATCH} AND m.suggested_at > z.snoozed_at))`;

/** What whoever asks knows of the rows it asks for, so that less has to be read. */
interface InboxShortcuts {
  /** All that is OUT_OF_LINE is left out: disputes, splits and what was taken back need not be asked for, half of the plan. */
  readonly isInLine?: boolean;
  /** Whether a strong match waits for `p`, where a question for each would read all matches there are. */
  readonly matched?: Prisma.Sql;
}

/**
 * The one definition of who has what to review; list, badge, claim-next and permission all read it, so nothing falls
 * out between them.
 *
 * In: open propositions (no current verdict, or reopened) and disputed ones, that are due, past their recheck, strongly
 * matched by an event nobody has looked at, disputed or reopened. Until its recheck a proposition rests: only a new
 * event or a dispute brings it back. In as well, and in nothing different: what is put to the user again, as a check of
 * themselves. Out: rounds with all answers they want, rounds the user has answered in,
 * propositions on which the user has a conflict of interest, disputed ones in which the user took part before, and what
 * the user has put off. A split round is for leads who took no part in it.
 */
export function inboxOf(
  reader: InboxReader,
  now: Date,
  narrower: Prisma.Sql = Prisma.sql`true`,
  { isInLine = false, matched = isMatched }: InboxShortcuts = {},
): Prisma.Sql {
  const { userId, roles } = reader;
  const isReviewer = roles.has('reviewer');
  const isLead = roles.has('lead');
  const has = (reason: InboxReason) => Prisma.sql`coalesce(${hasReason(reason, now)}, false)`;
  const hasElsewhere = (reason: InboxReason) => (isInLine ? Prisma.sql`false` : has(reason));
  return Prisma.sql`
    SELECT p.id, p.statement, p.deadline_on, p.due_at, p.zone, coalesce(p.topics, '{}') AS topics,
      ${isInLine ? Prisma.sql`r.id` : roundAsked(userId)} AS round_id, r.answers_wanted,
      coalesce(r.number, r.last_number + 1, 1) AS round_number,
      ${has('due')} AS is_due, ${has('recheck')} AS is_recheck, coalesce(${matched}, false) AS is_matched,
      ${hasElsewhere('dispute')} AS is_disputed, ${hasElsewhere('reopened')} AS is_reopened,
      ${hasElsewhere('split')} AS is_split
    FROM propositions p
    ${ROUND_UNDER_WAY}
    ${
      isInLine
        ? Prisma.empty
        : Prisma.sql`LEFT JOIN LATERAL (
      SELECT v.stage FROM verdict_versions v WHERE v.proposition_id = p.id ORDER BY v.version DESC LIMIT 1
    ) v ON true`
    }
    WHERE ${
      isInLine
        ? Prisma.sql`p.status = 'open'`
        : Prisma.sql`(p.status = 'open' OR (p.status IN ('provisional', 'final') AND ${OPEN_DISPUTE})
          OR ${isRetested(userId)})`
    }
      AND (${narrower})
      AND (
        (r.id IS NULL AND ${isReviewer})
        OR (r.state = 'open' AND ${isReviewer} AND (
          SELECT count(*) < r.answers_wanted AND NOT coalesce(bool_or(w.reviewer_id = ${userId}::uuid), false)
          FROM reviews w WHERE w.round_id = r.id))
        ${
          isInLine
            ? Prisma.empty
            : Prisma.sql`OR (r.state = 'split' AND ${isLead} AND NOT EXISTS (
          SELECT 1 FROM reviews w WHERE w.round_id = r.id AND w.reviewer_id = ${userId}::uuid))`
        }
      )
      ${isInLine ? Prisma.empty : Prisma.sql`AND NOT ${keptOutOfDispute(userId)}`}
      AND NOT ${isSnoozed(userId, now, isInLine)}
      AND NOT ${hasStake(Prisma.sql`${userId}::uuid`, Prisma.sql`p.id`)}`;
}

/** Of proposition `p`: the round under way, or that of the first answer where it is put to the user again. */
export const roundAsked = (userId: string): Prisma.Sql =>
  Prisma.sql`coalesce(r.id, ${roundOfRetest(userId)})`;

export const ASKED = Prisma.sql`(i.is_due OR i.is_recheck OR i.is_matched OR i.is_disputed OR i.is_reopened OR i.is_split)`;

/** Whether the reader has skipped the item `i`. */
export const isSkipped = (userId: string): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM skips k
  WHERE k.user_id = ${userId}::uuid AND k.proposition_id = i.id AND k.round_number = i.round_number)`;

export const isAssigned = (userId: string, round: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM assignments a WHERE a.round_id = ${round} AND a.withdrawn_at IS NULL AND ${isOf(userId)})`;

/** What was assigned to the user, one row a round; by name goes before through a group. */
export const assignedTo = (userId: string): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT ON (a.round_id) a.round_id, a.proposition_id, a.note, a.due_on FROM assignments a
  WHERE a.withdrawn_at IS NULL AND ${isOf(userId)}
  ORDER BY a.round_id, a.user_id NULLS LAST, a.id`;

/** Where the item `i` stands, `mine` being `assignedTo` the user. */
export const laneOf = (userId: string): Prisma.Sql => Prisma.sql`CASE
  WHEN ${isSkipped(userId)} THEN ${lane('skipped')}
  WHEN i.round_id IN (SELECT a.round_id FROM mine a) THEN ${lane('assigned')}
  WHEN i.is_disputed THEN ${lane('disputed')}
  WHEN i.is_split OR i.is_reopened THEN ${lane('takenBack')}
  WHEN i.is_due THEN ${lane('due')}
  WHEN i.is_matched THEN ${lane('matched')}
  ELSE ${lane('rechecked')} END`;

/**
 * The few propositions that stand elsewhere than by their deadline: assigned to the reader or skipped, disputed, split,
 * taken back. All others come in the order of an index, so that a page is read without sorting the whole inbox. `mine` is
 * `assignedTo` the reader.
 */
export const OUT_OF_LINE = (userId: string): Prisma.Sql => Prisma.sql`
  SELECT a.proposition_id FROM mine a
  UNION ALL SELECT k.proposition_id FROM skips k WHERE k.user_id = ${userId}::uuid
  UNION ALL ${RETESTED(userId)}
  UNION ALL SELECT d.proposition_id FROM disputes d WHERE d.state = 'open'
  UNION ALL SELECT r.proposition_id FROM rounds r WHERE r.state = 'split'
  UNION ALL SELECT v.proposition_id FROM verdict_versions v
    WHERE v.stage = 'reopened' AND NOT EXISTS (
      SELECT 1 FROM verdict_versions n WHERE n.supersedes_id = v.id AND n.proposition_id = v.proposition_id)`;

/** Whether a strong match waits for `p`, asked at once for all `ids` of which `p` is one. */
export const isMatchedAmong = (ids: Prisma.Sql): Prisma.Sql => Prisma.sql`p.id IN (
  SELECT m.proposition_id FROM matches m WHERE m.proposition_id = ANY(ARRAY(${ids})) AND ${STRONG_MATCH})`;

/** Propositions with something else than a deadline that asks for a review. */
export const ASKED_OTHERWISE = (now: Date): Prisma.Sql => Prisma.sql`
  SELECT m.proposition_id FROM matches m WHERE ${STRONG_MATCH} AND m.state <> 'rejected'
  UNION ALL SELECT q.id FROM propositions q WHERE q.status = 'open' AND q.recheck_at <= ${now}`;
