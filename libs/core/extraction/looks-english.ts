import { eld } from 'eld/extrasmall';
import { lettersIn, splitParagraphs } from '#core/text';
import type { TextSpan } from '#core/text';

/** The commonest function words; no other European language shares more than a few of them. */
const COMMON = new Set(
  'the of and to in is that it for was on are with as be at by this have from not but his they will an which were their has or would been had its who more one said if about can there he she we you i a than after may could when what no also into over so out up only new time year'.split(
    ' ',
  ),
);

/** Paragraphs are judged by their first words: few change their language midway. Plain prose needs fewer of them. */
const SAMPLE = 320;
const PLAIN_SAMPLE = 120;
/** Shorter paragraphs are judged together with their neighbours: titles, bylines, entries of a list. */
const CHUNK = 80;
/** Running English has 40 to 50 common words in a hundred; from this share on no library is asked. */
const PLAINLY_ENGLISH = 0.25;
const LEAST_WORDS = 8;
/** A text that is English to this share is read whole: what looks foreign in it is names, titles, lists. */
const WHOLLY = 0.85;
/** Less English than this, in characters, is a name or a phrase in a text of another language. */
const LEAST_ENGLISH = 60;
/** The library is asked no more often than this, so that a megabyte of marks costs no more than a page of them. */
const MAX_ASKED = 300;

/** What languages a text is in. */
export interface LanguageReading {
  /** Whether there is English to read in it. */
  readonly isEnglish: boolean;
  /** ISO 639-1 code of the language most of the text is in; null where it cannot be told. */
  readonly language: string | null;
  /** In English, "German"; null as `language`. */
  readonly languageName: string | null;
  /** Stretches that are not English in a text that is partly English; empty in a text of one language. */
  readonly foreign: readonly TextSpan[];
}

interface Chunk extends TextSpan {
  readonly weight: number;
  /** A language code, '' where it cannot be told. */
  readonly language: string;
}

/**
 * Tells which language a text is in, paragraph by paragraph. English prose is known by its function words; what is not
 * plain is asked of a library (eld, see docs/adr/0009). A text in two languages is English as far as its English
 * paragraphs go. Never throws; linear in the length of the text.
 *
 * @param text the text as readers see it (`readableText`)
 * @example readLanguage('Der Krieg wird noch in diesem Jahr enden, sagte der Minister.').languageName === 'German'
 */
export function readLanguage(text: string): LanguageReading {
  const chunks = chunksOf(text);
  const total = sum(chunks);
  if (total === 0) return { isEnglish: false, language: null, languageName: null, foreign: [] };
  const plain = chunks.map((chunk) =>
    isPlainlyEnglish(sampleOf(text, chunk, PLAIN_SAMPLE)) ? { ...chunk, language: 'en' } : chunk,
  );
  if (sum(plain.filter(isIn('en'))) >= total * WHOLLY) return inOneLanguage('en');
  let asked = 0;
  const judged = plain.map((chunk) => {
    if (chunk.language !== '' || asked >= MAX_ASKED) return chunk;
    asked += 1;
    return { ...chunk, language: askLanguage(sampleOf(text, chunk)) };
  });
  return weigh(text, judged);
}

/**
 * Whether there is English to read in a text.
 *
 * @example looksEnglish('Der Krieg wird noch in diesem Jahr enden, sagte der Minister am Montag.') === false
 */
export function looksEnglish(text: string): boolean {
  return readLanguage(text).isEnglish;
}

function weigh(text: string, chunks: readonly Chunk[]): LanguageReading {
  const weights = new Map<string, number>();
  for (const chunk of chunks)
    if (chunk.language !== '') weights.set(chunk.language, (weights.get(chunk.language) ?? 0) + chunk.weight);
  const [main] = [...weights].sort((a, b) => b[1] - a[1]);
  // Too short or too odd to tell: read it, nothing is lost by that.
  if (main === undefined) return inOneLanguage(chunks.some((chunk) => isLatin(text, chunk)) ? 'en' : null);
  const decided = [...weights.values()].reduce((all, one) => all + one, 0);
  const english = weights.get('en') ?? 0;
  if (english >= decided * WHOLLY) return inOneLanguage('en');
  const [language] = main;
  if (english < LEAST_ENGLISH && language !== 'en') return inOneLanguage(language);
  // What cannot be told goes with what stands before it.
  const foreign: TextSpan[] = [];
  let last = language;
  for (const chunk of chunks) {
    if (chunk.language !== '') last = chunk.language;
    if (last !== 'en') foreign.push({ start: chunk.start, end: chunk.end });
  }
  const [other] = [...weights].filter(([code]) => code !== 'en').sort((a, b) => b[1] - a[1]);
  const name = language === 'en' ? (other?.[0] ?? 'en') : language;
  return { isEnglish: true, language, languageName: nameOf(name), foreign };
}

function inOneLanguage(language: string | null): LanguageReading {
  return {
    isEnglish: language === 'en',
    language,
    languageName: language === null ? null : nameOf(language),
    foreign: [],
  };
}

let names: Intl.DisplayNames | null = null;

function nameOf(code: string): string {
  if (code === 'en') return 'English';
  // Set up on first use: it takes longer than to read a text.
  names ??= new Intl.DisplayNames(['en'], { type: 'language' });
  return names.of(code) ?? code;
}

function isLatin(text: string, chunk: TextSpan): boolean {
  return /\p{Script=Latin}{2}/u.test(sampleOf(text, chunk));
}

/** Paragraphs, short ones in a row taken together. */
function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let open: TextSpan | null = null;
  const close = (): void => {
    if (open !== null) chunks.push({ ...open, weight: weightOf(text, open), language: '' });
    open = null;
  };
  for (const paragraph of splitParagraphs(text)) {
    if (paragraph.end - paragraph.start >= CHUNK) {
      close();
      open = paragraph;
      close();
      continue;
    }
    open = { start: (open ?? paragraph).start, end: paragraph.end };
    if (open.end - open.start >= CHUNK) close();
  }
  close();
  return chunks;
}

function sampleOf(text: string, chunk: TextSpan, length = SAMPLE): string {
  return text.slice(chunk.start, Math.min(chunk.end, chunk.start + length));
}

/** Length counts for letters: to count them would cost more than all the rest. A chunk without any weighs nothing. */
function weightOf(text: string, span: TextSpan): number {
  return /\p{L}/u.test(text.slice(span.start, span.end)) ? span.end - span.start : 0;
}

function isPlainlyEnglish(sample: string): boolean {
  const words = lettersIn(sample.toLowerCase());
  if (words.length < LEAST_WORDS) return false;
  return words.filter((word) => COMMON.has(word)).length >= words.length * PLAINLY_ENGLISH;
}

/** The library's answer; '' where there are fewer than two words to tell by. */
function askLanguage(sample: string): string {
  const words = sample.match(/\p{L}{2,}/gu) ?? [];
  if (words.length === 0 || (words.length < 2 && /^\p{Script=Latin}*$/u.test(words[0] ?? ''))) return '';
  return eld.detect(words.join(' ')).language;
}

function isIn(language: string): (chunk: Chunk) => boolean {
  return (chunk) => chunk.language === language;
}

function sum(chunks: readonly Chunk[]): number {
  return chunks.reduce((all, chunk) => all + chunk.weight, 0);
}
