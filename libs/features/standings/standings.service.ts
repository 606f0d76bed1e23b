import { Injectable } from '@nestjs/common';
import { calendarDateIn, hasProfile } from '#core/domain';
import { lexiconVersion } from '#core/extraction';
import {
  buildBoard,
  type ClaimantStatistics,
  computeStatistics,
  DEFAULT_METHOD,
  SCORING_VERSION,
} from '#core/scoring';
import { Clock } from '#platform/clock';
import {
  claimantRepo,
  Database,
  getInstallation,
  readClaimLedger,
  scoreRepo,
  type StoredStatistics,
} from '#platform/db';
import { Outbox } from '#platform/jobs';

/** Builds boards: immutable, by one method, as of one instant. */
@Injectable()
export class StandingsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Writes a new board if anything made the last one stale. All marks there are at the start are answered by it, so many
   * verdicts at once make one board; a job that comes late finds nothing to do.
   */
  async buildBoard(): Promise<boolean> {
    return this.database.withTransaction(
      async (tx) => {
        const asOf = this.clock.now();
        if ((await scoreRepo.takeStaleMarks(tx)) === 0) return false;
        const { zone, settings } = await getInstallation(tx);
        const today = calendarDateIn(asOf, zone);
        const method = await scoreRepo.ensureMethod(
          SCORING_VERSION,
          lexiconVersion(settings.yardstick),
          DEFAULT_METHOD,
          asOf,
          tx,
        );
        const ledger = await readClaimLedger('all', tx);
        const claimants = await claimantRepo.listByIds(
          [...new Set(ledger.map((claim) => claim.claimantId))],
          tx,
        );
        const listed = claimants.filter((claimant) => hasProfile(claimant.kind));
        const statistics = listed.map(({ id }) => computeStatistics(id, ledger, today));
        await scoreRepo.insertBoard(buildBoard(statistics, DEFAULT_METHOD), method, asOf, tx);
        return true;
      },
      { timeoutMs: 60_000, isolation: 'RepeatableRead' },
    );
  }

  /** Deadlines pass without a verdict being written: on a new day the board is stale by itself. */
  async markDayPassed(): Promise<void> {
    await this.database.withTransaction(async (tx) => {
      const now = this.clock.now();
      const { zone } = await getInstallation(tx);
      const newest = await scoreRepo.newestBoardAt(tx);
      if (newest !== null && calendarDateIn(newest, zone) === calendarDateIn(now, zone)) return;
      const staleMark = await scoreRepo.markStale(`day:${calendarDateIn(now, zone)}`, now, tx);
      await this.outbox.enqueue('buildBoard', { staleMark }, tx);
    });
  }

  /** Claimants whose stored statistics differ from a recomputation as of when they were stored; none, ever. */
  async findDrift(): Promise<string[]> {
    const tx = this.database.direct;
    const at = this.clock.now();
    const { zone } = await getInstallation(tx);
    const method = await scoreRepo.findNewestMethod(tx);
    if (method === null) return [];
    const ledger = await readClaimLedger('all', tx);
    const stored = await scoreRepo.listStatistics(method, tx);
    return stored
      .filter((row) => {
        const fresh = computeStatistics(row.claimantId, ledger, calendarDateIn(row.computedAt, zone));
        return row.computedAt <= at && !isSame(row, fresh);
      })
      .map((row) => row.claimantId);
  }
}

/** What no later claim changes: new claims are pending until a verdict recomputes everything. */
function isSame(row: StoredStatistics, fresh: ClaimantStatistics): boolean {
  return (
    row.n === fresh.n &&
    row.sumBrier === fresh.sumBrier &&
    row.families === fresh.families &&
    row.texts === fresh.texts
  );
}
