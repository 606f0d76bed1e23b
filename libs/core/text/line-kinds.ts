import type { TextSpan } from './text-span.js';

/** As much of a line as is looked at to tell its kind. */
const OPENING = 48;

const ITEM =
  /^(?:[-+*\u2022\u2023\u25aa\u25cf\u25e6\u2043\u00b7](?:\s|\p{Lu})|[\u2013\u2014]\s?(?=[\p{Lu}\d])|\(?\d{1,3}[.)]\s|\(?[a-zA-Z]\)\s|[a-z]\.\s|\[)/u;
/** "RICHARDS:", "Q:", "Dr. Low:", "Speaker 2 (off air):", "[00:12:31] ANNA LOW:". */
const LABEL =
  /^(?:[QA]|(?:Dr\.? |Mr\.? |Mrs\.? |Ms\.? |Prof\.? |Sen\.? )?\p{Lu}[\p{L}.'\u2019-]{0,20}(?: \p{Lu}[\p{L}.'\u2019-]{0,20}| \d{1,2}){0,2}(?: \([^)]{1,16}\))?):(?=\s|$)/u;
const HEADER_FIELD = /^(?:From|To|Cc|Bcc|Subject|Date|Sent|Reply-To|Title|Author|Outlet|Address):\s/u;

const openingOf = (text: string, line: TextSpan): string =>
  text.slice(line.start, Math.min(line.end, line.start + OPENING));

/** Whether a line begins something of its own, whatever stands before it: a list item, a speaker's turn, a header field. */
export function startsAnew(text: string, line: TextSpan): boolean {
  const opening = openingOf(text, line);
  return ITEM.test(opening) || LABEL.test(opening) || HEADER_FIELD.test(opening);
}

/** How many marks of quoted mail ("> > ") a line begins with; `at` is where its own words begin. */
export function quoteDepth(text: string, line: TextSpan): { readonly depth: number; readonly at: number } {
  let depth = 0;
  let at = line.start;
  for (
    let i = line.start;
    i < line.end && (text.charCodeAt(i) === 0x3e || text.charCodeAt(i) === 0x20);
    i += 1
  ) {
    if (text.charCodeAt(i) === 0x3e) depth += 1;
    at = i + 1;
  }
  return { depth, at };
}

/** Whether a line is never part of a longer paragraph: a Markdown heading, a ruled line, marks without a word. */
export function standsAlone(text: string, line: TextSpan): boolean {
  const opening = openingOf(text, line);
  return /^#{1,6}\s/u.test(opening) || !/[\p{L}\p{N}]/u.test(opening);
}

/** Whether a line is a row of a table: cells between bars, tabs or gaps of three blanks and more. */
export function isRow(text: string, line: TextSpan): boolean {
  let bars = 0;
  let gaps = 0;
  let blanks = 0;
  for (let i = line.start; i < line.end; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === 0x7c) bars += 1;
    if (unit === 0x09) gaps += 1;
    blanks = unit === 0x20 || unit === 0xa0 ? blanks + 1 : 0;
    if (blanks === 3) gaps += 1;
  }
  return bars >= 2 || gaps >= 2 || (gaps >= 1 && bars >= 1);
}
