import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { workloadQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { QueryView } from '../feedback/states.js';
import { NumberCell, NumberHead, ReportTable, RowHead, TextHead } from '../report/report-table.js';
import { WeeksAhead, WeeksBack } from './weeks.js';
import { formatCount } from '#ui/format';
import { t } from '#ui/i18n';

type Workload = Schemas['Workload'];

/** For who hands out the work: what waits, who is on it, how fast it goes, what comes. */
export function WorkloadPage() {
  const query = useQuery(workloadQuery);
  return (
    <Page title={t('nav.workload')} lead={t('workload.lead')} wide>
      <QueryView query={query}>
        {(work) => (
          <>
            <Now work={work} />
            <Overdue bands={work.overdue} />
            <WeeksAhead weeks={work.ahead} pace={work.pace} />
            <People people={work.people} />
            <WeeksBack weeks={work.weeks} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Now({ work }: { readonly work: Workload }) {
  const figures = [
    { name: t('workload.wanted'), n: work.answersWanted, text: t('workload.wanted.text') },
    { name: t('workload.split'), n: work.split, text: t('workload.split.text') },
    { name: t('workload.disputed'), n: work.disputed, text: t('workload.disputed.text') },
    { name: t('workload.reopened'), n: work.reopened, text: t('workload.reopened.text') },
  ];
  return (
    <section aria-labelledby="now">
      <Title order={2} id="now">
        {t('workload.now')}
      </Title>
      <dl className="report-figures">
        {figures.map(({ name, n, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="report-number">{formatCount(n)}</dd>
            <dd className="ot-soft">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Overdue({ bands }: { readonly bands: Workload['overdue'] }) {
  return (
    <section aria-labelledby="overdue">
      <Title order={2} id="overdue">
        {t('workload.overdue')}
      </Title>
      <p className="ot-soft report-text">
        {t('workload.overdue.text')}{' '}
        <Link to="/propositions" search={{ state: 'due' }}>
          {t('workload.overdue.show')}
        </Link>
      </p>
      <ReportTable
        labelledBy="overdue"
        heads={
          <>
            <TextHead>{t('workload.overdue.age')}</TextHead>
            <NumberHead>{t('workload.overdue.n')}</NumberHead>
          </>
        }
      >
        {bands.map(({ from, to, n }) => (
          <tr role="row" key={from}>
            <RowHead>
              {to === null
                ? t('workload.overdue.last', { days: from - 1 })
                : t('workload.overdue.band', { from, to })}
            </RowHead>
            <NumberCell label={t('workload.overdue.n')}>{formatCount(n)}</NumberCell>
          </tr>
        ))}
      </ReportTable>
    </section>
  );
}

function People({ people }: { readonly people: Workload['people'] }) {
  return (
    <section aria-labelledby="people">
      <Title order={2} id="people">
        {t('workload.people')}
      </Title>
      {people.length === 0 ? (
        <p className="ot-soft">{t('workload.people.none')}</p>
      ) : (
        <ReportTable
          labelledBy="people"
          heads={
            <>
              <TextHead>{t('workload.person')}</TextHead>
              <NumberHead>{t('workload.person.assigned')}</NumberHead>
              <NumberHead>{t('workload.person.working')}</NumberHead>
              <NumberHead>{t('workload.person.lastWeek')}</NumberHead>
              <NumberHead>{t('workload.person.usual')}</NumberHead>
            </>
          }
        >
          {people.map((person) => (
            <tr role="row" key={person.id}>
              <RowHead>{person.name}</RowHead>
              <NumberCell label={t('workload.person.assigned')}>{formatCount(person.assigned)}</NumberCell>
              <NumberCell label={t('workload.person.working')}>{formatCount(person.working)}</NumberCell>
              <NumberCell label={t('workload.person.lastWeek')}>{formatCount(person.lastWeek)}</NumberCell>
              <NumberCell label={t('workload.person.usual')}>
                {person.usual === null ? '–' : formatCount(person.usual)}
              </NumberCell>
            </tr>
          ))}
        </ReportTable>
      )}
    </section>
  );
}
