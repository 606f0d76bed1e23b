import { NativeSelect, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { alikeClaimantsQuery, type ClaimantShow, claimantsQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { EmptyState, QueryView } from '../feedback/states.js';
import { LoadMore } from '../form/load-more.js';
import { SearchField } from '../form/search-field.js';
import { ListKeysHint, useListKeys } from '../keyboard/list-keys.js';
import { t } from '#ui/i18n';

const SHOWS: readonly ClaimantShow[] = ['all', 'unchecked', 'merged'];

/** Everybody who asserts, the newest first. */
export function ClaimantsPage() {
  const { q = '', show = 'all' } = useSearch({ from: '/shell/claimants' });
  const navigate = useNavigate({ from: '/claimants' });
  const query = useInfiniteQuery(claimantsQuery({ q, show }));
  const filter = (part: { q?: string; show?: ClaimantShow }) => {
    const next: { q: string; show: ClaimantShow } = { q, show, ...part };
    void navigate({
      search: {
        q: next.q === '' ? undefined : next.q,
        show: next.show === 'all' ? undefined : next.show,
      },
      replace: true,
    });
  };
  return (
    <Page title={t('nav.claimants')} lead={t('claimants.lead')}>
      <div className="filters">
        <SearchField label={t('claimants.search')} value={q} onSearch={(text) => filter({ q: text })} />
        <NativeSelect
          label={t('claimants.show')}
          value={show}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            filter({ show: SHOWS.find((one) => one === chosen) ?? 'all' });
          }}
          data={SHOWS.map((one) => ({ value: one, label: t(`claimants.show.${one}`) }))}
        />
      </div>
      <AlikeNames />
      <QueryView query={query}>
        {(data) => (
          <ClaimantList
            items={data.pages.flatMap((page) => page.items)}
            isFiltered={q !== '' || show !== 'all'}
          />
        )}
      </QueryView>
      <LoadMore pages={query} />
    </Page>
  );
}

interface ListProps {
  readonly items: readonly Schemas['ClaimantSummary'][];
  readonly isFiltered: boolean;
}

function ClaimantList({ items, isFiltered }: ListProps) {
  const navigate = useNavigate();
  const { selected, select, listRef } = useListKeys(t('nav.claimants'), items.length, (index) => {
    const item = items[index];
    if (item !== undefined) void navigate({ to: '/claimants/$claimantId', params: { claimantId: item.id } });
  });
  if (items.length === 0)
    return isFiltered ? (
      <EmptyState title={t('list.nothing.title')}>{t('list.nothing.text')}</EmptyState>
    ) : (
      <EmptyState title={t('claimants.empty.title')}>{t('claimants.empty.text')}</EmptyState>
    );
  return (
    <>
      <ListKeysHint />
      <ul className="row-list" ref={listRef}>
        {items.map((item, index) => (
          <li key={item.id} data-selected={index === selected}>
            <p className="row-title">
              <Link
                to="/claimants/$claimantId"
                params={{ claimantId: item.id }}
                onFocus={() => select(index)}
                data-row-link
              >
                {item.name}
              </Link>
            </p>
            <Facts item={item} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Facts({ item }: { readonly item: Schemas['ClaimantSummary'] }) {
  return (
    <>
      <p className="ot-soft row-facts">
        <span>{t(`kind.${item.kind}`)}</span>
        <span>{t('claimants.claims', { n: item.claims })}</span>
        {item.aliases.length === 0 ? null : (
          <span>{t('claimants.aliases', { names: item.aliases.join(', ') })}</span>
        )}
      </p>
      {item.mergedInto === null && item.isChecked ? null : (
        <p className="row-tags">
          {item.mergedInto === null ? null : (
            <span className="tag">{t('claimants.merged', { name: item.mergedInto.name })}</span>
          )}
          {item.isChecked ? null : <span className="tag tag-strong">{t('claimants.unchecked')}</span>}
        </p>
      )}
    </>
  );
}

function AlikeNames() {
  const { data } = useQuery(alikeClaimantsQuery);
  if (data === undefined || data.groups.length === 0) return null;
  return (
    <section aria-labelledby="alike">
      <Title order={2} id="alike">
        {t('claimants.alike')}
      </Title>
      <p className="ot-soft">{t('claimants.alike.text')}</p>
      <ul className="plain-list">
        {data.groups.map(({ likeness, claimants }) => (
          <li key={`${likeness} ${claimants.map(({ id }) => id).join(' ')}`}>
            {claimants.map(({ id, name }, k) => (
              <span key={id}>
                {k === 0 ? null : ' · '}
                <Link to="/claimants/$claimantId" params={{ claimantId: id }}>
                  {name}
                </Link>
              </span>
            ))}{' '}
            <span className="ot-soft">({t(`claimants.alike.${likeness}`)})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
