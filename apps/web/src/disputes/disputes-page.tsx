import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { disputesQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { EmptyState, QueryView } from '../feedback/states.js';
import { ListKeysHint, useListKeys } from '../keyboard/list-keys.js';
import { VerdictBadge } from '#ui/claim';
import { t } from '#ui/i18n';
import { DisputeText } from './dispute-text.js';

const SHOWN = ['open', 'closed'] as const;

/** For leads: what is being heard, and what was. */
export function DisputesPage() {
  const { state = 'open' } = useSearch({ from: '/shell/disputes' });
  const navigate = useNavigate({ from: '/disputes' });
  const query = useQuery(disputesQuery(state));
  return (
    <Page title={t('nav.disputes')} lead={t('disputes.lead')}>
      <div className="filters">
        <NativeSelect
          label={t('disputes.show')}
          value={state}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            void navigate({ search: { state: chosen === 'closed' ? 'closed' : undefined }, replace: true });
          }}
          data={SHOWN.map((one) => ({ value: one, label: t(`disputes.show.${one}`) }))}
        />
      </div>
      <QueryView query={query}>{(data) => <DisputeList items={data.items} state={state} />}</QueryView>
    </Page>
  );
}

interface ListProps {
  readonly items: readonly Schemas['Dispute'][];
  readonly state: (typeof SHOWN)[number];
}

function DisputeList({ items, state }: ListProps) {
  const navigate = useNavigate();
  const { selected, select, listRef } = useListKeys(t('nav.disputes'), items.length, (index) => {
    const item = items[index];
    if (item !== undefined)
      void navigate({ to: '/propositions/$propositionId', params: { propositionId: item.propositionId } });
  });
  if (items.length === 0)
    return (
      <EmptyState title={t(`disputes.empty.${state}.title`)}>{t(`disputes.empty.${state}.text`)}</EmptyState>
    );
  return (
    <>
      <ListKeysHint />
      <ul className="row-list" ref={listRef}>
        {items.map((item, index) => (
          <li key={item.id} data-selected={index === selected}>
            <p className="row-title">
              <Link
                to="/propositions/$propositionId"
                params={{ propositionId: item.propositionId }}
                onFocus={() => select(index)}
                data-row-link
              >
                {item.statement}
              </Link>
            </p>
            <p className="ot-soft">
              {t('disputes.against')} <VerdictBadge outcome={item.disputed.outcome} />
            </p>
            <DisputeText dispute={item} />
            {item.eligible === null ? null : (
              <p className="ot-soft">{t('disputes.eligible', { n: item.eligible })}</p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
