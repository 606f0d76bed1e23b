import { group } from 'd3-array';
import type { MatchState, MatchStrength } from '#core/domain';

/** A match of one report, as far as those of its story are told apart. */
export interface StoryMatch {
  readonly clusterId: string;
  readonly propositionId: string;
  readonly score: number;
  readonly strength: MatchStrength;
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
 * One suggestion for each story and proposition, however many outlets report it: the best report's, which is the strongest and then the highest by score. A pair that was
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
    if (rival === undefined || isBetter(match, rival)) best.set(pairOf(match), match);
  }
  const before = group(known, pairOf);
  const fresh: T[] = [];
  const better: { id: string; by: T }[] = [];
  for (const [pair, match] of best) {
    const there = before.get(pair) ?? [];
    if (there.length === 0) fresh.push(match);
    else if (there.every(({ state }) => state === 'suggested')) {
      const highest = there.reduce((a, b) => (isBetter(b, a) ? b : a));
      if (isBetter(match, highest)) better.push({ id: highest.id, by: match });
    }
  }
  return { fresh, better };
}

const RANK: Readonly<Record<MatchStrength, number>> = { weak: 0, suggest: 1, strong: 2 };

/** Strong before suggested: a high score alone may belong to a report of something else, or of another time. */
function isBetter(a: StoryMatch, b: StoryMatch): boolean {
  return RANK[a.strength] - RANK[b.strength] > 0 || (a.strength === b.strength && a.score > b.score);
}

function pairOf({ clusterId, propositionId }: StoryMatch): string {
  return `${clusterId} ${propositionId}`;
}
