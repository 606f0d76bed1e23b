import { quantileSorted } from 'd3-array';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { brierScore } from './brier-score.js';
import type { ShareInterval } from './wilson-interval.js';

/** A scored forecast with the words it was read from. */
export interface PhrasedForecast {
  readonly claimantId: string;
  /** As the readings have it; null for a number, which everybody reads alike. */
  readonly phrase: string | null;
  /** Whether the words are of the opposite of the statement, so that p is 1 minus their reading. */
  readonly isMirrored: boolean;
  /** By the lexicon in force, 0-1; also what stands where there are no readings of the phrase. */
  readonly probability: number;
  readonly outcome: 0 | 1;
  readonly weight: number;
}

/** How people read each phrase: their probabilities 0-1, or evenly spaced quantiles of them. */
export type PhraseReadings = ReadonlyMap<string, readonly number[]>;

export interface RobustScore extends ShareInterval {
  readonly claimantId: string;
  /** Mean Brier score by the lexicon in force, 0-1, lower is better; `low` and `high` hold it in 95 % of draws. */
  readonly meanBrier: number;
  /** Share of the weight whose words were drawn, 0-1; the rest are numbers and phrases without readings. */
  readonly drawn: number;
}

export interface RobustPair {
  /** The one with the lower mean Brier score by the lexicon in force, or the first id of equals. */
  readonly better: string;
  readonly worse: string;
  /** Share of draws in which it stays so, 0-1; a draw in which both are equal counts half. */
  readonly holds: number;
}

export interface LexiconRobustness {
  readonly draws: number;
  /** Best first. */
  readonly scores: readonly RobustScore[];
  /** Every pair, in the order of the scores. */
  readonly pairs: readonly RobustPair[];
  /** Share of draws in which nobody passes anybody, 0-1; 1 for one claimant or none. */
  readonly orderHolds: number;
}

interface Word {
  readonly readings: readonly number[];
  /** The reading of the present draw. */
  reading: number;
}

/** A claimant's forecasts with one word: all that their squared errors depend on. */
interface Use {
  readonly word: Word;
  weight: number;
  /** Weight of those that came about (mirrored: that did not), for which the word should have been high. */
  high: number;
}

interface Row {
  readonly id: string;
  readonly uses: Map<Word, Use>;
  weight: number;
  drawnWeight: number;
  /** Sum of weighted Brier scores: by the lexicon in force, and the part that is not drawn. */
  sum: number;
  fixedSum: number;
  /** Mean Brier score of the present draw. */
  current: number;
  readonly history: number[];
}

/** Means of equal forecasts added up in another order differ by less. */
const ROUNDING = 1e-12;

/**
 * How much of an order of claimants rests on what words are taken to mean. Each draw reads the whole lexicon anew, one
 * reading for each phrase, the same for everybody: claimants share their words, so a lexicon that is off moves all who use
 * it together and mostly leaves their order alone. Phrases are drawn independently of each other. Seeded: the same
 * forecasts give the same result, whatever their order. Every pair is looked at: meant for the rows of a page, not for
 * thousands. Forecasts without weight count for nothing; claimants without any other are left out.
 *
 * "Likely" read as 0.6 or 0.8, and a number of 0.7, both on what occurred: the number wins in half of the draws.
 *
 * @throws RangeError where there is not one draw at least
 */
export function lexiconRobustness(
  forecasts: readonly PhrasedForecast[],
  readings: PhraseReadings,
  options: { readonly draws: number; readonly seed: number },
): LexiconRobustness {
  const { draws, seed } = options;
  if (!(draws >= 1)) throw new RangeError('The lexicon is to be drawn at least once.');
  const { words, rows } = toRows(forecasts, readings);
  const pairs = rows.flatMap((better, i) => rows.slice(i + 1).map((worse) => ({ better, worse, held: 0 })));
  const random = xoroshiro128plus(seed);
  let ordersHeld = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    for (const word of words)
      // In range: a word has readings.
      word.reading = word.readings[uniformInt(random, 0, word.readings.length - 1)] as number;
    for (const row of rows) rescore(row);
    let isHeld = true;
    for (const pair of pairs) {
      const lead = pair.worse.current - pair.better.current;
      const sign = Math.abs(lead) < ROUNDING ? 0 : Math.sign(lead);
      pair.held += (sign + 1) / 2;
      isHeld &&= sign >= 0;
    }
    ordersHeld += isHeld ? 1 : 0;
  }
  return {
    draws,
    scores: rows.map(toScore),
    pairs: pairs.map(({ better, worse, held }) => ({
      better: better.id,
      worse: worse.id,
      holds: held / draws,
    })),
    orderHolds: ordersHeld / draws,
  };
}

function toRows(forecasts: readonly PhrasedForecast[], readings: PhraseReadings) {
  const words = new Map<string, Word>();
  for (const [phrase, values] of [...readings].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (values.length > 0) words.set(phrase, { readings: [...values].sort((a, b) => a - b), reading: NaN });

  const rows = new Map<string, Row>();
  for (const forecast of forecasts) {
    if (forecast.weight === 0) continue;
    const row = rows.get(forecast.claimantId) ?? emptyRow(forecast.claimantId);
    rows.set(forecast.claimantId, row);
    addForecast(row, forecast, forecast.phrase === null ? undefined : words.get(forecast.phrase));
  }
  const keyOf = ({ sum, weight }: Row): number => Math.round(sum / weight / ROUNDING);
  const ordered = [...rows.values()].sort((a, b) => keyOf(a) - keyOf(b) || (a.id < b.id ? -1 : 1));
  return { words: [...words.values()], rows: ordered };
}

function emptyRow(id: string): Row {
  return { id, uses: new Map(), weight: 0, drawnWeight: 0, sum: 0, fixedSum: 0, current: NaN, history: [] };
}

function addForecast(row: Row, forecast: PhrasedForecast, word: Word | undefined): void {
  const { probability, outcome, weight, isMirrored } = forecast;
  const score = weight * brierScore(probability, outcome);
  row.weight += weight;
  row.sum += score;
  if (word === undefined) {
    row.fixedSum += score;
    return;
  }
  row.drawnWeight += weight;
  const use = row.uses.get(word) ?? { word, weight: 0, high: 0 };
  use.weight += weight;
  use.high += (outcome === 1) !== isMirrored ? weight : 0;
  row.uses.set(word, use);
}

/** Sum of w (r - o)^2 over the forecasts with one word, r being the same for all: W r^2 - 2 r H + H. */
function rescore(row: Row): void {
  let sum = row.fixedSum;
  for (const { word, weight, high } of row.uses.values())
    sum += weight * word.reading ** 2 - 2 * word.reading * high + high;
  row.current = sum / row.weight;
  row.history.push(row.current);
}

function toScore({ id, weight, drawnWeight, sum, history }: Row): RobustScore {
  const sorted = [...history].sort((a, b) => a - b);
  return {
    claimantId: id,
    meanBrier: sum / weight,
    // Quantiles of nothing are undefined; there was one draw at least.
    low: quantileSorted(sorted, 0.025) as number,
    high: quantileSorted(sorted, 0.975) as number,
    drawn: drawnWeight / weight,
  };
}
