import { lettersEnd, widthAt } from '#core/text';

/** A word of a text as the lexicon knows it: lower case, contractions taken apart, one spelling. */
export interface Word {
  readonly word: string;
  /** Place in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** What stands before it: nothing but blanks, a hyphen, a comma or the like, the end of a sentence. */
  readonly gap: Gap;
  /** Written with a capital and small letters, as names are. */
  readonly isCapital: boolean;
}

export type Gap = 'none' | 'hyphen' | 'comma' | 'stop';

/** What a word is read as. A map: to look a word up in an object, the engine must first make a name of it. */
type Spelt = ReadonlyMap<string, string>;
const spelt = (words: Readonly<Record<string, string>>): Spelt => new Map(Object.entries(words));

const APOSTROPHES = new Set("'\u2018\u2019\u02bc\u00b4`");

/** Stems of "n't": "won't" is "will not". Spelt without the apostrophe as well, as people type. */
const NOT_STEMS: Spelt = spelt({
  wo: 'will',
  ca: 'can',
  sha: 'shall',
  ai: 'is',
  do: 'do',
  does: 'does',
  did: 'did',
  is: 'is',
  are: 'are',
  was: 'was',
  were: 'were',
  has: 'has',
  have: 'have',
  had: 'had',
  would: 'would',
  could: 'could',
  should: 'should',
  might: 'might',
  may: 'may',
  must: 'must',
  need: 'need',
});

const ENDINGS: Spelt = spelt({
  ll: 'will',
  re: 'are',
  ve: 'have',
  m: 'am',
  s: 's',
  d: 'd',
});

const TITLES: ReadonlySet<string> = new Set('mr mrs ms dr st vs gen sen rep gov prof'.split(' '));

/** One spelling for what Britain and America write apart. */
const SPELLINGS: Spelt = spelt({
  favour: 'favor',
  favours: 'favors',
  favoured: 'favored',
  favourite: 'favorite',
  favourites: 'favorite',
  favorites: 'favorite',
  sceptical: 'skeptical',
  sceptic: 'skeptic',
  tossup: 'toss up',
  coinflip: 'coin flip',
  nonstarter: 'non starter',
  cannot: 'can not',
  gonna: 'going to',
  noone: 'no one',
  longshot: 'long shot',
});

/**
 * The words of a text. Linear.
 *
 * @example toWords('It won\u2019t.').map(({ word }) => word) // ['it', 'will', 'not']
 */
export function toWords(text: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  let isInitial = false;
  let at = 0;
  while (at < text.length) {
    const bare = lettersEnd(text, at);
    const end = bare === at ? digitsEnd(text, at) : tailEnd(text, bare);
    if (end === at) {
      at += widthAt(text, at);
      continue;
    }
    const raw = text.slice(at, end);
    const gap = words.length === 0 ? 'none' : gapOf(text.slice(last, at), isInitial);
    // "U.S. will", "Mr. Low": no sentence ends there.
    isInitial = raw.length === 1 || (raw.length < 5 && TITLES.has(raw.toLowerCase()));
    push(words, raw, bare === at ? 0 : end - bare, at, gap);
    last = end;
    at = end;
  }
  return words;
}

/** Over an apostrophe and the letters after it: "won't", "it's". */
function tailEnd(text: string, at: number): number {
  if (!APOSTROPHES.has(text.charAt(at))) return at;
  const end = lettersEnd(text, at + 1);
  return end === at + 1 ? at : end;
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1;
  return end;
}

function push(words: Word[], raw: string, tail: number, start: number, gap: Gap): void {
  const lower = raw.toLowerCase();
  const end = start + raw.length;
  const at = tail === 0 ? -1 : raw.length - tail;
  const isCapital = raw !== lower && raw.charAt(0) !== lower.charAt(0) && raw.slice(1) === lower.slice(1);
  const bare = at === -1 ? lower : lower.slice(0, at) + lower.slice(at + 1);
  const stem = bare.endsWith('nt') ? notStem(bare) : undefined;
  if (stem !== undefined) {
    const cut = start + bare.length - 2;
    words.push({ word: stem, start, end: cut, gap, isCapital });
    words.push({ word: 'not', start: cut, end, gap: 'none', isCapital: false });
    return;
  }
  if (at !== -1) {
    const ending = lower.slice(at + 1);
    const cut = start + at;
    words.push({ word: lower.slice(0, at), start, end: cut, gap, isCapital });
    words.push({ word: ENDINGS.get(ending) ?? ending, start: cut, end, gap: 'none', isCapital: false });
    return;
  }
  const respelt = SPELLINGS.get(lower);
  if (respelt === undefined) {
    words.push({ word: lower, start, end, gap, isCapital });
    return;
  }
  respelt.split(' ').forEach((word, index) => {
    words.push({ word, start, end, gap: index === 0 ? gap : 'none', isCapital });
  });
}

/** "Dont" and "wont" are read as they are meant. "Want", "sent" and "went" have no such stem. */
function notStem(bare: string): string | undefined {
  return NOT_STEMS.get(bare.slice(0, -2));
}

function gapOf(between: string, isInitial: boolean): Gap {
  if (between === ' ' || between === '') return 'none';
  if (/[!?\u2026;\u2022]|\n\s*\n/u.test(between) || (!isInitial && between.includes('.'))) return 'stop';
  if (/^[-\u2010\u2011]$/u.test(between)) return 'hyphen';
  return /[,:()[\]\u2013\u2014\u201c\u201d"]|-/u.test(between) ? 'comma' : 'none';
}
