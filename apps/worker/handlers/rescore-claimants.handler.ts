import type { JobPayload } from '#contracts/jobs';
import type { RescoringService } from '#features/verdicts';

export const rescoreClaimants =
  (service: RescoringService) =>
  async ({ claimantIds, change }: JobPayload<'rescoreClaimants'>): Promise<void> => {
    await service.rescore(claimantIds, `claimant ${change}`);
  };
