import type { TextSpan } from '#core/text';
import type { Paragraph } from './document-structure.js';
import type { Attribution } from './find-attributions.js';
import type { Quotation } from './quotations.js';

/** A paragraph with who is said to say something in it, and who its last clause is about. */
export interface HeardParagraph {
  readonly paragraph: Paragraph;
  readonly attributions: readonly Attribution[];
  /** The person spoken of last, at the end of the paragraph. */
  readonly personAtEnd: string | null;
  /** Who is spoken of before a colon that introduces a quotation, by the offset of the colon. */
  readonly beforeColon: ReadonlyMap<number, string>;
}

/** Who says each quotation, by paragraph. Null: nobody is named. */
export type QuoteSpeakers = ReadonlyMap<TextSpan, string | null>;

/** Beyond this distance (UTF-16 code units) a reporting verb belongs to something else than the quotation. */
const NEAR_QUOTE = 140;
const NEAR_AFTER = 24;

/**
 * Who says each quotation of a text: the reporting verb next to it; for a quotation that runs over paragraphs, the verb
 * next to any of its parts; else whoever was quoted before in the paragraph, is quoted next, or spoke last.
 */
export function quoteSpeakers(text: string, heard: readonly HeardParagraph[]): QuoteSpeakers[] {
  const own = heard.map((item) =>
    item.paragraph.quotes
      .filter((quote) => quote.isSpeech)
      .map((quote, n, all) => ({ quote, said: nearest(text, quote, all[n - 1], item) })),
  );
  const result: Map<TextSpan, string | null>[] = [];
  let last: string | null = null;
  heard.forEach((item, k) => {
    const quotes = own[k] ?? [];
    const run = runSpeaker(own, heard, k);
    const following = saidNext(quotes);
    const quoted = new Map<TextSpan, string | null>();
    quotes.forEach(({ quote, said }, n) => {
      const before = n === 0 ? undefined : quoted.get(quotes[n - 1]?.quote ?? quote);
      const after = following[n];
      const opens = quote.start <= item.paragraph.start + 3;
      const guess =
        (quote.isOpen || quote.isContinued ? run : null) ??
        before ??
        after ??
        (opens || n > 0 ? last : null) ??
        lastMentioned(quote, item.attributions) ??
        (isWholeSentence(text, quote, item.paragraph) ? item.personAtEnd : null);
      quoted.set(quote, said !== undefined ? said : guess);
    });
    result.push(quoted);
    fillBack(result, heard, own, k);
    last =
      [...quoted.values()].filter((name) => name !== null).pop() ??
      lastNamed(item.attributions) ??
      (quotes.length > 0 ? last : item.personAtEnd);
  });
  return result;
}

/** Paragraphs of nothing but quotation that name nobody belong to whoever is named in the next one. */
function fillBack(
  result: readonly Map<TextSpan, string | null>[],
  heard: readonly HeardParagraph[],
  own: readonly (readonly Said[])[],
  k: number,
): void {
  const name = own[k]?.find((item) => item.said !== undefined)?.said ?? null;
  if (name === null) return;
  for (let i = k - 1; i >= 0 && k - i <= 3; i -= 1) {
    const { paragraph } = heard[i] ?? {};
    const quote = paragraph?.quotes[0];
    if (
      paragraph === undefined ||
      quote === undefined ||
      quote.end - quote.start < (paragraph.end - paragraph.start) * 0.9
    )
      return;
    const entries = result[i];
    if (entries === undefined || [...entries.values()].some((value) => value !== null)) return;
    for (const key of entries.keys()) entries.set(key, name);
  }
}

/** A quotation that stands as a sentence of its own, after others of the paragraph. */
function isWholeSentence(text: string, quote: Quotation, paragraph: Paragraph): boolean {
  return (
    paragraph.sentences.some(({ start }) => start === quote.start - 1 && start > paragraph.start) &&
    /[.!?\u2026]$/u.test(text.slice(quote.end - 1, quote.end))
  );
}

/** For each quotation whoever is named for a later one of the paragraph. */
function saidNext(quotes: readonly Said[]): (string | null | undefined)[] {
  const next: (string | null | undefined)[] = [];
  let said: string | null | undefined;
  for (let n = quotes.length - 1; n >= 0; n -= 1) {
    next[n] = said;
    said = quotes[n]?.said ?? said;
  }
  return next;
}

interface Said {
  readonly quote: Quotation;
  /** Undefined where nobody is named next to it. */
  readonly said: string | null | undefined;
}

/** A quotation that runs on longer than this (in paragraphs) is a document of its own. */
const LONGEST_RUN = 60;

/** Who says the quotation that runs through paragraph `k`: named at its beginning, at its end, or before it. */
function runSpeaker(
  own: readonly (readonly Said[])[],
  heard: readonly HeardParagraph[],
  k: number,
): string | null {
  let first = k;
  while (first > 0 && k - first < LONGEST_RUN && heard[first]?.paragraph.quotes[0]?.isContinued === true)
    first -= 1;
  const named = ofRun(own[first]?.at(-1));
  if (named !== null) return named;
  const end = Math.min(heard.length, first + LONGEST_RUN);
  for (let i = first + 1; i < end && heard[i]?.paragraph.quotes[0]?.isContinued === true; i += 1) {
    const said = ofRun(own[i]?.[0]);
    if (said !== null) return said;
  }
  const lead = heard[first - 1];
  return lead === undefined ? null : (lastNamed(lead.attributions) ?? lead.personAtEnd);
}

function ofRun(item: Said | undefined): string | null {
  return item?.said ?? null;
}

/** The speaker named right after or right before a quotation; undefined where nobody is. */
function nearest(
  text: string,
  quote: Quotation,
  earlier: Quotation | undefined,
  { attributions, beforeColon, paragraph }: HeardParagraph,
): string | null | undefined {
  const after = attributions[firstFrom(attributions, quote.end)];
  const before = attributions[firstFrom(attributions, quote.start) - 1];
  const gapAfter = after === undefined ? Infinity : after.fromAt - quote.end;
  const gapBefore = before === undefined ? Infinity : quote.start - before.verbAt;
  const isCutOff = (verbAt: number): boolean => earlier !== undefined && earlier.start >= verbAt;
  const lead = text.slice(Math.max(paragraph.start, quote.start - 4), quote.start - 1);
  const isIntroduced = /[:,]\s*[*_]*$/u.test(lead);
  // '"A will," said X.' stands closer than 'Y said: "A will."' only where nothing introduces the quotation.
  if (
    after !== undefined &&
    gapAfter <= NEAR_AFTER &&
    after.isTrailing &&
    !(isIntroduced && gapBefore <= NEAR_QUOTE && /:\s*[*_]*$/u.test(lead))
  )
    return after.name;
  if (/:\s*[*_]*$/u.test(lead)) {
    const colon = quote.start - 1 - (lead.length - lead.lastIndexOf(':'));
    if (
      before !== undefined &&
      gapBefore <= NEAR_QUOTE &&
      !isSentenceBetween(text, before.verbAt, quote.start)
    )
      return before.name;
    const subject = beforeColon.get(colon);
    if (subject !== undefined) return subject;
  }
  if (
    before !== undefined &&
    gapBefore <= NEAR_QUOTE &&
    !isCutOff(before.verbAt) &&
    (isIntroduced || !isSentenceBetween(text, before.verbAt, quote.start))
  )
    return before.name;
  if (after !== undefined && gapAfter <= NEAR_AFTER && !isSentenceBetween(text, quote.end + 1, after.verbAt))
    return after.name;
  return undefined;
}

function isSentenceBetween(text: string, from: number, to: number): boolean {
  return /[.!?]["\u201d\u2019')]?\s+["\u201c\u2018']?\p{Lu}/u.test(text.slice(from, to));
}

function lastNamed(attributions: readonly Attribution[]): string | null {
  return lastNamedBefore(attributions, attributions.length);
}

function lastMentioned(quote: TextSpan, attributions: readonly Attribution[]): string | null {
  return lastNamedBefore(attributions, firstFrom(attributions, quote.start));
}

function lastNamedBefore(attributions: readonly Attribution[], end: number): string | null {
  for (let i = end - 1; i >= 0; i -= 1) {
    const name = attributions[i]?.name ?? null;
    if (name !== null) return name;
  }
  return null;
}

/** Index of the first attribution whose verb stands at `offset` or later; they are in order. */
function firstFrom(attributions: readonly Attribution[], offset: number): number {
  let low = 0;
  let high = attributions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((attributions[middle]?.verbAt ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
