/** Why a text cannot be taken in: a closed set. */
export const TEXT_PROBLEMS = ['EMPTY', 'BLANK', 'NUL_BYTE', 'LONE_SURROGATE', 'BINARY'] as const;
export type TextProblem = (typeof TEXT_PROBLEMS)[number];

export type TextCheck =
  { readonly ok: true } | { readonly ok: false; readonly code: TextProblem; readonly message: string };

/** Above this share of control and replacement characters a "text" is taken for a binary file or a wrong charset. */
const MAX_ODD_SHARE = 0.1;

const MESSAGES: Readonly<Record<TextProblem, string>> = {
  EMPTY: 'The text is empty.',
  BLANK: 'The text holds nothing but white space.',
  NUL_BYTE: 'The text holds NUL bytes: it is a binary file, or UTF-16 read as UTF-8.',
  LONE_SURROGATE: 'The text holds half of a surrogate pair: it was cut or decoded wrongly.',
  BINARY: 'The text is mostly control or replacement characters: a binary file or the wrong character set.',
};

function reject(code: TextProblem): TextCheck {
  return { ok: false, code, message: MESSAGES[code] };
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
 * @returns `{ ok: true }`, or the first problem found: empty, blank, NUL, lone surrogate, mostly binary
 * @example checkText('a\u0000b') // { ok: false, code: 'NUL_BYTE', message: '...' }
 */
export function checkText(text: string): TextCheck {
  if (text.length === 0) return reject('EMPTY');
  if (text.includes('\u0000')) return reject('NUL_BYTE');
  if (text.replace(/^\uFEFF+/u, '').trim() === '') return reject('BLANK');
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
