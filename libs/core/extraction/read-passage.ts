import { readableText, trimSpan } from '#core/text';
import type { TextSpan } from '#core/text';
import type { Candidate } from './candidate.js';
import type { TextMeta } from './document-structure.js';
import { draftCandidates } from './draft-candidates.js';
import type { Draft } from './draft-candidates.js';
import { modelCandidates } from './model-candidates.js';
import { findDeadlines } from './read-deadline.js';
import type { LikelihoodOptions } from './read-likelihood.js';

/** Texts are read whole up to here: who wrote what and under which heading is told by what stands before. */
const READ_WHOLE = 60_000;
/** Of longer ones so much before and after the passage. */
const AROUND = 20_000;
const PART_UP_TO = 0.7;

/**
 * Reads a passage that a person marked, as the rules would have, had they found it: claimant, likelihood, deadline and
 * condition come from the clause of the passage where there is one, else from its words alone. What was marked is the
 * quote, whatever the rules would have cut out.
 *
 * @param text the text as it is
 * @param meta what is known about it
 * @param span where the passage stands, in UTF-16 code units; blanks at its ends are left out
 * @param options the yardstick by which words of likelihood are read
 * @returns the candidate, or null where nothing but blanks was marked
 * @example readPassage('Prices will fall by 2031.', {}, { start: 0, end: 25 })?.deadline?.deadlineOn // '2031-12-31'
 */
export function readPassage(
  text: string,
  meta: TextMeta,
  span: TextSpan,
  options: LikelihoodOptions = {},
): Candidate | null {
  const place = trimSpan(text, span);
  if (place.start >= place.end) return null;
  const words = readWords(text, meta, place, options);
  const clause = readClause(text, meta, place, options);
  const found = clause === null ? words : { ...clause, ...wordingOf(clause, words, place) };
  return {
    ...found,
    ...place,
    quote: text.slice(place.start, place.end),
    also: [],
    tier: 'proposed',
    score: 1,
    cues: [
      { code: 'PERSON', text: 'marked by a person' },
      ...found.cues.filter(({ code }) => code !== 'MODEL'),
    ],
  };
}

/** Where no more than half of a clause was marked, the other half is another statement: the marked words are drafted by themselves. */
function wordingOf(
  clause: Candidate,
  words: Candidate,
  place: TextSpan,
): Pick<Candidate, 'statement' | 'kind' | 'needsEdit'> {
  const isPart = place.end - place.start < (clause.end - clause.start) * PART_UP_TO;
  const { statement, kind, needsEdit } = isPart ? words : clause;
  return { statement, kind, needsEdit };
}

/** The clause that holds most of the passage, read in what stands around it. */
function readClause(
  text: string,
  meta: TextMeta,
  place: TextSpan,
  options: LikelihoodOptions,
): Candidate | null {
  const from = text.length <= READ_WHOLE ? 0 : lineStart(text, place.start - AROUND);
  const to = text.length <= READ_WHOLE ? text.length : place.end + AROUND;
  const readable = readableText(text.slice(from, to));
  const inText = (draft: Draft): TextSpan => {
    const { start, end } = readable.toSource(draft);
    return { start: start + from, end: end + from };
  };
  let best: { draft: Draft; shared: number } | null = null;
  for (const draft of draftCandidates(readable.text, meta, options)) {
    const { start, end } = inText(draft);
    const shared = Math.min(end, place.end) - Math.max(start, place.start);
    // At least half of what was marked is of the clause; of two alike the one more like a prediction.
    if (shared * 2 < place.end - place.start) continue;
    if (best === null || shared > best.shared || (shared === best.shared && draft.score > best.draft.score))
      best = { draft, shared };
  }
  return best === null ? null : best.draft.read(best.draft.score);
}

const lineStart = (text: string, at: number): number => (at <= 0 ? 0 : text.lastIndexOf('\n', at) + 1);

/** No clause: a heading, half a sentence, a line of a table. */
function readWords(text: string, meta: TextMeta, place: TextSpan, options: LikelihoodOptions): Candidate {
  const words = text.slice(place.start, place.end);
  const [time] = findDeadlines(words, meta.publishedOn ?? '2000-01-01').filter(({ isWeak }) => !isWeak);
  const deadline =
    time === undefined ? null : { start: place.start + time.start, end: place.start + time.end };
  const finding = { ...place, statement: null, claimant: null, hedge: null, deadline, condition: null };
  const [read] = modelCandidates(text, meta, [finding], '', options);
  if (read === undefined) throw new RangeError('A passage with words in it is always read.');
  return read;
}
