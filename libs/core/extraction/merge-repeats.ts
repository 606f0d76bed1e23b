import { wordsIn } from '#core/text';
import type { TextSpan } from '#core/text';
import type { Candidate } from './candidate.js';

/** Words of a run. */
const SHINGLE = 3;
/** Share of the shorter quote's word runs that must stand in the other for it to be the same thing said twice. */
const SAME_FROM = 0.8;

/**
 * Folds candidates that say the same thing in the same words (title, standfirst, caption) into the strongest of them;
 * the others' places go to `also`. Linear in the number of words, by an inverted index of word runs.
 */
export function mergeRepeats(candidates: readonly Candidate[]): Candidate[] {
  const kept: Kept[] = [];
  const index = new Map<string, number[]>();
  for (const candidate of candidates) {
    const runs = wordRuns(candidate.quote);
    const twin = findTwin(runs, index, kept);
    // Two claims in one sentence may share words; only what stands elsewhere is a repeat.
    if (twin === null || overlaps(kept[twin]?.candidate, candidate)) {
      const id = kept.push({ candidate, size: runs.size, also: [...candidate.also] }) - 1;
      for (const run of runs) {
        const ids = index.get(run);
        if (ids === undefined) index.set(run, [id]);
        // A run as common as this tells nothing; a bound keeps hostile repetition linear.
        else if (ids.length < 8) ids.push(id);
      }
      continue;
    }
    const first = kept[twin];
    if (first !== undefined) take(first, candidate, runs.size);
  }
  return kept.map(({ candidate, also }) => ({ ...candidate, also: also.sort((x, y) => x.start - y.start) }));
}

/** A candidate that stands for its repeats; their places are put in order once, at the end. */
interface Kept {
  candidate: Candidate;
  /** Word runs of the longest quote. */
  size: number;
  readonly also: TextSpan[];
}

/** The stronger of the two stands for both, if its words say as much. */
function take(kept: Kept, other: Candidate, size: number): void {
  const { candidate } = kept;
  const isBetter = other.score > candidate.score + 0.05 && other.quote.length >= candidate.quote.length;
  const { start, end } = isBetter ? candidate : other;
  kept.also.push(...other.also, { start, end });
  if (isBetter) kept.candidate = other;
  kept.size = Math.max(kept.size, size);
}

function overlaps(a: Candidate | undefined, b: Candidate): boolean {
  return a !== undefined && a.start < b.end && b.start < a.end && !(a.start === b.start && a.end === b.end);
}

function wordRuns(quote: string): Set<string> {
  const words = wordsIn(quote.toLowerCase());
  const runs = new Set<string>();
  if (words.length < SHINGLE) runs.add(words.join(' '));
  for (let i = 0; i + SHINGLE <= words.length; i += 1)
    runs.add(`${words[i] ?? ''} ${words[i + 1] ?? ''} ${words[i + 2] ?? ''}`);
  return runs;
}

function findTwin(
  runs: ReadonlySet<string>,
  index: ReadonlyMap<string, readonly number[]>,
  kept: readonly { size: number }[],
): number | null {
  const counts = new Map<number, number>();
  for (const run of runs) for (const id of index.get(run) ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const [id, count] of counts) {
    const smaller = Math.min(runs.size, kept[id]?.size ?? 0);
    const larger = Math.max(runs.size, kept[id]?.size ?? 0);
    // Two short quotes share a run easily; then they must agree as a whole.
    if (smaller >= 5 ? count >= smaller * SAME_FROM : count === larger) return id;
  }
  return null;
}
