import type { JobPayload } from '#contracts/jobs';
import type { ModelReadingService } from '#features/intake';

export const readWithModel =
  (service: ModelReadingService) =>
  async (payload: JobPayload<'readWithModel'>): Promise<void> => {
    await service.readPart(payload);
  };
