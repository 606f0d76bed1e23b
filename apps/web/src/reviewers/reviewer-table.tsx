import type { Schemas } from '../api/client.js';
import { measureHref } from '#ui/board';
import {
  NumberCell,
  NumberHead,
  ReportTable,
  RowHead,
  ShareWithRange,
  TextHead,
} from '../report/report-table.js';
import { formatCount } from '#ui/format';
import { t } from '#ui/i18n';

type Report = Schemas['ReviewerReport'];
type Reviewer = Report['reviewers'][number];

/** Everybody whose answers became part of a final verdict; who has answered too little has no rank. */
export function ReviewerTable({ report }: { readonly report: Report }) {
  return (
    <ReportTable
      labelledBy="each"
      heads={
        <>
          <TextHead>{t('reviewers.col.rank')}</TextHead>
          <TextHead>{t('reviewers.col.name')}</TextHead>
          <NumberHead>{t('reviewers.col.n')}</NumberHead>
          <NumberHead>
            <a href={measureHref('leaveOneOut')}>{t('reviewers.col.agreement')}</a>
          </NumberHead>
          <NumberHead>
            <a href={measureHref('reviewerReliability')}>{t('reviewers.col.reliability')}</a>
          </NumberHead>
          <NumberHead>{t('reviewers.col.undecided')}</NumberHead>
        </>
      }
    >
      {report.reviewers.map((reviewer) => (
        <Row key={reviewer.id} reviewer={reviewer} minItems={report.minItems} />
      ))}
    </ReportTable>
  );
}

function Row({ reviewer, minItems }: { readonly reviewer: Reviewer; readonly minItems: number }) {
  const { agreement, rank, reliability, share, undecidedWithout } = reviewer;
  return (
    <tr role="row">
      <td role="cell" data-label={t('reviewers.col.rank')}>
        {rank === null ? (
          <span className="ot-soft">{t('reviewers.building', { n: agreement.n, min: minItems })}</span>
        ) : (
          <span className="report-number">{formatCount(rank)}</span>
        )}
      </td>
      <RowHead>{reviewer.name}</RowHead>
      <NumberCell label={t('reviewers.col.n')}>{formatCount(agreement.n)}</NumberCell>
      <NumberCell label={t('reviewers.col.agreement')}>
        {share === null ? '–' : <ShareWithRange share={share.value} low={share.low} high={share.high} />}
      </NumberCell>
      <NumberCell label={t('reviewers.col.reliability')}>
        {reliability === null || rank === null ? (
          '–'
        ) : (
          <ShareWithRange share={reliability.mean} low={reliability.low} high={reliability.high} />
        )}
      </NumberCell>
      <NumberCell label={t('reviewers.col.undecided')}>{formatCount(undecidedWithout)}</NumberCell>
    </tr>
  );
}
