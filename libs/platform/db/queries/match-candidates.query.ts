import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';

/** What is looked for: the terms of one text, each with what finding it is worth. */
export interface WantedTerms {
  /** Whose terms, as told apart in the answer. */
  readonly key: number;
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
}

export interface CandidatePair {
  readonly key: number;
  readonly id: string;
}

export interface EventWindow {
  readonly from: Date;
  readonly to: Date;
  /** Events looked at for one term, newest first. */
  readonly perTerm: number;
}

/**
 * Statements looked at for one term, those first of which it says most. However many propositions there are, a look-up
 * reads no more: a term that stands in more of them tells little, and those it tells most of are among them.
 */
const STATEMENTS_PER_TERM = 100;

/**
 * Open propositions that share most with each event: by the summed worth of the terms they share, `limit` for each, best
 * first. Time grows with the number of terms asked for, not with that of propositions.
 */
export async function findCandidatePropositions(
  wanted: readonly WantedTerms[],
  limit: number,
  tx: Tx,
): Promise<CandidatePair[]> {
  return findBest(
    wanted,
    limit,
    Prisma.sql`
      SELECT p.proposition_id AS id, 1 AS weight FROM proposition_terms p
      WHERE p.term = asked.term ORDER BY p.share DESC, p.proposition_id LIMIT ${STATEMENTS_PER_TERM}`,
    tx,
  );
}

/** The same for events, of those published within a window where one is given. */
export async function findCandidateEvents(
  wanted: readonly WantedTerms[],
  limit: number,
  tx: Tx,
  { from, to, perTerm }: EventWindow = ALWAYS,
): Promise<CandidatePair[]> {
  return findBest(
    wanted,
    limit,
    Prisma.sql`
      SELECT e.event_id AS id, e.weight FROM event_terms e
      WHERE e.term = asked.term AND e.published_at BETWEEN ${from} AND ${to}
      ORDER BY e.published_at DESC, e.event_id LIMIT ${perTerm}`,
    tx,
  );
}

/** `postings` are the rows of the term `asked`: what it was found in, and how much that is about it. */
async function findBest(
  wanted: readonly WantedTerms[],
  limit: number,
  postings: Prisma.Sql,
  tx: Tx,
): Promise<CandidatePair[]> {
  const rows = wanted.flatMap(({ key, terms }) => terms.map(({ term, weight }) => ({ key, term, weight })));
  await readByIndexAlone(tx);
  return tx.$queryRaw<CandidatePair[]>`
    WITH asked AS MATERIALIZED (
      SELECT * FROM unnest(
        ${rows.map(({ key }) => key)}::int[],
        ${rows.map(({ term }) => term)}::text[],
        ${rows.map(({ weight }) => weight)}::float8[]
      ) AS t (key, term, weight)
    )
    SELECT text.key, best.id::text AS id
    FROM (SELECT DISTINCT key FROM asked) text
    CROSS JOIN LATERAL (
      SELECT posting.id, sum(asked.weight * posting.weight) AS worth
      FROM asked CROSS JOIN LATERAL (${postings}) posting
      WHERE asked.key = text.key
      GROUP BY posting.id
      ORDER BY worth DESC, posting.id LIMIT ${limit}
    ) best
    ORDER BY text.key, best.worth DESC, best.id`;
}

/**
 * For the rest of the transaction. A term that stands in few texts on average and in very many in fact is else read
 * whole, and sorted, for the sake of its first hundred.
 */
async function readByIndexAlone(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT set_config('enable_bitmapscan', 'off', true)`;
}

const ALWAYS: EventWindow = { from: new Date('0001-01-01'), to: new Date('9999-01-01'), perTerm: 100 };
