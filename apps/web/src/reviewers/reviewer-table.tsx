import type { Schemas } from '../api/client.js';
import { measureHref } from '#ui/board';
import { formatCount, formatShare } from '#ui/format';
import { t } from '#ui/i18n';

type Report = Schemas['ReviewerReport'];
type Reviewer = Report['reviewers'][number];

/** Everybody whose answers became part of a final verdict; who has answered too little has no rank. */
export function ReviewerTable({ report }: { readonly report: Report }) {
  return (
    // Roles: on a narrow screen rows are drawn as cards, and would else be no table to a screen reader.
    <table className="report-table" role="table" aria-labelledby="each">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('reviewers.col.rank')}
          </th>
          <th role="columnheader" scope="col">
            {t('reviewers.col.name')}
          </th>
          <th role="columnheader" scope="col" className="report-cell">
            {t('reviewers.col.n')}
          </th>
          <th role="columnheader" scope="col" className="report-cell">
            <a href={measureHref('leaveOneOut')}>{t('reviewers.col.agreement')}</a>
          </th>
          <th role="columnheader" scope="col" className="report-cell">
            <a href={measureHref('reviewerReliability')}>{t('reviewers.col.reliability')}</a>
          </th>
          <th role="columnheader" scope="col" className="report-cell">
            {t('reviewers.col.gold')}
          </th>
          <th role="columnheader" scope="col" className="report-cell">
            {t('reviewers.col.undecided')}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {report.reviewers.map((reviewer) => (
          <Row key={reviewer.id} reviewer={reviewer} minItems={report.minItems} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ reviewer, minItems }: { readonly reviewer: Reviewer; readonly minItems: number }) {
  const { agreement, gold, rank, reliability, share, undecidedWithout } = reviewer;
  return (
    <tr role="row">
      <td role="cell" data-label={t('reviewers.col.rank')}>
        {rank === null ? (
          <span className="ot-soft">{t('reviewers.building', { n: agreement.n, min: minItems })}</span>
        ) : (
          <span className="report-number">{formatCount(rank)}</span>
        )}
      </td>
      <th role="rowheader" scope="row">
        {reviewer.name}
      </th>
      <td role="cell" className="report-cell" data-label={t('reviewers.col.n')}>
        {formatCount(agreement.n)}
      </td>
      <td role="cell" className="report-cell" data-label={t('reviewers.col.agreement')}>
        {share === null ? '–' : <Share mean={share.value} low={share.low} high={share.high} />}
      </td>
      <td role="cell" className="report-cell" data-label={t('reviewers.col.reliability')}>
        {reliability === null || rank === null ? '–' : <Share {...reliability} />}
      </td>
      <td role="cell" className="report-cell" data-label={t('reviewers.col.gold')}>
        {gold.n === 0 ? '–' : t('reviewers.gold', { hits: formatCount(gold.hits), n: formatCount(gold.n) })}
      </td>
      <td role="cell" className="report-cell" data-label={t('reviewers.col.undecided')}>
        {formatCount(undecidedWithout)}
      </td>
    </tr>
  );
}

function Share({ mean, low, high }: { readonly mean: number; readonly low: number; readonly high: number }) {
  return (
    <>
      <span className="report-number">{formatShare(mean)}</span>
      <span className="report-under">
        {t('format.range', { low: formatShare(low), high: formatShare(high) })}
      </span>
    </>
  );
}
