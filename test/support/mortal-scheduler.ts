import { DigestService } from '#features/notices';
import type { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import type { Database } from '#platform/db';
import { Outbox } from '#platform/jobs';
import { DigestReader } from '../../libs/features/notices/digest-reader.js';
import { outboxRepo } from '../../libs/platform/db/repositories/outbox.repo.js';
import { JobRunner } from '../../libs/platform/jobs/job-runner.js';
import { handlersWith } from './jobs-process.js';

/**
 * A scheduler that dies at a reading of the clock of chance: in a transaction or outside of one, or after the work and
 * before that was written down. It then does nothing more; what it leaves of a run is old at once.
 */
export class MortalScheduler {
  private readingsLeft = Infinity;
  private readonly runner: JobRunner;
  private readonly digests: DigestService;

  constructor(
    private readonly database: Database,
    config: Config,
    at: () => Date,
    private readonly random: () => number,
  ) {
    const now = () => {
      this.live();
      return at();
    };
    const clock = { now, realNow: at } as unknown as Clock;
    const reader = new DigestReader(database, clock, config);
    this.digests = new DigestService(database, clock, config, new Outbox(), reader);
    this.runner = new JobRunner(
      database,
      handlersWith({
        buildDigest: async ({ userId, isoWeek }) => {
          await this.digests.buildDigest(userId, isoWeek);
          this.live();
        },
      }),
    );
  }

  async look(isToDie: boolean): Promise<void> {
    this.readingsLeft = isToDie ? Math.floor(this.random() * 6) : Infinity;
    try {
      await this.digests.planDigests();
      await this.carryOut();
    } catch (error) {
      if (!(error instanceof Error) || error.message !== 'killed') throw error;
    }
    await this.database.direct
      .$executeRaw`UPDATE job_runs SET started_at = started_at - interval '1 hour' WHERE finished_at IS NULL`;
  }

  private async carryOut(): Promise<void> {
    for (const row of await outboxRepo.listOpen(100, this.database.direct)) {
      if (this.readingsLeft < 0) return;
      await this.runner.run(row);
    }
  }

  private live(): void {
    this.readingsLeft -= 1;
    if (this.readingsLeft < 0) throw new Error('killed');
  }
}
