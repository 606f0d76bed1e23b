import { Title } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import { NumberCell, NumberHead, ReportTable, RowHead, TextHead } from '../report/report-table.js';
import { measureHref } from '#ui/board';
import { formatCount, formatMeanScore, formatShare } from '#ui/format';
import { t } from '#ui/i18n';

/** How far every two agree. */
export function PairSection({ pairs }: { readonly pairs: Schemas['ReviewerReport']['pairs'] }) {
  return (
    <section aria-labelledby="pairs">
      <Title order={2} id="pairs">
        {t('reviewers.pairs')}
      </Title>
      <p className="ot-soft report-text">
        {pairs.length === 0 ? t('reviewers.pairs.none') : t('reviewers.pairs.text')}
      </p>
      {pairs.length === 0 ? null : (
        <ReportTable
          labelledBy="pairs"
          heads={
            <>
              <TextHead>{t('reviewers.pair.first')}</TextHead>
              <TextHead>{t('reviewers.pair.second')}</TextHead>
              <NumberHead>{t('reviewers.pair.n')}</NumberHead>
              <NumberHead>
                <a href={measureHref('rawAgreement')}>{t('reviewers.pair.raw')}</a>
              </NumberHead>
              <NumberHead>
                <a href={measureHref('gwetAc1')}>{t('reviewers.pair.ac1')}</a>
              </NumberHead>
            </>
          }
        >
          {pairs.map(({ first, second, n, raw, ac1 }) => (
            <tr role="row" key={`${first.id} ${second.id}`}>
              <RowHead>{first.name}</RowHead>
              <td role="cell" data-label={t('reviewers.pair.second')}>
                {second.name}
              </td>
              <NumberCell label={t('reviewers.pair.n')}>{formatCount(n)}</NumberCell>
              <NumberCell label={t('reviewers.pair.raw')}>{formatShare(raw)}</NumberCell>
              <NumberCell label={t('reviewers.pair.ac1')}>
                {ac1 === null ? '–' : formatMeanScore(ac1)}
              </NumberCell>
            </tr>
          ))}
        </ReportTable>
      )}
    </section>
  );
}
