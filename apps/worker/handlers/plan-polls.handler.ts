import type { JobPayload } from '#contracts/jobs';
import type { FeedPollingService } from '#features/events';

export const planPolls =
  (service: FeedPollingService) =>
  async ({ slot }: JobPayload<'planPolls'>): Promise<void> => {
    await service.planPolls(slot);
  };
