import type { RankedSubject } from './who-passed.js';

/** Somebody who stands on another rank than before; `from` is null for who had none. */
export interface RankMove {
  readonly subjectId: string;
  readonly name: string;
  readonly from: number | null;
  readonly to: number;
}

/**
 * Who moved between two boards, the longest ways first, whoever came new at the end in order of rank. Who has no rank
 * any more is not named: a rank is also gone while an appeal is heard.
 * From A 1, B 2 to B 1, A 2, C 3: B 2 to 1, A 1 to 2, C to 3.
 */
export function rankMoves(before: readonly RankedSubject[], after: readonly RankedSubject[]): RankMove[] {
  const ranks = new Map(before.map(({ subjectId, rank }) => [subjectId, rank]));
  return after
    .map(({ subjectId, name, rank }) => ({ subjectId, name, from: ranks.get(subjectId) ?? null, to: rank }))
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => way(b) - way(a) || a.to - b.to || (a.subjectId < b.subjectId ? -1 : 1));
}

function way({ from, to }: RankMove): number {
  return from === null ? 0 : Math.abs(from - to);
}
