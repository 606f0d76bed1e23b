import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  useRouter,
  type ErrorComponentProps,
} from '@tanstack/react-router';
import { type EventShow, meQuery, type PropositionState } from './api/queries.js';
import { ErrorState, PageSkeleton } from './feedback/states.js';
import { readInboxSearch } from './inbox/inbox-filter.js';
import { MAIL_STATES, type MailState } from './mail/mail-words.js';
import { NotFound } from './shell/not-found.js';
import { homeFor } from './shell/navigation.js';
import { Shell } from './shell/shell.js';

const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** Only what differs from the default stands in the address. */
const optional = (value: unknown): string | undefined => (text(value) === '' ? undefined : text(value));

function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <ErrorState
      error={error}
      onRetry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  // The installation's name and clock are needed on every page, signed in or not.
  beforeLoad: async ({ context }) => ({ me: await context.queryClient.ensureQueryData(meQuery) }),
  notFoundComponent: NotFound,
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search): { next?: string | undefined } => ({ next: optional(search.next) }),
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page.js'), 'SignInPage'),
});

const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/welcome',
  validateSearch: (search): { token: string } => ({ token: text(search.token) }),
  component: lazyRouteComponent(() => import('./welcome/welcome-page.js'), 'WelcomePage'),
});

const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Shell,
  beforeLoad: ({ context, location }) => {
    if (context.me.user === null) {
      const next = location.pathname === '/' ? undefined : location.href;
      // The router's way to redirect is to throw what is not an error.
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router takes a thrown redirect
      throw redirect({ to: '/sign-in', search: { next } });
    }
    return { user: context.me.user };
  },
});

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router takes a thrown redirect
    throw redirect({ to: homeFor(context.user.roles), replace: true });
  },
});

const inboxRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/inbox',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import('./inbox/inbox-page.js'), 'InboxPage'),
});

const oversightRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/inbox/oversight',
  component: lazyRouteComponent(() => import('./inbox/oversight-page.js'), 'OversightPage'),
});

const reviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/review/$propositionId',
  component: lazyRouteComponent(() => import('./review/review-page.js'), 'ReviewPage'),
});

const sourcesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sources',
  validateSearch: (search): { q?: string | undefined } => ({ q: optional(search.q) }),
  component: lazyRouteComponent(() => import('./sources/sources-page.js'), 'SourcesPage'),
});

const newSourceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sources/new',
  validateSearch: (
    search,
  ): { address?: string | undefined; title?: string | undefined; on?: string | undefined } => ({
    address: optional(search.address),
    title: optional(search.title),
    on: optional(search.on),
  }),
  component: lazyRouteComponent(() => import('./sources/new-source-page.js'), 'NewSourcePage'),
});

const batchRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sources/batches/$batchId',
  component: lazyRouteComponent(() => import('./sources/batch-page.js'), 'BatchPage'),
});

const compareRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sources/$sourceId/compare',
  validateSearch: (search): { with?: 'original' | undefined } => ({
    with: search.with === 'original' ? 'original' : undefined,
  }),
  component: lazyRouteComponent(() => import('./sources/compare-page.js'), 'ComparePage'),
});

const triageRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sources/$sourceId',
  validateSearch: (search): { candidate?: string | undefined } => ({ candidate: optional(search.candidate) }),
  component: lazyRouteComponent(() => import('./triage/triage-page.js'), 'TriagePage'),
});

const STATES: readonly PropositionState[] = ['open', 'due', 'provisional', 'final'];

const propositionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/propositions',
  validateSearch: (search): { q?: string | undefined; state?: PropositionState | undefined } => ({
    q: optional(search.q),
    state: STATES.find((state) => state === search.state),
  }),
  component: lazyRouteComponent(() => import('./propositions/propositions-page.js'), 'PropositionsPage'),
});

const propositionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/propositions/$propositionId',
  component: lazyRouteComponent(() => import('./propositions/proposition-page.js'), 'PropositionPage'),
});

const disputesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/disputes',
  validateSearch: (search): { state?: 'closed' | undefined } => ({
    state: search.state === 'closed' ? 'closed' : undefined,
  }),
  component: lazyRouteComponent(() => import('./disputes/disputes-page.js'), 'DisputesPage'),
});

const SHOWS: readonly EventShow[] = ['suggested', 'strong', 'unmatched'];

const eventsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/events',
  validateSearch: (
    search,
  ): { q?: string | undefined; show?: EventShow | undefined; feed?: string | undefined } => ({
    q: optional(search.q),
    show: SHOWS.find((show) => show === search.show),
    feed: optional(search.feed),
  }),
  component: lazyRouteComponent(() => import('./events/events-page.js'), 'EventsPage'),
});

const newEventRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/events/new',
  validateSearch: (search): { about?: string | undefined } => ({ about: optional(search.about) }),
  component: lazyRouteComponent(() => import('./events/new-event-page.js'), 'NewEventPage'),
});

const matchQualityRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/events/quality',
  component: lazyRouteComponent(() => import('./events/match-quality-page.js'), 'MatchQualityPage'),
});

const importEventsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/events/import',
  component: lazyRouteComponent(() => import('./events/import-events-page.js'), 'ImportEventsPage'),
});

const feedsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/feeds',
  component: lazyRouteComponent(() => import('./feeds/feeds-page.js'), 'FeedsPage'),
});

const peopleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people',
  component: lazyRouteComponent(() => import('./people/people-page.js'), 'PeoplePage'),
});

const groupsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/groups',
  component: lazyRouteComponent(() => import('./people/groups-page.js'), 'GroupsPage'),
});

const reviewersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reviewers',
  component: lazyRouteComponent(() => import('./reviewers/reviewers-page.js'), 'ReviewersPage'),
});

const CLAIMANT_SHOWS = ['unchecked', 'merged'] as const;

const claimantsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/claimants',
  validateSearch: (
    search,
  ): { q?: string | undefined; show?: (typeof CLAIMANT_SHOWS)[number] | undefined } => ({
    q: optional(search.q),
    show: CLAIMANT_SHOWS.find((show) => show === search.show),
  }),
  component: lazyRouteComponent(() => import('./claimants/claimants-page.js'), 'ClaimantsPage'),
});

const claimantRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/claimants/$claimantId',
  component: lazyRouteComponent(() => import('./claimants/claimant-page.js'), 'ClaimantPage'),
});

const selectionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/selection',
  component: lazyRouteComponent(() => import('./selection/selection-page.js'), 'SelectionPage'),
});

const readingRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/readings/$readingId',
  component: lazyRouteComponent(() => import('./selection/reading-page.js'), 'ReadingPage'),
});

const codingRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/coding',
  component: lazyRouteComponent(() => import('./coding/coding-page.js'), 'CodingPage'),
});

const codingTaskRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/coding/$claimId',
  component: lazyRouteComponent(() => import('./coding/coding-task-page.js'), 'CodingTaskPage'),
});

const workloadRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/workload',
  component: lazyRouteComponent(() => import('./workload/workload-page.js'), 'WorkloadPage'),
});

const calendarRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/calendar',
  validateSearch: (search): { month?: string | undefined } => ({ month: optional(search.month) }),
  component: lazyRouteComponent(() => import('./workload/calendar-page.js'), 'CalendarPage'),
});

const mailRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/mail',
  validateSearch: (search): { mail?: string | undefined; state?: MailState | undefined } => ({
    mail: optional(search.mail),
    state: MAIL_STATES.find((one) => one === search.state),
  }),
  component: lazyRouteComponent(() => import('./mail/mail-page.js'), 'MailPage'),
});

const digestRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/digest',
  component: lazyRouteComponent(() => import('./digest/digest-page.js'), 'DigestPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings-page.js'), 'SettingsPage'),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  welcomeRoute,
  shellRoute.addChildren([
    homeRoute,
    inboxRoute,
    oversightRoute,
    reviewRoute,
    sourcesRoute,
    newSourceRoute,
    batchRoute,
    compareRoute,
    triageRoute,
    propositionsRoute,
    propositionRoute,
    disputesRoute,
    eventsRoute,
    newEventRoute,
    importEventsRoute,
    matchQualityRoute,
    feedsRoute,
    peopleRoute,
    groupsRoute,
    reviewersRoute,
    claimantsRoute,
    claimantRoute,
    selectionRoute,
    readingRoute,
    codingRoute,
    codingTaskRoute,
    workloadRoute,
    calendarRoute,
    mailRoute,
    digestRoute,
    settingsRoute,
  ]),
]);

export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    basepath: '/app',
    context: { queryClient },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: RouteError,
    defaultPendingMs: 300,
  });
}

export type AppRouter = ReturnType<typeof makeRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
