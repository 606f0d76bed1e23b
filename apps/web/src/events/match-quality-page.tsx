import { Button, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ask, type Schemas } from '../api/client.js';
import { matchQualityQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { EmptyState, QueryView } from '../feedback/states.js';
import { toastProblem } from '../feedback/toast.js';
import { formatPercent } from '#ui/format';
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
        <table className="report-table" role="table" aria-labelledby="scores">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {t('quality.score')}
              </th>
              <Counted />
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr role="row" key={row.from}>
                <th role="rowheader" scope="row">
                  {row.from.toFixed(1)}–{(row.from + 0.1).toFixed(1)}
                </th>
                <Counts row={row} />
              </tr>
            ))}
          </tbody>
        </table>
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
      <table className="report-table" role="table" aria-labelledby="feeds">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t('quality.feed')}
            </th>
            <th role="columnheader" scope="col" className="report-cell">
              {t('quality.events')}
            </th>
            <Counted />
            <th role="columnheader" scope="col" className="report-cell">
              {t('quality.matching')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row" key={row.id}>
              <th role="rowheader" scope="row">
                <Link to="/events" search={{ feed: row.title }}>
                  {row.title}
                </Link>
              </th>
              <td role="cell" className="report-cell" data-label={t('quality.events')}>
                {row.events}
              </td>
              <Counts row={row} />
              <td role="cell" className="report-cell" data-label={t('quality.matching')}>
                <MuteFeed feed={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Counted() {
  return (
    <>
      <th role="columnheader" scope="col" className="report-cell">
        {t('quality.confirmed')}
      </th>
      <th role="columnheader" scope="col" className="report-cell">
        {t('quality.rejected')}
      </th>
      <th role="columnheader" scope="col" className="report-cell">
        {t('quality.suggested')}
      </th>
      <th role="columnheader" scope="col" className="report-cell">
        {t('quality.precision')}
      </th>
    </>
  );
}

function Counts({ row }: { readonly row: Quality['scores'][number] | Quality['feeds'][number] }) {
  const { precision } = row;
  return (
    <>
      <td role="cell" className="report-cell" data-label={t('quality.confirmed')}>
        {row.confirmed}
      </td>
      <td role="cell" className="report-cell" data-label={t('quality.rejected')}>
        {row.rejected}
      </td>
      <td role="cell" className="report-cell" data-label={t('quality.suggested')}>
        {row.suggested}
      </td>
      <td role="cell" className="report-cell" data-label={t('quality.precision')}>
        {precision === null
          ? t('quality.unknown')
          : t('quality.share', {
              share: formatPercent(precision.share),
              low: formatPercent(precision.low),
              high: formatPercent(precision.high),
            })}
      </td>
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
