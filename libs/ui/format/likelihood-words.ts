import { SCORED_BASES, type LikelihoodBand } from '#core/domain';
import { t } from '#ui/i18n';
import { formatPercent, formatPercentRange } from './percent.js';

/** The numbers of a band: "5–20 %", "30 %", or null where nothing was said that a number could stand for. */
export function likelihoodFigures(band: LikelihoodBand): string | null {
  if (band.low !== null && band.high !== null) return formatPercentRange(band.low, band.high);
  return band.point === null ? null : formatPercent(band.point);
}

/**
 * A band as a reader should meet it: numbers, the words they came from, and whether they are scored.
 * "5–20 % · “very unlikely”", "No likelihood stated", "20–55 % · “may” · not scored".
 */
export function describeLikelihood(band: LikelihoodBand): string {
  const figures = likelihoodFigures(band);
  const phrase = band.phrase === '' ? null : t('likelihood.phrase', { phrase: band.phrase });
  if (figures === null && phrase === null) return t('likelihood.none');
  const scored = SCORED_BASES.has(band.basis);
  return [figures, phrase, scored ? null : t('likelihood.notScored')]
    .filter((part) => part !== null)
    .join(' · ');
}
