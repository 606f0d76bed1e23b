import type { JobPayload } from '#contracts/jobs';
import type { RetestService } from '#features/review';

export const planRetests =
  (service: RetestService) =>
  async (_tick: JobPayload<'planRetests'>): Promise<void> => {
    await service.plan();
  };
