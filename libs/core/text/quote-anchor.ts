/** W3C TextQuote and TextPosition selectors in one: what was said, what stands around it, and where. */
export interface QuoteAnchor {
  readonly exact: string;
  /** Up to 32 UTF-16 code units before and after; shorter at the ends of the text or where a surrogate pair would be cut. */
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

const CONTEXT = 32;

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
