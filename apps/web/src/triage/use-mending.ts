import { useMutation } from '@tanstack/react-query';
import { api, ask, type Schemas } from '../api/client.js';
import { toast, toastProblem } from '../feedback/toast.js';
import { t } from '#ui/i18n';
import { useCandidateList } from './use-decisions.js';

type Candidate = Schemas['Candidate'];

interface Mending {
  readonly sourceId: string;
  readonly onRefused: (candidateId: string) => void;
  /** So that it can be taken back. */
  readonly onDone: (candidateId: string) => void;
  readonly show: (candidateId: string) => void;
  readonly goOn: (from: Candidate) => void;
}

/** Puts together what says the same, cuts in two what says two things, adds what was missed. */
export function useMending({ sourceId, onRefused, onDone, show, goOn }: Mending) {
  const list = useCandidateList(sourceId);
  const onError = (error: unknown, { candidate }: { candidate: Candidate }) => {
    toastProblem(error);
    onRefused(candidate.id);
    void list.reload();
  };
  const merge = useMutation({
    mutationFn: ({ candidate, intoId }: { candidate: Candidate; intoId: string }) =>
      ask(
        api.POST('/api/v1/candidates/{id}/merge', {
          params: { path: { id: candidate.id } },
          body: { version: candidate.version, intoId },
        }),
      ),
    onMutate: list.hold,
    onSuccess: (answer, { candidate }) => {
      list.put(answer.candidate, answer.into);
      toast(t('triage.merged'));
      onDone(candidate.id);
      goOn(candidate);
    },
    onError,
  });
  const split = useMutation({
    mutationFn: ({ candidate, at }: { candidate: Candidate; at: number }) =>
      ask(
        api.POST('/api/v1/candidates/{id}/split', {
          params: { path: { id: candidate.id } },
          body: { version: candidate.version, at },
        }),
      ),
    onMutate: list.hold,
    onSuccess: (answer, { candidate }) => {
      list.put(answer.candidate, ...answer.parts);
      toast(t('triage.split.done'));
      onDone(candidate.id);
      const first = answer.parts[0];
      if (first !== undefined) show(first.id);
    },
    onError,
  });
  const add = useMutation({
    mutationFn: (span: { start: number; end: number; quote: string }) =>
      ask(api.POST('/api/v1/sources/{id}/candidates', { params: { path: { id: sourceId } }, body: span })),
    onMutate: list.hold,
    onSuccess: (added) => {
      list.put(added);
      list.refreshCounts();
      toast(t('triage.add.done'));
      show(added.id);
    },
    onError: toastProblem,
  });
  return { merge, split, add };
}
