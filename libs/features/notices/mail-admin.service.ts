import { Injectable } from '@nestjs/common';
import type { MailReport, MailState, MailSummary } from '#contracts/http';
import { type Actor, DomainError, mailAlarm } from '#core/domain';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  Database,
  mailQueueRepo,
  noticeRepo,
  readMailReport,
  type StoredNotice,
  suppressionRepo,
} from '#platform/db';
import type { z } from 'zod';

type Summary = z.input<typeof MailSummary>;
type Report = z.input<typeof MailReport>;

const SUPPRESSIONS_SHOWN = 100;

/** What administrators see and do of mail: the local inbox, the report of the week, another try. */
@Injectable()
export class MailAdminService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async listMail(query: {
    cursor?: string | undefined;
    limit: number;
    state?: z.output<typeof MailState> | undefined;
  }) {
    const page = await noticeRepo.list(query, this.database.direct);
    return { items: page.items.map(toSummary), nextCursor: page.nextCursor };
  }

  /** Throws DomainError MAIL.NOT_FOUND. */
  async getMail(id: string) {
    const notice = await noticeRepo.find(id, this.database.direct);
    if (notice === null) throw new DomainError('MAIL.NOT_FOUND', `There is no mail ${id}.`);
    return { ...toSummary(notice), html: notice.html, text: notice.text, headers: notice.headers };
  }

  async getReport(): Promise<Report> {
    const tx = this.database.direct;
    const report = await readMailReport(this.clock.now(), tx);
    const { sent, failed, unknown, suppressed, digestsSkipped, waiting, waitingSince } = report;
    const suppressions = await suppressionRepo.list(SUPPRESSIONS_SHOWN, tx);
    return {
      alarm: mailAlarm(report),
      sent,
      failed,
      unknown,
      suppressed,
      digestsSkipped,
      waiting,
      waitingSince: waitingSince?.toISOString() ?? null,
      suppressions: suppressions.map((one) => ({ ...one, suppressedAt: one.suppressedAt.toISOString() })),
      suppressionCount: await suppressionRepo.count(tx),
    };
  }

  /** Throws DomainError MAIL.NOT_FOUND; MAIL.NOT_RETRIED for one that was sent, or waits anyway. */
  async retry(actor: Actor, id: string): Promise<Record<string, never>> {
    await this.database.withTransaction(async (tx) => {
      if ((await noticeRepo.find(id, tx)) === null)
        throw new DomainError('MAIL.NOT_FOUND', `There is no mail ${id}.`);
      if (!(await mailQueueRepo.retry(id, tx)))
        throw new DomainError('MAIL.NOT_RETRIED', 'This mail was sent, or waits to be sent already.');
      await auditRepo.appendAudit(tx, {
        at: this.clock.now(),
        actor: actor.userId,
        action: 'mail.retried',
        subjectType: 'notice',
        subjectId: id,
      });
    });
    return {};
  }

  /** Throws DomainError MAIL.NOT_SUPPRESSED. */
  async liftSuppression(actor: Actor, id: string): Promise<Record<string, never>> {
    await this.database.withTransaction(async (tx) => {
      if (!(await suppressionRepo.lift(id, tx)))
        throw new DomainError('MAIL.NOT_SUPPRESSED', 'Mail may go to this address already.');
      await auditRepo.appendAudit(tx, {
        at: this.clock.now(),
        actor: actor.userId,
        action: 'address.unsuppressed',
        subjectType: 'suppressed_address',
        subjectId: id,
      });
    });
    return {};
  }
}

function toSummary(notice: StoredNotice): Summary {
  return {
    id: notice.id,
    to: notice.toAddress,
    subject: notice.subject,
    kind: notice.kind,
    state: notice.state,
    createdAt: notice.createdAt.toISOString(),
    sentAt: notice.sentAt?.toISOString() ?? null,
    lastError: notice.lastError,
  };
}
