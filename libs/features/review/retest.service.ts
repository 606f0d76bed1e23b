import { Injectable } from '@nestjs/common';
import type { OwnRetests } from '#contracts/http';
import { type Actor, agree } from '#core/domain';
import { Clock } from '#platform/clock';
import { type AnsweredRetest, Database, getInstallation, retestRepo } from '#platform/db';
import type { z } from 'zod';

const DAY_MS = 86_400_000;
/** So long an answer has time to be forgotten. */
const AFTER_DAYS = 30;
/** What is older is not asked for again: turned on in an old project, this is no flood. */
const WITHIN_DAYS = 180;
/** So many at most wait for one person at a time. */
const MOST_OPEN = 2;

/** Some of what a person has answered comes back to them unmarked: whether they judge as before. */
@Injectable()
export class RetestService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The sweep. How many were chosen. */
  async plan(): Promise<number> {
    return this.database.withTransaction(async (tx) => {
      const now = this.clock.now();
      const { settings } = await getInstallation(tx);
      const percent = settings.retestPercent;
      await retestRepo.drop(percent === 0, now, tx);
      if (percent === 0) return 0;
      const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
      return retestRepo.plan(
        { percent, from: ago(WITHIN_DAYS), to: ago(AFTER_DAYS), most: MOST_OPEN },
        now,
        tx,
      );
    });
  }

  /** What somebody has answered twice, for themselves. Nothing of what is still to be answered. */
  async listOwn(actor: Actor): Promise<z.input<typeof OwnRetests>> {
    const retests = await retestRepo.listAnswered(actor.userId, this.database.direct);
    return {
      ...countSame(retests),
      items: retests.map((retest) => ({
        propositionId: retest.propositionId,
        statement: retest.statement,
        first: toAnswer(retest.first),
        second: toAnswer(retest.second),
        isSame: isSame(retest),
        answeredAt: retest.answeredAt.toISOString(),
      })),
    };
  }
}

/** By the rule by which two reviewers agree. */
const isSame = ({ first, second, span }: AnsweredRetest): boolean => agree(first, second, span);

export function countSame(retests: readonly AnsweredRetest[]): { hits: number; n: number } {
  return { hits: retests.filter(isSame).length, n: retests.length };
}

function toAnswer({ answer, voidReason, occurredOn }: AnsweredRetest['first']) {
  return { answer, voidReason, occurredOn };
}
