import type { TextSpan } from '#core/text';
import type { Paragraph } from './document-structure.js';
import { isSpeech } from './find-attributions.js';
import type { Attribution } from './find-attributions.js';

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
    item.paragraph.quotes.filter(isSpeech).map((quote) => ({ quote, said: nearest(text, quote, item) })),
  );
  const result: Map<TextSpan, string | null>[] = [];
  let last: string | null = null;
  heard.forEach((item, k) => {
    const quotes = own[k] ?? [];
    const run = runSpeaker(own, heard, k);
    const quoted = new Map<TextSpan, string | null>();
    quotes.forEach(({ quote, said }, n) => {
      const before = n === 0 ? undefined : quoted.get(quotes[n - 1]?.quote ?? quote);
      const after = quotes.slice(n + 1).find((other) => other.said !== undefined)?.said;
      const opens = quote.start <= item.paragraph.start + 3;
      const guess =
        (isPartOfRun(item.paragraph, quote) ? run : null) ??
        before ??
        after ??
        (opens || n > 0 ? last : null) ??
        lastMentioned(quote, item.attributions);
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

function isPartOfRun(paragraph: Paragraph, quote: TextSpan): boolean {
  const found = paragraph.quotes.find((item) => item.start === quote.start);
  return found !== undefined && (found.isOpen || found.isContinued);
}

type Said = { readonly quote: TextSpan; readonly said: string | null | undefined };

/** Who says the quotation that runs through paragraph `k`: named at its beginning, at its end, or before it. */
function runSpeaker(
  own: readonly (readonly Said[])[],
  heard: readonly HeardParagraph[],
  k: number,
): string | null {
  let first = k;
  while (first > 0 && heard[first]?.paragraph.quotes[0]?.isContinued === true) first -= 1;
  const named = ofRun(own[first]?.at(-1));
  if (named !== null) return named;
  for (let i = first + 1; i < heard.length && heard[i]?.paragraph.quotes[0]?.isContinued === true; i += 1) {
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
  quote: TextSpan,
  { attributions, beforeColon, paragraph }: HeardParagraph,
): string | null | undefined {
  const after = attributions.find((item) => item.verbAt >= quote.end);
  const before = attributions.filter((item) => item.verbAt < quote.start).pop();
  const gapAfter = after === undefined ? Infinity : after.fromAt - quote.end;
  const gapBefore = before === undefined ? Infinity : quote.start - before.verbAt;
  const isCutOff = (from: number, to: number): boolean =>
    paragraph.quotes.some(
      (other) => isSpeech(other) && other !== quote && other.start >= from && other.end <= to,
    );
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
    !isCutOff(before.verbAt, quote.start) &&
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
  return attributions.filter((item) => item.name !== null).pop()?.name ?? null;
}

function lastMentioned(quote: TextSpan, attributions: readonly Attribution[]): string | null {
  return attributions.filter((item) => item.verbAt < quote.start && item.name !== null).pop()?.name ?? null;
}
