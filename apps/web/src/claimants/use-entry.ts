import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '../api/client.js';
import { claimantQuery } from '../api/queries.js';
import { toast } from '../feedback/toast.js';

type Entry = Schemas['ClaimantEntry'];

/** Something done to a claimant, whose answer is the claimant as it is then. */
export function useEntryMutation<Input>(
  id: string,
  act: (input: Input) => Promise<Entry>,
  done: string,
  after: () => void = () => undefined,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (entry) => {
      toast(done);
      queryClient.setQueryData(claimantQuery(id).queryKey, entry);
      await queryClient.invalidateQueries({ queryKey: ['claimants', 'list'] });
      await queryClient.invalidateQueries({ queryKey: ['claimants', 'alike'] });
      after();
    },
  });
}
