import type { Candidate } from './candidate.js';

const SHINGLE = 3;
/** Share of the shorter quote's word runs that must stand in the other for it to be the same thing said twice. */
const SAME_FROM = 0.8;

/**
 * Folds candidates that say the same thing in the same words (title, standfirst, caption) into the strongest of them;
 * the others' places go to `also`. Linear in the number of words, by an inverted index of word runs.
 */
export function mergeRepeats(candidates: readonly Candidate[]): Candidate[] {
  const kept: { candidate: Candidate; size: number }[] = [];
  const index = new Map<string, number[]>();
  for (const candidate of candidates) {
    const runs = wordRuns(candidate.quote);
    const twin = findTwin(runs, index, kept);
    // Two claims in one sentence may share words; only what stands elsewhere is a repeat.
    if (twin === null || overlaps(kept[twin]?.candidate, candidate)) {
      const id = kept.push({ candidate, size: runs.size }) - 1;
      for (const run of runs) {
        const ids = index.get(run);
        if (ids === undefined) index.set(run, [id]);
        // A run as common as this tells nothing; a bound keeps hostile repetition linear.
        else if (ids.length < 8) ids.push(id);
      }
      continue;
    }
    const first = kept[twin];
    if (first !== undefined)
      kept[twin] = { candidate: join(first.candidate, candidate), size: Math.max(first.size, runs.size) };
  }
  return kept.map((item) => item.candidate);
}

function overlaps(a: Candidate | undefined, b: Candidate): boolean {
  return a !== undefined && a.start < b.end && b.start < a.end && !(a.start === b.start && a.end === b.end);
}

function join(a: Candidate, b: Candidate): Candidate {
  const [main, other] = b.score > a.score + 0.05 && b.quote.length >= a.quote.length ? [b, a] : [a, b];
  const also = [...a.also, ...b.also, { start: other.start, end: other.end }].sort(
    (x, y) => x.start - y.start,
  );
  return { ...main, also };
}

function wordRuns(quote: string): Set<string> {
  const words = quote.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  if (words.length < SHINGLE) runs.add(words.join(' '));
  for (let i = 0; i + SHINGLE <= words.length; i += 1) runs.add(words.slice(i, i + SHINGLE).join(' '));
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
