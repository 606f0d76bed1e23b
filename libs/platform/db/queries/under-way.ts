import { Prisma } from '../generated/client.js';

/**
 * Whether a round is under way on proposition `id`. Reports leave such propositions out: whoever is still to answer must
 * not learn what others said, neither now nor in an earlier round.
 */
export const isUnderWay = (id: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT 1 FROM rounds u WHERE u.proposition_id = ${id} AND u.state IN ('open', 'split'))`;
