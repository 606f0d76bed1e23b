import { allMatches } from '#core/text';
import { isAttached } from './number-context.js';
import { isWhole } from './number-forms.js';
import { hitAt } from './number-hit.js';
import type { NumberHit } from './number-hit.js';
import { COUNT, parseNumber } from './number-words.js';

const ODDS = new RegExp(
  String.raw`(?<![\d.,/:\p{L}])(${COUNT})(\s?[-\u2013:/]\s?|[ -]to[ -])(${COUNT})(?![\d/:%]|[.,-]\d|\s?(?:%|per ?cent|percent))`,
  'giu',
);
/** The end of such odds, looked for first: it begins with a mark or "to", which are rare. */
const MAY_BE_ODDS = new RegExp(String.raw`(?:[-\u2013:/]\s?|[ -]to[ -])${COUNT}`, 'iu');
const DECIMAL_ODDS = /\bdecimal odds (?:of|at|are) (\d{1,4}(?:\.\d{1,3})?)/iu;
const MONEYLINE = /\b(?:odds|moneyline|line|priced)\b[^.;!?]{0,24}?\s([+\u2212-])(\d{3,5})\b/iu;

/** Without it there is no moneyline. */
const SIGNED = /\s[+\u2212-]\d{3}/u;

const AGAINST =
  /^[\s-]{0,2}(?:odds )?(?:against|long ?shots?|long-shots?|outsiders?|shots?|underdogs?|price|to win)\b/iu;
const FOR = /^[\s-]{0,2}(?:odds[ -])?(?:on\b(?! (?:the|a)\b)|in favou?r|for\b|favou?rites?\b|favou?red\b)/iu;
const BETTING =
  /\b(?:odds|bookmakers?|bookies|betting|priced|price|quoted|quote|punters|wager|evens|shot|offering|offered)\b/iu;

/**
 * "7-2 against", "3/1", "odds of 4 to 1 on", "60/40". Odds without a side are read as bookmakers quote them: three to one is
 * three against one. "10 to 1 favourite" is odds on; "7/2 favourite" is a price and so against, as no one gives 7 for 2 on.
 */
export function findOdds(text: string, isPhrase: boolean): NumberHit | null {
  const other = findDecimalOdds(text) ?? findMoneyline(text);
  if (other !== null) return other;
  if (!MAY_BE_ODDS.test(text)) return null;
  for (const match of allMatches(ODDS, text)) {
    const first = parseNumber(match[1] ?? '');
    const second = parseNumber(match[3] ?? '');
    const end = match.index + match[0].length;
    if (!(first >= 1 && second >= 1)) continue;
    const point = chanceOf(first, second, {
      text,
      start: match.index,
      end,
      isPhrase,
      sign: (match[2] ?? '').trim().toLowerCase(),
    });
    const found = point === null ? null : hitAt(text, point, point, match.index, end);
    if (found !== null) return found;
  }
  return null;
}

interface Quoted {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isPhrase: boolean;
  readonly sign: string;
}

function chanceOf(first: number, second: number, quoted: Quoted): number | null {
  const { text, start, end, isPhrase, sign } = quoted;
  const after = text.slice(end, end + 24);
  const before = text.slice(Math.max(0, start - 40), start);
  const isAgainst = AGAINST.test(after) || /\bodds (?:are )?(?:stacked )?against\b/iu.test(before);
  const isFavourite = /^[\s-]{0,2}(?:odds[ -]on )?favou?rites?\b/iu.test(after);
  const isPrice = isFavourite && (sign === '/' || second !== 1);
  const isFor =
    !isAgainst &&
    !isPrice &&
    (FOR.test(after) ||
      /\b(?:odds[ -]on|in favou?r)\b/iu.test(before) ||
      // "Ten to one that he goes": said by who bets that he does.
      (/^ that\b/iu.test(after) && (/\bodds are\b/iu.test(before) || (sign === 'to' && second === 1))));
  const isBetting = BETTING.test(before) || /^[^.;!?]{0,12}\b(?:odds|shot|price)\b/iu.test(after);
  const isWholePhrase = isPhrase && isWhole(text, start, end);
  const total = first + second;
  if (total === 100 && first >= 5 && second >= 5 && sign !== '') {
    const isSaid =
      isWholePhrase ||
      isAgainst ||
      isFor ||
      isBetting ||
      isAttached(text, start, end) ||
      /^ (?:that|chance)\b/iu.test(after);
    return isSaid ? (isAgainst ? second : first) / 100 : null;
  }
  if (isFor) return Math.max(first, second) / total;
  if (isAgainst || isPrice || isBetting) return second / total;
  // "2/3" alone is a fraction, "3/1" a price.
  if (!isWholePhrase || (sign === '/' && first < second)) return null;
  return second / total;
}

function findDecimalOdds(text: string): NumberHit | null {
  const match = DECIMAL_ODDS.exec(text);
  if (match === null) return null;
  const chance = 1 / Number(match[1]);
  return hitAt(text, chance, chance, match.index, match.index + match[0].length);
}

/** American odds: +300 pays 300 on 100, -150 asks 150 for 100. */
function findMoneyline(text: string): NumberHit | null {
  const match = SIGNED.test(text) ? MONEYLINE.exec(text) : null;
  if (match === null) return null;
  const line = Number(match[2]);
  const chance = match[1] === '+' ? 100 / (line + 100) : line / (line + 100);
  const end = match.index + match[0].length;
  return hitAt(text, chance, chance, end - (match[2]?.length ?? 0) - 1, end);
}
