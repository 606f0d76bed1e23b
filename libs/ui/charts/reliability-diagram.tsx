import { max } from 'd3-array';
import { scaleSqrt } from 'd3-scale';
import { formatCount, formatPercent, formatPercentRange } from '#ui/format';
import { t } from '#ui/i18n';
import { ChartEmpty, ChartFigure } from './chart-figure.js';
import { squareX, squareY, UnitSquare } from './unit-square.js';

/** A bin as the diagram needs it; probabilities 0-1, `low` and `high` the 95 % interval of `observed`. */
export interface DrawnBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly meanForecast: number | null;
  readonly observed: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

interface FullBin extends DrawnBin {
  readonly meanForecast: number;
  readonly observed: number;
}

const isFull = (bin: DrawnBin): bin is FullBin =>
  bin.n > 0 && bin.meanForecast !== null && bin.observed !== null;

const LARGEST_DOT = 11;
const SMALLEST_DOT = 2.5;
/** From so many dots on, numbers and widths of bins would cover one another, and dots become smaller. */
const MANY = 24;

/** What was stated against how often it happened, by bin: a dot per bin, its area by n, its whisker a 95 % interval. */
export function ReliabilityDiagram({
  bins,
  title,
  note,
  empty,
}: {
  readonly bins: readonly DrawnBin[];
  readonly title: string;
  readonly note: string;
  /** What is said where no bin has anything in it. */
  readonly empty: string;
}) {
  const full = bins.filter(isFull);
  if (full.length === 0) return <ChartEmpty title={title} text={empty} />;
  return (
    <ChartFigure
      title={title}
      note={note}
      table={{
        columns: [
          t('chart.col.bin'),
          t('chart.col.n'),
          t('chart.col.forecast'),
          t('chart.col.observed'),
          t('chart.col.interval'),
        ],
        rows: full.map((bin) => [
          formatPercentRange(bin.from, bin.to),
          formatCount(bin.n),
          formatPercent(bin.meanForecast),
          formatPercent(bin.observed),
          bin.low === null || bin.high === null ? '–' : formatPercentRange(bin.low, bin.high),
        ]),
      }}
    >
      <UnitSquare label={describe(title, full)}>
        <Bins bins={full} />
      </UnitSquare>
    </ChartFigure>
  );
}

function describe(title: string, bins: readonly FullBin[]): string {
  const known = bins.filter((bin) => bin.low !== null && bin.high !== null);
  const within = known.filter(
    (bin) => bin.meanForecast >= (bin.low ?? 0) && bin.meanForecast <= (bin.high ?? 1),
  );
  return t('chart.reliability.label', { title, bins: bins.length, within: within.length });
}

function Bins({ bins }: { readonly bins: readonly FullBin[] }) {
  const radius = scaleSqrt()
    .domain([0, max(bins, (bin) => bin.n) ?? 1])
    .range([0, LARGEST_DOT * Math.min(1, Math.sqrt(MANY / bins.length))]);
  const isMany = bins.length > MANY;
  const radiusOf = (n: number) => Math.max(SMALLEST_DOT, radius(n));
  // Large dots first, so that small ones stay visible.
  const drawn = [...bins].sort((a, b) => b.n - a.n);
  return (
    <>
      {drawn.map((bin) => (
        <g key={`whisker ${String(bin.from)}`}>
          {isMany ? null : (
            <line
              className="ot-bin-width"
              x1={squareX(bin.from)}
              x2={squareX(bin.to)}
              y1={squareY(bin.observed)}
              y2={squareY(bin.observed)}
            />
          )}
          {bin.low === null || bin.high === null ? null : (
            <line
              className={isMany ? 'ot-whisker ot-faint' : 'ot-whisker'}
              x1={squareX(bin.meanForecast)}
              x2={squareX(bin.meanForecast)}
              y1={squareY(bin.low)}
              y2={squareY(bin.high)}
            />
          )}
        </g>
      ))}
      {drawn.map((bin) => {
        const place = { cx: squareX(bin.meanForecast), cy: squareY(bin.observed) };
        return (
          <circle
            key={bin.from}
            className={isMany ? 'ot-dot ot-bare' : 'ot-dot'}
            {...place}
            r={radiusOf(bin.n)}
          />
        );
      })}
      {isMany ? null : drawn.map((bin) => <BinCount key={bin.from} bin={bin} r={radiusOf(bin.n)} />)}
    </>
  );
}

/** Beside the dot, on the side where there is room. */
function BinCount({ bin, r }: { readonly bin: FullBin; readonly r: number }) {
  const isFarRight = bin.meanForecast > 0.9;
  return (
    <text
      className="ot-dot-n"
      x={squareX(bin.meanForecast) + (isFarRight ? -r - 3 : r + 3)}
      y={squareY(bin.observed) - 4}
      textAnchor={isFarRight ? 'end' : 'start'}
    >
      {formatCount(bin.n)}
    </text>
  );
}
