import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { batchQuery } from '../api/queries.js';
import { announce } from '../feedback/announcer.js';
import { Page } from '../feedback/page.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { QueryView } from '../feedback/states.js';
import { t } from '#ui/i18n';
import { type Upload, useUpload } from './uploads.js';

type Batch = Schemas['IntakeBatch'];
type Item = Schemas['IntakeItem'];

/** How far a batch is, and what has become of each document. */
export function BatchPage() {
  const { batchId } = useParams({ from: '/shell/sources/batches/$batchId' });
  const query = useQuery(batchQuery(batchId));
  return (
    <Page title={t('batch.title')} lead={t('batch.lead')}>
      <QueryView query={query}>{(batch) => <BatchView batch={batch} />}</QueryView>
    </Page>
  );
}

function BatchView({ batch }: { readonly batch: Batch }) {
  const upload = useUpload(batch.id);
  const queryClient = useQueryClient();
  const isOpen = batch.counts.open > 0;
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) {
      announce(endOf(batch));
      void queryClient.invalidateQueries({ queryKey: ['sources'] });
      void queryClient.invalidateQueries({ queryKey: ['me'] });
    }
    wasOpen.current = isOpen;
  }, [isOpen, batch, queryClient]);
  return (
    <>
      <BatchProgress batch={batch} upload={upload} />
      {isOpen ? <CancelBatch batch={batch} /> : <p role="status">{endOf(batch)}</p>}
      <ul className="row-list batch-items">
        {batch.items.map((item) => (
          <ItemRow key={item.id} item={item} />
        ))}
      </ul>
    </>
  );
}

function BatchProgress({ batch, upload }: { readonly batch: Batch; readonly upload: Upload | null }) {
  const { total, open, failed, announced } = batch.counts;
  const done = total - open;
  const isSending = upload !== null && !upload.isOver;
  return (
    <>
      <div className="progress">
        <progress max={total} value={done} aria-label={t('batch.progress')} />
        <span>{t('batch.progress.text', { done, total })}</span>
      </div>
      {isSending ? (
        <p className="ot-soft">{t('batch.sending', { n: upload.sent, total: upload.total })}</p>
      ) : null}
      {upload?.lost.map((name) => (
        <p className="flag" role="alert" key={name}>
          {t('batch.lost', { name })}
        </p>
      ))}
      {announced > 0 && !isSending ? <p className="flag">{t('batch.announced', { n: announced })}</p> : null}
      {failed > 0 && open > 0 ? <p>{t('batch.failedSoFar', { n: failed })}</p> : null}
    </>
  );
}

function CancelBatch({ batch }: { readonly batch: Batch }) {
  const queryClient = useQueryClient();
  const cancel = useMutation({
    mutationFn: () =>
      ask(api.POST('/api/v1/intake/batches/{id}/cancel', { params: { path: { id: batch.id } } })),
    onSuccess: (cancelled) => queryClient.setQueryData(batchQuery(batch.id).queryKey, cancelled),
  });
  return (
    <>
      <Button variant="default" size="compact-sm" loading={cancel.isPending} onClick={() => cancel.mutate()}>
        {t('batch.cancel')}
      </Button>
      <ProblemAlert error={cancel.error} />
    </>
  );
}

const endOf = ({ counts: { done, failed, cancelled } }: Batch): string =>
  t('batch.end', { done, failed, cancelled });

function ItemRow({ item }: { readonly item: Item }) {
  const { source, fault, state, pages, pagesDone } = item;
  const isPaged = state === 'reading' && pages !== null && pages > 1;
  return (
    <li data-state={state}>
      <p className="row-title">
        {source === null ? (
          item.name
        ) : (
          <Link to="/sources/$sourceId" params={{ sourceId: source.id }}>
            {source.title}
          </Link>
        )}
      </p>
      <p className="row-facts">
        <span className={state === 'failed' ? 'flag' : 'ot-soft'}>{stateText(item)}</span>
        {source === null ? null : <span className="ot-soft web-address">{item.name}</span>}
        {isPaged ? <span>{t('batch.pages', { done: pagesDone ?? 0, pages })}</span> : null}
      </p>
      {fault === null ? null : <p>{fault.detail}</p>}
    </li>
  );
}

const stateText = ({ state, isNew }: Item): string =>
  state === 'done' && isNew === false ? t('batch.item.known') : t(`batch.item.${state}`);
