import { Injectable } from '@nestjs/common';
import { calendarDateIn } from '#core/domain';
import { Clock } from '#platform/clock';
import { Database, getInstallation, methodOfToday, scoreRepo } from '#platform/db';
import { Outbox } from '#platform/jobs';
import { scoreClaimants } from './score-claimants.js';

/** Claimants scored in one transaction: some tens of milliseconds in which their verdicts wait. */
const AT_ONCE = 20;

/** Brings scores and statistics in line with what changed beside verdicts: the method, or who is one person. */
@Injectable()
export class RescoringService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Everything of these claimants from scratch, as after a merge or its end. Marks the boards stale. */
  async rescore(claimantIds: readonly string[], reason: string): Promise<void> {
    await this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      const { zone } = await getInstallation(tx);
      await scoreClaimants(claimantIds, { at, today: calendarDateIn(at, zone) }, tx);
      const staleMark = await scoreRepo.markStale(reason, at, tx);
      await this.outbox.enqueue('buildBoard', { staleMark }, tx);
    });
  }

  /**
   * Computes what is lacking under the method of today, beside what was computed by others, some claimants at a time.
   * Boards of the method begin when this is done. Can be stopped and begun again anywhere. Returns how many it did.
   */
  async bringUpToMethod(): Promise<number> {
    let done = 0;
    let after: string | null = null;
    for (;;) {
      const from = after;
      const ids: string[] = await this.database.withTransaction(async (tx) => {
        const at = this.clock.now();
        const method = await methodOfToday(at, tx);
        const lacking = await scoreRepo.listWithoutStatistics(method.id, { after: from, limit: AT_ONCE }, tx);
        const { zone } = await getInstallation(tx);
        if (lacking.length > 0) await scoreClaimants(lacking, { at, today: calendarDateIn(at, zone) }, tx);
        return lacking;
      });
      const last = ids.at(-1);
      if (last === undefined) return done;
      after = last;
      done += ids.length;
    }
  }
}
