import type { TextSpan } from '#core/text';

/** A stretch of a text as a model is shown it, and where each of its UTF-16 code units stands in the text itself. */
export interface ShownText {
  readonly text: string;
  /** For every code unit of `text` the stretch of the source that it stands for. */
  readonly places: readonly TextSpan[];
}

/** Marks that writers set and models straighten. Each stands for one code unit, so that places are kept. */
const STRAIGHT: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u201c': '"',
  '\u201d': '"',
};

/**
 * Shows a stretch of a text on one line: white space folded to single blanks, typographic quotation marks straightened.
 * Nothing else is changed, so that a quote of what was shown can be found again in the text, unit by unit.
 *
 * @param text the text as it is read
 * @param span the stretch of it to show
 * @param toSource leads places of `text` back to the text as it was published; they are the same unless told
 * @example showSpan('It\n  won\u2019t.', { start: 0, end: 11 }).text === "It won't."
 */
export function showSpan(
  text: string,
  span: TextSpan,
  toSource: (span: TextSpan) => TextSpan = (same) => same,
): ShownText {
  let shown = '';
  const places: TextSpan[] = [];
  for (let i = span.start; i < span.end; i += 1) {
    const unit = text.charAt(i);
    if (/\s/u.test(unit)) {
      if (shown === '' || shown.endsWith(' ')) continue;
      shown += ' ';
    } else {
      shown += Object.hasOwn(STRAIGHT, unit) ? STRAIGHT[unit] : unit;
    }
    places.push(toSource({ start: i, end: i + 1 }));
  }
  const end = shown.trimEnd().length;
  return { text: shown.slice(0, end), places: places.slice(0, end) };
}

/** Words as they would have been shown: what a model quotes is compared in this form. */
export function foldWords(words: string): string {
  return showSpan(words, { start: 0, end: words.length }).text;
}

/**
 * Finds words in what was shown, whole words only, and gives their place in the text itself.
 *
 * @returns the first place, or null where they do not stand there exactly
 * @example findShown(showSpan('The mayor may go.', { start: 0, end: 17 }), 'may') // { start: 10, end: 13 }
 */
export function findShown(shown: ShownText, words: string): TextSpan | null {
  const wanted = foldWords(words);
  // Half of a surrogate pair would cut a character of the text in two.
  if (wanted === '' || /\p{Surrogate}/u.test(wanted)) return null;
  for (let at = shown.text.indexOf(wanted); at !== -1; at = shown.text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (isInsideWord(shown.text, at) || isInsideWord(shown.text, end)) continue;
    const first = shown.places[at];
    const last = shown.places[end - 1];
    if (first !== undefined && last !== undefined) return { start: first.start, end: last.end };
  }
  return null;
}

/** Whether a cut before code unit `at` would go through a word or a number ("5 %" does not stand in "0.5 %"). */
function isInsideWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const around = `${text.slice(Math.max(0, at - 2), at)}|${text.slice(at, at + 2)}`;
  return /[\p{L}\p{N}]\|[\p{L}\p{N}]|\d[.,]\|\d|\d\|[.,]\d/u.test(around);
}
