import { extent, max } from 'd3-array';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import { formatCount, formatDate, formatMeanScore, formatShortDate } from '#ui/format';
import { t } from '#ui/i18n';
import { ChartEmpty, ChartFigure } from './chart-figure.js';

export interface TimePoint {
  readonly on: string;
  readonly n: number;
  readonly meanBrier: number;
}

const HEIGHT = 220;
/** Units of the line's own drawing, which is stretched to the width there is. */
const WIDTH = 1000;
/** From so many points on, the line alone is drawn. */
const MANY = 40;
/** As many dates as a phone has room for. */
const MOST_TICKS = 4;
const DAY_MS = 86_400_000;
/** What always saying 50 % scores. */
const HALF = 0.25;

const timeOf = (point: TimePoint) => Date.parse(`${point.on.slice(0, 10)}T12:00:00Z`);

/** A mean Brier score as it came about: over everything whose scheduled deadline had passed by each date. */
export function ScoreOverTime({
  points,
  title,
  empty,
}: {
  readonly points: readonly TimePoint[];
  readonly title: string;
  readonly empty: string;
}) {
  const sorted = [...points].sort((a, b) => a.on.localeCompare(b.on));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return <ChartEmpty title={title} text={empty} />;
  const label = t('chart.time.label', {
    title,
    from: formatDate(first.on),
    to: formatDate(last.on),
    first: formatMeanScore(first.meanBrier),
    last: formatMeanScore(last.meanBrier),
    n: formatCount(last.n),
  });
  return (
    <ChartFigure
      title={title}
      note={t('chart.time.note')}
      table={{
        columns: [t('chart.col.on'), t('chart.col.n'), t('chart.col.brier')],
        rows: sorted.map((point) => [
          formatShortDate(point.on),
          formatCount(point.n),
          formatMeanScore(point.meanBrier),
        ]),
      }}
    >
      <Plot points={sorted} last={last} label={label} />
    </ChartFigure>
  );
}

function Plot({
  points,
  last,
  label,
}: {
  readonly points: readonly TimePoint[];
  readonly last: TimePoint;
  readonly label: string;
}) {
  const x = timeScale(points);
  const y = scaleLinear()
    .domain([0, Math.max(HALF * 1.2, max(points, (point) => point.meanBrier) ?? 0)])
    .range([HEIGHT, 0])
    .nice(5);
  const at = (point: TimePoint) => `${((x(timeOf(point)) / WIDTH) * 100).toFixed(3)}%`;
  const path = line<TimePoint>()
    .x((point) => x(timeOf(point)))
    .y((point) => y(point.meanBrier));
  return (
    <svg className="ot-plot" width="100%" height={HEIGHT + 26} role="img" aria-label={label}>
      {y.ticks(5).map((tick) => (
        <g key={tick}>
          <line className="ot-grid" x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
          <text x={-8} y={y(tick) + 4} textAnchor="end">
            {String(tick)}
          </text>
        </g>
      ))}
      <line className="ot-diagonal" x1="0" x2="100%" y1={y(HALF)} y2={y(HALF)} />
      <text x={4} y={y(HALF) - 5}>
        {t('chart.time.half')}
      </text>
      <TimeAxis x={x} />
      <svg
        width="100%"
        height={HEIGHT}
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
        preserveAspectRatio="none"
        overflow="visible"
      >
        <path className="ot-line" d={path(points) ?? ''} vectorEffect="non-scaling-stroke" />
      </svg>
      {points.length > MANY
        ? null
        : points.map((point, index) => (
            <circle
              key={`${String(index)} ${point.on}`}
              className="ot-dot"
              cx={at(point)}
              cy={y(point.meanBrier)}
              r={2.5}
            />
          ))}
      <circle className="ot-dot" cx={at(last)} cy={y(last.meanBrier)} r={4} />
      <text className="ot-end" x={at(last)} dx={9} y={y(last.meanBrier) + 4}>
        {formatMeanScore(last.meanBrier)}
      </text>
    </svg>
  );
}

type TimeScale = ReturnType<typeof scaleUtc<number>>;

/** A single date stands in the middle of a month. */
function timeScale(points: readonly TimePoint[]): TimeScale {
  const [from = 0, to = 0] = extent(points, timeOf);
  const margin = from === to ? 15 * DAY_MS : 0;
  return scaleUtc<number>()
    .domain([from - margin, to + margin])
    .range([0, WIDTH]);
}

function TimeAxis({ x }: { readonly x: TimeScale }) {
  const [from, to] = x.domain();
  const days = from === undefined || to === undefined ? 0 : (to.getTime() - from.getTime()) / DAY_MS;
  const ticks = x.ticks(MOST_TICKS);
  const step = Math.ceil(ticks.length / MOST_TICKS);
  return (
    <>
      {ticks
        .filter((_tick, index) => index % step === 0)
        .map((tick) => (
          <text
            key={tick.getTime()}
            x={`${((x(tick) / WIDTH) * 100).toFixed(3)}%`}
            y={HEIGHT + 20}
            textAnchor="middle"
          >
            {tickWords(tick, days)}
          </text>
        ))}
    </>
  );
}

function tickWords(tick: Date, days: number): string {
  const options: Intl.DateTimeFormatOptions =
    days > 800
      ? { year: 'numeric' }
      : days > 90
        ? { month: 'short', year: 'numeric' }
        : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(tick);
}
