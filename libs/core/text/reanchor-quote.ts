import type { ReanchoringDoubt } from '#core/domain';
import search from 'approx-string-match';
import { distance } from 'fastest-levenshtein';
import type { QuoteAnchor } from './quote-anchor.js';
import { splitSentences } from './split-sentences.js';

/** A place in a text where an anchored quote may stand, and how well it fits, 0 to 1. */
export interface QuotePlace {
  readonly start: number;
  readonly end: number;
  readonly fit: number;
}

export type Reanchoring =
  | { readonly state: 'ANCHORED'; readonly place: QuotePlace; readonly isExact: boolean }
  | {
      readonly state: 'AMBIGUOUS';
      readonly places: readonly QuotePlace[];
      readonly doubt: ReanchoringDoubt;
    }
  | { readonly state: 'ORPHANED' };

/** A place is taken from this fit on, and only this far ahead of the next. */
const LEAST_FIT = 0.9;
const LEAST_MARGIN = 0.1;
/** What fits worse is not worth showing to a person. */
const WORTH_SHOWING = 0.5;
/** Parts of the fit: the quote, what stands before it, what stands behind it, the place in the text. */
const WEIGHTS = { exact: 50, prefix: 20, suffix: 20, position: 2 } as const;
/** More places than this help nobody, and the bound keeps the work linear in the text. */
const MAX_PLACES = 20;
/** So many of a quote's characters may have changed for its place to be found at all. */
const MOST_CHANGED = 0.4;
/** Shorter quotes are turns of phrase: the same words need not be of the same sentence where other ones stand around them. */
const LONG_QUOTE = 48;
/** Of a sentence, at most so much before and behind the quote is looked at. */
const LONGEST_REST = 600;
/** Sentences differ in these by a letter or two and say the opposite or something else. */
const WORD_THAT_MATTERS =
  /\p{N}[\p{N}.,:/%-]*|\b(?:not|no|never|none|nor|neither|without|cannot|unlikely|hardly)\b|n['’]t\b/giu;

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the place of an anchored quote in a later text of the same source. Taken is the one place with the very words, if
 * they also stood once in the old text; or the one whose words and surroundings fit to 0.90 and 0.10 better than the next.
 * In both cases the sentence it stands in must be much as it was, with the same numbers and negations, and nothing else
 * may be as good a heir to the quote. Everything else is for a person to decide: nothing moves to a look-alike.
 *
 * The fit is (50 quote + 20 prefix + 20 suffix + 2 position) / 92, each part 1 - edit distance / length, after the
 * weights Hypothesis gives to its selectors.
 *
 * @param anchor as `makeQuoteAnchor` made it of `from`
 * @param from the text it was made of
 * @param to the later text
 * @returns offsets in UTF-16 code units of `to`; `AMBIGUOUS` with at most 40 places, best first
 * @example reanchorQuote(makeQuoteAnchor(a, 3, 40), a, `New. ${a}`) // { state: 'ANCHORED', place: { start: 8, … }, isExact: true }
 */
export function reanchorQuote(anchor: QuoteAnchor, from: string, to: string): Reanchoring {
  if (from === to)
    return { state: 'ANCHORED', place: { start: anchor.start, end: anchor.end, fit: 1 }, isExact: true };
  const texts = { anchor, from, to };
  const exact = findExact(texts, to).map((span) => placeOf(texts, span, 1));
  const alike = findAlike(to, anchor.exact)
    .map((span) => toWholeWords(to, span))
    .filter((span) => exact.every((place) => span.end <= place.start || span.start >= place.end))
    .map((span) => placeOf(texts, span, likeness(anchor.exact, to.slice(span.start, span.end))))
    .filter(({ fit }) => fit >= WORTH_SHOWING);
  const places = [...exact, ...alike].sort(byFit);
  if (places.length === 0) return { state: 'ORPHANED' };
  const chosen = exact.length > 0 ? chooseExact(texts, exact) : chooseAlike(texts, places);
  if (typeof chosen === 'string') return { state: 'AMBIGUOUS', places, doubt: chosen };
  // What was there before, and was not ours, is no heir.
  const rival = places.find(
    (place) =>
      place !== chosen &&
      place.fit > chosen.fit - LEAST_MARGIN &&
      !from.includes(to.slice(place.start, place.end)),
  );
  const doubt = rival === undefined ? doubtOfSentence(texts, chosen) : 'several_places';
  return doubt === null
    ? { state: 'ANCHORED', place: chosen, isExact: exact.length > 0 }
    : { state: 'AMBIGUOUS', places, doubt };
}

interface Texts {
  readonly anchor: QuoteAnchor;
  readonly from: string;
  readonly to: string;
}

function chooseExact(texts: Texts, exact: readonly QuotePlace[]): QuotePlace | ReanchoringDoubt {
  const { anchor, from, to } = texts;
  const before = findExact(texts, from);
  const place = exact[before.findIndex(({ start }) => start === anchor.start)];
  // Doubles that became more or fewer cannot be told apart.
  if (place === undefined || before.length !== exact.length) return 'several_places';
  if (before.length > 1) {
    const isKept =
      likeness(anchor.prefix, prefixOf(to, place, anchor)) >= LEAST_FIT &&
      likeness(anchor.suffix, suffixOf(to, place, anchor)) >= LEAST_FIT;
    return isKept ? place : 'several_places';
  }
  return anchor.exact.length >= LONG_QUOTE || place.fit >= LEAST_FIT ? place : 'poor_fit';
}

function chooseAlike(
  { anchor, from, to }: Texts,
  places: readonly QuotePlace[],
): QuotePlace | ReanchoringDoubt {
  const [best, next] = places;
  if (best === undefined || best.fit < LEAST_FIT) return 'poor_fit';
  if (next !== undefined && next.fit > best.fit - LEAST_MARGIN) return 'several_places';
  const words = to.slice(best.start, best.end);
  const own = likeness(anchor.exact, words);
  const others = [from.slice(0, anchor.start), from.slice(anchor.end)].flatMap((part) =>
    search(part, words, Math.floor(words.length * MOST_CHANGED)).map(
      ({ errors }) => 1 - errors / words.length,
    ),
  );
  return others.every((other) => other <= own - LEAST_MARGIN) ? best : 'like_another_passage';
}

/** The rest of the sentence is part of what was said: it may hold the deadline, or the "not". */
function doubtOfSentence({ anchor, from, to }: Texts, place: QuotePlace): ReanchoringDoubt | null {
  const [then, now] = [sentenceAround(from, anchor), sentenceAround(to, place)];
  if (wordsThatMatter(then) !== wordsThatMatter(now)) return 'words_that_matter';
  return likeness(then, now) < LEAST_FIT ? 'poor_fit' : null;
}

function sentenceAround(text: string, { start, end }: Span): string {
  const from = Math.max(0, start - LONGEST_REST);
  return splitSentences(text.slice(from, end + LONGEST_REST))
    .filter((span) => span.start + from < end && span.end + from > start)
    .map((span) => text.slice(span.start + from, span.end + from))
    .join(' ');
}

const byFit = (a: QuotePlace, b: QuotePlace): number => b.fit - a.fit || a.start - b.start;

const prefixOf = (text: string, { start }: Span, { prefix }: QuoteAnchor): string =>
  text.slice(Math.max(0, start - prefix.length), start);
const suffixOf = (text: string, { end }: Span, { suffix }: QuoteAnchor): string =>
  text.slice(end, end + suffix.length);

function placeOf({ anchor, from, to }: Texts, span: Span, exact: number): QuotePlace {
  const scale = from.length === 0 ? 1 : to.length / from.length;
  const moved = Math.abs(span.start - anchor.start * scale) / Math.max(1, to.length);
  const sum =
    WEIGHTS.exact * exact +
    WEIGHTS.prefix * likeness(anchor.prefix, prefixOf(to, span, anchor)) +
    WEIGHTS.suffix * likeness(anchor.suffix, suffixOf(to, span, anchor)) +
    WEIGHTS.position * Math.max(0, 1 - moved);
  const all = WEIGHTS.exact + WEIGHTS.prefix + WEIGHTS.suffix + WEIGHTS.position;
  return { start: span.start, end: span.end, fit: sum / all };
}

/** 1 for the same, 0 for nothing in common. */
function likeness(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  return length === 0 ? 1 : 1 - distance(a, b) / length;
}

/** Where the words stand whole, if they were whole words. */
function findExact({ anchor: { exact, start, end }, from }: Texts, text: string): Span[] {
  const isWhole = !joins(from, start) && !joins(from, end);
  const spans: Span[] = [];
  for (
    let at = text.indexOf(exact);
    at !== -1 && spans.length < MAX_PLACES;
    at = text.indexOf(exact, at + 1)
  ) {
    const to = at + exact.length;
    if (!isWhole || !(joins(text, at) || joins(text, to))) spans.push({ start: at, end: to });
  }
  return spans;
}

/** Places with likeness to a quote, best of each stretch first, none over another. */
function findAlike(text: string, exact: string): Span[] {
  const found: Span[] = [];
  const most = Math.floor(exact.length * MOST_CHANGED);
  const stretches: Span[] = [{ start: 0, end: text.length }];
  for (let tries = 0; tries < 2 * MAX_PLACES; tries += 1) {
    const stretch = stretches.shift();
    if (stretch === undefined || found.length >= MAX_PLACES) break;
    const [match] = search(text.slice(stretch.start, stretch.end), exact, most);
    if (match === undefined || match.end <= match.start) continue;
    const span = { start: stretch.start + match.start, end: stretch.start + match.end };
    found.push(span);
    stretches.push({ start: stretch.start, end: span.start }, { start: span.end, end: stretch.end });
  }
  return found;
}

const IN_WORD = /[\p{L}\p{M}\p{N}]/u;

/** Whether a word goes on across a place. */
const joins = (text: string, at: number): boolean =>
  at > 0 && at < text.length && IN_WORD.test(text.charAt(at - 1)) && IN_WORD.test(text.charAt(at));

/** The search counts letters, so that it may begin or end inside a word. */
function toWholeWords(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (joins(text, from)) from -= 1;
  while (joins(text, to)) to += 1;
  return { start: from, end: to };
}

const wordsThatMatter = (text: string): string =>
  (text.match(WORD_THAT_MATTERS) ?? []).map((word) => word.toLowerCase()).join(' ');
