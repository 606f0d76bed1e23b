import { startsCapital } from '#core/text';
import type { TextSpan } from '#core/text';

/** What stands between quotation marks in a paragraph, marks excluded. */
export interface Quotation extends TextSpan {
  /** No closing mark: the quotation goes on in the next paragraph. */
  readonly isOpen: boolean;
  /** It goes on from the paragraph before, which left its quotation open. */
  readonly isContinued: boolean;
  /** Speech of its own, rather than borrowed words: long, or a whole sentence. */
  readonly isSpeech: boolean;
}

/** Shorter quotations are borrowed words, unless they are sentences. */
const SPEECH_FROM = 24;

const CLOSERS: Readonly<Record<string, string>> = {
  '\u201c': '\u201d',
  '"': '"',
  '\u2018': '\u2019',
  "'": "'",
  '\u00ab': '\u00bb',
};

/**
 * The quotations of a text, paragraph by paragraph. A quotation may run over several paragraphs, each of which opens with
 * a mark while only the last has a closing one.
 */
export function findQuotations(text: string, paragraphs: readonly TextSpan[]): Quotation[][] {
  const found: Quotation[][] = [];
  paragraphs.forEach((span, k) => {
    const next = paragraphs[k + 1];
    const quotes = quotesOf(text, span, next === undefined ? '' : openingMark(text, next));
    const before = found[k - 1]?.at(-1);
    const first = quotes[0];
    if (before?.isOpen === true && first !== undefined && first.start <= span.start + 3)
      quotes[0] = { ...first, isContinued: true };
    found.push(quotes);
  });
  return found;
}

function openingMark(text: string, span: TextSpan): string {
  return /^[\s*_>]*(["\u201c'\u2018\u00ab])/u.exec(text.slice(span.start, span.start + 6))?.[1] ?? '';
}

/** One pass, not nested: inside a quotation only its own closing mark counts. */
function quotesOf(text: string, span: TextSpan, nextMark: string): Quotation[] {
  const quotes: Quotation[] = [];
  let open = '';
  let start = 0;
  for (let i = span.start; i < span.end; i += 1) {
    const mark = text.charAt(i);
    if (open === '') {
      // An apostrophe inside a word opens nothing.
      if (!Object.hasOwn(CLOSERS, mark) || (i > span.start && /[\p{L}\p{N}]/u.test(text.charAt(i - 1))))
        continue;
      open = mark;
      start = i + 1;
    } else if (
      mark === CLOSERS[open] &&
      (mark === '"' || mark === '\u201d' || !/[\p{L}\p{N}]/u.test(text.charAt(i + 1)))
    ) {
      quotes.push({
        start,
        end: i,
        isOpen: false,
        isContinued: false,
        isSpeech: isSpeech(text.slice(start, i)),
      });
      open = '';
    }
  }
  // A single mark that stays open was an apostrophe, unless the next paragraph opens with the same mark.
  const goesOn =
    open === '\u201c' || open === '"' || (open !== '' && open === nextMark && start <= span.start + 3);
  if (goesOn) quotes.push({ start, end: span.end, isOpen: true, isContinued: false, isSpeech: true });
  return quotes;
}

function isSpeech(words: string): boolean {
  return words.length > SPEECH_FROM || (startsCapital(words) && /[.!?,]$/u.test(words) && /\s/u.test(words));
}
