import type { JobPayload } from '#contracts/jobs';
import type { MatchingService } from '#features/events';

export const matchProposition =
  (service: MatchingService) =>
  async ({ propositionId }: JobPayload<'matchProposition'>): Promise<void> => {
    await service.matchProposition(propositionId);
  };
