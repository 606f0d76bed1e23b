import type { JobPayload } from '#contracts/jobs';
import type { StandingsService } from '#features/standings';
import type { RescoringService } from '#features/verdicts';

/** A new method's boards begin when everything is scored by it; until then the last boards of the old one stand. */
export const buildBoard =
  (rescoring: RescoringService, standings: StandingsService) =>
  async (_mark: JobPayload<'buildBoard'>): Promise<void> => {
    await rescoring.bringUpToMethod();
    await standings.buildBoards();
  };
