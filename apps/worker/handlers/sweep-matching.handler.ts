import type { MatchingService } from '#features/events';

export const sweepMatching = (service: MatchingService) => async (): Promise<void> => {
  await service.sweep();
};
