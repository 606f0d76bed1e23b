import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { draftQuery } from '../api/queries.js';
import { announce } from '../feedback/announcer.js';
import { toast, toastProblem } from '../feedback/toast.js';
import { t } from '#ui/i18n';
import { bodyOf, type ReviewForm } from './review-form-state.js';
import { submitLater } from './submission-queue.js';
import { useNeighbours } from './use-neighbours.js';

/** Sends the answer after the time for undo, and goes on with the next proposition at once. */
export function useSubmit(proposition: Schemas['PropositionDetail']) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { goOn } = useNeighbours(proposition.id);
  return (form: ReviewForm, leaseId: string) => {
    const { answer, ...rest } = bodyOf(form);
    if (answer === undefined) return;
    submitLater({
      propositionId: proposition.id,
      statement: proposition.statement,
      body: {
        leaseId,
        answer,
        voidReason: rest.voidReason ?? null,
        occurredOn: rest.occurredOn ?? null,
        impossibleNow: rest.impossibleNow ?? false,
        evidence: rest.evidence ?? [],
        confidence: rest.confidence ?? null,
        searchNote: rest.searchNote ?? '',
        note: rest.note ?? '',
      },
      onSent: (result) => {
        queryClient.removeQueries(draftQuery(proposition.id));
        toast(t(`review.sent.${result}`));
        for (const queryKey of [['inbox'], ['me'], ['propositions']])
          void queryClient.invalidateQueries({ queryKey });
      },
      onFailed: (error) => {
        toastProblem(error);
        // What was typed is still the draft; the form that holds it is one press away.
        void navigate({ to: '/review/$propositionId', params: { propositionId: proposition.id } });
      },
    });
    void goOn().then((next) => {
      announce(next === null ? t('review.inboxDone') : t('review.next', { statement: next }));
    });
  };
}
