/** What a rater chose; numbers where categories have an order. */
export type Rating = string | number;

/** One thing that was rated: the ratings it got, from whomever; null where a rater gave none. */
export type RatingUnit<R extends Rating = Rating> = readonly (R | null)[];

/** How often each rating was given to one thing, and by how many raters in all. */
export interface UnitCounts<R extends Rating = Rating> {
  readonly raters: number;
  readonly counts: ReadonlyMap<R, number>;
}

/** Counts of each unit with at least `minRaters` ratings. */
export function countUnits<R extends Rating>(
  units: readonly RatingUnit<R>[],
  minRaters: number,
): UnitCounts<R>[] {
  return units.flatMap((unit) => {
    const given = unit.filter((rating) => rating !== null);
    return given.length < minRaters ? [] : [{ raters: given.length, counts: countRatings(given) }];
  });
}

/** How often each rating is in a list. */
export function countRatings<R extends Rating>(ratings: readonly R[]): Map<R, number> {
  const counts = new Map<R, number>();
  for (const rating of ratings) counts.set(rating, (counts.get(rating) ?? 0) + 1);
  return counts;
}

/** Sums of a value for each rating over units. */
export function sumByRating<R extends Rating>(
  units: readonly UnitCounts<R>[],
  value: (count: number, raters: number) => number,
): Map<R, number> {
  const sums = new Map<R, number>();
  for (const { raters, counts } of units)
    for (const [rating, count] of counts) sums.set(rating, (sums.get(rating) ?? 0) + value(count, raters));
  return sums;
}
