import type { Schemas } from '../api/client.js';

type Reason = Schemas['InboxItem']['reasons'][number];

/** What of the inbox is shown, as it stands in the address of the page; a missing part is the default. */
export interface InboxSearch {
  readonly reason?: Reason | undefined;
  readonly topic?: string | undefined;
  readonly claimant?: string | undefined;
  readonly outlet?: string | undefined;
  readonly overdue?: number | undefined;
  readonly assigned?: 'me' | undefined;
  readonly group?: string | undefined;
  readonly q?: string | undefined;
  readonly order?: 'value' | undefined;
}

export const REASONS: readonly Reason[] = ['due', 'strong_match', 'dispute', 'reopened', 'split', 'recheck'];
export const OVERDUE_DAYS: readonly number[] = [1, 7, 30, 90];

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== ''
    ? value
    : typeof value === 'number'
      ? String(value)
      : undefined;

/** Whatever an address holds, made into a filter; what is not understood is left out. */
export function readInboxSearch(search: Record<string, unknown>): InboxSearch {
  const overdue = Number(search['overdue']);
  return withoutEmpty({
    reason: REASONS.find((reason) => reason === search['reason']),
    topic: text(search['topic']),
    claimant: text(search['claimant']),
    outlet: text(search['outlet']),
    overdue: Number.isInteger(overdue) && overdue > 0 ? overdue : undefined,
    assigned: search['assigned'] === 'me' ? 'me' : undefined,
    group: text(search['group']),
    q: text(search['q']),
    order: search['order'] === 'value' ? 'value' : undefined,
  });
}

export function withoutEmpty(search: InboxSearch): InboxSearch {
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== ''),
  );
}

export const isNarrowed = ({ order: _order, ...search }: InboxSearch): boolean =>
  Object.keys(withoutEmpty(search)).length > 0;

/** The address of a view, without the question mark, always in the same order. */
export function queryOf(search: InboxSearch): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(withoutEmpty(search)).sort(([a], [b]) => (a < b ? -1 : 1)))
    params.set(key, String(value));
  return params.toString();
}

export const searchOf = (query: string): InboxSearch =>
  readInboxSearch(Object.fromEntries(new URLSearchParams(query)));

// The review form goes on in the order of the list one came from, also after the list has left the screen.
let lastSearch: InboxSearch = {};
export const rememberSearch = (search: InboxSearch): void => {
  lastSearch = search;
};
export const rememberedSearch = (): InboxSearch => lastSearch;
