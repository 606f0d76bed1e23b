import { formatCount, formatMeanScore, formatShare } from '#ui/format';
import { t } from '#ui/i18n';
import type { CodingAgreementShape } from './method-shapes.js';

/** Agreement of two codings, field by field; of too few only how many there are. */
export function CodingTable({ codings }: { readonly codings: CodingAgreementShape }) {
  const n = codings.fields[0]?.n ?? 0;
  return (
    <>
      <p className="ot-soft ot-measure">
        {t('coding.agreement.text', { setting: t(`coding.setting.${codings.setting}`) })}
      </p>
      {n < codings.minClaims ? (
        <p className="ot-measure">{t('coding.agreement.few', { n, least: codings.minClaims })}</p>
      ) : (
        <table className="ot-small ot-cards" role="table">
          <caption className="ot-hidden">{t('coding.agreement')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {t('coding.agreement.field')}
              </th>
              {(['n', 'raw', 'ac1'] as const).map((column) => (
                <th key={column} role="columnheader" scope="col" className="ot-number">
                  {t(`coding.agreement.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {codings.fields.map((row) => (
              <tr key={row.field} role="row">
                <th role="rowheader" scope="row">
                  {t(`coding.field.${row.field}`)}
                </th>
                <td role="cell" className="ot-number" data-label={t('coding.agreement.n')}>
                  {formatCount(row.n)}
                </td>
                <td role="cell" className="ot-number" data-label={t('coding.agreement.raw')}>
                  {row.raw === null ? t('coding.agreement.none') : formatShare(row.raw)}
                </td>
                <td role="cell" className="ot-number" data-label={t('coding.agreement.ac1')}>
                  {row.ac1 === null ? t('coding.agreement.none') : formatMeanScore(row.ac1)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
