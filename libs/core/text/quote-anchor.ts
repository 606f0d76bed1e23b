/** W3C TextQuote and TextPosition selectors in one: what was said, what stands around it, and where. */
export interface QuoteAnchor {
  readonly exact: string;
  /** Up to 32 UTF-16 code units before and after; shorter at the ends of the text or where a surrogate pair would be cut. */
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

export type QuoteLocation =
  | { readonly state: 'ANCHORED'; readonly start: number; readonly end: number }
  | { readonly state: 'AMBIGUOUS'; readonly starts: readonly number[] }
  | { readonly state: 'ORPHANED' };

const CONTEXT = 32;
/** More places than this help nobody; the search stops there, which also bounds its cost. */
const MAX_PLACES = 1_000;

function cutsPair(text: string, at: number): boolean {
  const low = text.charCodeAt(at);
  const high = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff;
}

/**
 * Makes the anchor of `text.slice(start, end)`. A boundary inside a surrogate pair is moved outwards to take the pair whole.
 *
 * @param start first UTF-16 code unit of the quote
 * @param end one past the last
 * @throws RangeError when the span is empty or not inside the text
 * @example makeQuoteAnchor('so it will rain', 3, 10) // { exact: 'it will', prefix: 'so ', suffix: ' rain', start: 3, end: 10 }
 */
export function makeQuoteAnchor(text: string, start: number, end: number): QuoteAnchor {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) {
    throw new RangeError(`A quote needs 0 <= start < end <= ${text.length}, not ${start}..${end}.`);
  }
  const from = cutsPair(text, start) ? start - 1 : start;
  const to = cutsPair(text, end) ? end + 1 : end;
  let before = Math.max(0, from - CONTEXT);
  if (cutsPair(text, before)) before += 1;
  let after = Math.min(text.length, to + CONTEXT);
  if (cutsPair(text, after)) after -= 1;
  return {
    exact: text.slice(from, to),
    prefix: text.slice(before, from),
    suffix: text.slice(to, after),
    start: from,
    end: to,
  };
}

/**
 * Finds an anchored quote again, in the same text or a changed one. Only exact matches count.
 * One place: found. Several: the one whose context matches; where contexts agree too, the old position decides,
 * and only if quote and context still stand there.
 *
 * @returns `ANCHORED` with the place, `AMBIGUOUS` with all places (at most 1000), or `ORPHANED`
 * @example locateQuote('it will rain', makeQuoteAnchor('so it will rain', 3, 10)) // { state: 'ANCHORED', start: 0, end: 7 }
 */
export function locateQuote(text: string, anchor: QuoteAnchor): QuoteLocation {
  if (anchor.exact === '') return { state: 'ORPHANED' };
  const length = anchor.exact.length;
  const starts = findAll(text, anchor.exact);
  const [first] = starts;
  if (first === undefined) return { state: 'ORPHANED' };
  if (starts.length === 1) return { state: 'ANCHORED', start: first, end: first + length };
  const inContext = starts.filter((start) => contextMatches(text, start, anchor));
  const [only] = inContext;
  if (inContext.length === 1 && only !== undefined)
    return { state: 'ANCHORED', start: only, end: only + length };
  if (text.startsWith(anchor.exact, anchor.start) && contextMatches(text, anchor.start, anchor)) {
    return { state: 'ANCHORED', start: anchor.start, end: anchor.start + length };
  }
  return { state: 'AMBIGUOUS', starts: inContext.length > 0 ? inContext : starts };
}

function findAll(text: string, exact: string): number[] {
  const starts: number[] = [];
  let at = text.indexOf(exact);
  while (at !== -1 && starts.length < MAX_PLACES) {
    starts.push(at);
    at = text.indexOf(exact, at + 1);
  }
  return starts;
}

function contextMatches(text: string, start: number, anchor: QuoteAnchor): boolean {
  const before = text.slice(Math.max(0, start - anchor.prefix.length), start);
  return before === anchor.prefix && text.startsWith(anchor.suffix, start + anchor.exact.length);
}
