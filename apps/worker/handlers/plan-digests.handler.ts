import type { JobPayload } from '#contracts/jobs';
import type { DigestService } from '#features/notices';

export const planDigests =
  (service: DigestService) =>
  async (_tick: JobPayload<'planDigests'>): Promise<void> => {
    await service.planDigests();
  };
