import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { WinkMethods } from 'wink-nlp';
import { TaggingMachine } from './tagging-machine.js';

/** What wink-nlp knows of a word or mark wherever it stands, and its place in the characters it is written in. */
export interface WinkWord {
  readonly text: string;
  /** In lower case, with a straight apostrophe. */
  readonly lower: string;
  /** Place in its chunk; -1 where it does not stand there verbatim. */
  readonly offset: number;
  /** The tag it has mostly, as a number. */
  readonly tag: number;
  /** Part of a contraction ("ca", "n't"): its tag does not change. */
  readonly isFixed: boolean;
  /** The column of each machine that its hint leads to; -1 where its tag is put in. */
  readonly hints: readonly number[];
  /** A bit for each tag it can have. */
  readonly tags: number;
  /** Its lemma under each tag, found out when first asked for. */
  readonly lemmas: (string | undefined)[];
  lemmaAs(tag: number): string;
}

/** What stands between two blanks. */
export interface Chunk {
  readonly words: readonly WinkWord[];
  /** Its words follow each other without gap and are all of it. */
  readonly isPlain: boolean;
}

/** The part of wink-nlp's dictionary that is asked here. */
interface Dictionary {
  value(index: number): string | undefined;
  normal(index: number): number;
  nox(packed: number): number;
  posOf(index: number): number;
  mappedSpelling(index: number): number;
  isMemberPOS(index: number, tag: number): boolean;
  property(index: number, name: string): number;
}

interface RawDocument {
  readonly tokens: readonly number[];
  readonly cache: Dictionary;
}

/** Every word there is by its number, and the number of each. */
interface Lexemes {
  readonly list: readonly string[];
  readonly hash: Record<string, number>;
}

interface CoreModel {
  readonly features: { readonly lexeme: Lexemes };
}

interface TagModel {
  readonly machines: readonly string[];
  setter(document: RawDocument, ...rest: readonly unknown[]): void;
}

type Lemmatise = (word: string, tag: string, dictionary: Dictionary) => string | undefined;

/** A token is four numbers: word, blanks before it with its form in a contraction, lemma with tag, and a flag. */
const TOKEN_SIZE = 4;
const FORM_FROM = 0xffff;
const LEMMA_BITS = 20;
const LEMMA_MASK = 0xfffff;
const TAG_MASK = 0x3f00000;
const TAGS = 'UNK ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SPACE SYM VERB X SCONJ'.split(
  ' ',
);
const NOUN = 8;
const NO_HINT = -1;
/** Chunks that are remembered, and their length; a text of made-up words must not fill the memory. */
const MOST_CHUNKS = 50_000;
const LONGEST_CHUNK = 40;

export const nameOfTag = (tag: number): string => TAGS[tag] ?? 'X';

/**
 * The words of wink-nlp, each looked up once: what it says of one depends on the characters between two blanks alone, all
 * but the tag; and the machines that settle tags are run here, over numbers.
 *
 * It is made to forget the words it did not know: having met "Year's," it would read "year's" as one word from then on, and
 * what is found in a text would depend on those before it.
 */
export class WinkWords {
  private readonly machines: readonly TaggingMachine[];
  private readonly wink: WinkMethods;
  private readonly lexemes: Lexemes;
  private heard: RawDocument | null = null;
  private readonly fixed: boolean[] = [];
  private readonly chunks = new Map<string, Chunk>();

  constructor(private readonly lowerOf: (text: string) => string) {
    const tagging = (model as unknown as { pos(): TagModel }).pos();
    this.machines = tagging.machines.map((json) => new TaggingMachine(json));
    const setter = (document: RawDocument, ...rest: readonly unknown[]): void => {
      this.listen(document);
      tagging.setter(document, ...rest);
    };
    const core = (model as unknown as { core(): CoreModel }).core();
    this.lexemes = core.features.lexeme;
    this.wink = winkNLP({ ...model, core: () => core, pos: () => ({ ...tagging, setter }) }, ['pos']);
  }

  /** The words of what stands between two blanks. */
  chunkOf(chars: string): Chunk {
    const known = this.chunks.get(chars);
    if (known !== undefined) return known;
    const chunk = this.readChunk(chars);
    if (chars.length > LONGEST_CHUNK) return chunk;
    if (this.chunks.size >= MOST_CHUNKS) this.chunks.clear();
    this.chunks.set(chars, chunk);
    return chunk;
  }

  /** The tags of words that follow each other, as numbers. */
  tagsOf(words: readonly WinkWord[]): Uint8Array {
    const tags = Uint8Array.from(words, ({ tag }) => tag);
    const columns = new Uint8Array(words.length);
    this.machines.forEach((machine, m) => {
      for (let i = 0; i < words.length; i += 1) {
        const hint = words[i]?.hints[m] ?? NO_HINT;
        columns[i] = hint === NO_HINT ? machine.columnOfTag(tags[i] ?? 0) : hint;
      }
      for (const { at, tag } of machine.run(columns)) {
        if (tag < 0) tags[at] = -tag;
        else if (((words[at]?.tags ?? 0) & (1 << tag)) !== 0) tags[at] = tag;
      }
    });
    words.forEach(({ isFixed, tag }, i) => {
      if (isFixed) tags[i] = tag;
    });
    return tags;
  }

  private listen(document: RawDocument): void {
    this.heard = document;
    this.fixed.length = 0;
    for (let i = 2; i < document.tokens.length; i += TOKEN_SIZE) this.fixed.push(document.tokens[i] !== 0);
  }

  private readChunk(chars: string): Chunk {
    const { list, hash } = this.lexemes;
    const known = list.length;
    this.wink.readDoc(chars);

    for (const word of list.slice(known)) delete hash[word];
    const document = this.heard;
    if (document === null) return { words: [], isPlain: chars === '' };
    const words: WinkWord[] = [];
    let to = 0;
    let isPlain = true;
    for (let i = 0; i * TOKEN_SIZE < document.tokens.length; i += 1) {
      const word = this.readWord(document, i, chars, to);
      words.push(word);
      isPlain &&= word.offset === to;
      to = Math.max(to, word.offset + word.text.length);
    }
    return { words, isPlain: isPlain && to === chars.length };
  }

  private readWord({ tokens, cache }: RawDocument, i: number, chars: string, from: number): WinkWord {
    const at = i * TOKEN_SIZE;
    const [index = 0, form = 0, known = 0] = [tokens[at], tokens[at + 1], tokens[at + 2]];
    const text = cache.value(index) ?? '';
    const spelt = cache.mappedSpelling(index);
    const isContracted = form > FORM_FROM;
    const normal = isContracted ? cache.nox(form) : cache.normal(index);
    const isFixed = this.fixed[i] === true;
    const hint = cache.property(index, 'posHint');
    const lemmas: (string | undefined)[] = [];
    const readLemma = (tag: number): string | undefined => {
      if (isContracted) return cache.value(known & LEMMA_MASK);
      if (cache.property(spelt, 'isSLemma') === 1) return cache.value(cache.property(spelt, 'lemma'));
      const { lemmatize } = model.addons as { lemmatize: Lemmatise };
      return lemmatize(cache.value(cache.normal(index)) ?? '', nameOfTag(tag), cache);
    };
    const lower = this.lowerOf(text);
    return {
      text,
      lower,
      offset: chars.indexOf(text, from),
      tag: isFixed ? (known & TAG_MASK) >>> LEMMA_BITS : cache.posOf(spelt) || NOUN,
      isFixed,
      hints: this.machines.map((machine) => (hint === 0 ? NO_HINT : machine.columnOfHint(hint))),
      tags: TAGS.reduce((bits, _, tag) => (cache.isMemberPOS(normal, tag) ? bits | (1 << tag) : bits), 0),
      lemmas,
      lemmaAs: (tag) => (lemmas[tag] ??= readLemma(tag) ?? lower),
    };
  }
}
