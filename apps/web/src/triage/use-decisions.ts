import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { sourceQuery } from '../api/queries.js';
import { announce } from '../feedback/announcer.js';
import { toast, toastProblem } from '../feedback/toast.js';
import type { RejectReason } from '#core/domain';
import { t } from '#ui/i18n';

type Candidate = Schemas['Candidate'];

/** Changes the list of candidates in the cached source. */
export function useCandidateList(sourceId: string) {
  const queryClient = useQueryClient();
  const change = (how: (list: readonly Candidate[]) => Candidate[]) => {
    queryClient.setQueryData(sourceQuery(sourceId).queryKey, (before) =>
      before === undefined ? before : { ...before, candidateList: how(before.candidateList) },
    );
  };
  return {
    change,
    /** Puts these in place of what they were, and at the end where they are new. */
    put: (...changed: readonly Candidate[]) => {
      change((list) => {
        const byId = new Map(changed.map((one) => [one.id, one]));
        const known = new Set(list.map(({ id }) => id));
        return [...list.map((one) => byId.get(one.id) ?? one), ...changed.filter(({ id }) => !known.has(id))];
      });
    },
    find: (id: string | undefined): Candidate | undefined =>
      queryClient
        .getQueryData(sourceQuery(sourceId).queryKey)
        ?.candidateList.find((candidate) => candidate.id === id),
    /** What was asked for before a change must not come in after it. */
    hold: () => queryClient.cancelQueries({ queryKey: ['candidates', sourceId] }),
    reload: () => queryClient.invalidateQueries({ queryKey: sourceQuery(sourceId).queryKey }),
    refreshCounts: () => {
      for (const queryKey of [['sources', 'list'], ['propositions'], ['me']])
        void queryClient.invalidateQueries({ queryKey });
    },
  };
}

/** Decisions but the acceptance, shown at once and taken back the last one first; a refusal puts things back. */
export function useDecisions(sourceId: string, onRefused: (candidateId: string) => void) {
  const list = useCandidateList(sourceId);
  const doneRef = useRef<string[]>([]);
  const remember = (id: string) => {
    doneRef.current = [...doneRef.current.filter((other) => other !== id), id];
    list.refreshCounts();
  };
  const onError = (error: unknown, { candidate }: { candidate: Candidate }) => {
    toastProblem(error);
    onRefused(candidate.id);
    void list.reload();
  };
  const reject = useMutation({
    mutationFn: ({ candidate, reason }: { candidate: Candidate; reason: RejectReason }) =>
      ask(
        api.POST('/api/v1/candidates/{id}/reject', {
          params: { path: { id: candidate.id } },
          body: { version: candidate.version, reason },
        }),
      ),
    onMutate: async ({ candidate, reason }) => {
      list.put({ ...candidate, state: 'rejected', rejectReason: reason });
      await list.hold();
    },
    onSuccess: (changed) => {
      list.put(changed);
      remember(changed.id);
    },
    onError,
  });
  const { restore, undoLast } = useUndo(list, doneRef, onError);
  return {
    restore,
    undoLast,
    remember,
    reject: (candidate: Candidate, reason: RejectReason) => {
      announce(t('triage.rejected'));
      reject.mutate({ candidate, reason });
    },
  };
}

function useUndo(
  list: ReturnType<typeof useCandidateList>,
  doneRef: { current: string[] },
  onError: (error: unknown, what: { candidate: Candidate }) => void,
) {
  const takeBack = useMutation({
    mutationFn: ({ candidate }: { candidate: Candidate }) =>
      ask(
        api.POST('/api/v1/candidates/{id}/restore', {
          params: { path: { id: candidate.id } },
          body: { version: candidate.version },
        }),
      ),
    onMutate: list.hold,
    onSuccess: (changed, { candidate }) => {
      if (candidate.state === 'split')
        list.change((all) => all.filter(({ splitFromId }) => splitFromId !== candidate.id));
      list.put(changed);
      // The one it had been put to has another version by now.
      if (candidate.state === 'merged') void list.reload();
      doneRef.current = doneRef.current.filter((id) => id !== changed.id);
      toast(t('triage.restored'));
      list.refreshCounts();
    },
    onError,
  });
  return {
    restore: (candidate: Candidate) => {
      takeBack.mutate({ candidate });
    },
    undoLast: (show: (candidateId: string) => void) => {
      const candidate = list.find(doneRef.current.at(-1));
      if (candidate === undefined) {
        announce(t('triage.nothingToUndo'));
        return;
      }
      takeBack.mutate({ candidate });
      show(candidate.id);
    },
  };
}
