import type { Outcome } from '#core/domain';
import { formatScore } from '#ui/format';
import { t } from '#ui/i18n';
import type { ScoreShape } from './claim-shapes.js';

/** Rounding of a stored score; a sum that differs by more is not the one that was made. */
const SAME = 1e-6;

/**
 * How the number came about: "(0.125 − 0)² = 0.0156. 0 is best, 1 is worst." A score that a single square does not
 * give (a claim repeated over time) is shown without a formula rather than with a wrong one.
 */
export function ScoreExplanation({
  score,
  point,
  outcome,
  isPreview,
}: {
  readonly score: ScoreShape;
  readonly point: number | null;
  readonly outcome: Outcome | null;
  readonly isPreview: boolean;
}) {
  const brier = formatScore(score.brier);
  const formula = explain(score.brier, point, outcome);
  const hasRange = score.brierLow !== score.brierHigh;
  return (
    <div className="ot-score">
      <p className="ot-figure">
        {isPreview ? t('claim.effect.preview', { score: brier }) : t('claim.effect.scored', { score: brier })}
      </p>
      <p>
        {formula === null ? null : <span className="ot-formula">{formula}</span>}{' '}
        <span>{t('claim.effect.direction')}</span>
      </p>
      {hasRange ? (
        <p className="ot-soft">
          {t('claim.effect.range', { low: formatScore(score.brierLow), high: formatScore(score.brierHigh) })}
        </p>
      ) : null}
      {isPreview ? <p className="ot-soft">{t('claim.effect.preview.note')}</p> : null}
    </div>
  );
}

function explain(brier: number, point: number | null, outcome: Outcome | null): string | null {
  if (point === null || (outcome !== 'OCCURRED' && outcome !== 'NOT_OCCURRED')) return null;
  const happened = outcome === 'OCCURRED' ? 1 : 0;
  if (Math.abs((point - happened) ** 2 - brier) > SAME) return null;
  return t('claim.effect.formula', {
    probability: String(point),
    outcome: String(happened),
    score: formatScore(brier),
  });
}
