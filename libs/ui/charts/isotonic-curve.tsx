import { max } from 'd3-array';
import { curveStepAfter, line } from 'd3-shape';
import { formatPercent } from '#ui/format';
import { t } from '#ui/i18n';
import { ChartEmpty, ChartFigure } from './chart-figure.js';
import { squareX, squareY, UnitSquare } from './unit-square.js';

export interface CurvePoint {
  readonly probability: number;
  readonly observed: number;
}

/** From so many points on, the line alone is drawn. */
const MANY = 40;

const path = line<CurvePoint>()
  .x((point) => squareX(point.probability))
  .y((point) => squareY(point.observed))
  .curve(curveStepAfter);

/** The same question without bins: the never falling curve closest to what happened. */
export function IsotonicCurve({
  curve,
  title,
  empty,
}: {
  readonly curve: readonly CurvePoint[];
  readonly title: string;
  readonly empty: string;
}) {
  const points = [...curve].sort((a, b) => a.probability - b.probability);
  if (points.length === 0) return <ChartEmpty title={title} text={empty} />;
  const gap = max(points, (point) => Math.abs(point.observed - point.probability)) ?? 0;
  return (
    <ChartFigure
      title={title}
      note={t('chart.isotonic.note')}
      table={{
        columns: [t('chart.col.stated'), t('chart.col.observed')],
        rows: points.map((point) => [formatPercent(point.probability), formatPercent(point.observed)]),
      }}
    >
      <UnitSquare
        label={t('chart.isotonic.label', { title, points: points.length, gap: formatPercent(gap) })}
      >
        <path className="ot-line" d={path(points) ?? ''} />
        {points.length > MANY
          ? null
          : points.map((point) => (
              <circle
                key={point.probability}
                className="ot-dot"
                cx={squareX(point.probability)}
                cy={squareY(point.observed)}
                r={3}
              />
            ))}
      </UnitSquare>
    </ChartFigure>
  );
}
