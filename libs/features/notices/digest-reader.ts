import { Injectable } from '@nestjs/common';
import { rankMoves, wholeBoard } from '#core/scoring';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import {
  boardRepo,
  countInbox,
  Database,
  digestRepo,
  getInstallation,
  listInbox,
  readWeek,
  type Subscriber,
  type Tx,
} from '#platform/db';
import type { DigestData } from '#platform/mail';
import { LISTED, lookBack, toDigestData } from './digest-builder.js';

/** Reads what there is to tell one person. */
@Injectable()
export class DigestReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async read(subscriber: Subscriber, isoWeek: string, unsubscribeUrl: string | null): Promise<DigestData> {
    const { baseUrl } = this.config;
    const tx: Tx = this.database.direct;
    const now = this.clock.now();
    const { projectName } = await getInstallation(tx);
    const from = lookBack(await digestRepo.findLastBuiltAt(subscriber.userId, now, tx), now);
    return toDigestData({ projectName, settingsUrl: `${baseUrl}/app/settings`, unsubscribeUrl }, baseUrl, {
      isoWeek,
      now,
      inbox: await listInbox(subscriber, { now, realNow: this.clock.realNow() }, tx),
      inboxCount: await countInbox(subscriber, now, tx),
      week: await readWeek(subscriber, { from, to: now }, LISTED, tx),
      moves: await this.readMoves(from, tx),
    });
  }

  /** Between the board of everybody as it is and as it was. */
  private async readMoves(from: Date, tx: Tx) {
    const question = { filter: wholeBoard('claimants'), asOn: null };
    const newest = await boardRepo.findNewest(question, tx);
    const before = await boardRepo.findNewest(question, tx, from);
    // A first board moves nobody: there is nothing to compare with.
    if (newest === null || before === null || newest.id === before.id) return [];
    return rankMoves(await boardRepo.listRanks(before.id, tx), await boardRepo.listRanks(newest.id, tx));
  }
}
