import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#core/domain';
import { Clock } from '#platform/clock';
import { auditRepo, Database, subscriberRepo } from '#platform/db';
import { Mailer } from '#platform/mail';
import { DigestService } from './digest.service.js';
import { hashToken } from './unsubscribe-link.js';

/** What readers of mail ask for: a look at the digest, a test of it, no more of it. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    private readonly digests: DigestService,
  ) {}

  async previewDigest(actor: Actor) {
    return this.digests.preview(actor);
  }

  async sendTestDigest(actor: Actor) {
    return this.digests.sendTest(actor);
  }

  /** Throws DomainError LINK.INVALID for a token nobody gave out. */
  async unsubscribe(token: string): Promise<Record<string, never>> {
    await this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      if (!(await subscriberRepo.unsubscribe(hashToken(token), at, tx)))
        throw new DomainError(
          'LINK.INVALID',
          'This unsubscribe link is not one of ours. Sign in to change your mail.',
        );
      await auditRepo.appendAudit(tx, {
        at,
        actor: 'system',
        action: 'stream.unsubscribed',
        subjectType: 'unsubscribe_token',
        subjectId: hashToken(token).slice(0, 16),
      });
    });
    return {};
  }

  /** The job: hands one notice to the mail server now; what does not get through is tried again with the others. */
  async sendNotice(noticeId: string): Promise<void> {
    await this.mailer.send(noticeId);
  }
}
