import type { JobPayload } from '#contracts/jobs';
import type { PromptService } from '#features/notices';

export const promptReviewers =
  (service: PromptService) =>
  async (_tick: JobPayload<'promptReviewers'>): Promise<void> => {
    await service.promptReviewers();
  };
