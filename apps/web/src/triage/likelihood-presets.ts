import type { LikelihoodBand, LikelihoodBasis } from '#core/domain';
import type { PlainMessageId } from '#ui/i18n';

export interface LikelihoodPreset {
  readonly id: string;
  readonly label: PlainMessageId;
  readonly basis: LikelihoodBasis;
  readonly low: number | null;
  readonly point: number | null;
  readonly high: number | null;
}

/** ICD 203 and the bases without a number of their own; the point is the middle of a band (glossary, "likelihood band"). */
export const LIKELIHOOD_PRESETS: readonly LikelihoodPreset[] = [
  { id: 'almost-none', label: 'band.almostNone', basis: 'words', low: 0.01, point: 0.03, high: 0.05 },
  { id: 'very-unlikely', label: 'band.veryUnlikely', basis: 'words', low: 0.05, point: 0.125, high: 0.2 },
  { id: 'unlikely', label: 'band.unlikely', basis: 'words', low: 0.2, point: 0.325, high: 0.45 },
  { id: 'even', label: 'band.even', basis: 'words', low: 0.45, point: 0.5, high: 0.55 },
  { id: 'likely', label: 'band.likely', basis: 'words', low: 0.55, point: 0.675, high: 0.8 },
  { id: 'very-likely', label: 'band.veryLikely', basis: 'words', low: 0.8, point: 0.875, high: 0.95 },
  { id: 'almost-certain', label: 'band.almostCertain', basis: 'words', low: 0.95, point: 0.97, high: 0.99 },
  { id: 'will', label: 'band.will', basis: 'unhedged', low: 0.8, point: 0.9, high: 0.99 },
  { id: 'will-not', label: 'band.willNot', basis: 'unhedged', low: 0.01, point: 0.1, high: 0.2 },
  { id: 'may', label: 'band.may', basis: 'possibility', low: 0.2, point: 0.375, high: 0.55 },
  { id: 'rank', label: 'band.rank', basis: 'rank', low: null, point: null, high: null },
  { id: 'not-stated', label: 'band.notStated', basis: 'not_stated', low: null, point: null, high: null },
];

/** The preset a band equals, if any; a number has none. */
export function presetOf(band: Omit<LikelihoodBand, 'phrase'>): LikelihoodPreset | null {
  return (
    LIKELIHOOD_PRESETS.find(
      (preset) =>
        preset.basis === band.basis &&
        preset.low === band.low &&
        preset.point === band.point &&
        preset.high === band.high,
    ) ?? null
  );
}
