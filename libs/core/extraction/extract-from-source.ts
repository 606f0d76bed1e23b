import { readableText } from '#core/text';
import type { EditedText, TextSpan } from '#core/text';
import type { Candidate } from './candidate.js';
import type { TextMeta } from './document-structure.js';
import { findCandidates } from './extract-candidates.js';
import type { LikelihoodOptions } from './read-likelihood.js';
import { readLanguage } from './looks-english.js';

/**
 * Finds the predictions in a text as it was published or pasted. It is read as a reader sees it: without tags and
 * invisible characters that were left in, and in its English paragraphs. Deterministic: the same text, meta and
 * `EXTRACTOR_VERSION` give the same list. Never throws on any string; text that is not English gives none.
 *
 * @param text the text as it is; offsets (UTF-16 code units) refer to it, byte order mark, CRLF and tags included
 * @param meta what is known about it; header lines and the opening of the text fill in what is missing
 * @param options the yardstick by which words of likelihood are read
 * @returns candidates in order of place; `quote === text.slice(start, end)` for every one
 * @example extractCandidates('Prices <b>will</b> fall by 2031.', {})[0]?.quote === 'Prices <b>will</b> fall by 2031.'
 */
export function extractCandidates(
  text: string,
  meta: TextMeta,
  options: LikelihoodOptions = {},
): Candidate[] {
  const readable = readableText(text);
  const { isEnglish, foreign } = readLanguage(readable.text);
  if (!isEnglish) return [];
  return findCandidates(blankOut(readable.text, foreign), meta, options).map((candidate) =>
    lead(candidate, text, readable),
  );
}

/** Foreign stretches as blanks of the same length, so that places stay. */
export function blankOut(text: string, spans: readonly TextSpan[]): string {
  if (spans.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(from, start), ' '.repeat(end - start));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** Leads a candidate's places back to the text as it is; its quote is what stands there. */
function lead(candidate: Candidate, text: string, readable: EditedText): Candidate {
  if (readable.text === text) return candidate;
  const { start, end } = readable.toSource(candidate);
  return {
    ...candidate,
    quote: text.slice(start, end),
    start,
    end,
    also: candidate.also.map((span) => readable.toSource(span)),
  };
}
