import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { sourceQuery } from '../api/queries.js';
import { announce } from '../feedback/announcer.js';
import { toastProblem } from '../feedback/toast.js';
import type { RejectReason } from '#core/domain';
import { t } from '#ui/i18n';

type Candidate = Schemas['Candidate'];

/** Puts one candidate into the cached source. */
export function useReplaceCandidate(sourceId: string) {
  const queryClient = useQueryClient();
  return (changed: Candidate) => {
    queryClient.setQueryData(sourceQuery(sourceId).queryKey, (before) =>
      before === undefined
        ? before
        : {
            ...before,
            candidateList: before.candidateList.map((one) => (one.id === changed.id ? changed : one)),
          },
    );
  };
}

/** Rejecting is shown at once and can be undone, the last one first; a refusal by the server puts things back. */
export function useRejections(sourceId: string) {
  const queryClient = useQueryClient();
  const replace = useReplaceCandidate(sourceId);
  const done = useRef<string[]>([]);
  const refresh = () => {
    void queryClient.invalidateQueries({ queryKey: ['sources', 'list'] });
    void queryClient.invalidateQueries({ queryKey: ['me'] });
  };
  const onError = (error: unknown) => {
    toastProblem(error);
    void queryClient.invalidateQueries(sourceQuery(sourceId));
  };
  const send = useMutation({
    mutationFn: ({ candidate, reason }: { candidate: Candidate; reason: RejectReason }) =>
      ask(
        api.POST('/api/v1/candidates/{id}/reject', {
          params: { path: { id: candidate.id } },
          body: { version: candidate.version, reason },
        }),
      ),
    onMutate: ({ candidate, reason }) => {
      replace({ ...candidate, state: 'rejected', rejectReason: reason });
    },
    onSuccess: (changed) => {
      replace(changed);
      done.current.push(changed.id);
      refresh();
    },
    onError,
  });
  const takeBack = useMutation({
    mutationFn: (candidate: Candidate) =>
      ask(
        api.POST('/api/v1/candidates/{id}/restore', {
          params: { path: { id: candidate.id } },
          body: { version: candidate.version },
        }),
      ),
    onSuccess: (changed) => {
      replace(changed);
      done.current = done.current.filter((id) => id !== changed.id);
      announce(t('triage.restored'));
      refresh();
    },
    onError,
  });
  const undoLast = (show: (candidateId: string) => void) => {
    const lastId = done.current.at(-1);
    const source = queryClient.getQueryData(sourceQuery(sourceId).queryKey);
    const candidate = source?.candidateList.find((one) => one.id === lastId);
    if (candidate === undefined) {
      announce(t('triage.nothingToUndo'));
      return;
    }
    takeBack.mutate(candidate);
    show(candidate.id);
  };
  return {
    reject: (candidate: Candidate, reason: RejectReason) => {
      announce(t('triage.rejected'));
      send.mutate({ candidate, reason });
    },
    restore: (candidate: Candidate) => {
      takeBack.mutate(candidate);
    },
    undoLast,
  };
}
