/** A probability said in numbers, and its place in the text (UTF-16 code units). */
export interface NumberHit {
  readonly low: number;
  readonly point: number;
  readonly high: number;
  readonly start: number;
  readonly end: number;
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twenty: 20,
  hundred: 100,
};
const FRACTIONS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fourth: 4,
  fourths: 4,
  fifth: 5,
  fifths: 5,
  tenth: 10,
  tenths: 10,
};

const CHANCE =
  /\b(?:chances?|odds|probabilit(?:y|ies)|likelihood|likely|certain|sure|confiden(?:t|ce)|risk|shot|possibility|prediction markets?|forecasters?|credence|assigns?|implied)\b/iu;
const NUM = String.raw`(\d{1,3}(?:\.\d{1,3})?)`;
const PERCENT = new RegExp(
  String.raw`${NUM}\s?(?:%|percent|per cent|pct)?\s?(?:-|\u2013|\u2014|to|and|or)\s?${NUM}\s?(?:%|percent\b|per cent\b|pct\b)|${NUM}\s?-?(?:%|percent\b|per cent\b|pct\b)(?! ?(?:point|of\b))`,
  'giu',
);
const RATIO =
  /\b(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)[ -](?:in|out of)[ -](\d{1,6}|a hundred|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)\b/giu;
const ODDS =
  /\b(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)(?:[ -]to[ -]| ?- ?|:|\/)(\d{1,4}|one|two|three|four|five|ten)\b/giu;
const FRACTION = /\b(?:(a|one|two|three|four)[ -])?(thirds?|quarters?|fourths?|fifths?|tenths?|half)\b/giu;
const DECIMAL =
  /\b(?:probability|likelihood|credence|chance|p)\s?(?:=|of|is|at|:)?\s?(?:about |around )?(0?\.\d{1,3})(?!\d|%)/giu;

const ABOVE =
  /(?:\b(?:over|above|at least|more than|greater than|better than|upwards of|exceeding|exceeds)|[>\u2265])\s*(?:a |an )?$/iu;
const BELOW =
  /(?:\b(?:under|below|at most|less than|lower than|no more than|up to)|[<\u2264])\s*(?:a |an )?$/iu;

function toNumber(word: string): number {
  const clean = word.toLowerCase().replace(/^a /u, '');
  return NUMBER_WORDS[clean] ?? Number(clean);
}

/** The first percentage in a text already known to report probabilities. */
export function findPercentage(text: string): NumberHit | null {
  return findPercent(text, true);
}

/**
 * Finds the first probability said in numbers.
 *
 * @param text a phrase or a clause
 * @param isPhrase true when the whole text is known to be about likelihood; else a number counts only near a word such
 *   as "chance" or "odds", so that "inflation of 4%" is not read as a probability
 * @example findNumber('a one in four chance', true)?.point === 0.25
 */
export function findNumber(text: string, isPhrase: boolean): NumberHit | null {
  const even = /\b(?:50[-\/\u2013 ]50|fifty[- ]fifty)\b/iu.exec(text);
  if (even !== null) return hit(0.5, 0.5, even, text);
  return (
    findPercent(text, isPhrase) ??
    findOdds(text) ??
    findRatio(text, isPhrase) ??
    findFraction(text, isPhrase) ??
    findDecimal(text)
  );
}

function isNearChance(text: string, start: number, end: number): boolean {
  return CHANCE.test(text.slice(Math.max(0, start - 48), start)) || CHANCE.test(text.slice(end, end + 28));
}

function hit(low: number, high: number, match: RegExpMatchArray, text: string): NumberHit | null {
  if (!(low >= 0 && high <= 1 && low <= high)) return null;
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const before = text.slice(Math.max(0, start - 16), start);
  const span = { start, end };
  if (low === high && low < 0.99 && ABOVE.test(before))
    return { low, point: round((low + 0.99) / 2), high: 0.99, ...span };
  if (low === high && low > 0.01 && BELOW.test(before))
    return { low: 0.01, point: round((0.01 + high) / 2), high, ...span };
  return { low: round(low), point: round((low + high) / 2), high: round(high), ...span };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function findPercent(text: string, isPhrase: boolean): NumberHit | null {
  for (const match of text.matchAll(PERCENT)) {
    const low = Number(match[1] ?? match[3]) / 100;
    const high = Number(match[2] ?? match[3]) / 100;
    const found = hit(Math.min(low, high), Math.max(low, high), match, text);
    if (found !== null && (isPhrase || isNearChance(text, found.start, found.end))) return found;
  }
  return null;
}

function findOdds(text: string): NumberHit | null {
  for (const match of text.matchAll(ODDS)) {
    const around = text.slice(Math.max(0, match.index - 24), match.index + match[0].length + 24);
    const isAgainst = /\b(?:against|long shot|outsider)\b/iu.test(around);
    if (!isAgainst && !/\b(?:odds|favou?r|favou?rite|bookmakers?|evens)/iu.test(around)) continue;
    const first = toNumber(match[1] ?? '');
    const second = toNumber(match[2] ?? '');
    if (!(first + second > 0)) continue;
    const isFor = !isAgainst && /\b(?:in favou?r|odds[ -]on|on\b|favou?rite)/iu.test(around);
    // "3 to 1" without a side is read as bookmakers quote it: three against one.
    const point = isFor ? first / (first + second) : second / (first + second);
    const found = hit(point, point, match, text);
    if (found !== null) return found;
  }
  return null;
}

function findRatio(text: string, isPhrase: boolean): NumberHit | null {
  for (const match of text.matchAll(RATIO)) {
    const share = toNumber(match[1] ?? '') / toNumber(match[2] ?? '');
    const found = hit(share, share, match, text);
    if (found !== null && (isPhrase || isNearChance(text, found.start, found.end))) return found;
  }
  return null;
}

function findFraction(text: string, isPhrase: boolean): NumberHit | null {
  for (const match of text.matchAll(FRACTION)) {
    const parts = FRACTIONS[(match[2] ?? '').toLowerCase()] ?? 0;
    const share = toNumber(match[1] ?? 'one') / parts;
    const found = hit(share, share, match, text);
    if (found === null) continue;
    const after = text.slice(found.end, found.end + 16);
    if (
      /^[ -](?:chance|probability|likelihood|likely|certain|odds)/iu.test(after) ||
      (isPhrase && after.trim() === '')
    )
      return found;
  }
  return null;
}

function findDecimal(text: string): NumberHit | null {
  for (const match of text.matchAll(DECIMAL)) {
    const value = Number(match[1]);
    const found = hit(value, value, match, text);
    if (found !== null) return found;
  }
  return null;
}
