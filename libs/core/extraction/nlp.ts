import type { TextSpan } from '#core/text';
import { remembered } from './remembered.js';
import { WinkWords, nameOfTag } from './wink-words.js';
import type { WinkWord } from './wink-words.js';
import { wordSet } from './word-set.js';

/** A word or mark of a sentence; `start`, `end` are UTF-16 offsets in the whole text. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  /** Universal part of speech as wink-nlp gives it: NOUN, PROPN, VERB, AUX, ... */
  readonly pos: string;
  readonly start: number;
  readonly end: number;
}

/** The token with another part of speech, and perhaps another lemma. Written out: a spread makes a shape of its own. */
export function taggedAs(token: Token, pos: string, lemma = token.lemma): Token {
  return { text: token.text, lower: token.lower, lemma, pos, start: token.start, end: token.end };
}

let loaded: WinkWords | null = null;

/** The model takes 0.2 s and 44 MB to set up, so it is set up on first use and once. */
function wink(): WinkWords {
  loaded ??= new WinkWords((text) => (isSmall(text) ? text : lowerOf(text)));
  return loaded;
}

/** One string for every time a word is said: tests of words that remember their answers find it at once. */
const lowerOf = remembered((value: string): string => value.toLowerCase().replace(/\u2019/gu, "'"));

/** Without a capital and within ASCII, as most words and marks: in lower case already. */
function isSmall(value: string): boolean {
  for (let i = 0; i < value.length; i += 1) {
    const code = value.charCodeAt(i);
    if ((code >= 65 && code <= 90) || code >= 128) return false;
  }
  return true;
}

/** Sentences are read together, so many characters at a time; each call has its price. */
const READ_AT_ONCE = 16_000;

/**
 * Tokens of sentences with lemma and part of speech, sentence by sentence. Tokens that cannot be found again verbatim are
 * left out.
 *
 * @param text the whole text
 * @param spans the sentences in it
 */
export function tokeniseAll(text: string, spans: readonly TextSpan[]): Token[][] {
  const read: Token[][] = [];
  let batch: Sentence[] = [];
  let length = 0;
  for (const span of spans) {
    const words = plainWords(text, span);
    batch.push({ words, start: span.start });
    length += words.length;
    if (length < READ_AT_ONCE) continue;
    read.push(...readBatch(batch));
    batch = [];
    length = 0;
  }
  return batch.length === 0 ? read : [...read, ...readBatch(batch)];
}

/** Tokens of one sentence, as those of `tokeniseAll`. */
export function tokenise(text: string, span: TextSpan): Token[] {
  return tokeniseAll(text, [span])[0] ?? [];
}

interface Sentence {
  /** Without line breaks. */
  readonly words: string;
  /** Place in the text. */
  readonly start: number;
}

/** One line; footnote marks go (same length, so that offsets stay): they glue sentences and names together. */
function plainWords(text: string, span: TextSpan): string {
  return text
    .slice(span.start, span.end)
    .replace(/[\r\n\t\u00a0]/gu, ' ')
    .replace(/\[(?:\d{1,3}|[ivxl]{1,5})\]/gu, (mark) => ' '.repeat(mark.length));
}

/** Line breaks part the sentences: the tagger's patterns do not reach over them, so that each is tagged as if alone. */
function readBatch(sentences: readonly Sentence[]): Token[][] {
  const reader = wink();
  const words: WinkWord[] = [];
  /** Where the words of each sentence begin among those of all. */
  const firsts: number[] = [];
  const places: number[][] = [];
  sentences.forEach(({ words: said, start }, k) => {
    if (k > 0) words.push(...reader.chunkOf('\n').words);
    firsts.push(words.length);
    places.push(placesOf(reader, said, start, words));
  });
  const tags = reader.tagsOf(words);
  return sentences.map((_, k) => retag(tokensOf(words, tags, firsts[k] ?? 0, places[k] ?? [])));
}

/** Written out: nothing is done as often as this. A place of -1 is of a word that cannot be found again. */
function tokensOf(
  words: readonly WinkWord[],
  tags: Uint8Array,
  first: number,
  places: readonly number[],
): Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < places.length; i += 1) {
    const word = words[first + i];
    const start = places[i] ?? -1;
    if (word === undefined || start === -1) continue;
    const tag = tags[first + i] ?? 0;
    tokens.push({
      text: word.text,
      lower: word.lower,
      lemma: word.lemmas[tag] ?? word.lemmaAs(tag),
      pos: nameOfTag(tag),
      start,
      end: start + word.text.length,
    });
  }
  return tokens;
}

/** Adds the words of a sentence to `words`; where each stands in the text. */
function placesOf(reader: WinkWords, said: string, start: number, words: WinkWord[]): number[] {
  const places: number[] = [];
  const first = words.length;
  let isPlain = true;
  let gap = 0;
  for (let from = 0; from < said.length;) {
    if (isBlank(said.charCodeAt(from))) {
      gap += 1;
      from += 1;
      continue;
    }
    let to = from + 1;
    while (to < said.length && !isBlank(said.charCodeAt(to))) to += 1;
    const chunk = reader.chunkOf(said.slice(from, to));
    isPlain &&= chunk.isPlain && gap <= MOST_BETWEEN;
    for (const word of chunk.words) {
      words.push(word);
      places.push(start + from + word.offset);
    }
    gap = 0;
    from = to;
  }
  return isPlain ? places : searchedPlaces(said, start, words.slice(first));
}

/** Between tokens; what is more than so many characters away was rewritten by the tokeniser: its place would be a guess. */
const MOST_BETWEEN = 64;

function searchedPlaces(said: string, start: number, words: readonly WinkWord[]): number[] {
  let cursor = 0;
  return words.map(({ text }) => {
    const at = placeOf(said, text, cursor);
    if (at === -1 || at - cursor > MOST_BETWEEN) return -1;
    cursor = at + text.length;
    return start + at;
  });
}

/** The blanks at which wink-nlp parts words; others are characters to it. */
function isBlank(code: number): boolean {
  return (
    code === 32 ||
    (code >= 0x2002 &&
      (code <= 0x2005 || code === 0x2009 || code === 0x200a || code === 0x202f || code === 0x205f))
  );
}

/** Where a token stands from `from` on: mostly at once, or after a blank. */
function placeOf(words: string, value: string, from: number): number {
  const at = words.charCodeAt(from) === 32 ? from + 1 : from;
  return words.startsWith(value, at) ? at : words.indexOf(value, from);
}

const MODAL = wordSet("will wo would may might could can ca shall should must 'll \u2019ll");
const AFTER_SUBJECT = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'ADV', 'ADJ', 'DET', 'PART', 'ADP']);
const BETWEEN = new Set(['ADV', 'PART']);

/**
 * Mends what the tagger gets wrong most often: the word after a modal, or after an infinitive's "to", is a verb, also
 * where it is a noun or an adjective elsewhere ("will close", "won't rain", "is expected to increase").
 */
function retag(tokens: Token[]): Token[] {
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) continue;
    const isModal = token.pos === 'AUX' && i > 0 && MODAL.has(token.lower);
    if (!isModal && !(token.pos === 'PART' && token.lower === 'to')) continue;
    // "Should prices fall, ...": an inverted subject follows.
    if (isModal && !AFTER_SUBJECT.has(tokens[i - 1]?.pos ?? '')) continue;
    let j = i + 1;
    while (j < i + 5 && BETWEEN.has(tokens[j]?.pos ?? '')) j += 1;
    const word = tokens[j];
    const follower = tokens[j + 1];
    if (word === undefined || (word.pos !== 'NOUN' && word.pos !== 'ADJ')) continue;
    // "Will prices fall": an inverted subject; "to higher prices": a preposition that the tagger took for an infinitive.
    if (
      follower?.pos === 'VERB' ||
      follower?.pos === 'AUX' ||
      (word.pos === 'ADJ' && follower?.pos === 'NOUN')
    )
      continue;
    if (word.lower === word.lemma.toLowerCase() || word.pos === 'ADJ') tokens[j] = taggedAs(word, 'VERB');
  }
  return tokens;
}
