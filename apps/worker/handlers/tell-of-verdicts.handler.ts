import type { JobPayload } from '#contracts/jobs';
import type { TellingService } from '#features/verdicts';

export const tellOfVerdicts =
  (service: TellingService) =>
  async (_tick: JobPayload<'tellOfVerdicts'>): Promise<void> => {
    await service.tellAll();
  };
