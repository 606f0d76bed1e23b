import type { JobPayload } from '#contracts/jobs';
import type { ItemReadingService } from '#features/intake';

export const readItem =
  (service: ItemReadingService) =>
  async ({ itemId }: JobPayload<'readItem'>): Promise<void> => {
    await service.readItem(itemId);
  };
