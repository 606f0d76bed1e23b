import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../api/client.js';
import { feedPollsQuery } from '../api/queries.js';
import { ListSkeleton, QueryView } from '../feedback/states.js';
import { useToday } from '../shell/use-me.js';
import { formatInstant } from '#ui/format';
import { t } from '#ui/i18n';

/** The last readings of a feed, fetched when somebody looks. */
export function FeedPolls({ feed }: { readonly feed: Schemas['Feed'] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="feed-polls" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={`${t('feed.polls')}: ${feed.title}`}>{t('feed.polls')}</summary>
      {isOpen ? <Polls id={feed.id} /> : null}
    </details>
  );
}

function Polls({ id }: { readonly id: string }) {
  const { zone } = useToday();
  const query = useQuery(feedPollsQuery(id));
  return (
    <QueryView query={query} skeleton={<ListSkeleton rows={3} />}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="ot-soft">{t('feed.polls.none')}</p>
        ) : (
          <ul>
            {items.map((poll) => (
              <li key={poll.startedAt}>
                <span className="ot-soft">{formatInstant(poll.startedAt, zone)}</span> {describe(poll)}
              </li>
            ))}
          </ul>
        )
      }
    </QueryView>
  );
}

function describe({ outcome, fault, items, created, detail }: Schemas['FeedPoll']): string {
  if (fault !== null) return detail;
  if (outcome === 'new_events') return t('feed.poll.new_events', { created, items });
  return outcome === 'unchanged' ? t('feed.poll.unchanged') : t('feed.poll.nothing_new', { items });
}
