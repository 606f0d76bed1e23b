import type { JobPayload } from '#contracts/jobs';
import type { MatchingService } from '#features/events';

export const matchEvent =
  (service: MatchingService) =>
  async ({ eventId }: JobPayload<'matchEvent'>): Promise<void> => {
    await service.matchEvent(eventId);
  };
