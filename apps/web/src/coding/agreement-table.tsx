import type { Schemas } from '../api/client.js';
import { NumberCell, NumberHead, ReportTable, RowHead, TextHead } from '../report/report-table.js';
import { formatCount, formatMeanScore, formatShare } from '#ui/format';
import { t } from '#ui/i18n';

/** How far two coders agree, field by field, as the public page on the method tells it. */
export function AgreementTable({ report }: { readonly report: Schemas['CodingAgreement'] }) {
  const n = report.fields[0]?.n ?? 0;
  return (
    <>
      <p className="ot-soft report-text">
        {t('coding.agreement.text', { setting: t(`coding.setting.${report.setting}`) })}
      </p>
      {n < report.minClaims ? (
        <p>{t('coding.agreement.few', { n, least: report.minClaims })}</p>
      ) : (
        <ReportTable
          labelledBy="agreement"
          heads={
            <>
              <TextHead>{t('coding.agreement.field')}</TextHead>
              <NumberHead>{t('coding.agreement.n')}</NumberHead>
              <NumberHead>{t('coding.agreement.raw')}</NumberHead>
              <NumberHead>{t('coding.agreement.ac1')}</NumberHead>
            </>
          }
        >
          {report.fields.map((row) => (
            <tr key={row.field} role="row">
              <RowHead>{t(`coding.field.${row.field}`)}</RowHead>
              <NumberCell label={t('coding.agreement.n')}>{formatCount(row.n)}</NumberCell>
              <NumberCell label={t('coding.agreement.raw')}>
                {row.raw === null ? '–' : formatShare(row.raw)}
              </NumberCell>
              <NumberCell label={t('coding.agreement.ac1')}>
                {row.ac1 === null ? '–' : formatMeanScore(row.ac1)}
              </NumberCell>
            </tr>
          ))}
        </ReportTable>
      )}
    </>
  );
}
