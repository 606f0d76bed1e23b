import { Logger } from '@nestjs/common';
import { Database } from '#platform/db';
import type { JobPayload } from '#contracts/jobs';
import { realNow } from '../clock/index.js';
import { jobRunRepo } from '../db/repositories/job-run.repo.js';
import { definitionOf, type TickJobKey } from './job-definition.js';
import { OutageLog } from './outage-log.js';
import type { Outbox } from './outbox.service.js';
import { RepeatedTask } from './repeated-task.js';
import { slotAt, type Schedule } from './schedule.js';

const LOOK_EVERY_MS = 1_000;
const MAX_BACKOFF_MS = 10_000;
const FORGET_EVERY_MS = 3_600_000;
const KEEP_TICKS_DAYS = 7;

/**
 * Promises a tick of each schedule for each slot, once among all processes: who first moves the schedule's row to the
 * slot writes the tick's outbox row in the same transaction. What was missed while nobody ran is made up by one tick of
 * the last slot.
 *
 * BullMQ's job schedulers are not used: they live in the queue, so a wiped queue forgets them, and they are known to
 * stop silently after reconnects. A timer that asks PostgreSQL cannot be lost.
 */
export class Scheduler {
  private readonly logger = new Logger(Scheduler.name);
  private readonly seen = new Map<TickJobKey, number>();
  private readonly task: RepeatedTask;
  private forgetAt = 0;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly schedules: readonly Schedule[],
    /** Called when a tick was promised. */
    private readonly onTick: () => void = () => undefined,
    private readonly now: () => Date = realNow,
  ) {
    this.task = new RepeatedTask({
      everyMs: LOOK_EVERY_MS,
      maxBackoffMs: MAX_BACKOFF_MS,
      outages: new OutageLog('Looking for due schedules', this.logger),
      step: async () => {
        await this.look();
        await this.forgetOldTicks();
        return false;
      },
    });
  }

  start(): void {
    this.task.start();
  }

  async stop(): Promise<void> {
    await this.task.stop();
  }

  /** Promises what is due now; returns how many ticks this process was the first to see. */
  async look(): Promise<number> {
    let ticks = 0;
    for (const schedule of this.schedules) {
      const slot = slotAt(schedule, this.now());
      if (this.seen.get(schedule.job) === slot.getTime()) continue;
      if (await this.promise(schedule.job, slot)) ticks += 1;
      this.seen.set(schedule.job, slot.getTime());
    }
    if (ticks > 0) this.onTick();
    return ticks;
  }

  private async promise(job: TickJobKey, slot: Date): Promise<boolean> {
    return this.database.withTransaction(async (tx) => {
      if (!(await jobRunRepo.claimSlot(definitionOf(job).name, slot, tx))) return false;
      const payload: JobPayload<TickJobKey> = { slot: slot.toISOString() };
      return this.outbox.enqueue(job, payload, tx);
    });
  }

  private async forgetOldTicks(): Promise<void> {
    const at = this.now().getTime();
    if (at < this.forgetAt) return;
    const names = this.schedules.map(({ job }) => definitionOf(job).name);
    await this.database.withTransaction((tx) => jobRunRepo.removeOldTicks(names, KEEP_TICKS_DAYS, tx));
    this.forgetAt = at + FORGET_EVERY_MS;
  }
}
