import { parseHeaderLines, readableText } from '#core/text';
import type { TextSpan } from '#core/text';
import { readStructure } from './document-structure.js';
import type { Structure, TextMeta } from './document-structure.js';
import { blankOut } from './extract-from-source.js';
import { readLanguage } from './looks-english.js';
import { modelInstructions } from './model-instructions.js';
import { foldWords, showSpan } from './shown-text.js';
import type { ShownText } from './shown-text.js';

/**
 * Characters of the text in one request: some 1,300 tokens, so that instructions, text and answer fit into the 4,096
 * tokens that small local models are often run with.
 */
const PART_CHARACTERS = 5_000;
/** What stood before is repeated for understanding, without numbers: nothing can be found in it. */
const BEFORE_CHARACTERS = 600;
const META_CHARACTERS = 200;

/** A sentence by the number the model knows it by, counted from 1 through the whole text. */
export interface NumberedSentence extends TextSpan {
  readonly number: number;
  readonly shown: ShownText;
}

/** One question to a model: a part of a text. */
export interface ModelRequest {
  /** Which part, from 1. */
  readonly part: number;
  readonly sentences: readonly NumberedSentence[];
  /** All sentences of the text: a claimant may have been named long before. */
  readonly whole: readonly NumberedSentence[];
  /** Title, outlet and the like, as they were shown. */
  readonly known: readonly string[];
  /** Who may stand behind "the author". */
  readonly authors: readonly string[];
  readonly instructions: string;
  /** The text and what is known about it: data, fenced in by a marker that the text does not hold. */
  readonly data: string;
}

interface Paragraph {
  readonly sentences: readonly NumberedSentence[];
  readonly size: number;
}

/**
 * Cuts a text into the questions a model is asked about it: numbered sentences in parts of some pages, each with what
 * is known about the text and with the sentences before it. It is read as the rules read it: without tags, invisible
 * characters, notes and boilerplate, in its English paragraphs. Pure; the same text and meta give the same requests.
 *
 * @param text the whole text as it is; offsets refer to it
 * @returns one request a part, in order; none for a text without English sentences
 * @example planModelRequests('It will rain.', {})[0]?.sentences[0]?.number === 1
 */
export function planModelRequests(text: string, meta: TextMeta): ModelRequest[] {
  const readable = readableText(text);
  const { isEnglish, foreign } = readLanguage(readable.text);
  if (!isEnglish) return [];
  const plain = blankOut(readable.text, foreign);
  const structure = readStructure(plain, meta);
  const marker = findMarker(plain);
  const numbered = numberSentences(plain, structure, (span) => readable.toSource(span));
  const parts = cutIntoParts(numbered);
  const instructions = modelInstructions(marker);
  const whole = numbered.flatMap((paragraph) => paragraph.sentences);
  const known = whatIsKnown(structure, marker);
  const authors = [
    structure.author,
    structure.outlet,
    ...structure.paragraphs.map((paragraph) => paragraph.sectionAuthor),
  ].filter((name) => name !== null);
  return parts.map((paragraphs, index) => ({
    part: index + 1,
    sentences: paragraphs.flatMap((paragraph) => paragraph.sentences),
    whole,
    known,
    authors: [...new Set(authors)],
    instructions,
    data: writeData(marker, known, paragraphs, parts[index - 1] ?? []),
  }));
}

/** A word that opens and closes the data and that the data cannot close by itself. */
function findMarker(text: string): string {
  for (let n = 1; ; n += 1) if (!text.includes(`TEXT-${String(n)}`)) return `TEXT-${String(n)}`;
}

function numberSentences(
  text: string,
  structure: Structure,
  toSource: (span: TextSpan) => TextSpan,
): Paragraph[] {
  const { bodyStart } = parseHeaderLines(text);
  let number = 0;
  return structure.paragraphs
    .filter((paragraph) => paragraph.kind !== 'note' && paragraph.start >= bodyStart)
    .map((paragraph) => {
      const sentences = paragraph.sentences.map((span) => {
        number += 1;
        return { ...toSource(span), number, shown: showSpan(text, span, toSource) };
      });
      return { sentences, size: sentences.reduce((sum, one) => sum + one.shown.text.length, 0) };
    })
    .filter((paragraph) => paragraph.sentences.length > 0);
}

/** Whole paragraphs while they fit; one that is too long by itself is cut between sentences. */
function cutIntoParts(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const parts: Paragraph[][] = [];
  let open: Paragraph[] = [];
  let size = 0;
  const close = (): void => {
    if (open.length > 0) parts.push(open);
    open = [];
    size = 0;
  };
  for (const paragraph of paragraphs.flatMap(cutLong)) {
    if (size + paragraph.size > PART_CHARACTERS) close();
    open.push(paragraph);
    size += paragraph.size;
  }
  close();
  return parts;
}

function cutLong(paragraph: Paragraph): Paragraph[] {
  if (paragraph.size <= PART_CHARACTERS) return [paragraph];
  const pieces: { sentences: NumberedSentence[]; size: number }[] = [];
  for (const sentence of paragraph.sentences) {
    const last = pieces[pieces.length - 1];
    const length = sentence.shown.text.length;
    if (last === undefined || last.size + length > PART_CHARACTERS)
      pieces.push({ sentences: [sentence], size: length });
    else {
      last.sentences.push(sentence);
      last.size += length;
    }
  }
  return pieces;
}

function whatIsKnown(structure: Structure, marker: string): string[] {
  return [
    ['Title', structure.title],
    ['Author', structure.author],
    ['Outlet', structure.outlet],
    ['Published on', structure.publishedOn],
  ]
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${String(name)}: ${withoutMarker(String(value), marker)}`);
}

function writeData(
  marker: string,
  known: readonly string[],
  paragraphs: readonly Paragraph[],
  before: readonly Paragraph[],
): string {
  const context = lastWords(
    before.flatMap((paragraph) => paragraph.sentences.map((sentence) => sentence.shown.text)).join(' '),
  );
  const numbered = paragraphs.map((paragraph) =>
    paragraph.sentences.map((one) => `[${String(one.number)}] ${one.shown.text}`).join('\n'),
  );
  return [
    `<${marker}>`,
    ...known,
    ...(context === '' ? [] : [`Just before, for understanding only: ${context}`]),
    '',
    numbered.join('\n\n'),
    `</${marker}>`,
  ].join('\n');
}

/** The end of a text, cut at a blank. */
function lastWords(text: string): string {
  return text.length <= BEFORE_CHARACTERS
    ? text
    : `\u2026 ${text.slice(-BEFORE_CHARACTERS).replace(/^\S*\s+/u, '')}`;
}

/** Title and names come from outside of the text as well, so they could hold the marker. */
function withoutMarker(value: string, marker: string): string {
  // Half of a surrogate pair, left by the cut, is no text that can be sent.
  return foldWords(value)
    .slice(0, META_CHARACTERS)
    .replace(/\p{Surrogate}$/u, '')
    .replaceAll(marker, '');
}
