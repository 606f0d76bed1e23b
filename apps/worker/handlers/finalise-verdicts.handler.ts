import type { JobPayload } from '#contracts/jobs';
import type { VerdictsService } from '#features/verdicts';

export const finaliseVerdicts =
  (service: VerdictsService) =>
  async (_tick: JobPayload<'finaliseVerdicts'>): Promise<void> => {
    await service.finaliseDue();
  };
