import { countRatings, countUnits, type Rating, type RatingUnit, sumByRating } from './rating-units.js';

/** The ratings two raters gave to one thing; null where one gave none: such a pair counts for nothing. */
export type RatingPair<R extends Rating = Rating> = readonly [R | null, R | null];

type Disagreement<R extends Rating> = (a: R, b: R) => number;

/**
 * Cohen's kappa of two raters: 1 is agreement, 0 what their habits alone would give, below 0 worse. Where nearly all
 * ratings are the same it is low at high agreement: show raw agreement and AC1 beside it. Null without pairs, and where
 * both used one and the same category throughout (Cohen 1960).
 *
 * yes yes, yes yes, yes no, no no: 0.5.
 */
export function cohenKappa<R extends Rating>(pairs: readonly RatingPair<R>[]): number | null {
  return kappaOf(pairs, (a, b) => (a === b ? 0 : 1));
}

/**
 * Cohen's kappa where categories have an order and near is better than far: disagreement weighs by steps (linear) or by
 * their square (quadratic). Steps are between categories that occur: one that nobody used is none (as in R, irr::kappa2).
 * Null as above (Cohen 1968). 1 1, 2 3, 3 3: linear 0.667, quadratic 0.8.
 */
export function weightedKappa(
  pairs: readonly RatingPair<number>[],
  weights: 'linear' | 'quadratic',
): number | null {
  const used = new Set(bothGiven(pairs).flat());
  const step = new Map([...used].sort((a, b) => a - b).map((category, i) => [category, i]));
  const power = weights === 'linear' ? 1 : 2;
  return kappaOf(pairs, (a, b) => Math.abs(Number(step.get(a)) - Number(step.get(b))) ** power);
}

function bothGiven<R extends Rating>(pairs: readonly RatingPair<R>[]): (readonly [R, R])[] {
  return pairs.flatMap(([a, b]) => (a === null || b === null ? [] : [[a, b] as const]));
}

/** 1 - observed / expected disagreement; both here times the number of pairs. */
function kappaOf<R extends Rating>(
  pairs: readonly RatingPair<R>[],
  disagreement: Disagreement<R>,
): number | null {
  const given = bothGiven(pairs);
  let observed = 0;
  for (const [a, b] of given) observed += disagreement(a, b);
  const first = countRatings(given.map(([a]) => a));
  const second = countRatings(given.map(([, b]) => b));
  let expected = 0;
  for (const [a, m] of first) for (const [b, n] of second) expected += m * n * disagreement(a, b);
  expected /= given.length;
  return expected > 0 ? 1 - observed / expected : null;
}

/**
 * Fleiss' kappa of any raters, not the same ones for each unit: 1 is agreement, 0 chance. As published for as many
 * ratings on each unit; with different numbers each unit counts once and chance is taken from all ratings. Units with
 * fewer than two ratings count for nothing. Null without units, and where all ratings are the same (Fleiss 1971).
 *
 * yes yes, yes yes, yes no, no no: 0.467.
 */
export function fleissKappa<R extends Rating>(units: readonly RatingUnit<R>[]): number | null {
  const counted = countUnits(units, 2);
  let agreement = 0;
  let ratings = 0;
  for (const { raters, counts } of counted) {
    for (const count of counts.values()) agreement += (count * (count - 1)) / (raters * (raters - 1));
    ratings += raters;
  }
  agreement /= counted.length;
  let chance = 0;
  for (const count of sumByRating(counted, (n) => n).values()) chance += (count / ratings) ** 2;
  return counted.length > 0 && chance < 1 ? (agreement - chance) / (1 - chance) : null;
}
