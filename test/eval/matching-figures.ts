import type { ScoredEvent, ScoredPair } from './matching-learning.js';

/** P@1, R@5 and MAP@20, each 0-1, higher is better. */
export interface RankingFigures {
  readonly events: number;
  readonly precisionAt1: number;
  readonly recallAt5: number;
  readonly mapAt20: number;
}

/** @param ranked for each event how its list is graded, best first, and how many there are to find */
export function rankingFigures(
  ranked: readonly { readonly grades: readonly number[]; readonly right: number }[],
): RankingFigures {
  const sums = { precisionAt1: 0, recallAt5: 0, mapAt20: 0 };
  for (const { grades, right } of ranked) {
    const hits = grades.slice(0, 20).map((grade) => grade === 2);
    let found = 0;
    hits.forEach((isHit, index) => {
      if (!isHit) return;
      found += 1;
      sums.mapAt20 += found / (index + 1) / right;
    });
    sums.precisionAt1 += hits[0] === true ? 1 : 0;
    sums.recallAt5 += hits.slice(0, 5).filter(Boolean).length / right;
  }
  const n = Math.max(ranked.length, 1);
  return {
    events: ranked.length,
    precisionAt1: sums.precisionAt1 / n,
    recallAt5: sums.recallAt5 / n,
    mapAt20: sums.mapAt20 / n,
  };
}

/** What a threshold lets through. */
export interface ThresholdFigures {
  /** Share of the pairs that bear on each other, and of the changed copies, at or above it. */
  readonly recall: number;
  readonly copies: number;
  /** Pairs above it that nobody judged, for each event. */
  readonly unjudgedPerEvent: number;
  /** Share of right ones among all above it, what was not judged counted as wrong. */
  readonly precision: number;
}

/** @param by the score that is compared with the threshold */
export function thresholdFigures(
  scored: readonly ScoredEvent[],
  threshold: number,
  by: 'score' | 'strongScore' = 'score',
): ThresholdFigures {
  const above = scored.flatMap(({ ranked }) => ranked.filter((pair) => pair[by] >= threshold));
  const count = (grade: number) => above.filter((pair) => pair.grade === grade).length;
  const sum = (of: (event: ScoredEvent['event']) => number) =>
    scored.reduce((total, { event }) => total + of(event), 0);
  return {
    recall:
      count(2) /
      Math.max(
        sum((event) => event.right),
        1,
      ),
    copies:
      count(1) /
      Math.max(
        sum((event) => event.copies),
        1,
      ),
    unjudgedPerEvent: count(0) / Math.max(scored.length, 1),
    precision: count(2) / Math.max(above.length, 1),
  };
}

/** Half of the copies that the level allows (5 %), so that other news may be harder. */
const COPIES_AT_MOST = 0.025;
const UNJUDGED_AT_MOST = 0.02;
const SUGGESTED_RIGHT = 0.5;
/** A grid, so that a threshold reads well and does not sit on one pair. */
const GRID = Array.from({ length: 97 }, (_, k) => (k + 2) / 100);

/**
 * `strong`: the lowest threshold at which few changed copies and next to nothing unjudged is strong. `suggest`: the
 * lowest at which half of what is shown is right.
 */
export function chooseThresholds(scored: readonly ScoredEvent[]): { strong: number; suggest: number } {
  const strong = GRID.find((threshold) => {
    const { copies, unjudgedPerEvent } = thresholdFigures(scored, threshold, 'strongScore');
    return copies <= COPIES_AT_MOST && unjudgedPerEvent <= UNJUDGED_AT_MOST;
  });
  const suggest = GRID.find((threshold) => thresholdFigures(scored, threshold).precision >= SUGGESTED_RIGHT);
  return { strong: strong ?? 0.99, suggest: Math.min(suggest ?? 0.5, strong ?? 0.99) };
}

export function gradesOf(ranked: readonly ScoredPair[]): number[] {
  return ranked.map(({ grade }) => grade);
}
