import { isLetterAt, isLetterOrMarkAt, widthAt } from '#core/text';

/** A word of the text, a genitive ending or full stop left out; both count for where it ends. */
export interface FoundWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** What may stand inside a word beside letters and their marks. */
function isInsideMark(code: number): boolean {
  // An apostrophe, straight or curly, a full stop, a hyphen.
  return code === 0x27 || code === 0x2019 || code === 0x2e || code === 0x2d;
}

/** Cuts a text into words, by hand: most of the time a pattern would take goes into telling what a letter is. */
export function wordsOf(text: string): FoundWord[] {
  const found: FoundWord[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    if (isLetterAt(text, at)) {
      do at += widthAt(text, at);
      while (isInsideWord(text, at));
      found.push(foundWord(text.slice(start, at), start, at));
    } else at += widthAt(text, at);
  }
  return found;
}

const isInsideWord = (text: string, at: number): boolean =>
  at < text.length && (isLetterOrMarkAt(text, at) || isInsideMark(text.charCodeAt(at)));

function foundWord(raw: string, start: number, end: number): FoundWord {
  return { word: keepsDot(raw) ? raw : raw.slice(0, raw.length - endingOf(raw)), start, end };
}

/** How many characters of a word are no part of a name: "'s", an apostrophe, a full stop. */
function endingOf(raw: string): number {
  const last = raw.charAt(raw.length - 1);
  if (last === '.' || last === "'" || last === '\u2019') return 1;
  const mark = last === 's' ? raw.charAt(raw.length - 2) : '';
  return mark === "'" || mark === '\u2019' ? 2 : 0;
}

/** "U.S.": the full stops are part of the name. */
export function keepsDot(raw: string): boolean {
  return raw.endsWith('.') && /^(?:\p{Lu}\.)+$/u.test(raw);
}
