import { startsSmall, startsCapital } from './letters.js';
import {
  AFTER_CLOCK,
  ANYWHERE,
  BEFORE_A_NAME,
  BEFORE_A_NUMBER,
  DATES,
  IN_CAPITALS,
  NEVER_LAST,
  SAYING,
  STARTERS,
} from './abbreviations.js';
import { isBlank } from './text-span.js';
import type { TextSpan } from './text-span.js';

/** A longer token before a full stop is no abbreviation. */
const MAX_TOKEN = 24;
/** As much of what follows as is looked at. */
const MAX_HEAD = 80;
const MAX_HEADING = 160;
const OPENERS = /^(?:["'\u201c\u2018\u201e\u00ab([{*_\u00bf\u00a1>]\s?){1,4}/u;
const FOOTNOTE = /^\[(?:\^?\d{1,3}|[ivxl]{1,5}|[a-z]|note \d{1,2}|citation needed)\]/u;

/** . ! ? and their kin of other scripts. */
export function isTerminator(unit: number): boolean {
  if (unit < 0x80) return unit === 0x2e || unit === 0x21 || unit === 0x3f;
  return unit === 0x2026 || unit === 0x203d || unit === 0x0964 || isIdeographic(unit);
}

/** The ideographic marks need no blank after them. */
function isIdeographic(unit: number): boolean {
  return unit === 0x3002 || unit === 0xff01 || unit === 0xff1f;
}

function isCloser(unit: number): boolean {
  switch (unit) {
    case 0x22: // "
    case 0x27: // '
    case 0x29: // )
    case 0x2a: // *
    case 0x5d: // ]
    case 0x5f: // _
    case 0x7d: // }
    case 0xbb: // »
    case 0x2019:
    case 0x201d:
    case 0x2020: // dagger
    case 0x2021:
      return true;
    default:
      return unit === 0xb9 || unit === 0xb2 || unit === 0xb3 || (unit >= 0x2070 && unit <= 0x2079);
  }
}

/**
 * Where the marks end that begin with the terminator at `at`: further terminators (also ". . ."), closing quotes and
 * brackets, footnote marks in brackets or superscript, and a bare footnote number ("June.4 The").
 */
export function marksEnd(text: string, at: number, limit: number): number {
  let i = at + 1;
  while (i < limit) {
    const unit = text.charCodeAt(i);
    if (isTerminator(unit) || isCloser(unit)) i += 1;
    else if (unit === 0x20 && isSpacedDot(text, i)) i += 2;
    else if (unit === 0x5b) {
      const length = footnoteLength(text, i);
      if (length === 0) break;
      i += length;
    } else break;
  }
  i += footnoteNumberLength(text, at, i);
  // "It will rain. [12] The ...": the mark belongs to what it stands behind.
  if (isBlank(text.charCodeAt(i)) && text.charCodeAt(i + 1) === 0x5b) {
    const length = footnoteLength(text, i + 1);
    if (length > 0 && (i + 1 + length >= limit || isBlank(text.charCodeAt(i + 1 + length)))) i += 1 + length;
  }
  return Math.min(i, limit);
}

function isSpacedDot(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) !== 0x2e || text.charCodeAt(at + 1) !== 0x2e) return false;
  const after = text.charCodeAt(at + 2);
  return Number.isNaN(after) || after === 0x2e || isBlank(after) || isCloser(after);
}

function footnoteLength(text: string, at: number): number {
  return FOOTNOTE.exec(text.slice(at, at + 20))?.[0].length ?? 0;
}

function footnoteNumberLength(text: string, at: number, after: number): number {
  if (after !== at + 1 || text.charCodeAt(at) !== 0x2e || !isDigit(text.charCodeAt(after))) return 0;
  if (!/\p{Ll}{3}$/u.test(text.slice(Math.max(0, at - 6), at))) return 0;
  return /^\d{1,2}(?=\s+["'\u201c\u2018(]?\p{Lu})/u.exec(text.slice(after, after + 8))?.[0].length ?? 0;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/**
 * Whether a sentence ends with the marks from `at` to `after`, judged by the token before them and the word behind them.
 *
 * @param sentence where the sentence begins, and where its paragraph ends
 */
export function isSentenceEnd(text: string, at: number, after: number, sentence: TextSpan): boolean {
  if (after >= sentence.end || isIdeographic(text.charCodeAt(at))) return true;
  if (!isBlank(text.charCodeAt(after))) return isMissingBlank(text, at, after);
  const raw = text.slice(after, Math.min(sentence.end, after + MAX_HEAD)).trimStart();
  const opener = OPENERS.exec(raw)?.[0] ?? '';
  const head = raw.slice(opener.length);
  const marks = text.slice(at, Math.min(after, at + 12));
  const isEllipsis = /^\u2026|^\. ?\./u.test(marks);
  // "[...]" leaves words out, it ends nothing.
  if (isEllipsis && /[[(]/u.test(text.charAt(at - 1))) return false;
  if (startsSmall(head)) return !isEllipsis && isWrittenSmall(text, at, sentence);
  if (isEllipsis) return !/^\d/u.test(head);
  const isQuoted = /["'\u201d\u2019\u00bb]/u.test(marks);
  if (isQuoted && isSaying(head, /[!?]/u.test(marks))) return false;
  if (/[!?\u203d]/u.test(marks)) return true;
  return endsAfterToken(text, at, sentence, { head, opener });
}

interface Following {
  readonly head: string;
  readonly opener: string;
}

function endsAfterToken(text: string, at: number, sentence: TextSpan, next: Following): boolean {
  const from = tokenStart(text, at, sentence.start);
  const token = text.slice(from, at);
  if (token === '') return true;
  if (isListMark(text, from, token, sentence.start)) return false;
  const lower = token.toLowerCase().replace(/\u2019/gu, "'");
  const isNumberNext = /^[\d#$\u20ac\u00a3]/u.test(next.head);
  if (NEVER_LAST.has(lower)) return false;
  if (BEFORE_A_NUMBER.has(lower) && isNumberNext) return false;
  const isCapital = startsCapital(token);
  if (isCapital && DATES.has(lower)) return !isNumberNext;
  const isAbbreviation =
    BEFORE_A_NAME.has(lower) ||
    ANYWHERE.has(lower) ||
    (isCapital && IN_CAPITALS.has(lower)) ||
    /^(?:\p{Lu}|(?:\p{L}\.){1,6}\p{L})$/u.test(token);
  if (!isAbbreviation) return true;
  // The title of a text puts capitals everywhere, so they tell nothing.
  if (isHeading(text, sentence)) return false;
  if (/^\p{Lu}\./u.test(next.head) && /^\p{Lu}$/u.test(token)) return false;
  if (lower === 'a.m' || lower === 'p.m')
    return !AFTER_CLOCK.has(firstWord(next.head)) && !/^\(/u.test(next.opener);
  if (lower === 'etc') return !isNumberNext && !/^[([]/u.test(next.opener);
  return startsSentence(next);
}

function startsSentence({ head, opener }: Following): boolean {
  if (/^[([]/u.test(opener)) return false;
  if (/^["\u201c\u201e\u00ab]/u.test(opener)) return startsCapital(head);
  return STARTERS.has(firstWord(head));
}

function firstWord(head: string): string {
  return (/^\p{L}{1,20}/u.exec(head)?.[0] ?? '').toLowerCase();
}

/** Letters, digits and inner full stops directly before `at`. */
function tokenStart(text: string, at: number, floor: number): number {
  let i = at;
  while (i > floor && at - i < MAX_TOKEN && /[\p{L}\p{N}.'\u2019&]/u.test(text.charAt(i - 1))) i -= 1;
  while (i < at && /[.'\u2019]/u.test(text.charAt(i))) i += 1;
  return i;
}

/** "1." or "(b." with nothing before it but marks, or right after a colon: the number of an entry. */
function isListMark(text: string, from: number, token: string, start: number): boolean {
  if (!/^(?:\d{1,3}|\p{L}|[ivx]{2,5}|[IVX]{2,5}|\d{1,2}(?:\.\d{1,2}){1,2})$/u.test(token)) return false;
  if (/[:;]\s?\(?$/u.test(text.slice(Math.max(start, from - 3), from))) return true;
  return from - start <= 8 && !/[\p{L}\p{N}]/u.test(text.slice(start, from));
}

/** '"Will it rain?" Anna Low asked': one sentence. After a full stop only when nothing but the speaker follows. */
function isSaying(head: string, isAsked: boolean): boolean {
  const first = firstWord(head);
  if (STARTERS.has(first) && !['the', 'a', 'an', 'one', 'another'].includes(first)) return false;
  const said = SAYING.exec(head)?.[0];
  return said !== undefined && (isAsked || /^(?:[.,]|$)/u.test(head.slice(said.length)));
}

/** "the end of it.The council": a blank was lost where a word in small letters meets one that begins sentences. */
function isMissingBlank(text: string, at: number, after: number): boolean {
  if (after !== at + 1 && !/["\u201d)]/u.test(text.charAt(after - 1))) return false;
  const head = text.slice(after, after + MAX_TOKEN);
  if (!/^\p{Lu}\p{Ll}*\s/u.test(head)) return false;
  return /\p{Ll}{2}$/u.test(text.slice(Math.max(0, at - 6), at)) && STARTERS.has(firstWord(head));
}

/** Whether the paragraph knows no capitals at all, so that small letters begin its sentences. */
function isWrittenSmall(text: string, at: number, sentence: TextSpan): boolean {
  const from = tokenStart(text, at, sentence.start);
  const token = text.slice(from, at).toLowerCase();
  if (!/^\p{Ll}{2,}$/u.test(token)) return false;
  if ([NEVER_LAST, BEFORE_A_NAME, BEFORE_A_NUMBER, ANYWHERE, IN_CAPITALS].some((set) => set.has(token)))
    return false;
  const around = text.slice(Math.max(sentence.start, at - 400), Math.min(sentence.end, at + 400));
  return around.length >= 30 && !/\p{Lu}/u.test(around);
}

/** A short paragraph that ends without a mark. */
function isHeading(text: string, sentence: TextSpan): boolean {
  if (sentence.end - sentence.start > MAX_HEADING) return false;
  const last = text.charCodeAt(sentence.end - 1);
  return !isTerminator(last) && !isCloser(last) && last !== 0x3a;
}
