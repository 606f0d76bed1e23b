import { Strip, stripScale, type StripScale } from '#ui/charts';
import { formatMeanScore, formatSigned } from '#ui/format';
import { t } from '#ui/i18n';
import type { StandingShape } from './board-shapes.js';

/** One scale for all rows, with 0, the reference, always on it. */
export function skillScale(rows: readonly StandingShape[]): StripScale {
  return stripScale([
    0,
    ...rows.flatMap((row) => [row.intervalLow, row.intervalHigh, row.skill, row.shrunk]),
  ]);
}

/** The ends of the scale and 0, for the head of a column. */
export function skillMarks(scale: StripScale) {
  const [low = 0, high = 0] = scale.domain();
  const isFarFromZero = (end: number) => Math.abs(scale(end) - scale(0)) > 22;
  return [low, 0, high]
    .filter((value) => value === 0 || isFarFromZero(value))
    .map((value) => ({ at: value, text: value === 0 ? '0' : formatSigned(value).replace(/0+$/u, '') }));
}

/** Skill in numbers and on the scale: shrunk as a dot, raw as a ring, its 95 % interval as a whisker. */
export function SkillStrip({ row, scale }: { readonly row: StandingShape; readonly scale: StripScale }) {
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
        <span className="ot-under">
          {t('format.range', { low: formatMeanScore(low), high: formatMeanScore(high) })}
        </span>
      )}
    </>
  );
}
