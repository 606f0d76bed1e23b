import { gwetAC1 } from './agreement-coefficient.js';
import type { ReviewedItem } from './reviewer-reliability.js';

/** How far two reviewers agree on what both answered. */
export interface PairAgreement {
  /** The smaller id first. */
  readonly first: string;
  readonly second: string;
  /** Items both answered. */
  readonly n: number;
  /** Share of them with the same answer, 0-1. */
  readonly raw: number;
  /** Gwet's AC1 over them: at most 1, 0 is chance. Null where there was nothing to choose. */
  readonly ac1: number | null;
}

/**
 * Agreement of every two reviewers who have answered an item together, the pair with most of them first. `choices` is how
 * many answers there are to choose from. Two who agree far less than the others read the criteria in two ways; which of
 * them is wrong this cannot tell.
 *
 * Ann and Bob answer yes yes, yes yes, no yes of three choices: n 3, raw 0.667.
 *
 * @throws RangeError where more answers were chosen than there are said to be
 */
export function pairAgreement(items: readonly ReviewedItem[], choices: number): PairAgreement[] {
  const pairs = new Map<string, { first: string; second: string; units: [string, string][] }>();
  for (const { answers } of items) {
    const sorted = [...answers].sort((a, b) => (a.reviewerId < b.reviewerId ? -1 : 1));
    sorted.forEach((a, k) => {
      for (const b of sorted.slice(k + 1)) {
        const key = `${a.reviewerId} ${b.reviewerId}`;
        const pair = pairs.get(key) ?? { first: a.reviewerId, second: b.reviewerId, units: [] };
        pair.units.push([a.answer, b.answer]);
        pairs.set(key, pair);
      }
    });
  }
  return [...pairs.entries()]
    .sort(([a, { units: x }], [b, { units: y }]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([, { first, second, units }]) => ({
      first,
      second,
      n: units.length,
      raw: units.filter(([a, b]) => a === b).length / units.length,
      ac1: gwetAC1(units, choices),
    }));
}
