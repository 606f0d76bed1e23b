import { selectCandidates } from '#core/extraction';
import type { Candidate } from '#core/extraction';
import { matchAnswers } from './gold-metric.js';
import type { Counts, Matching, Prediction } from './gold-metric.js';
import type { ReadText } from './labelled-drafts.js';
import { predict, trainLogisticRegression } from './logistic-regression.js';
import type { LinearModel } from './logistic-regression.js';

export interface PlacedCandidate extends Prediction {
  readonly candidate: Candidate;
}

export const PENALTY = 3;
const INNER_FOLDS = 4;
const GRID = Array.from({ length: 17 }, (_, k) => 0.2 + k * 0.035);

export function trainOn(
  texts: readonly ReadText[],
  start: LinearModel | null = null,
  penalty = PENALTY,
): LinearModel {
  return trainLogisticRegression(
    texts.flatMap((text) => text.rows),
    penalty,
    start,
  );
}

/** What would be proposed of a text by a model at a threshold. */
export function proposeBy(model: LinearModel, text: ReadText, threshold: number): PlacedCandidate[] {
  const drafts = text.drafts.map(({ draft }) =>
    draft.features === null ? draft : { ...draft, score: predict(model, draft.features) },
  );
  return selectCandidates(text.source.text, drafts, { proposedFrom: threshold, maybeFrom: threshold }).map(
    (candidate) => ({
      candidate,
      start: text.offsets[candidate.start] ?? 0,
      end: text.offsets[candidate.end] ?? 0,
    }),
  );
}

export function countsOf(matching: Matching<Prediction>): Counts {
  return {
    tp: matching.truePositives.length,
    fn: matching.missed.length,
    fp: matching.wrong.length,
  };
}

export function sumCounts(parts: readonly Counts[]): Counts {
  return parts.reduce((sum, part) => ({ tp: sum.tp + part.tp, fn: sum.fn + part.fn, fp: sum.fp + part.fp }), {
    tp: 0,
    fn: 0,
    fp: 0,
  });
}

/** F1 within this of the best is as good: chance moves it by more. */
const AS_GOOD = 0.003;

/**
 * The threshold that does best on texts each read by a model that had not seen it; of several that are as good, the one
 * that proposes most: what is proposed wrongly is rejected with a key, what is not proposed is mostly not seen.
 */
export function chooseThreshold(texts: readonly ReadText[], start: LinearModel | null = null): number {
  const folds = Array.from({ length: INNER_FOLDS }, (_, k) => ({
    model: trainOn(
      texts.filter((_, i) => i % INNER_FOLDS !== k),
      start,
    ),
    texts: texts.filter((_, i) => i % INNER_FOLDS === k),
  }));
  const tried = GRID.map((threshold) => {
    const counts = sumCounts(
      folds.flatMap((fold) =>
        fold.texts.map((text) => countsOf(matchAnswers(proposeBy(fold.model, text, threshold), text.gold))),
      ),
    );
    return { threshold, f1: (2 * counts.tp) / Math.max(1, 2 * counts.tp + counts.fn + counts.fp) };
  });
  const best = Math.max(...tried.map(({ f1 }) => f1));
  return tried.find(({ f1 }) => f1 >= best - AS_GOOD)?.threshold ?? 0.5;
}
