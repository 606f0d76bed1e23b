import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { calendarQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { QueryView } from '../feedback/states.js';
import { ButtonLink } from '../shell/button-link.js';
import { useMe } from '../shell/use-me.js';
import { Day } from './calendar-day.js';
import { addDays, addMonths, daysBetween, isCalendarDate } from '#core/domain';
import { formatMonth } from '#ui/format';
import { t } from '#ui/i18n';

type Month = Schemas['DeadlineMonth'];

/** The days on which propositions fall due, a month at a time. */
export function CalendarPage() {
  const { month } = useSearch({ from: '/shell/calendar' });
  const { today } = useMe().installation;
  // An address somebody mistyped leads to the present month rather than to an error.
  const known = month !== undefined && isCalendarDate(`${month}-01`) ? month : undefined;
  const from = `${known ?? today.slice(0, 7)}-01`;
  const query = useQuery(calendarQuery(from.slice(0, 7)));
  return (
    <Page title={t('nav.calendar')} lead={t('calendar.lead')} wide>
      <div className="calendar-head">
        <Title order={2} aria-live="polite">
          {formatMonth(from)}
        </Title>
        <MonthLink label={t('calendar.previous')} month={addMonths(from, -1).slice(0, 7)} />
        <MonthLink label={t('calendar.now')} />
        <MonthLink label={t('calendar.next')} month={addMonths(from, 1).slice(0, 7)} />
      </div>
      <QueryView query={query}>{(data) => <MonthView month={data} today={today} />}</QueryView>
    </Page>
  );
}

function MonthLink({ label, month }: { readonly label: string; readonly month?: string }) {
  return (
    <ButtonLink
      to="/calendar"
      search={month === undefined ? {} : { month }}
      variant="default"
      size="compact-md"
    >
      {label}
    </ButtonLink>
  );
}

function MonthView({ month, today }: { readonly month: Month; readonly today: string }) {
  const days = new Map(month.days.map((day) => [day.on, day]));
  const length = daysBetween(month.from, addMonths(month.from, 1));
  const total = month.days.reduce((sum, { n }) => sum + n, 0);
  return (
    <>
      <p className="ot-soft">{total === 0 ? t('calendar.none') : t('calendar.total', { n: total })}</p>
      <ol className="calendar-days" data-begins={weekdayOf(month.from)}>
        {Array.from({ length }, (_, k) => addDays(month.from, k)).map((on) => (
          <Day key={on} on={on} day={days.get(on)} isToday={on === today} />
        ))}
      </ol>
    </>
  );
}

/** 1 is Monday. */
function weekdayOf(on: string): number {
  return ((Math.trunc(Date.parse(`${on}T00:00:00Z`) / 86_400_000) + 3) % 7) + 1;
}
