import { DEFAULT_YARDSTICK } from '#core/domain';
import type { LikelihoodBand, Yardstick } from '#core/domain';
import {
  basisOf,
  deniedReading,
  isDenying,
  isStep,
  mirror,
  oppositeReading,
  toBand,
  toLikelihood,
} from './likelihood-bands.js';
import type { Reading } from './likelihood-bands.js';
import type { Hit } from './likelihood-hit.js';
import { findHits } from './likelihood-hits.js';
import { toWords } from './likelihood-words.js';
import type { Word } from './likelihood-words.js';
import { isDeniedAfter, isDeniedBefore } from './negation.js';
import { findNumber } from './number-likelihood.js';
import type { NumberHit } from './number-likelihood.js';

export { mirror, toLikelihood } from './likelihood-bands.js';

/** A likelihood together with its place in the text and whether its words deny the statement. */
export interface FoundLikelihood {
  readonly band: LikelihoodBand;
  /** The band of the opposite, for a statement whose subject denies it ("nobody is likely to"). */
  readonly opposite: LikelihoodBand;
  readonly denies: boolean;
  readonly start: number;
  readonly end: number;
}

export interface LikelihoodOptions {
  /** Which official scale gives the words their bands; `icd203` unless another is named. */
  readonly yardstick?: Yardstick;
}

const MAX_PHRASE = 2_000;

/**
 * Reads how likely a phrase says something is, by a fixed lexicon and the yardstick chosen (`lexiconVersion`). The band is
 * the probability of the thing spoken of: "very unlikely" gives 0.05-0.20 by ICD 203. Numbers win over words, words over a
 * bare modal. "High confidence" is not a likelihood, and neither is a question or a percentage of something else.
 *
 * @param phrase English words; only the first 2000 characters are looked at
 * @returns the band, 0-1, with its basis (`rank` has no numbers), or null where nothing is said
 * @example readLikelihood('not very likely') // { low: 0.2, point: 0.325, high: 0.45, phrase: 'not very likely', basis: 'words' }
 */
export function readLikelihood(phrase: string, options: LikelihoodOptions = {}): LikelihoodBand | null {
  const said = phrase.slice(0, MAX_PHRASE);
  if (isQuestion(said)) return null;
  return findLikelihood(said, true, options)?.band ?? null;
}

const ASKS =
  /^\W*(?:will|would|shall|can|could|may|might|is|are|does|do|did|has|have|how|what|when|where|who|why|which|whether)\b/iu;

function isQuestion(phrase: string): boolean {
  return /\?["'\u201d\u2019)\s]*$/u.test(phrase) && ASKS.test(phrase);
}

/**
 * Like `readLikelihood`, with the place of the words.
 *
 * @param isPhrase see `findNumber`: false for running text, where a number alone is not a probability
 */
export function findLikelihood(
  text: string,
  isPhrase: boolean,
  { yardstick = DEFAULT_YARDSTICK }: LikelihoodOptions = {},
): FoundLikelihood | null {
  const words = toWords(text);
  const number = findNumber(text, isPhrase);
  if (number !== null) return numberFound(text, words, number);
  const best = pick(combine(words, findHits(words)));
  const first = words[best?.from ?? -1];
  const last = words[(best?.to ?? 0) - 1];
  if (best === null || first === undefined || last === undefined) return null;
  const flips = isFlipped(words, best);
  const reading = flips ? oppositeReading(best.reading) : best.reading;
  const phrase = text.slice(first.start, last.end);
  return {
    band: toBand(reading, yardstick, phrase),
    opposite: toBand(oppositeReading(reading), yardstick, phrase),
    denies: isDenying(best.reading) !== flips,
    start: first.start,
    end: last.end,
  };
}

/** "A 70 percent chance that it will not" is 0.3 for the thing itself. */
function numberFound(text: string, words: readonly Word[], number: NumberHit): FoundLikelihood {
  const { start, end } = number;
  const phrase = text.slice(start, end);
  const said = { low: number.low, point: number.point, high: number.high };
  const to = words.findIndex((word) => word.start >= end);
  const from = words.findIndex((word) => word.end > start);
  const flips =
    (to !== -1 && isDeniedAfter(words, { from: to, to, isFrame: true })) ||
    // "It will not happen (90%)".
    (from !== -1 && words[from]?.gap === 'comma' && isDeniedBefore(words, from, to));
  const band = toLikelihood(flips ? mirror(said) : said, 'number', phrase);
  return {
    band,
    opposite: toLikelihood(flips ? said : mirror(said), 'number', phrase),
    denies: flips,
    start,
    end,
  };
}

function isFlipped(words: readonly Word[], hit: Hit): boolean {
  if (hit.reading === 'rank' || hit.reading === 'will' || hit.reading === 'willNot' || hit.isWeak === true)
    return false;
  if (hit.reading === 'possiblyNot' || hit.reading === 'wellPossiblyNot' || hit.isModal === true)
    return false;
  return isDeniedAfter(words, hit) || isDeniedBefore(words, hit.from, hit.to);
}

const FRAME_REACH = 10;
const MODAL_REACH = 7;

/**
 * "I don't think it is likely", "I doubt that it's impossible": a denied frame denies the word of likelihood it frames. An
 * asserted one ("we are confident that it is unlikely") gives way to it.
 */
function combine(words: readonly Word[], hits: readonly Hit[]): Hit[] {
  const combined: Hit[] = [];
  let dropped: Hit | null = null;
  hits.forEach((hit, index) => {
    if (hit === dropped) return;
    // "Probably unlikely" is unlikely.
    const beside = hits[index + 1];
    if (
      hit.reading === 'likely' &&
      beside?.from === hit.to &&
      isStep(beside.reading) &&
      isDenying(beside.reading)
    )
      return;
    const next = hits
      .slice(index + 1, index + 1 + FRAME_REACH)
      .find((later) => isStep(later.reading) || later.reading === 'possible');
    const isNear =
      next !== undefined && next.from - hit.to <= FRAME_REACH && !hasStop(words, hit.to, next.from);
    if (hit.isFrame !== true || !isNear || next.isFrame === true) combined.push(hit);
    else if (!isDenying(hit.reading)) {
      // "They expect that it may"; not "they expect a fall, which may".
      const isInScope =
        next.isModal !== true || (next.from - hit.to <= MODAL_REACH && !hasGap(words, hit.to, next.from));
      if (!isInScope && hit.isWeak !== true) combined.push(hit);
    } else if (isStep(next.reading) || next.reading === 'possible') {
      dropped = next;
      combined.push({ from: hit.from, to: next.to, reading: underDenial(next) });
    }
  });
  return combined;
}

function underDenial(hit: Hit): Reading {
  return hit.reading === 'possible' ? 'unlikely' : (hit.denied ?? deniedReading(hit.reading, false));
}

function hasGap(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, to + 1).some((word) => word.gap === 'stop' || word.gap === 'comma');
}

function hasStop(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, to + 1).some((word) => word.gap === 'stop');
}

/** Lower is better: words of likelihood, then frames, order, possibility, plain future, and last what gives way. */
function orderOf(hit: Hit): number {
  if (hit.reading === 'nothing') return Number.POSITIVE_INFINITY;
  if (hit.isWeak === true) return 10;
  const basis = basisOf(hit.reading, DEFAULT_YARDSTICK);
  if (basis === 'words') return hit.isFrame === true ? 1 : 0;
  return basis === 'rank' ? 2 : basis === 'possibility' ? 3 : 4;
}

function pick(hits: readonly Hit[]): Hit | null {
  let best: Hit | null = null;
  for (const hit of hits) {
    const order = orderOf(hit);
    if (order === Number.POSITIVE_INFINITY) continue;
    if (best === null || order < orderOf(best)) best = hit;
  }
  return best;
}
