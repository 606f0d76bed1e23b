import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { InboxSearch } from '../inbox/inbox-filter.js';
import { api, ask, type Schemas } from './client.js';

/** Everything the app reads, in one place: the key says what must be asked again after a change. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/me', { signal })),
  staleTime: 30_000,
});

export const reviewerReportQuery = queryOptions({
  queryKey: ['reviewers'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/reviewers', { signal })),
});

export const groupsQuery = queryOptions({
  queryKey: ['groups'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/groups', { signal })),
});

export const ownRetestsQuery = queryOptions({
  queryKey: ['me', 'retests'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/me/retests', { signal })),
});

export const goldItemsQuery = queryOptions({
  queryKey: ['reviewers', 'gold'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/gold-items', { signal })),
});

export type ClaimantShow = 'all' | 'unchecked' | 'merged';

export const claimantsQuery = (filter: { q: string; show: ClaimantShow }) =>
  infiniteQueryOptions({
    queryKey: ['claimants', 'list', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/v1/claimant-registry', {
          params: { query: { show: filter.show, ...searchPart(filter.q), ...cursorPart(pageParam) } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

export const alikeClaimantsQuery = queryOptions({
  queryKey: ['claimants', 'alike'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/alike-claimants', { signal })),
});

export const claimantQuery = (id: string) =>
  queryOptions({
    queryKey: ['claimants', 'one', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/claimant-registry/{id}', { params: { path: { id } }, signal })),
  });

export const captureReportQuery = queryOptions({
  queryKey: ['selection', 'capture'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/capture-report', { signal })),
});

export const selectionLedgerQuery = infiniteQueryOptions({
  queryKey: ['selection', 'ledger'],
  initialPageParam: '',
  queryFn: ({ pageParam, signal }) =>
    ask(api.GET('/api/v1/selection-ledger', { params: { query: cursorPart(pageParam) }, signal })),
  getNextPageParam: (page) => page.nextCursor,
});

export const codingQueueQuery = queryOptions({
  queryKey: ['coding', 'queue'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/codings', { signal })),
});

export const codingAgreementQuery = queryOptions({
  queryKey: ['coding', 'agreement'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/coding-agreement', { signal })),
});

export const codingTaskQuery = (claimId: string) =>
  queryOptions({
    queryKey: ['coding', 'task', claimId],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/claims/{id}/codings', { params: { path: { id: claimId } }, signal })),
  });

export const openReadingsQuery = queryOptions({
  queryKey: ['selection', 'open'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/blind-readings', { signal })),
});

export const readingQuery = (id: string) =>
  queryOptions({
    queryKey: ['selection', 'reading', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/blind-readings/{id}', { params: { path: { id } }, signal })),
  });

export const workloadQuery = queryOptions({
  queryKey: ['workload'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/workload', { signal })),
});

export const calendarQuery = (month: string | undefined) =>
  queryOptions({
    queryKey: ['calendar', month ?? ''],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/calendar', { params: { query: month === undefined ? {} : { month } }, signal })),
  });

export const inboxQuery = (search: InboxSearch) =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'list', search],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      ask(api.GET('/api/v1/inbox', { params: { query: { ...search, ...cursorPart(pageParam) } }, signal })),
    getNextPageParam: (page) => page.nextCursor,
  });

export const inboxCountQuery = ({ order: _order, ...search }: InboxSearch) =>
  queryOptions({
    queryKey: ['inbox', 'count', search],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/inbox/count', { params: { query: search }, signal })),
  });

export const inboxChoicesQuery = queryOptions({
  queryKey: ['inbox', 'choices'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/inbox/choices', { signal })),
  staleTime: 60_000,
});

export const inboxViewsQuery = queryOptions({
  queryKey: ['inbox', 'views'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/inbox/views', { signal })),
});

export const oversightQuery = queryOptions({
  queryKey: ['inbox', 'oversight'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/inbox/oversight', { signal })),
});

export const propositionQuery = (id: string) =>
  queryOptions({
    queryKey: ['propositions', 'one', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/propositions/{id}', { params: { path: { id } }, signal })),
  });

export const disputesQuery = (state: 'open' | 'closed') =>
  queryOptions({
    queryKey: ['disputes', state],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/disputes', { params: { query: { state } }, signal })),
  });

export const claimantAddressesQuery = (id: string) =>
  queryOptions({
    queryKey: ['addresses', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/propositions/{id}/addresses', { params: { path: { id } }, signal })),
  });

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['drafts', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/propositions/{id}/draft', { params: { path: { id } }, signal })),
    // A form in progress must not be overwritten by a fetch in the background.
    staleTime: Infinity,
    gcTime: 60_000,
  });

export type PropositionState = 'open' | 'due' | 'provisional' | 'final' | 'all';

export const propositionsQuery = (filter: { q: string; state: PropositionState }) =>
  infiniteQueryOptions({
    queryKey: ['propositions', 'list', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/v1/propositions', {
          params: { query: { state: filter.state, ...searchPart(filter.q), ...cursorPart(pageParam) } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

export const sourcesQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['sources', 'list', q],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/v1/sources', {
          params: { query: { ...searchPart(q), ...cursorPart(pageParam) } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

export const sourceQuery = (id: string) =>
  queryOptions({
    queryKey: ['sources', 'one', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/sources/{id}', { params: { path: { id } }, signal })),
  });

/** The candidates of a source without its text, to look at them often. */
export const fetchCandidates = (sourceId: string, signal: AbortSignal) =>
  ask(api.GET('/api/v1/sources/{id}/candidates', { params: { path: { id: sourceId } }, signal }));
export const snapshotQuery = (id: string) =>
  queryOptions({
    queryKey: ['snapshots', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/snapshots/{id}', { params: { path: { id } }, signal })),
    // A snapshot never changes.
    staleTime: Infinity,
  });

export const laterQuotesQuery = (sourceId: string) =>
  queryOptions({
    queryKey: ['sources', 'later-quotes', sourceId],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/sources/{id}/later-quotes', { params: { path: { id: sourceId } }, signal })),
  });

/** While something of it is open, it is looked at again and again. */
export const batchQuery = (id: string) =>
  queryOptions({
    queryKey: ['batches', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/intake/batches/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => ((state.data?.counts.open ?? 0) > 0 ? 1_000 : false),
  });

export const batchesQuery = queryOptions({
  queryKey: ['batches', 'list'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/intake/batches', { signal })),
});

export const fetchSimilar = (statement: string, signal: AbortSignal) =>
  ask(api.GET('/api/v1/propositions/similar', { params: { query: { statement } }, signal }));

export const similarQuery = (statement: string) =>
  queryOptions({
    queryKey: ['propositions', 'similar', statement],
    queryFn: ({ signal }) => fetchSimilar(statement, signal),
    staleTime: 60_000,
  });

/** Propositions that hold some words, the first few. */
export const foundPropositionsQuery = (q: string) =>
  queryOptions({
    queryKey: ['propositions', 'found', q],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/propositions', { params: { query: { q, state: 'all', limit: 8 } }, signal })),
    staleTime: 30_000,
  });

export const matchQualityQuery = queryOptions({
  queryKey: ['matches', 'quality'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/matches/quality', { signal })),
});

export type EventShow = 'all' | 'suggested' | 'strong' | 'unmatched';

export interface EventsFilter {
  readonly q: string;
  readonly show: EventShow;
  readonly feed: string;
}

export const eventsQuery = (filter: EventsFilter) =>
  infiniteQueryOptions({
    queryKey: ['events', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/v1/events', {
          params: {
            query: {
              show: filter.show,
              ...(filter.feed === '' ? {} : { feed: filter.feed }),
              ...searchPart(filter.q),
              ...cursorPart(pageParam),
            },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

export const feedsQuery = queryOptions({
  queryKey: ['feeds', 'list'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/feeds', { signal })),
  // They are read in the background: what was just added shows how it went.
  refetchInterval: 15_000,
});

export const hooksQuery = queryOptions({
  queryKey: ['hooks'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/hooks', { signal })),
});

export const feedPollsQuery = (id: string) =>
  queryOptions({
    queryKey: ['feeds', 'polls', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/feeds/{id}/polls', { params: { path: { id } }, signal })),
  });

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/people', { signal })),
});

export const demoPeopleQuery = queryOptions({
  queryKey: ['demo', 'people'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/demo/people', { signal })),
  staleTime: Infinity,
});

export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['links', token],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/links/{token}', { params: { path: { token } }, signal })),
    retry: false,
  });

export const mailListQuery = (state?: Schemas['MailSummary']['state']) =>
  infiniteQueryOptions({
    queryKey: ['mail', 'list', state ?? 'all'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/v1/mail', {
          params: { query: { ...cursorPart(pageParam), ...(state === undefined ? {} : { state }) } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

export const mailReportQuery = queryOptions({
  queryKey: ['mail', 'report'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/mail-report', { signal })),
  staleTime: 5 * 60_000,
});

export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: ['mail', 'one', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/mail/{id}', { params: { path: { id } }, signal })),
  });

export const digestQuery = queryOptions({
  queryKey: ['digest'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/digest/preview', { signal })),
});

const searchPart = (q: string) => (q === '' ? {} : { q });
const cursorPart = (cursor: string) => (cursor === '' ? {} : { cursor });
