import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { formatDayOfMonth } from '#ui/format';
import { t } from '#ui/i18n';

interface Props {
  readonly on: string;
  readonly day: Schemas['DeadlineMonth']['days'][number] | undefined;
  readonly isToday: boolean;
}

/** One day with what falls due on it. On a phone days without anything are left out. */
export function Day({ on, day, isToday }: Props) {
  const items = day?.items ?? [];
  const more = (day?.n ?? 0) - items.length;
  return (
    <li className="calendar-day" data-empty={items.length === 0 && !isToday} data-today={isToday}>
      <p className="calendar-date">
        <time dateTime={on}>{formatDayOfMonth(on)}</time>
        {isToday ? <span className="ot-soft"> {t('calendar.today')}</span> : null}
      </p>
      {items.length === 0 ? null : (
        <ul>
          {items.map(({ id, statement, status }) => (
            <li key={id} data-settled={status !== 'open'}>
              <Link to="/propositions/$propositionId" params={{ propositionId: id }} title={statement}>
                {statement}
              </Link>
              {status === 'open' ? null : <span className="sr-only"> ({t('calendar.settled')})</span>}
            </li>
          ))}
          {more === 0 ? null : <li className="ot-soft">{t('calendar.more', { n: more })}</li>}
        </ul>
      )}
    </li>
  );
}
