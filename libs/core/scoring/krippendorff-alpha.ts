import { countUnits, type Rating, type RatingUnit, sumByRating, type UnitCounts } from './rating-units.js';

/** What distance between ratings means: steps of an order, differences, or proportions (of numbers from 0 up). */
export type AlphaLevel = 'ordinal' | 'interval' | 'ratio';

type Distance<R extends Rating> = (a: R, b: R) => number;

/**
 * Krippendorff's alpha for unordered categories: 1 is agreement, 0 what chance gives, below 0 systematic disagreement.
 * Any number of raters, missing ratings allowed; units with fewer than two count for nothing. Read 0.80 and more as
 * reliable, 0.667 to 0.80 as tentative. Null where nothing can be said: no unit with two ratings, or all ratings equal,
 * so that there was nothing to disagree on (Krippendorff, Content Analysis, 4th ed. 2019, ch. 12).
 *
 * yes yes, yes yes, yes no, no no: 0.533.
 */
export function krippendorffAlpha<R extends Rating>(units: readonly RatingUnit<R>[]): number | null {
  return alphaOf(countUnits(units, 2), (a, b) => (a === b ? 0 : 1));
}

/**
 * The same for numbers, where near is better than far. 1 2, 3 3, 4 4: interval 0.878.
 */
export function krippendorffAlphaOfNumbers(
  units: readonly RatingUnit<number>[],
  level: AlphaLevel,
): number | null {
  const counted = countUnits(units, 2);
  return alphaOf(counted, distanceOf(level, counted));
}

function distanceOf(level: AlphaLevel, units: readonly UnitCounts<number>[]): Distance<number> {
  switch (level) {
    case 'ordinal': {
      // Ratings between two, and half of each: the difference of their mean ranks.
      const ranks = meanRanks(units);
      return (a, b) => (Number(ranks.get(a)) - Number(ranks.get(b))) ** 2;
    }
    case 'interval':
      return (a, b) => (a - b) ** 2;
    case 'ratio':
      return (a, b) => (a === b ? 0 : ((a - b) / (a + b)) ** 2);
  }
}

function meanRanks(units: readonly UnitCounts<number>[]): Map<number, number> {
  let below = 0;
  const ranks = new Map<number, number>();
  for (const [rating, count] of [...totals(units)].sort(([a], [b]) => a - b)) {
    ranks.set(rating, below + count / 2);
    below += count;
  }
  return ranks;
}

function totals<R extends Rating>(units: readonly UnitCounts<R>[]): Map<R, number> {
  return sumByRating(units, (count) => count);
}

/** 1 - observed / expected disagreement; both here times the number of ratings. */
function alphaOf<R extends Rating>(units: readonly UnitCounts<R>[], distance: Distance<R>): number | null {
  let observed = 0;
  let n = 0;
  for (const { raters, counts } of units) {
    observed += sumOverPairs(counts, distance) / (raters - 1);
    n += raters;
  }
  const expected = sumOverPairs(totals(units), distance) / (n - 1);
  return expected > 0 ? 1 - observed / expected : null;
}

function sumOverPairs<R extends Rating>(counts: ReadonlyMap<R, number>, distance: Distance<R>): number {
  let sum = 0;
  for (const [a, m] of counts) for (const [b, n] of counts) sum += m * n * distance(a, b);
  return sum;
}
