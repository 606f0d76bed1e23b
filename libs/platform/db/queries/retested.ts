import { Prisma } from '../generated/client.js';

/** Questions that are put to this person again, unmarked. */
const retestedOf = (userId: string): Prisma.Sql => Prisma.sql`
  SELECT t.proposition_id FROM retests t
  WHERE t.user_id = ${userId}::uuid AND t.answered_at IS NULL AND t.dropped_at IS NULL`;

/**
 * Whether proposition `p` is put to this person again. It is final then, and for them nothing may tell it from an open
 * one; what is asked in earnest anew is no retest any more.
 */
export const isRetested = (userId: string): Prisma.Sql => Prisma.sql`(
  p.status = 'final' AND p.id IN (${retestedOf(userId)}))`;

/** Those of a person, for a place in the inbox outside the order of deadlines of what is open. */
export const RETESTED = retestedOf;

/** The round of the first answer, for a proposition `p` that is put to this person again; null for every other. */
export const roundOfRetest = (userId: string): Prisma.Sql => Prisma.sql`CASE WHEN p.status = 'final' THEN (
  SELECT t.round_id FROM retests t
  WHERE t.user_id = ${userId}::uuid AND t.proposition_id = p.id AND t.answered_at IS NULL AND t.dropped_at IS NULL
) END`;

/** The status of proposition `p` as this person sees it. */
export const statusFor = (userId: string): Prisma.Sql => Prisma.sql`
  CASE WHEN ${isRetested(userId)} THEN 'open'::proposition_status ELSE p.status END`;
