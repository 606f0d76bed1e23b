import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Schemas } from '../api/client.js';
import { toast, toastProblem } from '../feedback/toast.js';
import { askMatchesAgain } from '../matches/use-decide-match.js';
import { useHasRole } from '../shell/use-me.js';
import { t } from '#ui/i18n';

/** Stops suggesting events for a proposition that too much is said about, and begins again. */
export function MuteEvents({ proposition }: { readonly proposition: Schemas['PropositionDetail'] }) {
  const mayMute = useHasRole('curator', 'lead');
  const queryClient = useQueryClient();
  const isMuted = proposition.eventsMuted;
  const mute = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/propositions/{id}/events-muted', {
          params: { path: { id: proposition.id } },
          body: { muted: !isMuted },
        }),
      ),
    onSuccess: ({ muted }) => toast(muted ? t('proposition.muted') : t('proposition.unmuted')),
    onError: toastProblem,
    onSettled: () => askMatchesAgain(queryClient),
  });
  if (!mayMute) return isMuted ? <span className="ot-soft">{t('proposition.isMuted')}</span> : null;
  return (
    <Button variant="subtle" loading={mute.isPending} onClick={() => mute.mutate()}>
      {isMuted ? t('proposition.unmute') : t('proposition.mute')}
    </Button>
  );
}
