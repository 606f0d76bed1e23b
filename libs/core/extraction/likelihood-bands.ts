import type { LikelihoodBand, LikelihoodBasis, LikelihoodStep, Yardstick } from '#core/domain';
import {
  bandOfStep,
  DEFAULT_YARDSTICK,
  LIKELIHOOD_STEPS,
  oppositeStep,
  YARDSTICK_TABLES,
} from '#core/domain';

/** Low, high, and (where it is not the middle) the point: probabilities 0-1. */
export interface Band {
  readonly low: number;
  readonly high: number;
  readonly point?: number;
}

/** Raised whenever a phrase comes to stand on another step, or one of our own bands changes. */
const LEXICON_REVISION = 3;

/** Names yardstick and lexicon; stored with every candidate, claim and method. `lexiconVersion('phia') === 'phia-2'` */
export function lexiconVersion(yardstick: Yardstick): string {
  return `${yardstick}-${String(LEXICON_REVISION)}`;
}

/** The lexicon with the yardstick that holds unless another is chosen. */
export const LEXICON_VERSION = lexiconVersion(DEFAULT_YARDSTICK);

/** Conventions of this product: they are the same under every yardstick. */
export const OWN_BANDS = {
  /** A plain "will": style rather than calibration, so it is wide, with 90 as its point. */
  will: { low: 0.8, high: 0.99, point: 0.9 },
  willNot: { low: 0.01, high: 0.2, point: 0.1 },
  possible: { low: 0.2, high: 0.55 },
  /** "May not" says that the opposite may be: the mirror of `possible`. */
  possiblyNot: { low: 0.45, high: 0.8 },
  /** "May well" leans towards it, and "may well not" away. */
  wellPossible: { low: 0.45, high: 0.8 },
  wellPossiblyNot: { low: 0.2, high: 0.55 },
} as const satisfies Readonly<Record<string, Band>>;

/**
 * What words say: a step of the yardstick, a bare possibility, a plain future, a place in an order. `realistic` is the
 * "realistic possibility", a term of its own in PHIA and a bare possibility elsewhere; `nothing` are words that look like a
 * likelihood and are none ("as soon as possible", "high confidence").
 */
export type Reading =
  | LikelihoodStep
  | 'possible'
  | 'realistic'
  | 'possiblyNot'
  | 'wellPossible'
  | 'wellPossiblyNot'
  | 'will'
  | 'willNot'
  | 'rank'
  | 'nothing';

const STEP_NAMES: ReadonlySet<string> = new Set(LIKELIHOOD_STEPS);

export function isStep(reading: Reading): reading is LikelihoodStep {
  return STEP_NAMES.has(reading);
}

export function basisOf(reading: Reading, yardstick: Yardstick): LikelihoodBasis {
  if (isStep(reading)) return 'words';
  if (reading === 'will' || reading === 'willNot') return 'unhedged';
  if (reading === 'rank') return 'rank';
  if (reading === 'nothing') return 'not_stated';
  return reading === 'realistic' && realisticBand(yardstick) !== null ? 'words' : 'possibility';
}

function realisticBand(yardstick: Yardstick): Band | null {
  return YARDSTICK_TABLES[yardstick].terms['Realistic possibility'] ?? null;
}

function bandOf(reading: Reading, yardstick: Yardstick): Band | null {
  if (isStep(reading)) return bandOfStep(reading, yardstick);
  if (reading === 'realistic') return realisticBand(yardstick) ?? OWN_BANDS.possible;
  return reading === 'rank' || reading === 'nothing' ? null : OWN_BANDS[reading];
}

/** What a reading says under a yardstick, with the words it was read from. */
export function toBand(reading: Reading, yardstick: Yardstick, phrase: string): LikelihoodBand {
  return toLikelihood(bandOf(reading, yardstick), basisOf(reading, yardstick), phrase);
}

/** Whether the words say no: "unlikely", "will not", "may not". */
export function isDenying(reading: Reading): boolean {
  if (isStep(reading)) return LIKELIHOOD_STEPS.indexOf(reading) < LIKELIHOOD_STEPS.indexOf('even');
  return reading === 'willNot' || reading === 'possiblyNot' || reading === 'wellPossiblyNot';
}

/** The reading of the thing when this is the reading of its opposite: "probably not", "I expect they will not". */
export function oppositeReading(reading: Reading): Reading {
  if (isStep(reading)) return oppositeStep(reading);
  if (reading === 'possible' || reading === 'realistic') return 'possiblyNot';
  if (reading === 'possiblyNot') return 'possible';
  if (reading === 'wellPossible') return 'wellPossiblyNot';
  if (reading === 'wellPossiblyNot') return 'wellPossible';
  if (reading === 'will') return 'willNot';
  return reading === 'willNot' ? 'will' : reading;
}

/**
 * The reading when the words themselves are denied: "not likely" is unlikely, "not certain" leaves it open, "not impossible"
 * too, "not very likely" is no more than "not likely". A strong denial ("far from likely", "not at all likely") goes a step
 * further.
 */
export function deniedReading(reading: Reading, isStrong: boolean): Reading {
  switch (reading) {
    case 'almostCertain':
    case 'almostNoChance':
      return 'possible';
    case 'extremelyLikely':
    case 'veryLikely':
    case 'likely':
      return isStrong ? 'veryUnlikely' : 'unlikely';
    case 'even':
      return 'unlikely';
    case 'extremelyUnlikely':
    case 'veryUnlikely':
    case 'unlikely':
      return 'likely';
    case 'possible':
    case 'wellPossible':
      return 'almostNoChance';
    case 'realistic':
      return 'veryUnlikely';
    default:
      return oppositeReading(reading);
  }
}

/** The band of the opposite: 0.2-0.45 becomes 0.55-0.8. */
export function mirror(band: Band): Band {
  const flipped = { low: round(1 - band.high), high: round(1 - band.low) };
  return band.point === undefined ? flipped : { ...flipped, point: round(1 - band.point) };
}

/** A band as the product keeps it: the point is the middle unless the lexicon says otherwise. */
export function toLikelihood(band: Band | null, basis: LikelihoodBasis, phrase: string): LikelihoodBand {
  if (band === null) return { low: null, point: null, high: null, phrase, basis };
  return {
    low: band.low,
    point: band.point ?? round((band.low + band.high) / 2),
    high: band.high,
    phrase,
    basis,
  };
}

/** Four decimals; eight for what is within a thousandth of never or always ("one in a million"). */
export function round(value: number): number {
  return Number(value.toFixed(value < 0.001 || value > 0.999 ? 8 : 4));
}
