import type { StandingShape } from './board-shapes.js';

const byName = (a: StandingShape, b: StandingShape) =>
  a.name.localeCompare(b.name, 'en') || a.id.localeCompare(b.id);

/** A rank is shown only for an established record whose place nobody contests. */
export function shownRank(row: StandingShape): number | null {
  return row.record === 'established' && !row.suspended ? row.rank : null;
}

/** Ranked rows first, then those without one: by name, so that their order says nothing. */
function byRank(a: StandingShape, b: StandingShape): number {
  const [left, right] = [shownRank(a), shownRank(b)];
  return (left ?? Infinity) === (right ?? Infinity) ? byName(a, b) : (left ?? Infinity) - (right ?? Infinity);
}

/** The two parts of a board: those with enough to compare, and, in order of name, those building a record. */
export function orderStandings(standings: readonly StandingShape[]) {
  return {
    established: standings.filter((row) => row.record === 'established').sort(byRank),
    building: standings.filter((row) => row.record === 'building').sort(byName),
  };
}
