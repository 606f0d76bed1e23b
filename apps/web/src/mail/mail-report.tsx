import { Alert, Button, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Schemas } from '../api/client.js';
import { mailReportQuery } from '../api/queries.js';
import { QueryView } from '../feedback/states.js';
import { toast, toastProblem } from '../feedback/toast.js';
import { useToday } from '../shell/use-me.js';
import { formatInstant } from '#ui/format';
import { t } from '#ui/i18n';

type Report = Schemas['MailReport'];

/** The mail of the last seven days in figures, whether something is wrong, and the addresses that are dead. */
export function MailReport() {
  const query = useQuery(mailReportQuery);
  return (
    <QueryView query={query}>
      {(report) => (
        <>
          {report.alarm === null ? null : <MailAlarm alarm={report.alarm} />}
          <Figures report={report} />
          {report.suppressions.length === 0 ? null : <Suppressions report={report} />}
        </>
      )}
    </QueryView>
  );
}

export function MailAlarm({ alarm }: { readonly alarm: NonNullable<Report['alarm']> }) {
  return (
    <Alert
      color={alarm === 'all_empty' ? 'gray' : 'red'}
      variant="light"
      role={alarm === 'all_empty' ? 'status' : 'alert'}
      title={t('mail.alarm.title')}
    >
      {t(`mail.alarm.${alarm}`)}
    </Alert>
  );
}

function Figures({ report }: { readonly report: Report }) {
  const { zone } = useToday();
  const { waiting, waitingSince } = report;
  return (
    <dl className="report-figures mail-figures" aria-label={t('mail.report')}>
      <Figure title={t('mail.report.sent')} number={report.sent}>
        {t('mail.report.skipped', { n: report.digestsSkipped })}
      </Figure>
      <Figure title={t('mail.report.waiting')} number={waiting}>
        {waitingSince === null ? null : t('mail.report.since', { date: formatInstant(waitingSince, zone) })}
      </Figure>
      <Figure title={t('mail.report.failed')} number={report.failed} />
      <Figure title={t('mail.report.unknown')} number={report.unknown}>
        {t('mail.report.unknown.hint')}
      </Figure>
      <Figure title={t('mail.report.suppressed')} number={report.suppressed} />
    </dl>
  );
}

function Figure(props: {
  readonly title: string;
  readonly number: number;
  readonly children?: string | null;
}) {
  return (
    <div>
      <dt>{props.title}</dt>
      <dd>
        <span className="report-number">{props.number}</span>
        {props.children === undefined || props.children === null ? null : (
          <span className="report-under mail-under">{props.children}</span>
        )}
      </dd>
    </div>
  );
}

function Suppressions({ report }: { readonly report: Report }) {
  const { zone } = useToday();
  const queryClient = useQueryClient();
  const lift = useMutation({
    mutationFn: (id: string) =>
      ask(api.DELETE('/api/v1/mail-suppressions/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      toast(t('mail.suppressions.lifted'));
      await queryClient.invalidateQueries({ queryKey: ['mail'] });
    },
    onError: toastProblem,
  });
  return (
    <section aria-labelledby="suppressions" className="mail-suppressions">
      <Title order={2} id="suppressions">
        {t('mail.suppressions', { n: report.suppressionCount })}
      </Title>
      <p className="ot-soft">{t('mail.suppressions.hint')}</p>
      <ul className="row-list">
        {report.suppressions.map(({ id, address, reason, suppressedAt }) => (
          <li key={id}>
            <p className="row-title">{address ?? t('mail.suppressions.unknown')}</p>
            <p className="ot-soft row-facts">
              <span>{formatInstant(suppressedAt, zone)}</span>
              <span>{reason}</span>
            </p>
            <Button
              size="xs"
              variant="default"
              loading={lift.isPending && lift.variables === id}
              aria-label={t('mail.suppressions.lift.of', {
                address: address ?? t('mail.suppressions.unknown'),
              })}
              onClick={() => lift.mutate(id)}
            >
              {t('mail.suppressions.lift')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
