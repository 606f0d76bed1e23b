import { Injectable } from '@nestjs/common';
import { calendarDateIn, digestDue, DomainError, isoWeek } from '#core/domain';
import type { Actor } from '#core/domain';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import {
  auditRepo,
  Database,
  digestRepo,
  getInstallation,
  type NewNotice,
  noticeRepo,
  type Subscriber,
  subscriberRepo,
} from '#platform/db';
import { Outbox } from '#platform/jobs';
import { renderDigest, type RenderedMail } from '#platform/mail';
import { isEmptyDigest } from './digest-builder.js';
import { DigestReader } from './digest-reader.js';
import { makeUnsubscribeLink, type UnsubscribeLink, unsubscribeHeaders } from './unsubscribe-link.js';

/** A digest that no mail server took for so long is overtaken by the next one. */
const KEPT_MS = 7 * 86_400_000;
/** One test mail a person in so much real time. */
const TEST_EVERY_MS = 5 * 60_000;
/** Promised in one transaction; a digest hour that everybody has chosen must not hold one open for long. */
const AT_ONCE = 200;

/** The weekly digest: planned, built, kept as a notice. */
@Injectable()
export class DigestService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly reader: DigestReader,
  ) {}

  /** The sweep: everybody whose hour has come in their own zone gets a digest job, once per ISO week. */
  async planDigests(): Promise<void> {
    const tx = this.database.direct;
    const now = this.clock.now();
    const { zone } = await getInstallation(tx);
    const due = (await subscriberRepo.list('digest', tx)).flatMap((subscriber) => {
      const week = digestDue(timeOf(subscriber, zone), now);
      return week === null ? [] : [{ userId: subscriber.userId, isoWeek: week }];
    });
    const taken = await digestRepo.listTaken(due, tx);
    const open = due.filter(({ userId, isoWeek: week }) => !taken.has(`${userId} ${week}`));
    for (let from = 0; from < open.length; from += AT_ONCE)
      await this.database.withTransaction(async (inner) => {
        for (const digest of open.slice(from, from + AT_ONCE))
          await this.outbox.enqueue('buildDigest', digest, inner);
      });
  }

  /** Builds one user's digest of one week; a second run finds the week's place taken and does nothing. */
  async buildDigest(userId: string, week: string): Promise<void> {
    const now = this.clock.now();
    const link = makeUnsubscribeLink(this.config.baseUrl);
    const subscriber = await subscriberRepo.find(userId, this.database.direct);
    if (subscriber === null || !subscriber.streams.has('digest')) return;
    const data = await this.reader.read(subscriber, week, link.url);
    const isEmpty = isEmptyDigest(data);
    const mail = await renderDigest(data);
    await this.database.withTransaction(async (tx) => {
      if (!(await digestRepo.claim(userId, week, isEmpty ? 'skipped' : 'sent', now, tx)) || isEmpty) return;
      await subscriberRepo.insertUnsubscribeToken(userId, 'digest', link.tokenHash, now, tx);
      const noticeId = await noticeRepo.insert(
        {
          ...toNotice(subscriber, mail, link),
          kind: 'digest',
          stream: 'digest',
          naturalKey: `digest:${userId}:${week}`,
          expiresAt: new Date(now.getTime() + KEPT_MS),
        },
        now,
        tx,
      );
      if (noticeId === null) return;
      await digestRepo.attachNotice(userId, week, noticeId, tx);
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
    const { subscriber, week } = await this.ofNow(actor);
    const data = await this.reader.read(subscriber, week, null);
    return { ...(await renderDigest(data)), isEmpty: isEmptyDigest(data) };
  }

  /**
   * Sends the caller the digest as it would be now, empty or not; it does not count as the week's. Throws DomainError
   * MAIL.TOO_SOON where one was sent within the last minutes.
   */
  async sendTest(actor: Actor): Promise<{ to: string }> {
    const { subscriber, week } = await this.ofNow(actor);
    const link = makeUnsubscribeLink(this.config.baseUrl);
    const mail = await renderDigest(await this.reader.read(subscriber, week, link.url));
    const slot = Math.floor(this.clock.realNow().getTime() / TEST_EVERY_MS);
    await this.database.withTransaction(async (tx) => {
      const now = this.clock.now();
      const noticeId = await noticeRepo.insert(
        {
          ...toNotice(subscriber, mail, link),
          kind: 'test',
          // Who has turned the digest off may look at one all the same.
          stream: null,
          naturalKey: `digest-test:${subscriber.userId}:${String(slot)}`,
        },
        now,
        tx,
      );
      if (noticeId === null)
        throw new DomainError(
          'MAIL.TOO_SOON',
          'A test mail was sent just now. Look for it, or wait five minutes.',
        );
      await subscriberRepo.insertUnsubscribeToken(subscriber.userId, 'digest', link.tokenHash, now, tx);
      await this.outbox.enqueue('sendNotice', { noticeId }, tx);
    });
    return { to: subscriber.email };
  }

  private async ofNow(actor: Actor): Promise<{ subscriber: Subscriber; week: string }> {
    const tx = this.database.direct;
    const { zone } = await getInstallation(tx);
    const subscriber = await subscriberRepo.find(actor.userId, tx);
    if (subscriber === null) throw new Error('a signed-in user has no row');
    return { subscriber, week: isoWeek(calendarDateIn(this.clock.now(), subscriber.zone ?? zone)) };
  }
}

function timeOf(subscriber: Subscriber, installationZone: string) {
  return {
    zone: subscriber.zone ?? installationZone,
    weekday: subscriber.digestWeekday,
    hour: subscriber.digestHour,
  };
}

function toNotice(
  subscriber: Subscriber,
  mail: RenderedMail,
  link: UnsubscribeLink,
): Omit<NewNotice, 'kind' | 'stream' | 'naturalKey'> {
  return {
    ...mail,
    userId: subscriber.userId,
    claimantId: null,
    toAddress: subscriber.email,
    headers: unsubscribeHeaders(link.url),
  };
}
