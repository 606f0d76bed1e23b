import { Title } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import { NumberHead, ReportTable, RowHead, TextHead } from '../report/report-table.js';
import { DISAGREEMENT_CAUSES } from '#core/domain';
import { formatCount } from '#ui/format';
import { t } from '#ui/i18n';

type Causes = Schemas['ReviewerReport']['causes'];

/** Why reviewers disagreed, by topic: the darker, the more often. */
export function CauseSection({ causes }: { readonly causes: Causes }) {
  return (
    <section aria-labelledby="causes">
      <Title order={2} id="causes">
        {t('reviewers.causes')}
      </Title>
      <p className="ot-soft report-text">
        {causes.length === 0 ? t('reviewers.causes.none') : t('reviewers.causes.text')}
      </p>
      {causes.length === 0 ? null : <HeatMap causes={causes} />}
    </section>
  );
}

function HeatMap({ causes }: { readonly causes: Causes }) {
  const topics = [...new Set(causes.map(({ topic }) => topic))];
  const most = Math.max(...causes.map(({ n }) => n));
  return (
    <ReportTable
      labelledBy="causes"
      heads={
        <>
          <TextHead>{t('reviewers.causes.topic')}</TextHead>
          {DISAGREEMENT_CAUSES.map((cause) => (
            <NumberHead key={cause}>{t(`reviewers.cause.${cause}`)}</NumberHead>
          ))}
        </>
      }
    >
      {topics.map((topic) => (
        <tr role="row" key={topic ?? ''}>
          <RowHead>{topic ?? t('reviewers.causes.noTopic')}</RowHead>
          {DISAGREEMENT_CAUSES.map((cause) => (
            <HeatCell
              key={cause}
              label={t(`reviewers.cause.${cause}`)}
              n={causes.find((row) => row.topic === topic && row.cause === cause)?.n ?? 0}
              most={most}
            />
          ))}
        </tr>
      ))}
    </ReportTable>
  );
}

/** At most so much of the accent, so that figures stay legible on it. */
const STRONGEST_TINT = 40;

function HeatCell({ label, n, most }: { readonly label: string; readonly n: number; readonly most: number }) {
  const tint = Math.round((STRONGEST_TINT * n) / most);
  return (
    <td
      role="cell"
      className="report-cell report-heat"
      data-label={label}
      style={{ background: `color-mix(in srgb, var(--ot-accent) ${String(tint)}%, transparent)` }}
    >
      {n === 0 ? '–' : formatCount(n)}
    </td>
  );
}
