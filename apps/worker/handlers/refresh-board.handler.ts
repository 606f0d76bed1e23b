import type { JobPayload } from '#contracts/jobs';
import type { StandingsService } from '#features/standings';

export const refreshBoard =
  (service: StandingsService) =>
  async (_tick: JobPayload<'refreshBoard'>): Promise<void> => {
    await service.markOutdated();
  };
