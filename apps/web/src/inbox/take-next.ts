import { api, ask } from '../api/client.js';
import { toast, toastProblem } from '../feedback/toast.js';
import { t } from '#ui/i18n';
import type { InboxSearch } from './inbox-filter.js';

/** Has the server choose what this person does next; null, with a word on why, where there is nothing. */
export async function takeNext(search: InboxSearch, except: readonly string[]): Promise<string | null> {
  const { order: _order, ...filter } = search;
  try {
    const { lease, held } = await ask(
      api.POST('/api/v1/inbox/next', { body: { ...filter, except: [...except] } }),
    );
    if (lease !== null) return lease.propositionId;
    toast(
      held.items === 0 || held.until === null
        ? t('inbox.next.none')
        : t('inbox.next.held', { n: held.items, time: timeOf(held.until) }),
    );
  } catch (error) {
    toastProblem(error);
  }
  return null;
}

/** Leases run in real time, so this is the hour on the wall here. */
const timeOf = (at: string): string =>
  new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(Date.parse(at));
