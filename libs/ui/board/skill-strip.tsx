import { Strip, StripAxis, stripScale, type StripScale } from '#ui/charts';
import { formatMeanScore, formatSigned } from '#ui/format';
import { t } from '#ui/i18n';
import type { StandingShape } from './board-shapes.js';

/** One scale for all rows, with 0, the reference, always on it, and what `also` names. */
export function skillScale(rows: readonly StandingShape[], also: readonly number[] = []): StripScale {
  return stripScale([
    0,
    ...also,
    ...rows.flatMap((row) => [row.intervalLow, row.intervalHigh, row.skill, row.shrunk]),
  ]);
}

/** The ends of the scale and 0, for the head of a column. */
export function skillMarks(scale: StripScale) {
  const [low = 0, high = 0] = scale.domain();
  const ends = [low, high].filter((end) => end !== 0);
  return [
    { at: 0, text: '0' },
    ...ends.map((end) => ({ at: end, text: `${end < 0 ? '−' : '+'}${String(Math.abs(end))}` })),
  ];
}

/** Skill in numbers and on the scale: shrunk as a dot, raw as a ring, its 95 % interval as a whisker. */
export function SkillStrip({
  row,
  scale,
  labelled = false,
}: {
  readonly row: StandingShape;
  readonly scale: StripScale;
  /** Whether the scale is labelled here; a table says it once in its head. */
  readonly labelled?: boolean;
}) {
  const { skill, shrunk, intervalLow: low, intervalHigh: high } = row;
  if (skill === null && shrunk === null) return <span className="ot-soft">{t('board.skill.none')}</span>;
  const range = low === null || high === null ? null : ([low, high] as const);
  return (
    <span className="ot-skill">
      <span className="ot-strong">{formatSigned(shrunk ?? skill ?? 0)}</span>
      <Strip
        scale={scale}
        label={label(shrunk ?? skill ?? 0, skill ?? shrunk ?? 0, range)}
        base={0}
        range={range}
        ring={skill}
        dot={shrunk}
      />
      {labelled ? <StripAxis scale={scale} marks={skillMarks(scale)} /> : null}
      <span className="ot-under">
        {skill === null ? null : t('board.skill.raw', { skill: formatSigned(skill) })}
        {range === null ? null : (
          <>
            {', '}
            <span className="ot-nowrap">
              {t('format.range', { low: formatSigned(range[0]), high: formatSigned(range[1]) })}
            </span>
          </>
        )}
      </span>
    </span>
  );
}

function label(shrunk: number, skill: number, range: readonly [number, number] | null): string {
  const values = { shrunk: formatSigned(shrunk), skill: formatSigned(skill) };
  return range === null
    ? t('board.skill.chart.plain', values)
    : t('board.skill.chart', { ...values, low: formatSigned(range[0]), high: formatSigned(range[1]) });
}

/** A mean Brier score with the range that the readings of the words allow, as text. */
export function BrierText({
  mean,
  low,
  high,
}: {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}) {
  if (mean === null) return <span className="ot-soft">{t('board.brier.none')}</span>;
  return (
    <>
      <span className="ot-strong">{formatMeanScore(mean)}</span>
      {low === null || high === null || low === high ? null : (
        <span className="ot-under ot-nowrap">
          {t('format.range.short', { low: formatMeanScore(low), high: formatMeanScore(high) })}
        </span>
      )}
    </>
  );
}
