import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { formatPercent } from '#ui/format';
import { t } from '#ui/i18n';

const WIDTH = 350;
const HEIGHT = 352;
const LEFT = 46;
const RIGHT = 334;
const TOP = 26;
const BOTTOM = 314;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Probability to place in the square. */
export const squareX = scaleLinear().domain([0, 1]).range([LEFT, RIGHT]).clamp(true);
export const squareY = scaleLinear().domain([0, 1]).range([BOTTOM, TOP]).clamp(true);

/** Stated likelihood against what happened, both 0 to 100 %, with the line on which they are the same. */
export function UnitSquare({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <svg
      className="ot-square"
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      {TICKS.map((tick) => (
        <g key={tick}>
          <line className="ot-grid" x1={LEFT} x2={RIGHT} y1={squareY(tick)} y2={squareY(tick)} />
          <line className="ot-grid" x1={squareX(tick)} x2={squareX(tick)} y1={TOP} y2={BOTTOM} />
          <text x={LEFT - 7} y={squareY(tick) + 4} textAnchor="end">
            {formatPercent(tick)}
          </text>
          <text x={squareX(tick)} y={BOTTOM + 17} textAnchor="middle">
            {formatPercent(tick)}
          </text>
        </g>
      ))}
      <line className="ot-diagonal" x1={LEFT} x2={RIGHT} y1={BOTTOM} y2={TOP} />
      <text className="ot-axis-title" x={0} y={11}>
        {t('chart.axis.observed')}
      </text>
      <text className="ot-axis-title" x={RIGHT} y={BOTTOM + 35} textAnchor="end">
        {t('chart.axis.stated')}
      </text>
      {children}
    </svg>
  );
}
