import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../api/client.js';
import { reviewerReportQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { EmptyState, QueryView } from '../feedback/states.js';
import { useMe } from '../shell/use-me.js';
import { measureHref } from '#ui/board';
import { formatMeanScore, formatShare } from '#ui/format';
import { t } from '#ui/i18n';
import { CauseSection } from './cause-section.js';
import { GoldSection } from './gold-section.js';
import { PairSection } from './pair-section.js';
import { ReviewerTable } from './reviewer-table.js';
import { PaceSection } from './pace-section.js';

type Report = Schemas['ReviewerReport'];

/** How far reviewers agree, with each other and with final verdicts; for those who run the project. */
export function ReviewersPage() {
  const query = useQuery(reviewerReportQuery);
  const isLead = useMe().user?.roles.includes('lead') ?? false;
  return (
    <Page title={t('nav.reviewers')} lead={t('reviewers.lead')} wide>
      <QueryView query={query}>{(report) => <ReportView report={report} />}</QueryView>
      {isLead ? <GoldSection /> : null}
    </Page>
  );
}

function ReportView({ report }: { readonly report: Report }) {
  if (report.reviewers.length === 0)
    return <EmptyState title={t('reviewers.empty.title')}>{t('reviewers.empty.text')}</EmptyState>;
  return (
    <>
      <section aria-labelledby="together">
        <Title order={2} id="together">
          {t('reviewers.together')}
        </Title>
        <p className="ot-soft report-text">{t('reviewers.together.text', { n: report.agreement.items })}</p>
        <Agreement agreement={report.agreement} />
      </section>
      <section aria-labelledby="each">
        <Title order={2} id="each">
          {t('reviewers.each')}
        </Title>
        <p className="ot-soft report-text">{t('reviewers.each.text', { min: report.minItems })}</p>
        <ReviewerTable report={report} />
      </section>
      <PaceSection reviewers={report.reviewers} />
      <PairSection pairs={report.pairs} />
      <CauseSection causes={report.causes} />
    </>
  );
}

function Agreement({ agreement }: { readonly agreement: Report['agreement'] }) {
  const { raw, ac1, alpha } = agreement;
  const figures = [
    { measure: 'rawAgreement', value: raw === null ? null : formatShare(raw), text: t('reviewers.raw.text') },
    { measure: 'gwetAc1', value: ac1 === null ? null : formatMeanScore(ac1), text: t('reviewers.ac1.text') },
    {
      measure: 'krippendorffAlpha',
      value: alpha === null ? null : formatMeanScore(alpha),
      text: t(alpha === null ? 'reviewers.alpha.none' : readingOf(alpha)),
    },
  ] as const;
  return (
    <dl className="report-figures">
      {figures.map(({ measure, value, text }) => (
        <div key={measure}>
          <dt>
            <a href={measureHref(measure)}>{t(`measure.${measure}.name`)}</a>
          </dt>
          <dd className="report-number">{value ?? '–'}</dd>
          <dd className="ot-soft">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Krippendorff 2019, chapter 12: from 0.8 on reliable, from 0.667 for tentative conclusions. */
function readingOf(alpha: number) {
  if (alpha >= 0.8) return 'reviewers.alpha.reliable';
  return alpha >= 0.667 ? 'reviewers.alpha.tentative' : 'reviewers.alpha.low';
}
