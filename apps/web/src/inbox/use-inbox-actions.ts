import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Schemas } from '../api/client.js';
import { toast, toastProblem } from '../feedback/toast.js';
import { formatDate } from '#ui/format';
import { t } from '#ui/i18n';

type Item = Schemas['InboxItem'];
interface InboxPageData {
  readonly items: Item[];
  readonly nextCursor: string | null;
}
type Lists = InfiniteData<InboxPageData, string>;

export type SkipReason = 'no_access' | 'not_my_field' | 'unclear_wording' | 'needs_time' | 'other';

const LISTS = { queryKey: ['inbox', 'list'] } as const;

/**
 * Shows a change in every list of the inbox before the server has answered, and takes it back, with a message, where
 * the server refuses.
 */
function useOptimistic<Input>(
  send: (input: Input) => Promise<unknown>,
  change: (items: readonly Item[], input: Input) => Item[],
  done: (input: Input) => string | null,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: send,
    onMutate: async (input: Input) => {
      await queryClient.cancelQueries(LISTS);
      const before = queryClient.getQueriesData<Lists>(LISTS);
      queryClient.setQueriesData<Lists>(LISTS, (lists) => lists && changed(lists, change, input));
      return { before };
    },
    onError: (error, _input, context) => {
      for (const [key, lists] of context?.before ?? []) queryClient.setQueryData(key, lists);
      toastProblem(error);
    },
    onSuccess: (_answer, input) => {
      const words = done(input);
      if (words !== null) toast(words);
    },
    onSettled: () => {
      for (const queryKey of [['inbox'], ['me']]) void queryClient.invalidateQueries({ queryKey });
    },
  });
}

/** As one list, cut into the same number of pages: the last takes what is over. */
function changed<Input>(
  lists: Lists,
  change: (items: readonly Item[], input: Input) => Item[],
  input: Input,
): Lists {
  let rest = change(
    lists.pages.flatMap((page) => page.items),
    input,
  );
  const pages = lists.pages.map((page, index) => {
    const isLast = index === lists.pages.length - 1;
    const items = isLast ? rest : rest.slice(0, page.items.length);
    rest = rest.slice(items.length);
    return { ...page, items };
  });
  return { ...lists, pages };
}

export function useSnooze() {
  return useOptimistic(
    ({ ids, untilOn }: { ids: readonly string[]; untilOn: string }) =>
      Promise.all(
        ids.map((id) =>
          ask(api.PUT('/api/v1/propositions/{id}/snooze', { params: { path: { id } }, body: { untilOn } })),
        ),
      ),
    (items, { ids }) => items.filter((item) => !ids.includes(item.propositionId)),
    ({ untilOn }) => t('inbox.snooze.done', { date: formatDate(untilOn) }),
  );
}

export function useSkip() {
  return useOptimistic(
    ({ id, reason, note }: { id: string; reason: SkipReason; note: string }) =>
      ask(api.PUT('/api/v1/propositions/{id}/skip', { params: { path: { id } }, body: { reason, note } })),
    (items, { id }) => [
      ...items.filter((item) => item.propositionId !== id),
      ...items.filter((item) => item.propositionId === id).map((item) => ({ ...item, isSkipped: true })),
    ],
    () => t('inbox.skip.done'),
  );
}

export interface Asking {
  readonly ids: readonly string[];
  readonly to: { readonly userId: string } | { readonly groupId: string };
  readonly isMe: boolean;
  readonly note: string;
  readonly dueOn: string | null;
}

export function useAssign() {
  return useOptimistic(
    async ({ ids, to, note, dueOn }: Asking) => {
      const answer = await ask(
        api.POST('/api/v1/inbox/assignments', {
          body: { userId: null, groupId: null, ...to, propositionIds: [...ids], note, dueOn },
        }),
      );
      toast(t('inbox.assign.done', { n: answer.assigned.length }));
      if (answer.refused.length > 0) toast(t('inbox.assign.refused', { n: answer.refused.length }));
    },
    (items, { ids, isMe, note, dueOn }) =>
      items.map((item) =>
        isMe && ids.includes(item.propositionId) ? { ...item, assignment: { note, dueOn } } : item,
      ),
    () => null,
  );
}
