import { allMatches } from '#core/text';
import { isAttached, isForecast } from './number-context.js';
import { hitAt } from './number-hit.js';
import type { NumberHit } from './number-hit.js';
import { COUNT, parseNumber } from './number-words.js';

const RATIO = new RegExp(
  String.raw`(?<![\d.,/\p{L}])(${COUNT})(?:[ -](?:chances?|shots?|times|odds|cases))?[ -](?:in|out[ -]of|of)[ -](?:every )?(${COUNT})(?![\d,.]\d|[\d/%]|[ -](?:years?|months?|weeks?|days?|hours?|minutes?|decades?|generations?|centur(?:y|ies)|percent|per cent)\b)`,
  'giu',
);
const FRACTION =
  /(?<![\d.,/\p{L}])(?:(a|one|two|three|four|five|six|seven|eight|nine)[ -](half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?|twentieth|hundredth|thousandth)|(half)|(\d{1,3})\/(\d{1,4})|([\u00bc-\u00be\u2153-\u215e]))(?![\d/\p{L}])/giu;
const DECIMAL =
  /(?<![\d.,\p{L}$\u00a3\u20ac])(0?\.\d{1,4}|[01](?:\.0{1,3})?|zero)(?![\d\p{L}%]|\.\d|,\d|\s?(?:%|per ?cent))/giu;

/** The end of a ratio, which is looked for first. */
const MAY_BE_RATIO = new RegExp(String.raw`[ -](?:in|of)[ -](?:every )?${COUNT}`, 'iu');
/** Without one of these, the longer patterns need not be tried. */
const MAY_BE_FRACTION =
  /[/\u00bc-\u00be\u2153-\u215e]|half|third|quarter|fourth|fifth|sixth|eighth|tenth|twentieth|hundredth|thousandth/iu;
const MAY_BE_DECIMAL = /\.\d|(?<!\d)[01](?!\d)|zero/iu;

const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  eighth: 8,
  tenth: 10,
  twentieth: 20,
  hundredth: 100,
  thousandth: 1_000,
};
const SIGNS: Readonly<Record<string, number>> = {
  '\u00bc': 1 / 4,
  '\u00bd': 1 / 2,
  '\u00be': 3 / 4,
  '\u2153': 1 / 3,
  '\u2154': 2 / 3,
  '\u2155': 1 / 5,
};

/** Words that may stand around a number when it is all that is said. */
const AROUND: ReadonlySet<string> = new Set(
  [
    'a an the about around roughly approximately some say maybe perhaps only just at of with it s is are i d put would be over',
    'under more less than least most better worse between from to up nearly almost well odds even not no and or so higher lower',
    'event chance probability p prob that my guess estimate close circa approx exactly favor favour in against shot',
  ]
    .join(' ')
    .split(' '),
);
/** May follow "one in four" where it stands for a chance; a plural noun there is a part of a population. */
const AFTER_RATIO =
  /^\s*(?:$|[.,;:!?)\]"'\u201d\u2019\u2014\u2013-]|(?:that|for|it|he|she|they|we|this|if|by|and|or|but|at|event|shot|bet|long|against|in favou?r|to)\b)/iu;
const CONNECTS = /^\s*(?:to|and|or|-|\u2013)\s*$/iu;

const MOST_AROUND = 60;

/** The number is all that is said, but for articles and words such as "about". */
export function isWhole(text: string, start: number, end: number): boolean {
  if (text.length - (end - start) > MOST_AROUND) return false;
  const rest = `${text.slice(0, start)} ${text.slice(end)}`;
  return (rest.toLowerCase().match(/\p{L}+|\d+/gu) ?? []).every((word) => AROUND.has(word));
}

/** "A second strike before the new year: one in five." */
function isAfterColon(text: string, start: number, end: number): boolean {
  return (
    /:\s(?:about |around |roughly |maybe |perhaps |say |call it )?$/iu.test(
      text.slice(Math.max(0, start - 16), start),
    ) && /^["'\u201d\u2019)\].]*$/u.test(text.slice(end))
  );
}

interface Share {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** "One in four", "nine times out of ten", "2 chances in 3". */
export function findRatio(text: string, isPhrase: boolean): NumberHit | null {
  if (!MAY_BE_RATIO.test(text)) return null;
  const shares = allMatches(RATIO, text).flatMap((match): Share[] => {
    const of = parseNumber(match[2] ?? '');
    const isYear = of >= 1_900 && of <= 2_100 && !match[0].includes('-');
    const value = parseNumber(match[1] ?? '') / of;
    return isYear || !(value <= 1) ? [] : [{ value, start: match.index, end: match.index + match[0].length }];
  });
  return firstRange(text, shares, ({ start, end }) => {
    if (/times|chance|shot/iu.test(text.slice(start, end)) || isAttached(text, start, end)) return true;
    return isPhrase
      ? AFTER_RATIO.test(text.slice(end))
      : isForecast(text, start, end) || isAfterColon(text, start, end);
  });
}

/** "A two-thirds chance", "three quarters", "a 1/3 probability". */
export function findFraction(text: string, isPhrase: boolean): NumberHit | null {
  if (!MAY_BE_FRACTION.test(text)) return null;
  const shares = allMatches(FRACTION, text).flatMap((match): Share[] => {
    const value = fractionOf(match);
    const isIdiom =
      match[0] === '9/11' || (match[3] !== undefined && /^ an? /iu.test(text.slice(match.index + 4)));
    return value <= 1 && !isIdiom ? [{ value, start: match.index, end: match.index + match[0].length }] : [];
  });
  return firstRange(
    text,
    shares,
    ({ start, end }) => isAttached(text, start, end) || (isPhrase && isWhole(text, start, end)),
  );
}

function fractionOf(match: RegExpMatchArray): number {
  const [, count, part, half, over, under, sign] = match;
  if (half !== undefined) return 0.5;
  if (sign !== undefined) return SIGNS[sign] ?? Number.NaN;
  if (over !== undefined) return Number(over) / Number(under);
  const size = PARTS[(part ?? '').toLowerCase().replace(/s$/u, '')] ?? Number.NaN;
  return parseNumber(count === 'a' || count === 'A' ? 'one' : (count ?? '')) / size;
}

/** "A probability of 0.7", "p = .3", ".6 to .7", "zero". */
export function findDecimal(text: string, isPhrase: boolean): NumberHit | null {
  if (!MAY_BE_DECIMAL.test(text)) return null;
  const shares = allMatches(DECIMAL, text).map((match): Share => {
    const said = (match[1] ?? '').toLowerCase();
    return {
      value: said === 'zero' ? 0 : Number(said),
      start: match.index,
      end: match.index + match[0].length,
    };
  });
  if (shares.length === 0) return null;
  const namesProbability = /\b(?:probabilit(?:y|ies)|likelihood|credence|prob|p)\b/iu.test(text);
  return firstRange(text, shares, ({ start, end }) => {
    if (text.length < 10 && /^\W*zero\W*$/iu.test(text)) return isPhrase;
    if (isPhrase && isWhole(text, start, end) && /^(?:0?\.|1\.0|0\.0)/u.test(text.slice(start, end)))
      return true;
    // "Zero chance" is said in words; "a probability of zero" in numbers.
    const said = text.slice(start, end);
    return (
      namesProbability &&
      isAttached(text, start, end) &&
      (said.includes('.') || !/^\s*(?:chance|prob|likelihood|odds)/iu.test(text.slice(end)))
    );
  });
}

/** The first share that passes; where another follows after "to" or "and", both are the ends of a range. */
function firstRange(
  text: string,
  shares: readonly Share[],
  isProbability: (share: Share) => boolean,
): NumberHit | null {
  for (const [index, share] of shares.entries()) {
    const next = shares[index + 1];
    const isRange = next !== undefined && CONNECTS.test(text.slice(share.end, next.start));
    const last = isRange ? next : share;
    if (!isProbability({ ...share, end: last.end })) continue;
    return hitAt(
      text,
      Math.min(share.value, last.value),
      Math.max(share.value, last.value),
      share.start,
      last.end,
    );
  }
  return null;
}
