import type { TermStatistics } from '#core/matching';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../database.js';

export interface PropositionTerms {
  readonly propositionId: string;
  /** Share of the statement's weight that lies in each term, above 0 and at most 1. */
  readonly terms: readonly { readonly term: string; readonly share: number }[];
}

export interface EventTerms {
  readonly eventId: string;
  readonly publishedAt: Date;
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
}

/** A count of all terms: by which matcher, of how many texts, when. */
export interface TermCountHead {
  readonly id: string;
  readonly matcherVersion: string;
  readonly documents: number;
  readonly countedAt: Date;
}

/** Terms that are counted: not pairs of words, and not the addresses of reports. */
const COUNTED_AT_MOST = 200_000;
/** Rows written in one statement. */
const AT_ONCE = 5_000;

/** The inverted index by which events and propositions find each other. All of it can be made anew from the texts. */
export const matchIndexRepo = {
  /**
   * Until the transaction ends, no proposition is indexed while events are (many at a time), and the other way round: of
   * an event and a proposition that come in together, the later sees the earlier.
   */
  async holdForEvents(tx: Tx): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended('match-index', 0))`;
  },

  async holdForProposition(tx: Tx): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('match-index', 0))`;
  },

  /** Instead of the terms a proposition had. */
  async replacePropositionTerms(
    entries: readonly PropositionTerms[],
    matcherVersion: string,
    at: Date,
    tx: Tx,
  ): Promise<void> {
    await matchIndexRepo.removePropositions(
      entries.map(({ propositionId }) => propositionId),
      tx,
    );
    await matchIndexRepo.insertPropositionTerms(entries, matcherVersion, at, tx);
  },

  /** Of propositions that have none. */
  async insertPropositionTerms(
    entries: readonly PropositionTerms[],
    matcherVersion: string,
    at: Date,
    tx: Tx,
  ): Promise<void> {
    const rows = entries.flatMap(({ propositionId, terms }) =>
      terms.map(({ term, share }) => ({ term, share, proposition_id: propositionId })),
    );
    for (let from = 0; from < rows.length; from += AT_ONCE)
      await tx.$executeRaw`
        INSERT INTO proposition_terms
        SELECT * FROM json_populate_recordset(NULL::proposition_terms, ${JSON.stringify(rows.slice(from, from + AT_ONCE))}::json)`;
    await tx.indexedProposition.createMany({
      data: entries.map(({ propositionId }) => ({ propositionId, matcherVersion, indexedAt: at })),
    });
  },

  async removePropositions(ids: readonly string[], tx: Tx): Promise<void> {
    await tx.propositionTerm.deleteMany({ where: { propositionId: { in: [...ids] } } });
    await tx.indexedProposition.deleteMany({ where: { propositionId: { in: [...ids] } } });
  },

  /** Once per event and term; in the order of the index, so that two that write the same never wait for each other. */
  async ensureEventTerms(entries: readonly EventTerms[], tx: Tx): Promise<void> {
    const rows = entries
      .flatMap(({ eventId, publishedAt, terms }) =>
        terms.map(({ term, weight }) => ({ term, weight, event_id: eventId, published_at: publishedAt })),
      )
      .sort((a, b) => (a.term === b.term ? Number(a.event_id > b.event_id) - 0.5 : a.term < b.term ? -1 : 1));
    for (let from = 0; from < rows.length; from += AT_ONCE)
      await tx.$executeRaw`
        INSERT INTO event_terms
        SELECT * FROM json_populate_recordset(NULL::event_terms, ${JSON.stringify(rows.slice(from, from + AT_ONCE))}::json)
        ON CONFLICT DO NOTHING`;
  },

  /** Open propositions for which events are suggested, without terms, or with those of another matcher. */
  async listUnindexed(matcherVersion: string, limit: number, tx: Tx): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT p.id::text AS id FROM propositions p
      LEFT JOIN indexed_propositions i ON i.proposition_id = p.id AND i.matcher_version = ${matcherVersion}
      WHERE p.status = 'open' AND p.events_muted_at IS NULL AND i.proposition_id IS NULL
      ORDER BY p.id LIMIT ${limit}`;
    return rows.map(({ id }) => id);
  },

  /** Propositions with terms that are open no more. */
  async listClosed(limit: number, tx: Tx): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT i.proposition_id::text AS id FROM indexed_propositions i
      JOIN propositions p ON p.id = i.proposition_id
      WHERE p.status <> 'open' ORDER BY p.id LIMIT ${limit}`;
    return rows.map(({ id }) => id);
  },

  /** Which count is the newest, without the counts: they are megabytes, and rarely new. */
  async findNewestCount(tx: Tx): Promise<TermCountHead | null> {
    return tx.termCount.findFirst({
      orderBy: { id: 'desc' },
      select: { id: true, matcherVersion: true, documents: true, countedAt: true },
    });
  },

  /** Null where it was replaced by a newer one. */
  async readCount(id: string, tx: Tx): Promise<TermStatistics | null> {
    const row = await tx.termCount.findUnique({ where: { id } });
    if (row === null) return null;
    const frequencies = row.frequencies as unknown as TermStatistics['frequencies'];
    return { documents: row.documents, frequencies };
  },

  /** Statements and events that have terms. */
  async countDocuments(tx: Tx): Promise<number> {
    const [row] = await tx.$queryRaw<{ n: number }[]>`
      SELECT ((SELECT count(*) FROM indexed_propositions)
        + (SELECT count(*) FROM event_reports WHERE matched_at IS NOT NULL))::int AS n`;
    return row?.n ?? 0;
  },

  /** Counts all terms and keeps the count instead of earlier ones: nothing but the next match is weighed by it. */
  async countTerms(matcherVersion: string, at: Date, tx: Tx): Promise<void> {
    const documents = await matchIndexRepo.countDocuments(tx);
    const id = uuidv7();
    await tx.$executeRaw`
      INSERT INTO term_counts (id, matcher_version, documents, frequencies, counted_at)
      SELECT ${id}::uuid, ${matcherVersion}, ${documents}, coalesce(jsonb_agg(jsonb_build_array(term, n) ORDER BY term), '[]'), ${at}
      FROM (
        SELECT term, count(*) AS n FROM (
          SELECT term FROM proposition_terms UNION ALL SELECT term FROM event_terms
        ) terms
        WHERE term NOT LIKE '% %' AND term NOT LIKE '=%'
        GROUP BY term HAVING count(*) > 1
        ORDER BY n DESC, term LIMIT ${COUNTED_AT_MOST}
      ) counted`;
    await tx.termCount.deleteMany({ where: { id: { not: id } } });
  },
};
