import { Strip, StripAxis, unitScale } from '#ui/charts';
import { formatPercent } from '#ui/format';
import { t } from '#ui/i18n';
import type { BandRowShape } from './method-shapes.js';

/** Which words stand for which probabilities. */
export function BandTable({ bands }: { readonly bands: readonly BandRowShape[] }) {
  const rows = [...bands].sort((a, b) => a.low - b.low || a.high - b.high);
  return (
    <table className="ot-small ot-bands ot-cards" role="table">
      <caption className="ot-hidden">{t('method.bands')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('method.bands.words')}
          </th>
          {(['low', 'point', 'high'] as const).map((column) => (
            <th key={column} role="columnheader" scope="col" className="ot-number">
              {t(`method.bands.${column}`)}
            </th>
          ))}
          <th role="columnheader" scope="col" className="ot-strip-cell">
            <span className="ot-hidden">{t('profile.onScale')}</span>
            <StripAxis scale={unitScale} marks={[0, 0.5, 1].map((at) => ({ at, text: formatPercent(at) }))} />
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <Row key={index} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: BandRowShape }) {
  const [low, point, high] = [row.low, row.point, row.high].map(formatPercent);
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {row.phrase.join(', ')}
      </th>
      <td role="cell" className="ot-number" data-label={t('method.bands.low')}>
        {low}
      </td>
      <td role="cell" className="ot-number" data-label={t('method.bands.point')}>
        {point}
      </td>
      <td role="cell" className="ot-number" data-label={t('method.bands.high')}>
        {high}
      </td>
      <td role="cell" className="ot-strip-cell">
        <Strip
          scale={unitScale}
          label={t('claim.likelihood.chart', { low: low ?? '', high: high ?? '', point: point ?? '' })}
          band={[row.low, row.high]}
          dot={row.point}
        />
      </td>
    </tr>
  );
}
