import { betaPosterior, momentBetaPrior, type SharePosterior, type SuccessCount } from './beta-posterior.js';
import { countRatings } from './rating-units.js';

/** A proposition with the answers of its reviewers and how it ended. */
export interface ReviewedItem {
  /** One answer for each reviewer; an answer with a reason is one string with it. */
  readonly answers: readonly { readonly reviewerId: string; readonly answer: string }[];
  /** The final verdict in the same words; null while there is none. */
  readonly verdict: string | null;
  /** Who decided a split by themselves; null where answers that agree did. */
  readonly adjudicatorId: string | null;
  /** The answer known beforehand, of a gold item; null of any other. */
  readonly gold: string | null;
}

export interface ReviewerReliability {
  readonly reviewerId: string;
  /** Items that tell something of this reviewer, gold among them, and on how many the answer was that of the others. */
  readonly agreement: SuccessCount;
  /** The gold items alone. */
  readonly gold: SuccessCount;
  /** Items that would have had no verdict, or another, without this reviewer. */
  readonly undecidedWithout: number;
  /** Agreement shrunk to that of all reviewers, with its 95 % interval, 0-1, higher is better; null at n = 0. */
  readonly reliability: SharePosterior | null;
  /** 1 is best; equals share a rank (1, 1, 3); null below `RANK_REVIEWERS_FROM` items. */
  readonly rank: number | null;
}

/** Items a reviewer needs for a rank. */
export const RANK_REVIEWERS_FROM = 20;

/** Posterior means of equal counts differ by less. */
const ROUNDING = 1e-12;

type Judgement = 'agreed' | 'disagreed' | 'undecided' | 'excluded';

/**
 * How often each reviewer says what turns out to be the verdict, their own say left out: an item counts where it would
 * have had the same verdict without this reviewer - by a known answer, by an adjudicator, or by the answers of the others,
 * of which one is the most frequent. Items the reviewer adjudicated are excluded, as are those without a final verdict.
 * Shrunk like the hit rate: `momentBetaPrior` over all reviewers. In the order of ids.
 *
 * Three answer yes, yes, no and the verdict is yes: the third disagreed; without either of the others it was one against
 * one, which tells nothing of them.
 */
export function reviewerReliability(items: readonly ReviewedItem[]): ReviewerReliability[] {
  const tallies = new Map<string, { counts: Record<Judgement, number>; gold: Record<Judgement, number> }>();
  for (const item of items) {
    for (const { reviewerId } of item.answers) {
      const tally = tallies.get(reviewerId) ?? { counts: noJudgements(), gold: noJudgements() };
      const judgement = judge(item, reviewerId);
      tally.counts[judgement] += 1;
      if (item.gold !== null) tally.gold[judgement] += 1;
      tallies.set(reviewerId, tally);
    }
  }
  const rows = [...tallies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reviewerId, { counts, gold }]) => ({
      reviewerId,
      agreement: toCount(counts),
      gold: toCount(gold),
      undecidedWithout: counts.undecided,
    }));
  const prior = momentBetaPrior(rows.map(({ agreement }) => agreement));
  return addRanks(rows.map((row) => ({ ...row, reliability: betaPosterior(row.agreement, prior) })));
}

function noJudgements(): Record<Judgement, number> {
  return { agreed: 0, disagreed: 0, undecided: 0, excluded: 0 };
}

function toCount({ agreed, disagreed }: Record<Judgement, number>): SuccessCount {
  return { hits: agreed, n: agreed + disagreed };
}

function judge(item: ReviewedItem, reviewerId: string): Judgement {
  const own = item.answers.filter((answer) => answer.reviewerId === reviewerId);
  const matches = (verdict: string): Judgement =>
    own.every(({ answer }) => answer === verdict) ? 'agreed' : 'disagreed';
  const { gold, verdict, adjudicatorId } = item;
  if (gold !== null) return matches(gold);
  if (verdict === null || adjudicatorId === reviewerId) return 'excluded';
  if (adjudicatorId !== null) return matches(verdict);
  const others = item.answers.filter((answer) => answer.reviewerId !== reviewerId);
  return mostFrequent(others.map(({ answer }) => answer)) === verdict ? matches(verdict) : 'undecided';
}

/** The answer that more gave than any other; null where there is none. */
function mostFrequent(answers: readonly string[]): string | null {
  const counts = [...countRatings(answers)];
  const most = Math.max(...counts.map(([, count]) => count));
  const first = counts.filter(([, count]) => count === most).map(([answer]) => answer);
  return first.length === 1 ? String(first[0]) : null;
}

function addRanks(rows: readonly Omit<ReviewerReliability, 'rank'>[]): ReviewerReliability[] {
  const ranked = rows.flatMap(({ agreement, reliability }) =>
    reliability !== null && agreement.n >= RANK_REVIEWERS_FROM ? [reliability.mean] : [],
  );
  return rows.map((row) => {
    const { agreement, reliability } = row;
    if (reliability === null || agreement.n < RANK_REVIEWERS_FROM) return { ...row, rank: null };
    return { ...row, rank: 1 + ranked.filter((mean) => mean > reliability.mean + ROUNDING).length };
  });
}
