import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { inboxQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { EmptyState, QueryView } from '../feedback/states.js';
import { ListKeysHint, useListKeys } from '../keyboard/list-keys.js';
import { ButtonLink } from '../shell/button-link.js';
import { useMe } from '../shell/use-me.js';
import type { Schemas } from '../api/client.js';
import { t } from '#ui/i18n';
import { InboxRow } from './inbox-row.js';

/** What waits for this person's answer, most overdue first as the server has it. */
export function InboxPage() {
  const query = useQuery(inboxQuery);
  const items = query.data?.items ?? [];
  const lead = items.length === 0 ? undefined : t('inbox.lead', { n: items.length });
  return (
    <Page title={t('nav.inbox')} lead={lead}>
      <QueryView query={query}>{(inbox) => <InboxList items={inbox.items} />}</QueryView>
    </Page>
  );
}

function InboxList({ items }: { readonly items: readonly Schemas['InboxItem'][] }) {
  const navigate = useNavigate();
  const { selected, select, listRef } = useListKeys(t('nav.inbox'), items.length, (index) => {
    const item = items[index];
    if (item !== undefined)
      void navigate({ to: '/review/$propositionId', params: { propositionId: item.propositionId } });
  });
  if (items.length === 0) return <EmptyInbox />;
  return (
    <>
      <ListKeysHint />
      <ul className="row-list inbox-list" ref={listRef}>
        {items.map((item, index) => (
          <InboxRow
            key={item.propositionId}
            item={item}
            isSelected={index === selected}
            onFocus={() => select(index)}
          />
        ))}
      </ul>
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
