import { entityEdits, tagEdits } from './markup.js';
import { mojibakeEdits } from './mojibake.js';

/** Why a text cannot be taken in: a closed set. */
export const TEXT_PROBLEMS = ['EMPTY', 'BLANK', 'TOO_LARGE', 'NUL_BYTE', 'LONE_SURROGATE', 'BINARY'] as const;
export type TextProblem = (typeof TEXT_PROBLEMS)[number];

export type TextCheck =
  { readonly ok: true } | { readonly ok: false; readonly code: TextProblem; readonly message: string };

/** In UTF-16 code units. A text of this size is a book, not a commentary. */
export const MAX_TEXT_CHARACTERS = 5_000_000;

/** Above this share of control and replacement characters a "text" is taken for a binary file or a wrong charset. */
const MAX_ODD_SHARE = 0.1;

const MESSAGES: Readonly<Record<TextProblem, string>> = {
  EMPTY: 'The text is empty. Give the text of an article.',
  BLANK: 'The text holds nothing but blanks. Give the text of an article.',
  TOO_LARGE: 'The text is too large. Split it into its articles.',
  NUL_BYTE:
    'The text holds a NUL byte: it is a binary file, or UTF-16 that was read as UTF-8. Save it as UTF-8 text and try again.',
  LONE_SURROGATE:
    'The text holds half of a character (a lone surrogate): it was cut or decoded wrongly. Copy it again from its source.',
  BINARY:
    'The text is mostly control or replacement characters: a binary file, or the wrong character set. Give the article as plain UTF-8 text.',
};

function reject(code: TextProblem, message = MESSAGES[code]): TextCheck {
  return { ok: false, code, message };
}

/** C0 and C1 controls other than tab, line feed, form feed, carriage return; and U+FFFD, the mark of a failed decoding. */
function isOdd(unit: number): boolean {
  if (unit === 0xfffd) return true;
  if (unit === 0x09 || unit === 0x0a || unit === 0x0c || unit === 0x0d) return false;
  return unit < 0x20 || (unit >= 0x7f && unit <= 0x9f);
}

/**
 * Says whether a decoded text can be taken in, and if not, why. Does not throw.
 *
 * @param text the text as decoded, in UTF-16 code units
 * @returns `{ ok: true }`, or the first problem found: empty, blank, too large, NUL, lone surrogate, mostly binary
 * @example checkText('a\u0000b') // { ok: false, code: 'NUL_BYTE', message: '...' }
 */
export function checkText(text: string): TextCheck {
  if (text.length === 0) return reject('EMPTY');
  if (text.length > MAX_TEXT_CHARACTERS)
    return reject(
      'TOO_LARGE',
      `The text has ${grouped(text.length)} characters; at most ${grouped(MAX_TEXT_CHARACTERS)} are taken in. Split it into its articles.`,
    );
  if (text.includes('\u0000')) return reject('NUL_BYTE');
  if (!/[^\s\u200b-\u200f\u2060\ufeff]/u.test(text)) return reject('BLANK');
  let odd = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const next = text.charCodeAt(i + 1);
      const paired = unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
      if (!paired) return reject('LONE_SURROGATE');
      i += 1;
    } else if (isOdd(unit)) {
      odd += 1;
    }
  }
  return odd / text.length > MAX_ODD_SHARE ? reject('BINARY') : { ok: true };
}

/** "5,000,000": the same on every machine, whatever its language. */
function grouped(value: number): string {
  return value.toLocaleString('en-US');
}

/** What is odd about a text that can be read all the same: a closed set. */
export const TEXT_FLAWS = ['MARKUP', 'MOJIBAKE', 'REPLACED'] as const;
export type TextFlaw = (typeof TEXT_FLAWS)[number];

export interface TextNote {
  readonly code: TextFlaw;
  /** What is wrong and what to do, in one or two sentences. */
  readonly message: string;
}

const FLAW_MESSAGES: Readonly<Record<TextFlaw, string>> = {
  MARKUP:
    'HTML tags were left in. They are read past, and quotes keep them; for clean quotes give the text alone.',
  MOJIBAKE:
    'Some characters were decoded wrongly (UTF-8 read as Windows-1252). They are read as what they were meant to be, and quotes keep them; for clean quotes save the original as UTF-8 again.',
  REPLACED:
    'Some characters were lost in an earlier conversion and stand as U+FFFD. Words with them may be misread; take the text from its source again.',
};

/** One tag or reference may be meant; from here on it is a page that was saved as text. */
const LEAST_MARKUP = 3;

/**
 * What is odd about a text that passed `checkText`, for a note to whoever gave it. Never throws; linear.
 *
 * @example describeFlaws('caf\u00c3\u00a9')[0]?.code === 'MOJIBAKE'
 */
export function describeFlaws(text: string): TextNote[] {
  const flaws: TextFlaw[] = [];
  if (tagEdits(text).length + entityEdits(text).length >= LEAST_MARKUP) flaws.push('MARKUP');
  if (mojibakeEdits(text).length > 0) flaws.push('MOJIBAKE');
  if (text.includes('\ufffd')) flaws.push('REPLACED');
  return flaws.map((code) => ({ code, message: FLAW_MESSAGES[code] }));
}
