import type { JobPayload } from '#contracts/jobs';
import type { StandingsService } from '#features/standings';
import type { VerdictsService } from '#features/verdicts';

/** A new method's boards begin when everything is scored by it; until then the last boards of the old one stand. */
export const buildBoard =
  (verdicts: VerdictsService, standings: StandingsService) =>
  async (_mark: JobPayload<'buildBoard'>): Promise<void> => {
    await verdicts.bringUpToMethod();
    await standings.buildBoards();
  };
