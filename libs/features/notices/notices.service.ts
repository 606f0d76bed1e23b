import { Injectable } from '@nestjs/common';
import type { MailSummary } from '#contracts/http';
import { type Actor, DomainError } from '#core/domain';
import { Clock } from '#platform/clock';
import { auditRepo, Database, noticeRepo, type StoredNotice, subscriberRepo } from '#platform/db';
import { Mailer } from '#platform/mail';
import type { z } from 'zod';
import { DigestService } from './digest.service.js';
import { hashToken } from './unsubscribe-link.js';

type Summary = z.input<typeof MailSummary>;

/** The mail the service made: the local inbox, sending, unsubscribing. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    private readonly digests: DigestService,
  ) {}

  async listMail(query: { cursor?: string | undefined; limit: number }) {
    const page = await noticeRepo.list(query, this.database.direct);
    return { items: page.items.map(toSummary), nextCursor: page.nextCursor };
  }

  /** Throws DomainError MAIL.NOT_FOUND. */
  async getMail(id: string) {
    const notice = await noticeRepo.find(id, this.database.direct);
    if (notice === null) throw new DomainError('MAIL.NOT_FOUND', `There is no mail ${id}.`);
    return { ...toSummary(notice), html: notice.html, text: notice.text, headers: notice.headers };
  }

  async previewDigest(actor: Actor) {
    return this.digests.preview(actor);
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

function toSummary(notice: StoredNotice): Summary {
  return {
    id: notice.id,
    to: notice.toAddress,
    subject: notice.subject,
    kind: notice.kind as Summary['kind'],
    state: notice.state,
    createdAt: notice.createdAt.toISOString(),
    sentAt: notice.sentAt?.toISOString() ?? null,
    lastError: notice.lastError,
  };
}
