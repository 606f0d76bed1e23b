import type { JobPayload } from '#contracts/jobs';
import type { StandingsService } from '#features/standings';

export const buildFilteredBoard =
  (service: StandingsService) =>
  async ({ filter, asOn }: JobPayload<'buildFilteredBoard'>): Promise<void> => {
    await service.buildBoard({ filter, asOn });
  };
