import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { type EventShow, type EventsFilter, eventsQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { EmptyState, QueryView } from '../feedback/states.js';
import { LoadMore } from '../form/load-more.js';
import { SearchField } from '../form/search-field.js';
import { MatchDecision } from '../matches/match-decision.js';
import { ButtonLink } from '../shell/button-link.js';
import { useHasRole, useToday } from '../shell/use-me.js';
import { DateText, OutsideLink } from '#ui/claim';
import { formatInstantDay } from '#ui/format';
import { t } from '#ui/i18n';
import { LinkByHand } from './link-by-hand.js';

const SHOWS: readonly EventShow[] = ['all', 'suggested', 'strong', 'unmatched'];

export function EventsPage() {
  const { q = '', show = 'all', feed = '' } = useSearch({ from: '/shell/events' });
  const navigate = useNavigate({ from: '/events' });
  const mayImport = useHasRole('curator', 'lead');
  const maySeeQuality = useHasRole('admin', 'lead');
  const query = useInfiniteQuery(eventsQuery({ q, show, feed }));
  const filter = (part: Partial<EventsFilter>) => {
    const next = { q, show, feed, ...part };
    void navigate({
      search: {
        q: next.q === '' ? undefined : next.q,
        show: next.show === 'all' ? undefined : next.show,
        feed: next.feed === '' ? undefined : next.feed,
      },
      replace: true,
    });
  };
  return (
    <Page
      title={t('nav.events')}
      lead={t('events.lead')}
      actions={
        <>
          {maySeeQuality ? (
            <ButtonLink to="/events/quality" variant="subtle">
              {t('quality.link')}
            </ButtonLink>
          ) : null}
          {mayImport ? (
            <ButtonLink to="/events/import" variant="default">
              {t('events.import')}
            </ButtonLink>
          ) : null}
          <ButtonLink to="/events/new">{t('events.add')}</ButtonLink>
        </>
      }
    >
      <div className="filters">
        <SearchField label={t('events.search')} value={q} onSearch={(text) => filter({ q: text })} />
        <NativeSelect
          label={t('events.show')}
          value={show}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            filter({ show: SHOWS.find((one) => one === chosen) ?? 'all' });
          }}
          data={SHOWS.map((one) => ({ value: one, label: t(`events.show.${one}`) }))}
        />
        {feed === '' ? null : (
          <Button variant="default" className="filter-off" onClick={() => filter({ feed: '' })}>
            {t('events.ofFeed', { feed })}
          </Button>
        )}
      </div>
      <QueryView query={query}>
        {(data) => (
          <EventList
            events={data.pages.flatMap((page) => page.items)}
            isFiltered={q !== '' || show !== 'all' || feed !== ''}
          />
        )}
      </QueryView>
      <LoadMore pages={query} />
    </Page>
  );
}

interface EventListProps {
  readonly events: readonly Schemas['EventReport'][];
  readonly isFiltered: boolean;
}

function EventList({ events, isFiltered }: EventListProps) {
  if (events.length === 0)
    return isFiltered ? (
      <EmptyState title={t('list.nothing.title')}>{t('list.nothing.text')}</EmptyState>
    ) : (
      <EmptyState title={t('events.empty.title')}>{t('events.empty.text')}</EmptyState>
    );
  return (
    <ul className="row-list">
      {events.map((event) => (
        <EventRow key={event.id} event={event} />
      ))}
    </ul>
  );
}

function EventRow({ event }: { readonly event: Schemas['EventReport'] }) {
  const { zone } = useToday();
  const isCurator = useHasRole('curator');
  return (
    <li>
      <p className="row-title">
        <OutsideLink address={event.url}>{event.title}</OutsideLink>
      </p>
      <p className="ot-soft row-facts">
        <span>{t('match.published', { date: formatInstantDay(event.publishedAt, zone) })}</span>
        {event.occurredOn === null ? null : (
          <span>
            {t('match.occurredOn')} <DateText on={event.occurredOn} />
          </span>
        )}
        {event.feed === null ? null : (
          <Link to="/events" search={{ feed: event.feed }}>
            {event.feed}
          </Link>
        )}
        {isCurator && event.url !== null ? (
          <Link
            to="/sources/new"
            search={{ address: event.url, title: event.title, on: event.publishedAt.slice(0, 10) }}
          >
            {t('events.takeIn')}
          </Link>
        ) : null}
        {event.reports > 1 ? <span>{t('events.reports', { n: event.reports })}</span> : null}
      </p>
      {event.summary === '' ? null : <p className="row-summary">{event.summary}</p>}
      {event.matches.length === 0 ? (
        <p className="ot-soft">{t('events.noMatches')}</p>
      ) : (
        <ul className="match-list">
          {event.matches.map((match) => (
            <li key={match.id} data-rejected={match.state === 'rejected'}>
              <p>
                <Link to="/propositions/$propositionId" params={{ propositionId: match.propositionId }}>
                  {match.statement}
                </Link>{' '}
                {match.deadlineOn === null ? null : (
                  <span className="ot-soft">
                    {t('inbox.deadline')} <DateText on={match.deadlineOn} />
                  </span>
                )}
              </p>
              <MatchDecision match={match} />
            </li>
          ))}
        </ul>
      )}
      <LinkByHand eventId={event.id} />
    </li>
  );
}
