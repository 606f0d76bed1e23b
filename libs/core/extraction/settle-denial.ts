import type { ClauseLikelihood } from './likelihood-of-clause.js';
import { mirror } from './read-likelihood.js';
import type { Statement } from './statement.js';

/** Words by which a statement still says no. */
const KEEPS_DENIAL =
  /\b(?:no|not|never|nor|neither|nobody|nothing|none|nowhere|cannot|without|hardly|few|unlikely|impossible|fails?)\b|n['\u2019]t\b/iu;

/**
 * Makes likelihood and statement agree on what was denied: the statement decides which negations were taken out, and the
 * band is that of the statement. A band that was read without seeing the denial ("No branch will close"), or with one that
 * the statement keeps ("a deal that will not last is likely"), is turned round. A number is turned only by the claim's own
 * negation: "unlikely, at 20%" gives the statement 20%, "a 20% chance that it will not" gives it 80%. A denial that stands
 * outside the words of a statement that says yes ("I doubt that | it will last") was read right and stays.
 *
 * @example settleDenial({ band: unhedged80to99, negated: false }, { text: 'It lasts', isDenied: true, isFrameDenied: false }).negated
 */
export function settleDenial(
  read: ClauseLikelihood,
  { text, isDenied, isFrameDenied }: Pick<Statement, 'text' | 'isDenied' | 'isFrameDenied'>,
): ClauseLikelihood {
  if (read.negated && !isDenied && !isFrameDenied && !KEEPS_DENIAL.test(text)) return read;
  const negated = isDenied !== isFrameDenied;
  const { band } = read;
  if (band === null || band.low === null || band.high === null || band.point === null)
    return { band, negated };
  const isSeen = band.basis === 'number' ? read.negated || !isDenied : read.negated === negated;
  if (isSeen) return { band, negated };
  const { low, point, high } = band;
  return { band: { ...band, ...mirror({ low, point, high }) }, negated };
}
