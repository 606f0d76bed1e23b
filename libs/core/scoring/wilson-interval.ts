/** Ends of an interval of a share, both 0-1, low <= high. */
export interface ShareInterval {
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 % of the normal distribution. */
export const Z_95 = 1.959963984540054;

/**
 * 95 % interval of a share by Wilson's score method (Wilson 1927): stays within 0-1 and has a width even at 0 and n hits.
 * `n` may be a sum of weights and `hits` a fraction of it; null at n = 0, where nothing was seen.
 * wilsonInterval(3, 3) is 0.44-1, wilsonInterval(24, 30) is 0.627-0.905.
 *
 * @throws RangeError where hits are negative or more than n
 */
export function wilsonInterval(hits: number, n: number): ShareInterval | null {
  if (!(hits >= 0 && hits <= n))
    throw new RangeError(`${String(hits)} hits of ${String(n)} are not a share.`);
  if (n === 0) return null;
  const share = hits / n;
  const z2 = Z_95 ** 2;
  const centre = share + z2 / (2 * n);
  const half = Z_95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  return { low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale) };
}
