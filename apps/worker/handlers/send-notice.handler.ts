import type { JobPayload } from '#contracts/jobs';
import type { NoticesService } from '#features/notices';

export const sendNotice =
  (service: NoticesService) =>
  async ({ noticeId }: JobPayload<'sendNotice'>): Promise<void> => {
    await service.sendNotice(noticeId);
  };
