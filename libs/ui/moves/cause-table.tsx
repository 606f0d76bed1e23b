import { StripBar, stripScale, type StripScale } from '#ui/charts';
import { formatEffect, formatScore, formatShortDate } from '#ui/format';
import { t } from '#ui/i18n';
import type { MoveCauseShape } from './move-shapes.js';

/** What happened between two dates and what each did to the mean skill, largest first. */
export function CauseTable({ causes }: { readonly causes: readonly MoveCauseShape[] }) {
  const sorted = [...causes].sort(
    (a, b) => Math.abs(b.effect) - Math.abs(a.effect) || a.on.localeCompare(b.on),
  );
  const scale = stripScale([0, ...causes.map((cause) => cause.effect)]);
  return (
    <table className="ot-cards ot-small ot-causes" role="table">
      <caption>
        {t('move.causes.caption')} <span className="ot-soft">{t('move.causes.note')}</span>
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('move.col.cause')}
          </th>
          <th role="columnheader" scope="col">
            {t('move.col.on')}
          </th>
          <th role="columnheader" scope="col" className="ot-number">
            {t('move.col.brier')}
          </th>
          <th role="columnheader" scope="col" className="ot-number">
            {t('move.col.effect')}
          </th>
          <th role="columnheader" scope="col" className="ot-strip-cell">
            <span className="ot-hidden">{t('profile.onScale')}</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {sorted.map((cause, index) => (
          <CauseRow key={`${String(index)} ${cause.on}`} cause={cause} scale={scale} />
        ))}
      </tbody>
    </table>
  );
}

function CauseRow({ cause, scale }: { readonly cause: MoveCauseShape; readonly scale: StripScale }) {
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <span className="ot-cause-kind">{t(`move.cause.${cause.kind}`)}</span>
        <Statement cause={cause} />
      </th>
      <td role="cell" data-label={t('move.col.on')}>
        <time dateTime={cause.on.slice(0, 10)}>{formatShortDate(cause.on)}</time>
      </td>
      <td role="cell" className="ot-number" data-label={t('move.col.brier')}>
        {scores(cause)}
      </td>
      <td role="cell" className="ot-number" data-label={t('move.col.effect')}>
        {formatEffect(cause.effect)}
      </td>
      <td role="cell" className="ot-strip-cell">
        <StripBar
          scale={scale}
          value={cause.effect}
          label={t('move.effect.chart', { effect: formatEffect(cause.effect) })}
        />
      </td>
    </tr>
  );
}

function Statement({ cause }: { readonly cause: MoveCauseShape }) {
  if (cause.statement === null) return null;
  if (cause.claimId === null) return <span className="ot-block">{cause.statement}</span>;
  return (
    <a className="ot-block" href={`/claims/${encodeURIComponent(cause.claimId)}`}>
      {cause.statement}
    </a>
  );
}

function scores({ before, after }: MoveCauseShape): string {
  const show = (score: number | null) => (score === null ? t('move.noScore') : formatScore(score));
  if (before === null && after === null) return '–';
  return before === after ? show(after) : t('move.fromTo', { from: show(before), to: show(after) });
}
