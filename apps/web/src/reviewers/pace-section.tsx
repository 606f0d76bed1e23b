import { Title } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import { NumberCell, NumberHead, ReportTable, RowHead, TextHead } from '../report/report-table.js';
import { measureHref } from '#ui/board';
import { formatCount } from '#ui/format';
import { t } from '#ui/i18n';

type Reviewer = Schemas['ReviewerReport']['reviewers'][number];

/** Known answers, times, and what stands out. */
export function PaceSection({ reviewers }: { readonly reviewers: readonly Reviewer[] }) {
  return (
    <section aria-labelledby="steady">
      <Title order={2} id="steady">
        {t('reviewers.steady')}
      </Title>
      <p className="ot-soft report-text">{t('reviewers.steady.text')}</p>
      <ReportTable
        labelledBy="steady"
        heads={
          <>
            <TextHead>{t('reviewers.col.name')}</TextHead>
            <NumberHead>{t('reviewers.col.gold')}</NumberHead>
            <NumberHead>
              <a href={measureHref('retestConsistency')}>{t('reviewers.col.retests')}</a>
            </NumberHead>
            <NumberHead>{t('reviewers.col.minutes')}</NumberHead>
            <NumberHead>{t('reviewers.col.days')}</NumberHead>
            <TextHead>{t('reviewers.col.flags')}</TextHead>
          </>
        }
      >
        {reviewers.map((reviewer) => (
          <Row key={reviewer.id} reviewer={reviewer} />
        ))}
      </ReportTable>
    </section>
  );
}

function Row({ reviewer }: { readonly reviewer: Reviewer }) {
  const { gold, retests, minutes, days, flags } = reviewer;
  return (
    <tr role="row">
      <RowHead>{reviewer.name}</RowHead>
      <NumberCell label={t('reviewers.col.gold')}>{trials(gold)}</NumberCell>
      <NumberCell label={t('reviewers.col.retests')}>{trials(retests)}</NumberCell>
      <NumberCell label={t('reviewers.col.minutes')}>
        {minutes === null ? '–' : formatCount(minutes)}
      </NumberCell>
      <NumberCell label={t('reviewers.col.days')}>{days === null ? '–' : formatCount(days)}</NumberCell>
      <td role="cell" data-label={t('reviewers.col.flags')}>
        {flags.length === 0 ? (
          <span className="ot-soft">{t('reviewers.flag.none')}</span>
        ) : (
          flags.map((flag) => t(`reviewers.flag.${flag}`)).join('; ')
        )}
      </td>
    </tr>
  );
}

function trials({ hits, n }: Reviewer['gold']): string {
  return n === 0 ? '–' : t('reviewers.gold', { hits: formatCount(hits), n: formatCount(n) });
}
