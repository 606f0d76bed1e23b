import { LIKELIHOOD_STEPS, YARDSTICK_TABLES } from '#core/domain';
import type { LikelihoodBand, LikelihoodBasis, LikelihoodStep, Yardstick } from '#core/domain';
import { type PlainMessageId, t } from '#ui/i18n';
import { toPercentText } from './triage-form-state.js';

export interface LikelihoodPreset {
  readonly id: string;
  readonly label: string;
  readonly basis: LikelihoodBasis;
  readonly low: number | null;
  readonly point: number | null;
  readonly high: number | null;
}

const STEP_LABELS: Readonly<Record<LikelihoodStep, PlainMessageId>> = {
  almostNoChance: 'band.almostNone',
  extremelyUnlikely: 'band.extremelyUnlikely',
  veryUnlikely: 'band.veryUnlikely',
  unlikely: 'band.unlikely',
  even: 'band.even',
  likely: 'band.likely',
  veryLikely: 'band.veryLikely',
  extremelyLikely: 'band.extremelyLikely',
  almostCertain: 'band.almostCertain',
};

/** The bases without a step on the yardstick; the same under each of them. */
const OTHERS = [
  { id: 'will', label: 'band.will', basis: 'unhedged', low: 0.8, point: 0.9, high: 0.99 },
  { id: 'will-not', label: 'band.willNot', basis: 'unhedged', low: 0.01, point: 0.1, high: 0.2 },
  { id: 'may', label: 'band.may', basis: 'possibility', low: 0.2, point: 0.375, high: 0.55 },
  { id: 'rank', label: 'band.rank', basis: 'rank', low: null, point: null, high: null },
  { id: 'not-stated', label: 'band.notStated', basis: 'not_stated', low: null, point: null, high: null },
] as const satisfies readonly (Omit<LikelihoodPreset, 'label'> & { label: PlainMessageId })[];

/**
 * The bands one can choose from: the words of the project's yardstick, and the bases without a number of their own. The point
 * is the middle of a band (glossary, "likelihood band"). Steps with the same band are offered once, by the milder word.
 */
export function likelihoodPresets(yardstick: Yardstick): readonly LikelihoodPreset[] {
  const { steps } = YARDSTICK_TABLES[yardstick];
  const even = LIKELIHOOD_STEPS.indexOf('even');
  const words = LIKELIHOOD_STEPS.flatMap((step, index): LikelihoodPreset[] => {
    const { low, high } = steps[step];
    const milder = LIKELIHOOD_STEPS[index + Math.sign(even - index)] ?? step;
    if (step !== milder && steps[milder].low === low && steps[milder].high === high) return [];
    const label = `${t(STEP_LABELS[step])} (${toPercentText(low)}–${toPercentText(high)} %)`;
    // Sums of decimals are not exact; four digits are.
    return [{ id: step, label, basis: 'words', low, point: Number(((low + high) / 2).toFixed(4)), high }];
  });
  return [...words, ...OTHERS.map((preset) => ({ ...preset, label: t(preset.label) }))];
}

/** The preset a band equals, if any; a number has none. */
export function presetOf(
  presets: readonly LikelihoodPreset[],
  band: Omit<LikelihoodBand, 'phrase'>,
): LikelihoodPreset | null {
  return (
    presets.find(
      (preset) =>
        preset.basis === band.basis &&
        preset.low === band.low &&
        preset.point === band.point &&
        preset.high === band.high,
    ) ?? null
  );
}
