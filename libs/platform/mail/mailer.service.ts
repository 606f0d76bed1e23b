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
const BATCH = 500;
const RESERVE_MS = 300_000;
/** A hand-over ends within a minute, or is given up; after this long its sender is taken for dead. */
const LOST_MS = 180_000;
/** So many faults of the server in a row, and it is left alone for a while. */
const FAULTS = 5;
const RECORD_TRIES = 6;
/** One mail on the line, the others being written down or got ready: so one write to the disk serves several. */
const LANES_PER_LINE = 4;

interface Turn {
  readonly over: MailOutcome | null;
  readonly next: string | null;
}

/** The mail server does not take mail just now; what waits goes on waiting. */
export class MailServerAwayError extends Error {
  override readonly name = 'MailServerAwayError';
}

/**
 * Sends notices: by SMTP where a server is set, else into the local inbox, which is the list of notices itself. The
 * table of notices is the queue. A mail is reserved, written down as being handed over, handed over, and written down as
 * whatever came of it; so whoever is killed leaves no more in doubt than four mails a connection.
 */
@Injectable()
export class Mailer {
  private readonly lines: readonly SmtpLine[];
  private readonly lanes: number;
  private readonly domain: string;
  private readonly perMinute: number | null;
  /** Of this process. */
  private readonly by = newId();
  private readonly turns: Together<Turn, boolean>;
  private faultsInARow = 0;

  constructor(
    config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    const { smtpUrl, mailFrom, mailConnections, mailPerMinute } = config;
    this.lines =
      smtpUrl === null ? [] : Array.from({ length: mailConnections }, () => new SmtpLine(smtpUrl, mailFrom));
    this.lanes = LANES_PER_LINE * mailConnections;
    this.perMinute = smtpUrl === null ? null : mailPerMinute;
    this.domain = /@([^\s<>@]+)>?$/.exec(mailFrom)?.[1] ?? 'localhost.localdomain';
    this.turns = new Together((turns) => this.record(turns));
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
    const gone = new Set(await mailQueueRepo.withdraw(ids, this.by, this.clock.now(), this.database.direct));
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

  /** Each turn writes down how the last mail ended and that the next begins; `over` is not lost when there is no next. */
  private async workOff(waiting: StoredNotice[], line: SmtpLine | null): Promise<void> {
    let over: MailOutcome | null = null;
    for (;;) {
      const next = this.faultsInARow < FAULTS ? waiting.shift() : undefined;
      if (next === undefined && over === null) return;
      const isBegun: boolean = await this.turns.do({ over, next: next?.id ?? null });
      over = isBegun && next !== undefined ? await this.handOverOne(next, line) : null;
    }
  }

  private async handOverOne(notice: StoredNotice, line: SmtpLine | null): Promise<MailOutcome> {
    const failure = await this.deliver(notice, line);
    this.faultsInARow = failure?.about === 'server' ? this.faultsInARow + 1 : 0;
    const now = this.clock.now();
    return outcomeOf(notice, failure, { now, realNow: this.clock.realNow(), chance: Math.random() });
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

  /** What is over has left; forgetting it because the database blinked would leave it in doubt. */
  private async record(turns: readonly Turn[]): Promise<boolean[]> {
    const over = turns.flatMap((turn) => turn.over ?? []);
    const next = turns.flatMap((turn) => turn.next ?? []);
    for (let attempt = 1; ; attempt++) {
      try {
        const times = { by: this.by, now: this.clock.now(), realNow: this.clock.realNow() };
        const begun = new Set(await mailQueueRepo.turn({ over, next }, times, this.database.direct));
        return turns.map((turn) => turn.next !== null && begun.has(turn.next));
      } catch (error) {
        if (attempt === RECORD_TRIES) throw error;
        await sleep(250 * 2 ** attempt);
      }
    }
  }
}
