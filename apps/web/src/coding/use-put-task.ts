import { useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '../api/client.js';
import { codingAgreementQuery, codingQueueQuery, codingTaskQuery, meQuery } from '../api/queries.js';

/** Shows a claim as it is after a coding or a settlement; the list, its badge and what opened are asked for again. */
export function usePutTask() {
  const queryClient = useQueryClient();
  return async (task: Schemas['CodingTask']): Promise<void> => {
    queryClient.setQueryData(codingTaskQuery(task.claimId).queryKey, task);
    const stale = [codingQueueQuery.queryKey, codingAgreementQuery.queryKey, meQuery.queryKey];
    await Promise.all(
      [...stale, ['propositions'], ['sources']].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
  };
}
