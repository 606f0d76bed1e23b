import { countUnits, type Rating, type RatingUnit, sumByRating } from './rating-units.js';

/**
 * Raw agreement: the chance that two raters of one thing, drawn at random, say the same; 0-1, higher is better. Mean over
 * units with two ratings or more; null without one. It is high by itself where one answer is much more frequent.
 * yes yes, yes yes, yes no, no no: 0.75.
 */
export function rawAgreement<R extends Rating>(units: readonly RatingUnit<R>[]): number | null {
  const counted = countUnits(units, 2);
  if (counted.length === 0) return null;
  let sum = 0;
  for (const { raters, counts } of counted)
    for (const count of counts.values()) sum += (count * (count - 1)) / (raters * (raters - 1));
  return sum / counted.length;
}

/**
 * Gwet's AC1: agreement beyond chance, where chance is that raters guess, and only on what is hard. 1 is agreement, 0
 * chance. Unlike kappa and alpha it does not collapse where nearly all verdicts are the same. Any raters, missing ratings
 * allowed. `categories` is how many answers there were to choose from, by default those that were chosen. Null without a
 * unit of two ratings, and with a single category, where there was nothing to choose (Gwet 2008).
 *
 * yes yes, yes yes, yes no, no no: 0.529. Nine times yes yes and once yes no: 0.890, where kappa is 0.
 *
 * @throws RangeError where more categories were chosen than there are said to be
 */
export function gwetAC1<R extends Rating>(
  units: readonly RatingUnit<R>[],
  categories?: number,
): number | null {
  const agreement = rawAgreement(units);
  const rated = countUnits(units, 1);
  const shares = [...sumByRating(rated, (count, raters) => count / raters / rated.length).values()];
  const choices = categories ?? shares.length;
  if (shares.length > choices)
    throw new RangeError(`${String(shares.length)} categories were chosen of ${String(choices)}.`);
  if (agreement === null || choices < 2) return null;
  const chance = shares.reduce((sum, share) => sum + share * (1 - share), 0) / (choices - 1);
  return (agreement - chance) / (1 - chance);
}
