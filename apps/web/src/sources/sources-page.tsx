import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { batchesQuery, sourcesQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { EmptyState, QueryView } from '../feedback/states.js';
import { LoadMore } from '../form/load-more.js';
import { SearchField } from '../form/search-field.js';
import { ListKeysHint, useListKeys } from '../keyboard/list-keys.js';
import { ButtonLink } from '../shell/button-link.js';
import { useHasRole, useToday } from '../shell/use-me.js';
import { formatInstantDay } from '#ui/format';
import { t } from '#ui/i18n';
import { SourceRow } from './source-row.js';

export function SourcesPage() {
  const { q = '' } = useSearch({ from: '/shell/sources' });
  const navigate = useNavigate({ from: '/sources' });
  const isCurator = useHasRole('curator');
  const query = useInfiniteQuery(sourcesQuery(q));
  return (
    <Page
      title={t('nav.sources')}
      lead={t('sources.lead')}
      actions={isCurator ? <ButtonLink to="/sources/new">{t('sources.add')}</ButtonLink> : null}
    >
      {isCurator ? <OpenBatches /> : null}
      <SearchField
        label={t('sources.search')}
        value={q}
        onSearch={(text) => void navigate({ search: { q: text === '' ? undefined : text }, replace: true })}
      />
      <QueryView query={query}>
        {(data) => <SourceList sources={data.pages.flatMap((page) => page.items)} isFiltered={q !== ''} />}
      </QueryView>
      <LoadMore pages={query} />
    </Page>
  );
}

/** Batches that are not over, to go back to. */
function OpenBatches() {
  const { zone } = useToday();
  const { data } = useQuery(batchesQuery);
  const open = data?.items.filter(({ counts }) => counts.open > 0) ?? [];
  if (open.length === 0) return null;
  return (
    <section className="panel open-batches">
      <h2>{t('batch.list')}</h2>
      <ul className="plain-list">
        {open.map(({ id, createdAt, counts }) => (
          <li key={id}>
            <Link to="/sources/batches/$batchId" params={{ batchId: id }}>
              {t('batch.list.item', {
                n: counts.total,
                date: formatInstantDay(createdAt, zone),
                open: counts.open,
              })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SourceListProps {
  readonly sources: readonly Schemas['SourceSummary'][];
  readonly isFiltered: boolean;
}

function SourceList({ sources, isFiltered }: SourceListProps) {
  const navigate = useNavigate();
  const canOpen = useHasRole('curator', 'lead');
  const { selected, select, listRef } = useListKeys(t('nav.sources'), sources.length, (index) => {
    const source = sources[index];
    if (source !== undefined && canOpen)
      void navigate({ to: '/sources/$sourceId', params: { sourceId: source.id } });
  });
  if (sources.length === 0)
    return isFiltered ? (
      <EmptyState title={t('list.nothing.title')}>{t('list.nothing.text')}</EmptyState>
    ) : (
      <EmptyState title={t('sources.empty.title')}>{t('sources.empty.text')}</EmptyState>
    );
  return (
    <>
      <ListKeysHint />
      <ul className="row-list" ref={listRef}>
        {sources.map((source, index) => (
          <SourceRow
            key={source.id}
            source={source}
            canOpen={canOpen}
            isSelected={index === selected}
            onFocus={() => select(index)}
          />
        ))}
      </ul>
    </>
  );
}
