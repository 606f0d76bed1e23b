import type { Restatement } from '#core/domain';
import { t } from '#ui/i18n';

/** How far a probability has moved, in words: "15 points more", "no change"; null where there is nothing to compare. */
export function changeWords(change: number | null): string | null {
  if (change === null) return null;
  const points = Math.round(Math.abs(change) * 1000) / 10;
  if (points === 0) return t('series.same');
  return t(change > 0 ? 'series.more' : 'series.less', { points });
}

/** Where a claim stands among those of its claimant on the same statement. */
export function SeriesPlace({ series }: { readonly series: Restatement }) {
  const { number, of, change } = series;
  const words = changeWords(change);
  return (
    <p className="ot-soft">
      {t('series.place', { number, of })}
      {words === null ? null : `, ${words}`}
    </p>
  );
}
