import type { Role } from '#core/domain';
import type { PlainMessageId } from '#ui/i18n';

export interface Destination {
  readonly to:
    | '/inbox'
    | '/sources'
    | '/propositions'
    | '/disputes'
    | '/events'
    | '/calendar'
    | '/claimants'
    | '/workload'
    | '/selection'
    | '/coding'
    | '/digest'
    | '/feeds'
    | '/people'
    | '/groups'
    | '/reviewers'
    | '/mail'
    | '/settings';
  readonly label: PlainMessageId;
  /** Who sees it: the roles the contract lets read it; null for everybody signed in. */
  readonly roles: readonly Role[] | null;
  readonly count?: 'inbox' | 'triage' | 'coding';
  /** The key after g that goes there. */
  readonly key: string;
  readonly group: 'work' | 'own' | 'admin';
}

export const DESTINATIONS: readonly Destination[] = [
  { to: '/inbox', label: 'nav.inbox', roles: ['reviewer', 'lead'], count: 'inbox', key: 'i', group: 'work' },
  {
    to: '/sources',
    label: 'nav.sources',
    roles: ['curator', 'lead', 'reviewer', 'reader'],
    count: 'triage',
    key: 's',
    group: 'work',
  },
  {
    to: '/coding',
    label: 'nav.coding',
    roles: ['curator', 'lead'],
    count: 'coding',
    key: 'k',
    group: 'work',
  },
  {
    to: '/propositions',
    label: 'nav.propositions',
    roles: ['curator', 'lead', 'reviewer', 'reader'],
    key: 'p',
    group: 'work',
  },
  { to: '/disputes', label: 'nav.disputes', roles: ['lead'], key: 'x', group: 'work' },
  { to: '/events', label: 'nav.events', roles: ['curator', 'lead', 'reviewer'], key: 'e', group: 'work' },
  { to: '/claimants', label: 'nav.claimants', roles: ['curator', 'lead'], key: 'n', group: 'work' },
  {
    to: '/calendar',
    label: 'nav.calendar',
    roles: ['curator', 'lead', 'reviewer', 'reader'],
    key: 'c',
    group: 'work',
  },
  {
    to: '/selection',
    label: 'nav.selection',
    roles: ['curator', 'lead', 'reviewer', 'admin'],
    key: 'l',
    group: 'work',
  },
  { to: '/digest', label: 'nav.digest', roles: null, key: 'd', group: 'own' },
  { to: '/settings', label: 'nav.settings', roles: null, key: 't', group: 'own' },
  { to: '/feeds', label: 'nav.feeds', roles: ['admin'], key: 'f', group: 'admin' },
  { to: '/people', label: 'nav.people', roles: ['admin'], key: 'o', group: 'admin' },
  { to: '/groups', label: 'nav.groups', roles: ['lead', 'admin'], key: 'g', group: 'admin' },
  { to: '/workload', label: 'nav.workload', roles: ['lead', 'admin'], key: 'w', group: 'admin' },
  { to: '/reviewers', label: 'nav.reviewers', roles: ['lead', 'admin'], key: 'r', group: 'admin' },
  { to: '/mail', label: 'nav.mail', roles: ['admin'], key: 'm', group: 'admin' },
];

export function destinationsFor(roles: readonly Role[]): readonly Destination[] {
  return DESTINATIONS.filter(
    (place) => place.roles === null || place.roles.some((role) => roles.includes(role)),
  );
}

/** Where work begins for a set of roles. */
export function homeFor(roles: readonly Role[]): Destination['to'] {
  return destinationsFor(roles)[0]?.to ?? '/settings';
}
