import { NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { propositionsQuery, type PropositionState } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { EmptyState, QueryView } from '../feedback/states.js';
import { LoadMore } from '../form/load-more.js';
import { SearchField } from '../form/search-field.js';
import { ListKeysHint, useListKeys } from '../keyboard/list-keys.js';
import { useToday } from '../shell/use-me.js';
import { DateText, VerdictBadge } from '#ui/claim';
import { t } from '#ui/i18n';

const STATES: readonly PropositionState[] = ['all', 'open', 'due', 'provisional', 'final'];

export function PropositionsPage() {
  const { q = '', state = 'all' } = useSearch({ from: '/shell/propositions' });
  const navigate = useNavigate({ from: '/propositions' });
  const query = useInfiniteQuery(propositionsQuery({ q, state }));
  const filter = (part: { q?: string; state?: PropositionState }) => {
    const next = { q, state, ...part };
    void navigate({
      search: {
        q: next.q === '' ? undefined : next.q,
        state: next.state === 'all' ? undefined : next.state,
      },
      replace: true,
    });
  };
  return (
    <Page title={t('nav.propositions')} lead={t('propositions.lead')}>
      <div className="filters">
        <SearchField label={t('propositions.search')} value={q} onSearch={(text) => filter({ q: text })} />
        <NativeSelect
          label={t('propositions.state')}
          value={state}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            filter({ state: STATES.find((one) => one === chosen) ?? 'all' });
          }}
          data={STATES.map((one) => ({ value: one, label: t(`propositions.state.${one}`) }))}
        />
      </div>
      <QueryView query={query}>
        {(data) => (
          <PropositionList
            items={data.pages.flatMap((page) => page.items)}
            isFiltered={q !== '' || state !== 'all'}
          />
        )}
      </QueryView>
      <LoadMore pages={query} />
    </Page>
  );
}

interface ListProps {
  readonly items: readonly Schemas['PropositionSummary'][];
  readonly isFiltered: boolean;
}

function PropositionList({ items, isFiltered }: ListProps) {
  const navigate = useNavigate();
  const { selected, select, listRef } = useListKeys(t('nav.propositions'), items.length, (index) => {
    const item = items[index];
    if (item !== undefined)
      void navigate({ to: '/propositions/$propositionId', params: { propositionId: item.id } });
  });
  if (items.length === 0)
    return isFiltered ? (
      <EmptyState title={t('list.nothing.title')}>{t('list.nothing.text')}</EmptyState>
    ) : (
      <EmptyState title={t('propositions.empty.title')}>{t('propositions.empty.text')}</EmptyState>
    );
  return (
    <>
      <ListKeysHint />
      <ul className="row-list" ref={listRef}>
        {items.map((item, index) => (
          <PropositionRow
            key={item.id}
            item={item}
            isSelected={index === selected}
            onFocus={() => select(index)}
          />
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  readonly item: Schemas['PropositionSummary'];
  readonly isSelected: boolean;
  readonly onFocus: () => void;
}

function PropositionRow({ item, isSelected, onFocus }: RowProps) {
  const { today, now } = useToday();
  const isDue = item.dueAt !== null && Date.parse(item.dueAt) <= Date.parse(now);
  return (
    <li data-selected={isSelected}>
      <p className="row-title">
        <Link
          to="/propositions/$propositionId"
          params={{ propositionId: item.id }}
          onFocus={onFocus}
          data-row-link
        >
          {item.statement}
        </Link>
      </p>
      <p className="ot-soft row-facts">
        {item.deadlineOn === null ? (
          <span>{t('inbox.noDeadline')}</span>
        ) : (
          <span>
            {t('inbox.deadline')} <DateText on={item.deadlineOn} today={today} />
          </span>
        )}
        <span>{t('inbox.claims', { n: item.claims })}</span>
        <span>{t('propositions.matches', { n: item.matches })}</span>
        {item.topics.length === 0 ? null : <span>{item.topics.join(', ')}</span>}
      </p>
      <p className="row-tags">
        <StateTag item={item} isDue={isDue} />
      </p>
    </li>
  );
}

function StateTag({
  item,
  isDue,
}: {
  readonly item: Schemas['PropositionSummary'];
  readonly isDue: boolean;
}) {
  if (item.verdict === null)
    return (
      <span className={isDue ? 'tag tag-strong' : 'tag'}>
        {isDue ? t('propositions.isDue') : t('propositions.isOpen')}
      </span>
    );
  if (item.verdict.stage === 'reopened')
    return <span className="tag tag-strong">{t('inbox.reason.reopened')}</span>;
  return <VerdictBadge outcome={item.verdict.outcome} stage={item.verdict.stage} />;
}
