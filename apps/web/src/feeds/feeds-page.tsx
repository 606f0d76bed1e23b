import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../api/client.js';
import { feedsQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { EmptyState, QueryView } from '../feedback/states.js';
import { t } from '#ui/i18n';
import { AddFeed } from './add-feed.js';
import { FeedLists } from './feed-lists.js';
import { FeedRow } from './feed-row.js';
import { Senders } from './senders.js';

/** Where events come from by themselves, and how each feed is doing. */
export function FeedsPage() {
  const query = useQuery(feedsQuery);
  return (
    <Page title={t('nav.feeds')} lead={t('feeds.lead')}>
      <AddFeed />
      <QueryView query={query}>{({ items }) => <FeedList feeds={items} />}</QueryView>
      <FeedLists />
      <Senders />
    </Page>
  );
}

function FeedList({ feeds }: { readonly feeds: readonly Schemas['Feed'][] }) {
  if (feeds.length === 0)
    return <EmptyState title={t('feeds.empty.title')}>{t('feeds.empty.text')}</EmptyState>;
  const failing = feeds.filter(({ failures }) => failures > 0).length;
  return (
    <section aria-labelledby="feeds">
      <Title order={2} id="feeds">
        {t('feeds.count', { n: feeds.length })}
      </Title>
      {failing === 0 ? null : <p className="ot-soft">{t('feeds.failing', { n: failing })}</p>}
      <ul className="row-list">
        {feeds.map((feed) => (
          <FeedRow key={feed.id} feed={feed} />
        ))}
      </ul>
    </section>
  );
}
