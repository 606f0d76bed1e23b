import type { JobPayload } from '#contracts/jobs';
import type { StandingsService } from '#features/standings';

export const buildBoard =
  (service: StandingsService) =>
  async (_mark: JobPayload<'buildBoard'>): Promise<void> => {
    await service.buildBoard();
  };
