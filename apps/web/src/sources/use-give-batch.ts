import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, ask } from '../api/client.js';
import { toast } from '../feedback/toast.js';
import { refuseFile } from './given.js';
import { sendFiles } from './uploads.js';

interface GivenTogether {
  readonly files: readonly File[];
  readonly addresses: readonly string[];
}

/** Makes a batch of many files or addresses, begins to send the files, and goes to where its progress is shown. */
export function useGiveBatch() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async ({ files, addresses }: GivenTogether) => {
      const sendable = files.filter((file) => {
        const refusal = refuseFile(file);
        if (refusal !== null) toast(refusal);
        return refusal === null;
      });
      const items = [...sendable.map(({ name }) => ({ name })), ...addresses.map((address) => ({ address }))];
      if (items.length === 0) return null;
      const batch = await ask(api.POST('/api/v1/intake/batches', { body: { items } }));
      return { batch, files: new Map(sendable.map((file, i) => [i + 1, file])) };
    },
    onSuccess: async (given) => {
      if (given === null) return;
      const { batch, files } = given;
      if (files.size > 0) void sendFiles(batch, files);
      await navigate({ to: '/sources/batches/$batchId', params: { batchId: batch.id } });
    },
  });
}
