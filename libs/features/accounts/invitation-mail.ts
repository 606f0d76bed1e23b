import { calendarDateIn } from '#core/domain';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database, getInstallation, noticeRepo, type Tx } from '#platform/db';
import { Outbox } from '#platform/jobs';
import { renderInvitation } from '#platform/mail';
import { Injectable } from '@nestjs/common';

/** What an invitation says. */
export interface Invitation {
  readonly email: string;
  readonly link: string;
  readonly expiresAt: Date;
}

/** A mail that is written and only has to be stored. */
export type WrittenMail = Awaited<ReturnType<typeof renderInvitation>>;

/** The mail an invitation goes out with: written first, then stored and promised with the link. */
@Injectable()
export class InvitationMail {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
  ) {}

  async write({ link, expiresAt }: Invitation): Promise<WrittenMail> {
    const { projectName, zone } = await getInstallation(this.database.direct);
    return renderInvitation({
      projectName,
      link,
      // A link lives on real time, whatever the business clock says.
      expiresOn: calendarDateIn(expiresAt, zone),
      settingsUrl: `${this.config.baseUrl}/app/settings`,
      unsubscribeUrl: null,
    });
  }

  /** Stores the mail of one link and promises its sending. */
  async enqueue(linkId: string, toAddress: string, mail: WrittenMail, tx: Tx): Promise<void> {
    const noticeId = await noticeRepo.insert(
      {
        kind: 'invitation',
        stream: null,
        naturalKey: `invitation:${linkId}`,
        userId: null,
        claimantId: null,
        toAddress,
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        headers: {},
      },
      this.clock.now(),
      tx,
    );
    if (noticeId !== null) await this.outbox.enqueue('sendNotice', { noticeId }, tx);
  }
}
