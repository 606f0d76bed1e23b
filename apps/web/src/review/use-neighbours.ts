import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { inboxQuery } from '../api/queries.js';
import { rememberedSearch } from '../inbox/inbox-filter.js';
import { takeNext } from '../inbox/take-next.js';
import { waitingPropositionId } from './submission-queue.js';

/** The items before and after this one in the list one came from. */
export function useNeighbours(propositionId: string) {
  const navigate = useNavigate();
  const { data } = useInfiniteQuery(inboxQuery(rememberedSearch()));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const place = items.findIndex((item) => item.propositionId === propositionId);
  const open = (id: string) => void navigate({ to: '/review/$propositionId', params: { propositionId: id } });
  const isOther = (item: { readonly propositionId: string }) =>
    item.propositionId !== propositionId && item.propositionId !== waitingPropositionId();

  return {
    /** Along the list, without leaving it at its ends. */
    go: (step: 1 | -1): void => {
      const there = items[place === -1 ? 0 : place + step];
      if (there !== undefined) open(there.propositionId);
    },
    /**
     * To the item after this one, else the first that is left, else whatever the server has; to the inbox where there
     * is nothing. Tells the statement where it is known.
     */
    goOn: async (): Promise<string | null> => {
      const order = [...items.slice(place + 1), ...items.slice(0, Math.max(0, place))];
      // What somebody else works on is taken only when nothing else is left.
      const next = order.find((item) => isOther(item) && !item.leasedByOthers) ?? order.find(isOther);
      if (next !== undefined) {
        open(next.propositionId);
        return next.statement;
      }
      const waiting = waitingPropositionId();
      const except = waiting === null ? [propositionId] : [propositionId, waiting];
      const taken = await takeNext(rememberedSearch(), except);
      if (taken === null) void navigate({ to: '/inbox', search: rememberedSearch() });
      else open(taken);
      return taken === null ? null : '';
    },
  };
}
