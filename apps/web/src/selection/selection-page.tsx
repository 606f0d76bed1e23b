import { Button, NumberInput, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { captureReportQuery, openReadingsQuery, selectionLedgerQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { QueryView } from '../feedback/states.js';
import { toast, toastProblem } from '../feedback/toast.js';
import { LoadMore } from '../form/load-more.js';
import { useHasRole } from '../shell/use-me.js';
import { CaptureShareText, TextsReadTwice } from './capture-share.js';
import { Ledger } from './ledger.js';
import { t } from '#ui/i18n';

/** What was taken of the texts put in, how much of what they say that is, and texts to read without highlights. */
export function SelectionPage() {
  const seesLedger = useHasRole('curator', 'lead', 'admin');
  const reads = useHasRole('curator', 'lead', 'reviewer');
  const draws = useHasRole('lead');
  return (
    <Page title={t('nav.selection')} lead={t('selection.lead')} wide>
      {reads ? <OpenReadings draws={draws} /> : null}
      {seesLedger ? (
        <>
          <CaptureSection />
          <LedgerSection />
        </>
      ) : null}
    </Page>
  );
}

function CaptureSection() {
  const query = useQuery(captureReportQuery);
  return (
    <section aria-labelledby="share">
      <Title order={2} id="share">
        {t('selection.share')}
      </Title>
      <QueryView query={query}>
        {(report) => (
          <>
            <CaptureShareText report={report} />
            {report.texts.length === 0 ? null : <TextsReadTwice texts={report.texts} />}
          </>
        )}
      </QueryView>
    </section>
  );
}

function LedgerSection() {
  const query = useInfiniteQuery(selectionLedgerQuery);
  return (
    <section aria-labelledby="ledger">
      <Title order={2} id="ledger">
        {t('selection.ledger')}
      </Title>
      <QueryView query={query}>
        {(data) => <Ledger entries={data.pages.flatMap((page) => page.items)} />}
      </QueryView>
      <LoadMore pages={query} />
    </section>
  );
}

function OpenReadings({ draws }: { readonly draws: boolean }) {
  const query = useQuery(openReadingsQuery);
  return (
    <section aria-labelledby="open">
      <Title order={2} id="open">
        {t('selection.open')}
      </Title>
      <p className="ot-soft report-text">{t('selection.open.text')}</p>
      {draws ? <DrawTexts /> : null}
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('selection.open.none')}</p>
          ) : (
            <ul className="row-list">
              {items.map((item) => (
                <OpenReading key={item.snapshotId} item={item} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </section>
  );
}

function OpenReading({ item }: { readonly item: Schemas['OpenReading'] }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const isBegun = item.readingId !== null;
  const begin = useMutation({
    mutationFn: () =>
      ask(api.POST('/api/v1/sampled-texts/{id}/readings', { params: { path: { id: item.snapshotId } } })),
    onSuccess: ({ id }) => navigate({ to: '/readings/$readingId', params: { readingId: id } }),
    onError: (error) => {
      toastProblem(error);
      void queryClient.invalidateQueries(openReadingsQuery);
    },
  });
  const label = isBegun
    ? t('selection.open.go.label', { title: item.title })
    : t('selection.open.begin.label', { title: item.title });
  return (
    <li>
      <p className="row-title">{item.title}</p>
      <p className="ot-soft row-facts">
        <span>{t('selection.open.length', { n: item.characters })}</span>
        {isBegun ? <span>{t('selection.open.marks', { n: item.marks })}</span> : null}
      </p>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={label}
        loading={begin.isPending}
        onClick={() => begin.mutate()}
      >
        {isBegun ? t('selection.open.go') : t('selection.open.begin')}
      </Button>
    </li>
  );
}

function DrawTexts() {
  const queryClient = useQueryClient();
  const [count, setCount] = useState<number | string>(5);
  const draw = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/blind-readings/draw', { body: { count: Number(count) } })),
    onSuccess: ({ drawn }) => toast(t('selection.draw.done', { n: drawn })),
    onError: toastProblem,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['selection'] }),
  });
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        draw.mutate();
      }}
    >
      <NumberInput
        label={t('selection.draw.count')}
        min={1}
        max={50}
        allowDecimal={false}
        value={count}
        onChange={setCount}
      />
      <Button type="submit" variant="default" style={{ alignSelf: 'flex-end' }} loading={draw.isPending}>
        {t('selection.draw')}
      </Button>
    </form>
  );
}
