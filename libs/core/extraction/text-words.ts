/** What a text tells about words, wherever in it a sentence stands. Filled while it is read. */
export interface TextWords {
  /** Last words of the names of people. */
  readonly people: ReadonlySet<string>;
  /** Plural nouns, in small letters. */
  readonly plurals: ReadonlySet<string>;
  /** Names that stand inside a sentence, in small letters: a capital there is none of an opening. */
  readonly names: ReadonlySet<string>;
}

export const NO_WORDS: TextWords = { people: new Set(), plurals: new Set(), names: new Set() };
