import { Injectable } from '@nestjs/common';
import { Database } from '#platform/db';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import { Clock } from '../clock/index.js';
import { Config } from '../config/index.js';
import { installationRepo } from '../db/repositories/installation.repo.js';
import { type MailOutcome, mailQueueRepo, type Reservation } from '../db/repositories/mail-queue.repo.js';
import type { StoredNotice } from '../db/repositories/notice.repo.js';
import { MailFailure } from './mail-failure.js';
import { composeMail } from './mail-message.js';
import { outcomeOf } from './mail-outcome.js';
import { SmtpLine } from './smtp-line.js';
import { Together } from './together.js';

/** Reserved in one go: enough to keep the lines busy, little enough to be given back soon. */
const BATCH = 200;
const RESERVE_MS = 300_000;
/** A hand-over ends within a minute, or is given up; after this long its sender is taken for dead. */
const LOST_MS = 180_000;
/** So many faults of the server in a row, and it is left alone for a while. */
const FAULTS = 5;
const RECORD_TRIES = 6;

/** The mail server does not take mail just now; what waits goes on waiting. */
export class MailServerAwayError extends Error {
  override readonly name = 'MailServerAwayError';
}

/**
 * Sends notices: by SMTP where a server is set, else into the local inbox, which is the list of notices itself. The
 * table of notices is the queue. A mail is reserved, written down as being handed over, handed over, and written down as
 * whatever came of it; so whoever is killed leaves no more in doubt than two mails a connection.
 */
@Injectable()
export class Mailer {
  private readonly lines: readonly SmtpLine[];
  private readonly lanes: number;
  private readonly domain: string;
  private readonly perMinute: number | null;
  /** Of this process. */
  private readonly by = newId();
  private readonly beginning: Together<string, boolean>;
  private readonly finishing: Together<MailOutcome, undefined>;
  private faultsInARow = 0;

  constructor(
    config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    const { smtpUrl, mailFrom, mailConnections, mailPerMinute } = config;
    this.lines =
      smtpUrl === null
        ? []
        : Array.from({ length: mailConnections }, () => new SmtpLine(smtpUrl, mailFrom));
    // One mail on the line and one that is got ready meanwhile.
    this.lanes = 2 * mailConnections;
    this.perMinute = smtpUrl === null ? null : mailPerMinute;
    this.domain = /@([^\s<>@]+)>?$/.exec(mailFrom)?.[1] ?? 'localhost.localdomain';
    this.beginning = new Together((ids) => this.begin(ids));
    this.finishing = new Together((outcomes) => this.finish(outcomes));
  }

  /**
   * Sends a batch of what waits; true when there may be more to send at once. Throws a MailServerAwayError when the
   * server does not take any.
   */
  async sendWaiting(): Promise<boolean> {
    const taken = await this.database.withTransaction((tx) =>
      mailQueueRepo.reserve(this.reservation(), BATCH, { perMinute: this.perMinute }, tx),
    );
    if (taken.length > 0) await this.handOver(taken);
    return taken.length === BATCH;
  }

  /** Sends one notice now, whatever else waits, if it waits: for mail that somebody waits for. */
  async send(noticeId: string): Promise<void> {
    const taken = await this.database.withTransaction((tx) =>
      mailQueueRepo.reserveOne(noticeId, this.reservation(), tx),
    );
    if (taken.length > 0) await this.handOver(taken);
  }

  /** Settles hand-overs whose sender has died; returns how many there were. */
  async settleLost(): Promise<number> {
    const since = new Date(this.clock.realNow().getTime() - LOST_MS);
    return mailQueueRepo.settleLost(since, this.database.direct);
  }

  /** Ends the connections; the next mail opens them again. */
  hangUp(): void {
    for (const line of this.lines) line.close();
  }

  private async handOver(taken: readonly StoredNotice[]): Promise<void> {
    const ids = taken.map(({ id }) => id);
    const gone = new Set(
      await mailQueueRepo.withdraw(ids, this.by, this.clock.now(), this.database.direct),
    );
    const waiting = taken.filter(({ id }) => !gone.has(id));
    const lines = await this.openLines();
    const lanes = await Promise.allSettled(
      Array.from({ length: Math.min(this.lanes, waiting.length) }, (_, lane) =>
        this.workOff(waiting, lines[lane % Math.max(1, lines.length)] ?? null),
      ),
    );
    if (waiting.length > 0) {
      const left = waiting.map(({ id }) => id);
      await mailQueueRepo.release(left, this.by, this.database.direct);
    }
    const broken = lanes.find((lane) => lane.status === 'rejected');
    if (broken !== undefined) throw broken.reason;
    if (this.faultsInARow >= FAULTS) {
      this.faultsInARow = 0;
      this.hangUp();
      throw new MailServerAwayError('The mail server takes no mail');
    }
  }

  /** Sample people have addresses too; whatever the settings say, nothing leaves a demo. */
  private async openLines(): Promise<readonly SmtpLine[]> {
    if (this.lines.length === 0) return [];
    const installation = await installationRepo.findClock(this.database.direct);
    return installation?.kind === 'demo' ? [] : this.lines;
  }

  private async workOff(waiting: StoredNotice[], line: SmtpLine | null): Promise<void> {
    while (this.faultsInARow < FAULTS) {
      const notice = waiting.shift();
      if (notice === undefined) return;
      if (!(await this.beginning.do(notice.id))) continue;
      const failure = await this.deliver(notice, line);
      this.faultsInARow = failure?.about === 'server' ? this.faultsInARow + 1 : 0;
      await this.finishing.do(
        outcomeOf(notice, failure, {
          now: this.clock.now(),
          realNow: this.clock.realNow(),
          chance: Math.random(),
        }),
      );
    }
  }

  private async deliver(notice: StoredNotice, line: SmtpLine | null): Promise<MailFailure | null> {
    try {
      const mail = composeMail(notice, this.domain);
      await line?.send(mail);
      return null;
    } catch (error) {
      if (error instanceof MailFailure) return error;
      throw error;
    }
  }

  private reservation(): Reservation {
    const at = this.clock.realNow();
    return { by: this.by, at, until: new Date(at.getTime() + RESERVE_MS) };
  }

  private async begin(ids: readonly string[]): Promise<boolean[]> {
    const at = this.clock.realNow();
    const begun = new Set(await mailQueueRepo.begin(ids, this.by, at, this.database.direct));
    return ids.map((id) => begun.has(id));
  }

  /** The mails have left; forgetting it because the database blinked would leave them in doubt. */
  private async finish(outcomes: readonly MailOutcome[]): Promise<undefined[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        await mailQueueRepo.finish(outcomes, this.by, this.clock.now(), this.database.direct);
        return outcomes.map(() => undefined);
      } catch (error) {
        if (attempt === RECORD_TRIES) throw error;
        await sleep(250 * 2 ** attempt);
      }
    }
  }
}
