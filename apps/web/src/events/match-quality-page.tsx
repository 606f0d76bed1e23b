import { Button, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ask, type Schemas } from '../api/client.js';
import { matchQualityQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { EmptyState, QueryView } from '../feedback/states.js';
import {
  NumberCell,
  NumberHead,
  ReportTable,
  RowHead,
  ShareWithRange,
  TextHead,
} from '../report/report-table.js';
import { toastProblem } from '../feedback/toast.js';
import { t } from '#ui/i18n';

type Quality = Schemas['MatchQuality'];

/** How many suggestions people confirmed: whether the thresholds are right, and which feeds are noise. */
export function MatchQualityPage() {
  const query = useQuery(matchQualityQuery);
  return (
    <Page title={t('quality.title')} lead={t('quality.lead')} wide>
      <QueryView query={query}>
        {(quality) =>
          quality.feeds.length === 0 ? (
            <EmptyState title={t('events.empty.title')}>{t('events.empty.text')}</EmptyState>
          ) : (
            <>
              <Scores quality={quality} />
              <Feeds rows={quality.feeds} />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}

function Scores({ quality }: { readonly quality: Quality }) {
  const { scores: rows, suggestFrom, strongFrom } = quality;
  return (
    <section aria-labelledby="scores">
      <Title order={2} id="scores">
        {t('quality.byScore')}
      </Title>
      <p className="report-text">
        {t('quality.thresholds', { suggest: suggestFrom.toFixed(2), strong: strongFrom.toFixed(2) })}
      </p>
      {rows.length === 0 ? (
        <p className="ot-soft">{t('quality.none')}</p>
      ) : (
        <ReportTable
          labelledBy="scores"
          heads={
            <>
              <TextHead>{t('quality.score')}</TextHead>
              <Counted />
            </>
          }
        >
          {rows.map((row) => (
            <tr role="row" key={row.from}>
              <RowHead>
                {row.from.toFixed(1)}–{(row.from + 0.1).toFixed(1)}
              </RowHead>
              <Counts row={row} />
            </tr>
          ))}
        </ReportTable>
      )}
    </section>
  );
}

function Feeds({ rows }: { readonly rows: Quality['feeds'] }) {
  return (
    <section aria-labelledby="feeds">
      <Title order={2} id="feeds">
        {t('quality.byFeed')}
      </Title>
      <ReportTable
        labelledBy="feeds"
        heads={
          <>
            <TextHead>{t('quality.feed')}</TextHead>
            <NumberHead>{t('quality.events')}</NumberHead>
            <Counted />
            <NumberHead>{t('quality.matching')}</NumberHead>
          </>
        }
      >
        {rows.map((row) => (
          <tr role="row" key={row.id}>
            <RowHead>
              <Link to="/events" search={{ feed: row.title }}>
                {row.title}
              </Link>
            </RowHead>
            <NumberCell label={t('quality.events')}>{row.events}</NumberCell>
            <Counts row={row} />
            <NumberCell label={t('quality.matching')}>
              <MuteFeed feed={row} />
            </NumberCell>
          </tr>
        ))}
      </ReportTable>
    </section>
  );
}

function Counted() {
  return (
    <>
      <NumberHead>{t('quality.confirmed')}</NumberHead>
      <NumberHead>{t('quality.rejected')}</NumberHead>
      <NumberHead>{t('quality.suggested')}</NumberHead>
      <NumberHead>{t('quality.precision')}</NumberHead>
    </>
  );
}

function Counts({ row }: { readonly row: Quality['scores'][number] | Quality['feeds'][number] }) {
  const { precision } = row;
  return (
    <>
      <NumberCell label={t('quality.confirmed')}>{row.confirmed}</NumberCell>
      <NumberCell label={t('quality.rejected')}>{row.rejected}</NumberCell>
      <NumberCell label={t('quality.suggested')}>{row.suggested}</NumberCell>
      <NumberCell label={t('quality.precision')}>
        {precision === null ? t('quality.unknown') : <ShareWithRange {...precision} />}
      </NumberCell>
    </>
  );
}

function MuteFeed({ feed }: { readonly feed: Quality['feeds'][number] }) {
  const queryClient = useQueryClient();
  const mute = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/feeds/{id}/muted', {
          params: { path: { id: feed.id } },
          body: { muted: !feed.muted },
        }),
      ),
    onError: toastProblem,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['matches'] }),
  });
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={mute.isPending}
      aria-label={t(feed.muted ? 'quality.unmute.feed' : 'quality.mute.feed', { feed: feed.title })}
      onClick={() => mute.mutate()}
    >
      {t(feed.muted ? 'quality.unmute' : 'quality.mute')}
    </Button>
  );
}
