import type { Candidate } from './candidate.js';
import { clauseCandidates } from './clause-candidate.js';
import { CLAUSE_WEIGHTS } from './clause-weights.js';
import type { TextMeta } from './document-structure.js';
import { draftCandidates } from './draft-candidates.js';
import type { Draft } from './draft-candidates.js';
import type { LikelihoodOptions } from './read-likelihood.js';
import { mergeRepeats } from './merge-repeats.js';

/**
 * Finds the predictions in an English text without markup (`extractCandidates` sees to both). Deterministic: the same
 * text, meta and `EXTRACTOR_VERSION` give the same list. Never throws on any string.
 *
 * @param text the text; offsets (UTF-16 code units) refer to it, byte order mark and CRLF included
 * @param meta what is known about it; header lines and the opening of the text fill in what is missing
 * @param options the yardstick by which words of likelihood are read
 * @returns candidates in order of place; `quote === text.slice(start, end)` for every one
 * @example findCandidates('Prices will fall by 2031.', { author: 'A. Low' })[0]?.deadline?.deadlineOn === '2031-12-31'
 */
export function findCandidates(text: string, meta: TextMeta, options: LikelihoodOptions = {}): Candidate[] {
  return selectCandidates(text, draftCandidates(text, meta, options));
}

export interface Thresholds {
  readonly proposedFrom: number;
  readonly maybeFrom: number;
}

/** The drafts worth showing, each of one place once. */
export function selectCandidates(
  text: string,
  drafts: readonly Draft[],
  { proposedFrom, maybeFrom }: Thresholds = CLAUSE_WEIGHTS,
): Candidate[] {
  const kept = readAll(drafts.filter((draft) => draft.score >= maybeFrom))
    .map((candidate): Candidate => ({
      ...candidate,
      tier: candidate.score >= proposedFrom ? 'proposed' : 'maybe',
    }))
    // The last guard of the contract: what is not verbatim in the text is not shown.
    .filter(
      (candidate) => candidate.quote !== '' && candidate.quote === text.slice(candidate.start, candidate.end),
    );
  return mergeRepeats(kept);
}

/** So many clauses are read together: enough for speed, and what is worked out on the way does not pile up. */
const TOGETHER = 100;

/** Reads drafts; those of clauses together, which is faster. */
function readAll(drafts: readonly Draft[]): Candidate[] {
  const clauses = drafts.filter(({ clause }) => clause !== null);
  const read: Candidate[] = [];
  for (let from = 0; from < clauses.length; from += TOGETHER) {
    const some = clauses.slice(from, from + TOGETHER);
    read.push(
      ...clauseCandidates(
        some.flatMap(({ clause }) => clause ?? []),
        some.map(({ score }) => score),
      ),
    );
  }
  let next = 0;
  return drafts.map((draft) => {
    const candidate = draft.clause === null ? undefined : read[next];
    if (candidate === undefined) return draft.read(draft.score);
    next += 1;
    return candidate;
  });
}
