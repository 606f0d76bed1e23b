import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { computePollWait } from '#core/domain';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  Database,
  eventRepo,
  feedHostRepo,
  feedRepo,
  type PollRecord,
  type StoredFeed,
  type StoredRemark,
  type Tx,
} from '#platform/db';
import { Outbox } from '#platform/jobs';
import { SafeFetch } from '#platform/net';
import { v7 as newId } from 'uuid';
import { announceEvents } from './announce-events.js';
import { toFeedEvents } from './feed-events.js';
import { type FeedReading, readFeed } from './feed-reader.js';

/** One server at a time per process that asks; the rest is asked at the next tick. */
const HOSTS_AT_MOST = 500;
const LEASE_MS = 120_000;
/** A job may take five minutes. */
const HOST_BUDGET_MS = 200_000;
/** Between two requests to one server. */
const PAUSE_MS = 1_000;
/** Until when a server that asks for peace is left alone as a whole; the feed itself waits as long as it was asked to. */
const LONGEST_REST_MS = 3_600_000;
const WRITE_MS = 60_000;

/** A poll as it is told to whoever asked for it. */
export interface PollReport extends PollRecord {
  readonly feed: StoredFeed;
}

/** Reads feeds that are due, politely, and takes their items in as events. */
@Injectable()
export class FeedPollingService {
  private readonly logger = new Logger(FeedPollingService.name);
  /** Tests do not wait. */
  pauseMs = PAUSE_MS;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly fetcher: SafeFetch,
  ) {}

  /** The sweep: every server with a feed that is due gets a job of its own. */
  async planPolls(slot: string): Promise<void> {
    await this.database.withTransaction(async (tx) => {
      const realNow = this.clock.realNow();
      const hosts = await feedRepo.listDueHosts(realNow, HOSTS_AT_MOST, tx);
      for (const host of hosts) await this.outbox.enqueue('pollHost', { host, slot }, tx);
      await feedRepo.forgetOldPolls(realNow, tx);
    });
  }

  /**
   * Reads the feeds of a server that are due, one after the other with a pause between, as the only one among all
   * processes. What is not done in time, or by a process that dies, stays due. Null: somebody else is at it, or the
   * server wants to be left alone until `freeAt`.
   */
  async pollHost(host: string): Promise<{ reports: PollReport[] } | { freeAt: Date }> {
    const lease = { host, leaseId: newId() };
    const endAt = performance.now() + HOST_BUDGET_MS;
    const taken = await this.database.withTransaction((tx) =>
      feedHostRepo.take({ ...lease, until: this.leaseEnd() }, this.clock.realNow(), tx),
    );
    if (!taken.isTaken) return { freeAt: taken.freeAt };
    const reports: PollReport[] = [];
    let restMs = 0;
    try {
      while (performance.now() < endAt && restMs === 0) {
        const feed = await feedRepo.findDue(host, this.clock.realNow(), this.database.direct);
        if (feed === null) break;
        if (reports.length > 0) await sleep(this.pauseMs);
        const { report, askedMs } = await this.pollOne(feed, lease);
        if (report === null) break;
        reports.push(report);
        restMs = Math.min(askedMs ?? 0, LONGEST_REST_MS);
      }
    } finally {
      const restUntil = new Date(this.clock.realNow().getTime() + Math.max(restMs, this.pauseMs));
      await this.database.withTransaction((tx) => feedHostRepo.release(lease, restUntil, tx));
    }
    return { reports };
  }

  private async pollOne(feed: StoredFeed, lease: { host: string; leaseId: string }) {
    const startedAt = this.clock.realNow();
    const reading = await readFeed(this.fetcher, feed.url, feed, startedAt);
    const report = await this.database.withTransaction(
      async (tx) => {
        const finishedAt = this.clock.realNow();
        if (!(await feedHostRepo.renew({ ...lease, until: this.leaseEnd() }, finishedAt, tx))) return null;
        return this.record(feed, reading, { startedAt, finishedAt }, tx);
      },
      { timeoutMs: WRITE_MS },
    );
    if (report === null)
      this.logger.warn(`Feed ${feed.id}: its lease lapsed; what was read is not taken in.`);
    return { report, askedMs: reading.kind === 'failed' ? reading.askedMs : null };
  }

  /** Writes events, what follows from them, and what became of the poll: all of it or nothing. */
  private async record(
    feed: StoredFeed,
    reading: FeedReading,
    times: { startedAt: Date; finishedAt: Date },
    tx: Tx,
  ): Promise<PollReport> {
    const taken = reading.kind === 'read' ? await this.takeIn(feed, reading, tx) : NOTHING;
    const { items, created } = taken;
    const poll: PollRecord = { ...times, ...describe(reading, created), items, created };
    const failures = reading.kind === 'failed' ? feed.failures + 1 : 0;
    const wait = computePollWait({
      pollMinutes: feed.pollMinutes,
      failures,
      askedMs: reading.kind === 'failed' ? reading.askedMs : null,
      spread: spreadOf(`${feed.id} ${times.startedAt.toISOString()}`),
    });
    const isGone = reading.kind === 'failed' && reading.fault === 'GONE';
    await feedRepo.recordPoll(
      feed.id,
      poll,
      {
        nextPollAt: isGone ? null : new Date(times.finishedAt.getTime() + wait),
        failures,
        ...leftOn(feed, reading, taken.remarks),
      },
      tx,
    );
    return { ...poll, feed };
  }

  private async takeIn(feed: StoredFeed, reading: FeedReading & { kind: 'read' }, tx: Tx) {
    const now = this.clock.now();
    const { events, remarks } = toFeedEvents(reading.feed, now);
    const created = await eventRepo.insertOfFeed(feed.id, events, now, tx);
    await announceEvents(created, this.outbox, tx);
    if (created.length > 0)
      await auditRepo.appendAudit(tx, {
        at: now,
        actor: 'system',
        action: 'events.recorded',
        subjectType: 'feed',
        subjectId: feed.id,
        payload: { created: created.length },
      });
    return { items: reading.feed.items.length, created: created.length, remarks };
  }

  private leaseEnd(): Date {
    return new Date(this.clock.realNow().getTime() + LEASE_MS);
  }
}

const NOTHING = { items: 0, created: 0, remarks: null } as const;

function describe(
  reading: FeedReading,
  created: number,
): Pick<PollRecord, 'outcome' | 'httpStatus' | 'fault' | 'detail'> {
  if (reading.kind === 'failed')
    return { outcome: 'failed', httpStatus: reading.status, fault: reading.fault, detail: reading.detail };
  const read = created > 0 ? 'new_events' : 'nothing_new';
  const outcome = reading.kind === 'unchanged' ? 'unchanged' : read;
  return { outcome, httpStatus: reading.page.status, fault: null, detail: '' };
}

/** What a poll leaves on the feed for the next one. */
function leftOn(feed: StoredFeed, reading: FeedReading, remarks: readonly StoredRemark[] | null) {
  const { etag, lastModified, notes, movedTo, siteUrl } = feed;
  const movedNow = reading.kind === 'failed' ? movedTo : reading.page.movedTo;
  if (reading.kind !== 'read') return { etag, lastModified, notes, movedTo: movedNow, siteUrl };
  const { headers } = reading.page;
  // A document that broke off is asked for whole again.
  const isWhole = !reading.feed.notes.some(({ kind }) => kind === 'CUT_OFF');
  return {
    etag: isWhole ? storable(headers['etag']) : null,
    lastModified: isWhole ? storable(headers['last-modified']) : null,
    notes: remarks ?? [],
    movedTo: movedNow,
    siteUrl: reading.feed.siteUrl ?? siteUrl,
  };
}

/** A validator is sent back as it came, so it must be one that can be sent. */
function storable(header: string | undefined): string | null {
  return header !== undefined && /^[\x20-\x7e]{1,500}$/.test(header) ? header : null;
}

/** A number from 0 to below 1 that is always the same for the same words. */
function spreadOf(words: string): number {
  return createHash('sha256').update(words).digest().readUInt32BE(0) / 2 ** 32;
}
