import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../api/client.js';
import { toast, toastProblem } from '../feedback/toast.js';
import type { Stance } from '#core/domain';
import { t } from '#ui/i18n';

interface Decision {
  readonly matchId: string;
  readonly decision: 'confirmed' | 'rejected';
  readonly stance: Stance | null;
}

/** Everything that shows matches, or counts what they ask for. */
export async function askMatchesAgain(queryClient: QueryClient): Promise<void> {
  await Promise.all(
    ['propositions', 'events', 'inbox', 'me', 'matches'].map((key) =>
      queryClient.invalidateQueries({ queryKey: [key] }),
    ),
  );
}

/** Confirms or rejects a suggested match; everything that shows matches is asked again. */
export function useDecideMatch() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ matchId, decision, stance }: Decision) =>
      ask(
        api.POST('/api/v1/matches/{id}/decision', {
          params: { path: { id: matchId } },
          body: { decision, stance },
        }),
      ),
    onSuccess: (match) => {
      toast(match.state === 'confirmed' ? t('match.confirmed.done') : t('match.rejected.done'));
    },
    onError: toastProblem,
    onSettled: () => askMatchesAgain(queryClient),
  });
}
