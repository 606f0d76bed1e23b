import { scaleLinear } from 'd3-scale';
import { formatMeanScore } from '#ui/format';
import { t } from '#ui/i18n';

const position = scaleLinear().domain([0, 1]).range([4, 96]);
const at = (score: number) => `${String(position(score))}%`;
/** What always saying 50 % scores. */
const HALF = 0.25;

export interface BrierRangeProps {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the scale is labelled here; a table says it once in its head. */
  readonly labelled?: boolean;
}

/** A mean Brier score: the number, its range by reading, and both on the scale from 0 (best) to 1 (worst). */
export function BrierRange({ mean, low, high, labelled = false }: BrierRangeProps) {
  if (mean === null) return <span className="ot-soft">{t('board.brier.none')}</span>;
  const from = formatMeanScore(low ?? mean);
  const to = formatMeanScore(high ?? mean);
  return (
    <span className="ot-brier">
      <span className="ot-brier-number">{formatMeanScore(mean)}</span>
      <svg
        className="ot-scale"
        width="100%"
        height="18"
        role="img"
        aria-label={t('board.brier.chart', { point: formatMeanScore(mean), low: from, high: to })}
      >
        <line className="ot-scale-line" x1={at(0)} x2={at(1)} y1="9" y2="9" />
        {[0, HALF, 1].map((tick) => (
          <line key={tick} className="ot-scale-line" x1={at(tick)} x2={at(tick)} y1="5" y2="13" />
        ))}
        <line className="ot-scale-range" x1={at(low ?? mean)} x2={at(high ?? mean)} y1="9" y2="9" />
        <circle className="ot-scale-dot" cx={at(mean)} cy="9" r="4.5" />
      </svg>
      {labelled ? <BrierScaleLabels /> : null}
      <span className="ot-brier-range">{t('board.brier.range', { low: from, high: to })}</span>
    </span>
  );
}

/** The scale said once above a column of ranges. */
export function BrierScaleLabels() {
  return (
    <span className="ot-scale-labels ot-scale-labels-brier" aria-hidden="true">
      <span>{t('board.scale.best')}</span>
      <span>{t('board.scale.half')}</span>
      <span>{t('board.scale.worst')}</span>
    </span>
  );
}
