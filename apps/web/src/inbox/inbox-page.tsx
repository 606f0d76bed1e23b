import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { inboxCountQuery, inboxQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { EmptyState, ErrorState, PageSkeleton } from '../feedback/states.js';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { ButtonLink } from '../shell/button-link.js';
import { Keys } from '../shell/keyboard-help.js';
import { useHasRole, useMe } from '../shell/use-me.js';
import { t } from '#ui/i18n';
import { type InboxSearch, isNarrowed, rememberSearch, withoutEmpty } from './inbox-filter.js';
import { InboxFilters } from './inbox-filters.js';
import { InboxList } from './inbox-list.js';
import { SavedViews } from './saved-views.js';
import { takeNext } from './take-next.js';

/** What waits for this person's answer, most urgent first as the server has it. */
export function InboxPage() {
  const search = useSearch({ from: '/shell/inbox' });
  const navigate = useNavigate();
  const query = useInboxPages(search);
  const count = useQuery(inboxCountQuery(search)).data?.count;
  useEffect(() => rememberSearch(search), [search]);
  const change = (next: InboxSearch) =>
    void navigate({ to: '/inbox', search: withoutEmpty(next), replace: true });
  const lead =
    count === undefined || count === 0
      ? undefined
      : isNarrowed(search)
        ? t('inbox.count', { n: count })
        : t('inbox.lead', { n: count });
  return (
    <Page title={t('nav.inbox')} lead={lead} actions={<InboxActions search={search} />}>
      <SavedViews search={search} />
      <InboxFilters search={search} onChange={change} />
      <InboxBody query={query} search={search} />
    </Page>
  );
}

function InboxBody({
  query,
  search,
}: {
  readonly query: ReturnType<typeof useInboxPages>;
  readonly search: InboxSearch;
}) {
  const { fetchNextPage, isFetchingNextPage } = query;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  if (query.data === undefined)
    return query.error === null ? (
      <PageSkeleton />
    ) : (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    );
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length > 0) return <InboxList items={items} hasMore={query.hasNextPage} onMore={more} />;
  return isNarrowed(search) ? (
    <EmptyState title={t('inbox.filter.none.title')}>{t('inbox.filter.none.text')}</EmptyState>
  ) : (
    <EmptyInbox />
  );
}

const useInboxPages = (search: InboxSearch) => useInfiniteQuery(inboxQuery(search));

function InboxActions({ search }: { readonly search: InboxSearch }) {
  const navigate = useNavigate();
  const isLead = useHasRole('lead');
  const [isTaking, setIsTaking] = useState(false);
  const take = () => {
    if (isTaking) return;
    setIsTaking(true);
    void takeNext(search, []).then((propositionId) => {
      setIsTaking(false);
      if (propositionId !== null) void navigate({ to: '/review/$propositionId', params: { propositionId } });
    });
  };
  useShortcuts(t('nav.inbox'), [{ keys: 'n', label: t('inbox.next'), run: take }]);
  return (
    <>
      {isLead ? (
        <ButtonLink to="/inbox/oversight" variant="default">
          {t('inbox.oversight')}
        </ButtonLink>
      ) : null}
      <Button onClick={take} loading={isTaking}>
        {t('inbox.next')} <Keys keys="n" />
      </Button>
    </>
  );
}

function EmptyInbox() {
  const { installation, user } = useMe();
  const curates = user?.roles.includes('curator') ?? false;
  return (
    <EmptyState
      title={t('inbox.empty.title')}
      action={
        <ButtonLink to={curates ? '/sources' : '/propositions'} variant="default">
          {curates ? t('inbox.empty.sources') : t('inbox.empty.propositions')}
        </ButtonLink>
      }
    >
      {t('inbox.empty.text', { reviewers: installation.reviewersNeeded })}
    </EmptyState>
  );
}
