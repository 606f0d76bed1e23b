import type { Actor } from '#core/domain';
import { race } from './race.js';
import { NO, type ReviewWorld } from './review-world.js';

/** Propositions that are due, without claims, so that many can be made. */
export async function dueTasks(
  world: ReviewWorld,
  count: number,
  reviewersNeeded: number,
): Promise<string[]> {
  const rows = await world.database.direct.proposition.createManyAndReturn({
    data: Array.from({ length: count }, () => ({
      statement: 'It comes about',
      kind: 'change' as const,
      window: 'by' as const,
      criteria: 'Two agencies report it.',
      zone: 'Europe/Berlin',
      deadlineBasis: 'explicit' as const,
      deadlineOn: new Date('2022-02-20'),
      dueAt: new Date('2022-02-20T23:00:00Z'),
      precision: 'day' as const,
      status: 'open' as const,
      reviewersNeeded,
      createdAt: new Date('2022-01-01'),
      openedAt: new Date('2022-01-01'),
    })),
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

const CLEAR: ReadonlySet<string> = new Set(['REVIEW.TAKEN', 'REVIEW.NOT_NEEDED']);

/**
 * Everybody opens and answers one task at the same instant. Throws unless exactly as many answers are in as were
 * needed, nobody's twice, one verdict came of them, and whoever came too late was told so.
 */
export async function raceOnTask(
  world: ReviewWorld,
  reviewers: readonly Actor[],
  needed: number,
): Promise<void> {
  const [id = ''] = await dueTasks(world, 1, needed);
  const { won, refused } = await race(...reviewers.map((who) => () => world.answer(who, id, NO)));
  const where = { round: { propositionId: id } };
  const reviews = await world.database.direct.review.findMany({ where, select: { reviewerId: true } });
  const late = refused.filter((code) => !CLEAR.has(code));
  const verdicts = await world.verdictLine(id);
  const found = {
    won: won.length,
    reviews: reviews.length,
    people: new Set(reviews.map(({ reviewerId }) => reviewerId)).size,
    refused: refused.length,
    unclear: late.join(', '),
    verdicts: verdicts.length,
  };
  const expected = {
    won: needed,
    reviews: needed,
    people: needed,
    refused: reviewers.length - needed,
    unclear: '',
    verdicts: 1,
  };
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(`expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
}

/**
 * Everybody takes from one queue until there is nothing for them. Throws unless every task was given to one person and
 * reviewed once, and whoever got nothing while others were at work was told until when.
 */
export async function raceOnQueue(
  world: ReviewWorld,
  reviewers: readonly Actor[],
  tasks: number,
): Promise<void> {
  const ids = await dueTasks(world, tasks, 1);
  const given: string[] = [];
  const work = async (who: Actor): Promise<void> => {
    for (;;) {
      const { lease, held } = await world.leases.claimNext(who, {});
      if (lease === null) {
        if (held.items > 0 && held.until === null) throw new Error('held by others, but until when?');
        return;
      }
      given.push(lease.propositionId);
      await world.submit(who, lease.propositionId, lease.leaseId, NO);
    }
  };
  const { refused } = await race(...reviewers.map((who) => () => work(who)));
  const where = { round: { propositionId: { in: ids } } };
  const reviews = await world.database.direct.review.count({ where });
  const twice = given.length - new Set(given).size;
  if (refused.length > 0 || twice > 0 || given.length !== tasks || reviews !== tasks)
    throw new Error(
      `${String(tasks)} tasks: ${String(given.length)} given, ${String(twice)} of them twice, ${String(reviews)} reviews, refused ${refused.join(', ')}`,
    );
}
