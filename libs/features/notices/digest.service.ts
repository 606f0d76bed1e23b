import { Injectable } from '@nestjs/common';
import { calendarDateIn, digestDue, isoWeek } from '#core/domain';
import type { Actor } from '#core/domain';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import {
  auditRepo,
  countInbox,
  Database,
  digestRepo,
  getInstallation,
  listInbox,
  noticeRepo,
  readWeek,
  type Subscriber,
  subscriberRepo,
  type Tx,
} from '#platform/db';
import { Outbox } from '#platform/jobs';
import { type DigestData, renderDigest } from '#platform/mail';
import { isEmptyDigest, toDigestData, weekBefore } from './digest-builder.js';
import { makeUnsubscribeLink, unsubscribeHeaders } from './unsubscribe-link.js';

/** The weekly digest: planned, built, kept as a notice, promised to be sent. */
@Injectable()
export class DigestService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
  ) {}

  /** The sweep: everybody whose hour has come in their own zone gets a digest job, once per ISO week. */
  async planDigests(): Promise<void> {
    await this.database.withTransaction(async (tx) => {
      const now = this.clock.now();
      const { zone } = await getInstallation(tx);
      for (const subscriber of await subscriberRepo.list('digest', tx)) {
        const time = {
          zone: subscriber.zone ?? zone,
          weekday: subscriber.digestWeekday,
          hour: subscriber.digestHour,
        };
        const due = digestDue(time, now);
        if (due === null || (await digestRepo.exists(subscriber.userId, due, tx))) continue;
        await this.outbox.enqueue('buildDigest', { userId: subscriber.userId, isoWeek: due }, tx);
      }
    });
  }

  /** Builds one user's digest of one week; a second run finds the week's place taken and does nothing. */
  async buildDigest(userId: string, week: string): Promise<void> {
    const now = this.clock.now();
    const link = makeUnsubscribeLink(this.config.baseUrl);
    const subscriber = await subscriberRepo.find(userId, this.database.direct);
    if (subscriber === null || !subscriber.streams.has('digest')) return;
    const data = await this.read(subscriber, week, now, link.url);
    const isEmpty = isEmptyDigest(data);
    const mail = await renderDigest(data);
    await this.database.withTransaction(async (tx) => {
      if (!(await digestRepo.claim(userId, week, isEmpty ? 'skipped' : 'sent', now, tx)) || isEmpty) return;
      await subscriberRepo.insertUnsubscribeToken(userId, 'digest', link.tokenHash, now, tx);
      const noticeId = await noticeRepo.insert(
        {
          ...mail,
          kind: 'digest',
          stream: 'digest',
          naturalKey: `digest:${userId}:${week}`,
          userId,
          claimantId: null,
          toAddress: subscriber.email,
          headers: unsubscribeHeaders(link.url),
        },
        now,
        tx,
      );
      if (noticeId === null) return;
      await digestRepo.attachNotice(userId, week, noticeId, tx);
      await this.outbox.enqueue('sendNotice', { noticeId }, tx);
      await auditRepo.appendAudit(tx, {
        at: now,
        actor: 'system',
        action: 'digest.built',
        subjectType: 'user',
        subjectId: userId,
        payload: { week },
      });
    });
  }

  /** The digest as it would be now; nothing is kept, and its unsubscribe link leads to the settings. */
  async preview(actor: Actor) {
    const now = this.clock.now();
    const tx = this.database.direct;
    const { zone } = await getInstallation(tx);
    const subscriber = await subscriberRepo.find(actor.userId, tx);
    if (subscriber === null) throw new Error('a signed-in user has no row');
    const week = isoWeek(calendarDateIn(now, subscriber.zone ?? zone));
    const data = await this.read(subscriber, week, now, null);
    return { ...(await renderDigest(data)), isEmpty: isEmptyDigest(data) };
  }

  private async read(
    subscriber: Subscriber,
    week: string,
    now: Date,
    unsubscribeUrl: string | null,
  ): Promise<DigestData> {
    const { baseUrl } = this.config;
    const tx: Tx = this.database.direct;
    const { projectName } = await getInstallation(tx);
    const frame = { projectName, settingsUrl: `${baseUrl}/app/settings`, unsubscribeUrl };
    const times = { now, realNow: this.clock.realNow() };
    const inbox = await listInbox(subscriber, times, tx);
    const inboxCount = await countInbox(subscriber, now, tx);
    return toDigestData(
      frame,
      baseUrl,
      week,
      inbox,
      inboxCount,
      await readWeek(weekBefore(now), now, tx),
      now,
    );
  }
}
