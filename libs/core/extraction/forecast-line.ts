import type { LikelihoodBand } from '#core/domain';
import { tokenise } from './nlp.js';
import { askedStatement } from './state-line.js';
import type { LineWords } from './state-line.js';

export interface ForecastLine {
  /** As written; where the entry denies something, of the denial. */
  readonly band: LikelihoodBand;
  /** What it says, without its number; `state-line` puts it into words. */
  readonly words: Omit<LineWords, 'before'>;
  /** Place of the entry in the line, UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

const PERCENT = String.raw`(\d{1,3}(?:\.\d{1,2})?)(?:\s?[-\u2013]\s?(\d{1,3}(?:\.\d{1,2})?))?\s?(?:%|percent|per cent)`;
const ODDS = String.raw`(\d{1,4})\s?\/\s?(\d{1,4})`;
/** "+6", "unchanged": the change since the last time, in brackets after the number. */
const CHANGE = String.raw`(?:\s*\((?:[+\u2013\u2212-]?\d{1,3}(?:\.\d)?|unch(?:anged)?|new)\))?`;
const LEAD = /^(?:[-*\u2022\u2013]\s*|\d{1,3}[.)]\s*)/u;
const SINGLE = new RegExp(
  String.raw`^(.{3,300}?[^\s:,(\u2013\u2014-])\s*(?::|\u2014|\u2013| -|\(|,)\s*(?:about |roughly |around )?(?:${PERCENT}|${ODDS})\)?${CHANGE}\.?$`,
  'su',
);
const OPTION = new RegExp(String.raw`([\p{L}][^,;:%\d?]{0,60}?)\s+${PERCENT}${CHANGE}(?=[,;.]|$)`, 'gu');
const DENIAL = /^(?:no|not|never|none|nobody)\b|\b(?:not|never|fails? to)\b|n['\u2019]t\b/iu;
/** Without it a line is no entry, and the longer patterns need not be tried. */
const HAS_ODDS = /\d\s?(?:%|percent|per cent|\/)/u;
const MAX_LINE = 340;

/**
 * Reads entries of the form "Statement: 70%", "Will it rain? - 54% (+6)", "Finland, 9/4" or "Which party? A 40%, B 20%".
 * Fractional odds are read as bookmakers quote them, a to b against (9/4 is 4 in 13).
 *
 * @param isOddsList the lines around are entries of the same shape, so that a name alone may stand for a statement
 * @returns nothing where the line has another shape or the number is not a probability
 * @example readForecastLine('No recession: 60%', false)[0]?.band.point === 0.6
 */
export function readForecastLine(raw: string, isOddsList: boolean): ForecastLine[] {
  if (raw.length > MAX_LINE || !HAS_ODDS.test(raw)) return [];
  const lead = LEAD.exec(raw)?.[0].length ?? 0;
  const options = readOptions(raw);
  if (options.length > 1) return options;
  const match = SINGLE.exec(raw.slice(lead));
  const said = (match?.[1] ?? '').replace(/^[*_]+|(?<![*_])[*_]+$/gu, '').trim();
  if (match === null || said === '') return [];
  const band = bandOf(match);
  if (band === null) return [];
  const entry = entryOf(said, band, raw.slice(lead).trimEnd().slice(said.length));
  if (entry === null || (!entry.hasVerb && !isOddsList)) return [];
  return [{ ...entry.line, start: 0, end: raw.length }];
}

/** Whether a line looks like an entry with a number; several of them make a list of odds. */
export function isOddsLine(raw: string): boolean {
  return (
    raw.length <= MAX_LINE && HAS_ODDS.test(raw) && SINGLE.test(raw.slice(LEAD.exec(raw)?.[0].length ?? 0))
  );
}

interface NumberBand {
  readonly low: number;
  readonly high: number;
}

function bandOf(match: RegExpExecArray): NumberBand | null {
  if (match[4] !== undefined && match[5] !== undefined) {
    const total = Number(match[4]) + Number(match[5]);
    const share = total === 0 ? Number.NaN : Number(match[5]) / total;
    return share > 0 && share < 1 ? { low: round(share), high: round(share) } : null;
  }
  const low = Number(match[2]) / 100;
  const high = match[3] === undefined ? low : Number(match[3]) / 100;
  return high <= 1 && low <= high ? { low: round(low), high: round(high) } : null;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function entryOf(
  said: string,
  band: NumberBand,
  phrase: string,
): { line: Omit<ForecastLine, 'start' | 'end'>; hasVerb: boolean } | null {
  const isQuestion = /\?["'\u201d\u2019]?$/u.test(said);
  const asked = isQuestion ? askedStatement(said) : said;
  if (asked === null) return null;
  const tokens = tokenise(asked, { start: 0, end: asked.length });
  const isDenial = DENIAL.test(asked);
  const likelihood = toBand(band, /[\d][^()]*/u.exec(phrase)?.[0].replace(/(?<![).\s])[).\s]+$/u, '') ?? '');
  const hasVerb =
    isQuestion || tokens.some((token) => token.pos === 'VERB' || token.pos === 'AUX') || isDenial;
  const words = { said: asked, question: null, isBet: !hasVerb && /\d\s?\/\s?\d/u.test(phrase) };
  return { line: { band: likelihood, words }, hasVerb };
}

function toBand({ low, high }: { low: number; high: number }, phrase: string): LikelihoodBand {
  return { low, point: round((low + high) / 2), high, phrase, basis: 'number' };
}

/** "A 58% (-9), B 21%, C 13%" after a question: one entry for each. */
function readOptions(raw: string): ForecastLine[] {
  const question = raw.indexOf('?');
  if (question === -1) return [];
  const asked = raw
    .slice(0, question + 1)
    .replace(/[*_]/gu, '')
    .trim();
  const from = question + 1;
  return [...raw.slice(from).matchAll(OPTION)].flatMap((match): ForecastLine[] => {
    const name = (match[1] ?? '').trim();
    const band = bandOf([match[0], match[1], match[2], match[3]] as unknown as RegExpExecArray);
    if (band === null || name === '') return [];
    const start = from + match.index + (match[0].length - match[0].trimStart().length);
    const phrase = match[0].slice(Math.max(0, match[0].search(/\d/u)));
    return [
      {
        band: toBand(band, phrase),
        words: { said: name, question: asked, isBet: false },
        start,
        end: from + match.index + match[0].length,
      },
    ];
  });
}
