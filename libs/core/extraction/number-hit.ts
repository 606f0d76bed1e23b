import { round } from './likelihood-bands.js';
import { boundOf } from './number-context.js';

/** A probability said in numbers, and its place in the text (UTF-16 code units). */
export interface NumberHit {
  readonly low: number;
  readonly point: number;
  readonly high: number;
  readonly start: number;
  readonly end: number;
}

/** "More than a third" is a third and a bit: the point stays this near to the number, where the middle would be far off. */
const NEAR = 0.125;

/** Null where the numbers are no probability; bounds ("more than 90%") open towards 1 or 99 percent. */
export function hitAt(text: string, low: number, high: number, start: number, end: number): NumberHit | null {
  if (!(low >= 0 && high <= 1 && low <= high)) return null;
  const open = (from: number, to: number, point = (from + to) / 2): NumberHit => ({
    low: round(from),
    point: round(point),
    high: round(to),
    start,
    end,
  });
  const ceiling = low < 0.99 ? 0.99 : 1;
  const floor = high > 0.01 ? 0.01 : 0;
  switch (low === high ? boundOf(text, start, end) : null) {
    case 'above':
      return open(low, ceiling, Math.min((low + ceiling) / 2, low + NEAR));
    case 'below':
      return open(floor, high, Math.max((floor + high) / 2, high - NEAR));
    case 'justAbove':
      return open(low, Math.min(1, low + 0.05));
    case 'justBelow':
      return open(Math.max(0, high - 0.05), high);
    default:
      return open(low, high);
  }
}
