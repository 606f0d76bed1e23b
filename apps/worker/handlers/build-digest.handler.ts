import type { JobPayload } from '#contracts/jobs';
import type { DigestService } from '#features/notices';

export const buildDigest =
  (service: DigestService) =>
  async ({ userId, isoWeek }: JobPayload<'buildDigest'>): Promise<void> => {
    await service.buildDigest(userId, isoWeek);
  };
