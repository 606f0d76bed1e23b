/** Somebody with a rank on a board. */
export interface RankedSubject {
  readonly subjectId: string;
  readonly name: string;
  readonly rank: number;
}

/** Somebody who stood on one side of the subject before and stands on the other after, or on the same rank now. */
export interface PassedSubject {
  readonly subjectId: string;
  readonly name: string;
  readonly rankFrom: number;
  readonly rankTo: number;
}

/**
 * Who changed places with a subject between two boards, in the order of the later one. Only those with a rank on both
 * count, and nobody where the subject itself lacks one. Coming level, or apart from level, is a change of places.
 */
export function whoPassed(
  subjectId: string,
  before: readonly RankedSubject[],
  after: readonly RankedSubject[],
): PassedSubject[] {
  const ranks = new Map(before.map((row) => [row.subjectId, row.rank]));
  const from = ranks.get(subjectId);
  const to = after.find((row) => row.subjectId === subjectId)?.rank;
  if (from === undefined || to === undefined) return [];
  return after.flatMap((row) => {
    const was = ranks.get(row.subjectId);
    if (was === undefined || Math.sign(was - from) === Math.sign(row.rank - to)) return [];
    return [{ subjectId: row.subjectId, name: row.name, rankFrom: was, rankTo: row.rank }];
  });
}
