import { isSameButForDeadline, likeness } from '#core/coach';
import {
  MATCHER_VERSION,
  rankMatches,
  readEvent,
  readProposition,
  termWeigher,
  type TermWeigher,
  wantedTerms,
} from '#core/matching';
import {
  findCandidatePropositions,
  matchIndexRepo,
  propositionRepo,
  type StoredProposition,
  type Tx,
} from '#platform/db';

/** What the ranker looks at; the index has put them in order by what they share. */
const LOOKED_AT = 32;
const OFFERED = 8;
/** From here on two statements have so much in common that a person should see them side by side. */
const SIMILAR_FROM = 0.35;

/** An open proposition that says nearly the same as a statement. */
export interface SimilarProposition {
  readonly proposition: StoredProposition;
  /** 0-1: how much of the words is shared, or how surely both are about one thing, whichever is more. */
  readonly similarity: number;
  readonly isVariant: boolean;
}

/** Finds open propositions that say what is being typed: by the index of terms, ordered by the ranker of matches. */
export class SimilarStatements {
  private counted: { readonly id: string | null; readonly weigh: TermWeigher } = {
    id: null,
    weigh: termWeigher({ documents: 0, frequencies: [] }),
  };

  /** Best first. In a transaction: the look-up sets how PostgreSQL reads, for the rest of it. */
  async find(statement: string, tx: Tx): Promise<SimilarProposition[]> {
    const weigh = await this.weigh(tx);
    const asked = readEvent({ title: statement, summary: '', publishedOn: null, occurredOn: null });
    const pairs = await findCandidatePropositions(
      [{ key: 0, terms: wantedTerms(asked, weigh) }],
      LOOKED_AT,
      tx,
    );
    const rows = await propositionRepo.findMany(
      pairs.map(({ id }) => id),
      tx,
    );
    const open = rows.filter(({ status }) => status === 'open');
    const readings = open.map((row) =>
      readProposition({ ...row, topics: [], criteria: '', firstClaimOn: null }),
    );
    const scores = new Map(
      rankMatches(asked, readings, weigh).map(({ propositionId, score }) => [propositionId, score]),
    );
    return open
      .map((proposition) => ({
        proposition,
        similarity: Math.max(likeness(statement, proposition.statement), scores.get(proposition.id) ?? 0),
        isVariant: isSameButForDeadline(statement, proposition.statement),
      }))
      .filter(({ similarity, isVariant }) => isVariant || similarity >= SIMILAR_FROM)
      .sort((a, b) => b.similarity - a.similarity || a.proposition.id.localeCompare(b.proposition.id))
      .slice(0, OFFERED);
  }

  /** How rare a word is; loaded anew when it was counted anew. */
  private async weigh(tx: Tx): Promise<TermWeigher> {
    const newest = await matchIndexRepo.findNewestCount(tx);
    if (newest?.matcherVersion === MATCHER_VERSION && newest.id !== this.counted.id) {
      const counts = await matchIndexRepo.readCount(newest.id, tx);
      if (counts !== null) this.counted = { id: newest.id, weigh: termWeigher(counts) };
    }
    return this.counted.weigh;
  }
}
