import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '../api/client.js';
import { propositionQuery } from '../api/queries.js';
import { toast } from '../feedback/toast.js';

type Proposition = Schemas['PropositionDetail'];

/** A change that is answered with the whole proposition: what is on the page and what lists it is brought in line. */
export function usePropositionChange<T>(
  change: (input: T) => Promise<Proposition>,
  done: string,
  after?: () => void,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (changed) => {
      toast(done);
      after?.();
      queryClient.setQueryData(propositionQuery(changed.id).queryKey, changed);
      for (const key of [['inbox'], ['me'], ['disputes'], ['propositions', 'list']])
        await queryClient.invalidateQueries({ queryKey: key });
    },
  });
}
