import { group } from 'd3-array';
import type { MatchState } from '#core/domain';

/** A match of one report, as far as those of its story are told apart. */
export interface StoryMatch {
  readonly clusterId: string;
  readonly propositionId: string;
  readonly score: number;
}

/** One that is there already. */
export interface KnownMatch extends StoryMatch {
  readonly id: string;
  readonly state: MatchState;
}

export interface MergedMatches<T> {
  /** To be suggested: nothing is known yet of the story and the proposition. */
  readonly fresh: readonly T[];
  /** Suggestions that a later report of the story makes better. */
  readonly better: readonly { readonly id: string; readonly by: T }[];
}

/**
 * One suggestion for each story and proposition, however many outlets report it: the best report's. A pair that was
 * rejected by any report of the story never returns, and one that was decided stays as it is.
 *
 * @param found in any order; equal scores go by the order given
 */
export function mergeMatches<T extends StoryMatch>(
  found: readonly T[],
  known: readonly KnownMatch[],
): MergedMatches<T> {
  const best = new Map<string, T>();
  for (const match of found) {
    const rival = best.get(pairOf(match));
    if (rival === undefined || match.score > rival.score) best.set(pairOf(match), match);
  }
  const before = group(known, pairOf);
  const fresh: T[] = [];
  const better: { id: string; by: T }[] = [];
  for (const [pair, match] of best) {
    const there = before.get(pair) ?? [];
    if (there.length === 0) fresh.push(match);
    else if (there.every(({ state }) => state === 'suggested')) {
      const highest = there.reduce((a, b) => (b.score > a.score ? b : a));
      if (match.score > highest.score) better.push({ id: highest.id, by: match });
    }
  }
  return { fresh, better };
}

function pairOf({ clusterId, propositionId }: StoryMatch): string {
  return `${clusterId} ${propositionId}`;
}
