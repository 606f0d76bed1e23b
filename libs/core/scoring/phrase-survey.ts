import {
  bandOfStep,
  LIKELIHOOD_STEPS,
  type LikelihoodBasis,
  type LikelihoodStep,
  type Yardstick,
} from '#core/domain';
import type { PhrasedForecast, PhraseReadings } from './lexicon-robustness.js';

/** What a survey found of a phrase: quantiles of people's answers, in per cent. */
type Quantiles = readonly [q05: number, q25: number, q50: number, q75: number, q95: number];

/** A step of the lexicon, or the plain "will". */
type Surveyed = LikelihoodStep | 'will';

/**
 * How people read words of likelihood: 5,174 answers to each phrase. Kucharski 2026, CAPphrase (doi:10.5281/zenodo.18750055),
 * licensed CC BY 4.0; quantiles taken here. Which phrase stands for which step is ours; "extremely likely" and its opposite
 * were not asked.
 */
const SURVEY: Readonly<Partial<Record<Surveyed, Quantiles>>> = {
  /** "Almost no chance" */
  almostNoChance: [1, 1, 2, 5, 10],
  /** "Highly unlikely" */
  veryUnlikely: [1, 5, 5, 10, 20],
  unlikely: [5, 10, 20, 25, 40],
  /** "About even" */
  even: [49, 50, 50, 50, 51],
  likely: [60, 67, 75, 80, 90],
  /** "Highly likely" */
  veryLikely: [75, 80, 90, 90, 95],
  almostCertain: [85, 90, 95, 98, 99],
  /** "Will happen" */
  will: [90, 99, 100, 100, 100],
};

/** Answers to each phrase of the survey. */
export const SURVEYED_PEOPLE = 5174;

const SHARES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
/** So many evenly spaced quantiles, from 5 to 95 %. */
const READINGS = 19;

/** The survey as `lexiconRobustness` takes it: evenly spaced quantiles, straight lines between those known. */
export const SURVEY_READINGS: PhraseReadings = new Map(
  Object.entries(SURVEY).map(([word, quantiles]) => [
    word,
    Array.from({ length: READINGS }, (_, i) => quantileAt(quantiles, (i + 1) / (READINGS + 1)) / 100),
  ]),
);

function quantileAt(quantiles: Quantiles, share: number): number {
  const last = SHARES.findIndex((known) => share <= known + 1e-9);
  const place = Math.max(1, last);
  const [from, to] = [SHARES[place - 1] as number, SHARES[place] as number];
  const [low, high] = [quantiles[place - 1] as number, quantiles[place] as number];
  return low + ((high - low) * (share - from)) / (to - from);
}

/** A scored band with what it was read from. */
export interface WordedBand {
  readonly low: number;
  readonly point: number;
  readonly high: number;
  readonly basis: LikelihoodBasis;
}

/**
 * The word of the survey that a band stands for, by the yardstick it was read with: the step of that band, or a plain "will",
 * of which "will not" is the mirror. `phrase` is null for numbers, and for words that nobody was asked about.
 */
export function surveyedWord(
  { low, point, high, basis }: WordedBand,
  yardstick: Yardstick,
): Pick<PhrasedForecast, 'phrase' | 'isMirrored'> {
  if (basis === 'unhedged') return { phrase: 'will', isMirrored: point < 0.5 };
  const step =
    basis === 'words'
      ? LIKELIHOOD_STEPS.find((one) => {
          const band = bandOfStep(one, yardstick);
          return SURVEY_READINGS.has(one) && isSame(band.low, low) && isSame(band.high, high);
        })
      : undefined;
  return { phrase: step ?? null, isMirrored: false };
}

const isSame = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;
