import { Injectable } from '@nestjs/common';
import { Database } from '#platform/db';
import { Clock } from '../clock/index.js';
import { Config } from '../config/index.js';
import { installationRepo } from '../db/repositories/installation.repo.js';
import { noticeRepo, type StoredNotice } from '../db/repositories/notice.repo.js';
import { PermanentJobError } from '../jobs/index.js';
import { MailFailure } from './mail-failure.js';
import { composeMail } from './mail-message.js';
import { SmtpTransport } from './smtp-transport.js';

/**
 * Sends notices: by SMTP where a server is set, else into the local inbox, which is the list of notices itself. The
 * handler of the `sendNotice` job is this and nothing more.
 */
@Injectable()
export class Mailer {
  private readonly smtp: SmtpTransport | null;
  private readonly domain: string;

  constructor(
    config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.smtp = config.smtpUrl === null ? null : new SmtpTransport(config.smtpUrl, config.mailFrom);
    this.domain = /@([^\s<>@]+)>?$/.exec(config.mailFrom)?.[1] ?? 'localhost.localdomain';
  }

  /**
   * Sends a notice that waits, and marks it sent only after the server took it; does nothing for one that was sent.
   * Throws a PermanentJobError when the server refused it for good (the notice is then marked failed), another error
   * when it is to be tried again. One that failed before is tried anew: somebody asked for it.
   */
  async send(noticeId: string): Promise<void> {
    const notice = await noticeRepo.find(noticeId, this.database.direct);
    if (notice === null) throw new PermanentJobError(`There is no notice ${noticeId}`);
    if (notice.state === 'sent') return;
    if (notice.state === 'failed') await noticeRepo.requeue(noticeId, this.database.direct);
    try {
      await this.deliver(notice);
    } catch (error) {
      if (error instanceof MailFailure) await this.noteFailure(notice, error);
      throw error;
    }
    await noticeRepo.markSent(noticeId, this.clock.now(), this.database.direct);
  }

  private async deliver(notice: StoredNotice): Promise<void> {
    const mail = composeMail(notice, this.domain);
    if (this.smtp === null) return;
    const installation = await installationRepo.findClock(this.database.direct);
    // Sample people have addresses too; whatever the settings say, nothing leaves a demo.
    if (installation?.kind === 'demo') return;
    await this.smtp.send(mail);
  }

  /**
   * What may have arrived is not sent again, except where a second copy does less harm than none: mail that belongs to
   * no stream, such as an invitation.
   */
  private async noteFailure(notice: StoredNotice, failure: MailFailure): Promise<void> {
    const isFinal = failure.kind === 'permanent' || (failure.kind === 'unknown' && notice.stream !== null);
    await noticeRepo.markAttempt(notice.id, { error: failure.message, isFinal }, this.database.direct);
    if (isFinal) throw new PermanentJobError(failure.message, { cause: failure });
  }
}
