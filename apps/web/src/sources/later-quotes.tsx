import { Button, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Schemas } from '../api/client.js';
import { laterQuotesQuery } from '../api/queries.js';
import { QueryView } from '../feedback/states.js';
import { toast, toastProblem } from '../feedback/toast.js';
import { useHasRole, useToday } from '../shell/use-me.js';
import { formatInstantDay } from '#ui/format';
import { t } from '#ui/i18n';

type Quotes = Schemas['LaterQuotes'];
type Quote = Quotes['quotes'][number];

/** Where the quotes of a source's claims stand in its later text; what no rule can say, a person says here. */
export function LaterQuotes({ sourceId }: { readonly sourceId: string }) {
  const query = useQuery(laterQuotesQuery(sourceId));
  return (
    <section aria-labelledby="later-quotes">
      <QueryView query={query}>
        {({ snapshotId, quotes }) => (
          <>
            <Title order={2} id="later-quotes">
              {t('later.title', { n: quotes.length })}
            </Title>
            <p className="ot-soft report-text">{quotes.length === 0 ? t('later.none') : t('later.text')}</p>
            <ul className="row-list">
              {quotes.map((quote) => (
                <LaterQuote key={quote.anchorId} quote={quote} snapshotId={snapshotId} sourceId={sourceId} />
              ))}
            </ul>
          </>
        )}
      </QueryView>
    </section>
  );
}

interface LaterQuoteProps {
  readonly quote: Quote;
  readonly snapshotId: string;
  readonly sourceId: string;
}

function LaterQuote({ quote, snapshotId, sourceId }: LaterQuoteProps) {
  const mayPlace = useHasRole('curator');
  const isAsked = mayPlace && quote.state !== 'ANCHORED' && quote.said === null;
  const [found] = quote.places;
  return (
    <li>
      <p className="row-title">“{quote.quote}”</p>
      <p className="ot-soft row-facts">
        <span>{stateOf(quote)}</span>
        {quote.doubt === null ? null : <span>{t(`later.doubt.${quote.doubt}`)}</span>}
      </p>
      {quote.state === 'ANCHORED' && !quote.isExact && found !== undefined ? (
        <p>
          {t('later.now')}: “{found.words}”
        </p>
      ) : null}
      <Said quote={quote} />
      {isAsked ? <Choices quote={quote} snapshotId={snapshotId} sourceId={sourceId} /> : null}
    </li>
  );
}

function stateOf({ state, isExact, said }: Quote): string {
  if (said !== null) return t('later.state.said');
  if (state === 'ANCHORED') return t(isExact ? 'later.state.exact' : 'later.state.nearly');
  return t(`later.state.${state}`);
}

function Said({ quote: { said } }: { readonly quote: Quote }) {
  const { zone } = useToday();
  if (said === null) return null;
  const by = { by: said.by, date: formatInstantDay(said.at, zone) };
  return said.words === null ? (
    <p>{t('later.said.gone', by)}</p>
  ) : (
    <p>
      {t('later.now')}: “{said.words}” <span className="ot-soft">{t('later.said', by)}</span>
    </p>
  );
}

function Choices({ quote, snapshotId, sourceId }: LaterQuoteProps) {
  const queryClient = useQueryClient();
  const place = useMutation({
    mutationFn: (chosen: { start: number; end: number } | null) =>
      ask(
        api.PUT('/api/v1/quote-anchors/{id}/placement', {
          params: { path: { id: quote.anchorId } },
          body: { snapshotId, place: chosen },
        }),
      ),
    onSuccess: () => toast(t('later.saved')),
    onError: toastProblem,
    onSettled: () => queryClient.invalidateQueries(laterQuotesQuery(sourceId)),
  });
  return (
    <>
      {quote.places.map(({ start, end, words }) => (
        <div key={start} className="candidate-steps">
          <span>“{words}”</span>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('later.choose.label', { words })}
            loading={place.isPending}
            onClick={() => place.mutate({ start, end })}
          >
            {t('later.choose')}
          </Button>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('later.gone.label', { quote: quote.quote })}
        loading={place.isPending}
        onClick={() => place.mutate(null)}
      >
        {t('later.gone')}
      </Button>
    </>
  );
}
