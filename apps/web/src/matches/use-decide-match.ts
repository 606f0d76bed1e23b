import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../api/client.js';
import { toast, toastProblem } from '../feedback/toast.js';
import { t } from '#ui/i18n';

interface Decision {
  readonly matchId: string;
  readonly decision: 'confirmed' | 'rejected';
}

/** Confirms or rejects a suggested match; everything that shows matches is asked again. */
export function useDecideMatch() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ matchId, decision }: Decision) =>
      ask(
        api.POST('/api/v1/matches/{id}/decision', { params: { path: { id: matchId } }, body: { decision } }),
      ),
    onSuccess: (match) => {
      toast(match.state === 'confirmed' ? t('match.confirmed.done') : t('match.rejected.done'));
    },
    onError: toastProblem,
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['propositions'] }),
        queryClient.invalidateQueries({ queryKey: ['events'] }),
        queryClient.invalidateQueries({ queryKey: ['inbox'] }),
        queryClient.invalidateQueries({ queryKey: ['me'] }),
      ]),
  });
}
