import { Title } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import { NumberCell, NumberHead, ReportTable, RowHead, TextHead } from '../report/report-table.js';
import { formatCount, formatShortDate } from '#ui/format';
import { t } from '#ui/i18n';

type Workload = Schemas['Workload'];

/** What falls due, and what will still be wanted at the usual pace. */
export function WeeksAhead({
  weeks,
  pace,
}: {
  readonly weeks: Workload['ahead'];
  readonly pace: number | null;
}) {
  return (
    <section aria-labelledby="ahead">
      <Title order={2} id="ahead">
        {t('workload.ahead')}
      </Title>
      <p className="ot-soft report-text">{t('workload.ahead.text', { pace: pace ?? 0 })}</p>
      <ReportTable
        labelledBy="ahead"
        heads={
          <>
            <TextHead>{t('workload.week')}</TextHead>
            <NumberHead>{t('workload.week.due')}</NumberHead>
            <NumberHead>{t('workload.week.answers')}</NumberHead>
            <NumberHead>{t('workload.week.backlog')}</NumberHead>
          </>
        }
      >
        {weeks.map(({ from, due, answers, backlog }) => (
          <tr role="row" key={from}>
            <RowHead>{formatShortDate(from)}</RowHead>
            <NumberCell label={t('workload.week.due')}>{formatCount(due)}</NumberCell>
            <NumberCell label={t('workload.week.answers')}>{formatCount(answers)}</NumberCell>
            <NumberCell label={t('workload.week.backlog')}>
              {backlog === null ? '–' : formatCount(backlog)}
            </NumberCell>
          </tr>
        ))}
      </ReportTable>
    </section>
  );
}

/** What was done in the last weeks, the present one first. */
export function WeeksBack({ weeks }: { readonly weeks: Workload['weeks'] }) {
  const most = Math.max(1, ...weeks.map(({ answers }) => answers));
  return (
    <section aria-labelledby="back">
      <Title order={2} id="back">
        {t('workload.back')}
      </Title>
      <p className="ot-soft report-text">{t('workload.back.text')}</p>
      <ReportTable
        labelledBy="back"
        heads={
          <>
            <TextHead>{t('workload.week')}</TextHead>
            <NumberHead>{t('workload.week.given')}</NumberHead>
            <NumberHead>{t('workload.week.verdicts')}</NumberHead>
          </>
        }
      >
        {[...weeks].reverse().map(({ from, answers, verdicts }) => (
          <tr role="row" key={from}>
            <RowHead>{formatShortDate(from)}</RowHead>
            <NumberCell label={t('workload.week.given')}>
              <span className="report-bar" aria-hidden="true">
                <span style={{ inlineSize: `${String((100 * answers) / most)}%` }} />
              </span>
              {formatCount(answers)}
            </NumberCell>
            <NumberCell label={t('workload.week.verdicts')}>{formatCount(verdicts)}</NumberCell>
          </tr>
        ))}
      </ReportTable>
    </section>
  );
}
