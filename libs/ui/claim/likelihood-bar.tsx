import type { LikelihoodBand } from '#core/domain';
import { scaleLinear } from 'd3-scale';
import { formatPercent } from '#ui/format';
import { t } from '#ui/i18n';

/** Keeps dots at 0 and 1 inside the drawing. */
const position = scaleLinear().domain([0, 1]).range([3, 97]);
const at = (probability: number) => `${String(position(probability))}%`;

/** A stated band on the scale from 0 to 100 %: a bar for the range, a dot for the middle. Nothing without numbers. */
export function LikelihoodBar({ band }: { readonly band: LikelihoodBand }) {
  const { low, high } = band;
  if (low === null || high === null) return null;
  const point = band.point ?? (low + high) / 2;
  const label = t('claim.likelihood.chart', {
    low: formatPercent(low),
    high: formatPercent(high),
    point: formatPercent(point),
  });
  return (
    <div className="ot-likelihood">
      <svg className="ot-scale" width="100%" height="18" role="img" aria-label={label}>
        <line className="ot-scale-line" x1={at(0)} x2={at(1)} y1="9" y2="9" />
        {[0, 0.5, 1].map((tick) => (
          <line key={tick} className="ot-scale-line" x1={at(tick)} x2={at(tick)} y1="5" y2="13" />
        ))}
        <line className="ot-scale-range" x1={at(low)} x2={at(high)} y1="9" y2="9" />
        <circle className="ot-scale-dot" cx={at(point)} cy="9" r="5" />
      </svg>
      <div className="ot-scale-labels" aria-hidden="true">
        <span>{formatPercent(0)}</span>
        <span>{formatPercent(0.5)}</span>
        <span>{formatPercent(1)}</span>
      </div>
    </div>
  );
}
