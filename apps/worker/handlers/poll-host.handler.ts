import type { JobPayload } from '#contracts/jobs';
import type { FeedPollingService } from '#features/events';

export const pollHost =
  (service: FeedPollingService) =>
  async ({ host }: JobPayload<'pollHost'>): Promise<void> => {
    await service.pollHost(host);
  };
