/** Days a match keeps its full weight. */
const KNEE_DAYS = 3.5;

/**
 * The weight of a match in a list, by age: full for 3.5 days, then falling with the square of the age. For the order
 * of what waits only, never for its strength: an old report settles a proposition as well as a new one.
 * Source: Metaculus, in-the-news ranking (knee 3.5 days, exponent -2).
 *
 * @param score match score, 0-1
 * @param ageDays days since the event was published; below 0 counts as 0
 * @returns 0-1
 * @example agedScore(0.8, 7) // 0.2
 */
export function agedScore(score: number, ageDays: number): number {
  return ageDays <= KNEE_DAYS ? score : score * (KNEE_DAYS / ageDays) ** 2;
}
