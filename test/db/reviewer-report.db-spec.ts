import type { Actor } from '#core/domain';
import { GoldItemsService, ReviewerReportService } from '#features/review';
import { countEligible } from '#platform/db';
import { NO, ReviewWorld, yes } from '../support/review-world.js';

describe('what those who run the project see of reviewers', () => {
  let world: ReviewWorld;
  let first: Actor;
  let second: Actor;
  let third: Actor;

  beforeEach(async () => {
    world = await ReviewWorld.start();
    [first, second, third] = (await world.people(3, ['reviewer'])) as [Actor, Actor, Actor];
  });
  afterEach(() => world.stop());

  const report = () => world.get(ReviewerReportService).getReport();
  const rowOf = async (actor: Actor) => (await report()).reviewers.find(({ id }) => id === actor.userId);
  const finalise = async () => {
    await world.setClock(new Date(world.now.getTime() + 16 * 86_400_000));
    while ((await world.verdicts.finaliseDue()) > 0);
  };
  /** Two say no and, where they differ at first, a third decides. */
  const decided = async (answering = [NO, NO]) => {
    const { propositionId } = await world.claim();
    const actors = [first, second, third];
    for (const [index, answer] of answering.entries())
      await world.answer(actors[index] as Actor, propositionId, answer);
    return propositionId;
  };

  it('is nothing before there is a final verdict', async () => {
    await decided();
    expect(await report()).toMatchObject({ agreement: { items: 0, raw: null }, reviewers: [] });
    await finalise();
    expect(await report()).toMatchObject({ agreement: { items: 1, raw: 1, alpha: null } });
  });

  it('compares an answer with the verdict that the others reach without it', async () => {
    for (let i = 0; i < 3; i += 1) await decided();
    await decided([NO, yes('2022-02-20'), NO]);
    await finalise();
    expect(await rowOf(first)).toMatchObject({
      agreement: { hits: 3, n: 3 },
      undecidedWithout: 1,
      rank: null,
    });
    expect(await rowOf(second)).toMatchObject({ agreement: { hits: 3, n: 4 }, undecidedWithout: 0 });
    expect((await report()).agreement).toMatchObject({ items: 4, raw: (3 + 1 / 3) / 4 });
  });

  it('ranks nobody below twenty answers', async () => {
    for (let i = 0; i < 20; i += 1) await decided();
    await finalise();
    const { reviewers, minItems } = await report();
    expect(minItems).toBe(20);
    expect(reviewers.map(({ rank, agreement }) => [rank, agreement.n])).toEqual([
      [1, 20],
      [1, 20],
    ]);
    await decided([yes('2022-02-20'), NO, NO]);
    await finalise();
    expect(await rowOf(third)).toMatchObject({ rank: null, agreement: { n: 0 }, reliability: null });
  });

  it('holds nothing of a round under way, nor of an earlier one on the same matter', async () => {
    const propositionId = await decided();
    await finalise();
    const lead = await world.person(['lead']);
    expect((await report()).reviewers).toHaveLength(2);
    await world.verdicts.reopen(lead, propositionId, { reason: 'The source was corrected.' });
    expect((await report()).reviewers).toEqual([]);
    await world.answer(third, propositionId, yes('2022-02-20'));
    expect((await report()).reviewers).toEqual([]);
    const fourth = await world.person(['reviewer']);
    await world.answer(fourth, propositionId, yes('2022-02-20'));
    expect((await report()).reviewers).toEqual([]);
    await finalise();
    expect((await report()).reviewers.map(({ id }) => id).sort()).toEqual(
      [third.userId, fourth.userId].sort(),
    );
    await world.database.direct.round.create({
      data: {
        propositionId,
        number: 3,
        reason: 'dispute',
        reviewersNeeded: 2,
        answersWanted: 2,
        openedAt: world.now,
      },
    });
    expect((await report()).reviewers).toEqual([]);
  });

  it('measures by answers known beforehand, whatever the verdict', async () => {
    const propositionId = await decided();
    await world.database.direct.goldItem.create({
      data: { propositionId, answer: 'OCCURRED', addedAt: world.now },
    });
    await finalise();
    expect(await rowOf(first)).toMatchObject({ agreement: { hits: 0, n: 1 }, gold: { hits: 0, n: 1 } });
  });

  it('names every two who answered the same, and how far they agree', async () => {
    await decided();
    await decided([NO, yes('2022-02-20'), NO]);
    expect((await report()).pairs).toEqual([]);
    await finalise();
    const pairs = (await report()).pairs.map(({ first: a, second: b, n, raw }) => [
      [a.name, b.name].sort(),
      n,
      raw,
    ]);
    expect(pairs).toHaveLength(3);
    expect(pairs[0]).toEqual([[first.name, second.name].sort(), 2, 0.5]);
    expect(pairs.slice(1)).toContainEqual([[first.name, third.name].sort(), 1, 1]);
  });

  it('says why they disagreed by topic, once nobody is asked any more', async () => {
    const propositionId = await decided([NO, yes('2022-02-20')]);
    const { direct } = world.database;
    await direct.proposition.update({ where: { id: propositionId }, data: { topics: ['trade', 'war'] } });
    await direct.round.updateMany({ where: { propositionId }, data: { disagreementCause: 'dates' } });
    expect((await report()).causes).toEqual([]);
    await world.answer(third, propositionId, NO);
    expect((await report()).causes).toEqual([
      { topic: 'trade', cause: 'dates', n: 1 },
      { topic: 'war', cause: 'dates', n: 1 },
    ]);
  });

  it('tells how long answers take: with the form open, and since the deadline', async () => {
    const { propositionId } = await world.claim();
    await world.answer(first, propositionId, NO);
    await world.answer(second, propositionId, NO);
    const { direct } = world.database;
    for (const lease of await direct.lease.findMany({ where: { propositionId } }))
      await direct.lease.update({
        where: { id: lease.id },
        data: {
          takenAt: new Date('2022-03-01T12:00:00Z'),
          expiresAt: new Date('2022-03-01T12:20:00Z'),
          // The first answered in time, the second let the lease run out and was found out later.
          releasedAt: new Date(
            lease.userId === first.userId ? '2022-03-01T12:06:00Z' : '2022-03-01T15:00:00Z',
          ),
        },
      });
    await finalise();
    // Due at midnight in Berlin, answered at noon UTC.
    expect(await rowOf(first)).toMatchObject({ minutes: 6, days: 13 / 24 });
    expect(await rowOf(second)).toMatchObject({ minutes: 20, days: 13 / 24 });
  });
});

describe('answers known beforehand', () => {
  let world: ReviewWorld;
  let lead: Actor;
  let other: Actor;
  let propositionId: string;

  beforeEach(async () => {
    world = await ReviewWorld.start();
    [lead, other] = (await world.people(2, ['lead', 'reviewer'])) as [Actor, Actor];
    ({ propositionId } = await world.claim());
  });
  afterEach(() => world.stop());

  const gold = () => world.get(GoldItemsService);
  const KNOWN = { answer: 'OCCURRED', occurredOn: '2022-02-20' } as const;

  it('stand for who noted them, and for others once the verdict is final', async () => {
    await gold().set(lead, propositionId, KNOWN);
    expect((await gold().list(lead)).items).toMatchObject([{ propositionId, ...KNOWN, addedBy: lead.name }]);
    expect((await gold().list(other)).items).toMatchObject([
      { propositionId, answer: null, occurredOn: null },
    ]);
    const [first, second] = (await world.people(2, ['reviewer'])) as [Actor, Actor];
    await world.answer(first, propositionId, NO);
    await world.answer(second, propositionId, NO);
    expect((await gold().list(other)).items).toMatchObject([{ answer: null, isDecided: false }]);
    await world.setClock(new Date(world.now.getTime() + 16 * 86_400_000));
    while ((await world.verdicts.finaliseDue()) > 0);
    expect((await gold().list(other)).items).toMatchObject([{ ...KNOWN, isDecided: true }]);
  });

  it('are not put to who noted them', async () => {
    const eligible = () => countEligible(propositionId, world.database.direct);
    const before = await eligible();
    expect(await world.isAsked(lead, propositionId)).toBe(true);
    await gold().set(lead, propositionId, KNOWN);
    expect(await eligible()).toBe(before - 1);
    expect(await world.isAsked(lead, propositionId)).toBe(false);
    expect(await world.isAsked(other, propositionId)).toBe(true);
    await expect(world.lease(lead, propositionId)).rejects.toMatchObject({
      code: 'REVIEW.CONFLICT_OF_INTEREST',
    });
    await gold().remove(lead, propositionId);
    expect(await world.isAsked(lead, propositionId)).toBe(true);
  });

  it('are noted before reviewers are asked, or not at all, whether anybody has answered or not', async () => {
    const [first] = (await world.people(1, ['reviewer'])) as [Actor];
    await gold().set(lead, propositionId, { answer: 'NOT_OCCURRED', occurredOn: null });
    await gold().set(lead, propositionId, KNOWN);
    const refusals = async () => {
      const tries = await Promise.allSettled([
        gold().set(other, propositionId, KNOWN),
        gold().remove(other, propositionId),
      ]);
      return tries.map((one) => (one.status === 'rejected' ? String(one.reason) : 'done'));
    };
    const leaseId = await world.lease(first, propositionId);
    const asked = await refusals();
    expect(asked).toEqual([expect.stringContaining('asked this already'), expect.stringContaining('asked')]);
    await world.submit(first, propositionId, leaseId, NO);
    expect(await refusals()).toEqual(asked);
    expect((await gold().list(lead)).items).toMatchObject([KNOWN]);
  });

  it('can be taken back, once', async () => {
    await gold().set(lead, propositionId, KNOWN);
    await gold().remove(lead, propositionId);
    expect((await gold().list(lead)).items).toEqual([]);
    await expect(gold().remove(lead, propositionId)).rejects.toMatchObject({ code: 'GOLD.NOT_FOUND' });
  });

  it.each([
    [{ answer: 'OCCURRED', occurredOn: null }, 'REVIEW.DATE_MISSING'],
    [{ answer: 'OCCURRED', occurredOn: '2022-03-10' }, 'REVIEW.DATE_OUTSIDE_WINDOW'],
    [{ answer: 'NOT_OCCURRED', occurredOn: '2022-02-20' }, 'REVIEW.DATE_OUTSIDE_WINDOW'],
  ] as const)('%j is refused: %s', async (known, code) => {
    await expect(gold().set(lead, propositionId, known)).rejects.toMatchObject({ code });
    expect((await gold().list(lead)).items).toEqual([]);
  });

  it('of what is not there are refused', async () => {
    const nothing = '01890000-0000-7000-8000-000000000000';
    await expect(gold().set(lead, nothing, KNOWN)).rejects.toMatchObject({ code: 'PROPOSITION.NOT_FOUND' });
  });
});
