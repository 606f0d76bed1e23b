import type { Actor } from '#core/domain';
import { ReviewerReportService } from '#features/review';
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
});
