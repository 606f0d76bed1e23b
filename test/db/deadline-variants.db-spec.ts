import type { Actor } from '#core/domain';
import { TellingService } from '#features/verdicts';
import { HEATS, race } from '../support/race.js';
import { BEGIN, NO, ReviewWorld, yes } from '../support/review-world.js';

describe('deadlines of one question', () => {
  let world: ReviewWorld;
  let reviewers: Actor[];
  beforeAll(async () => {
    world = await ReviewWorld.start();
    reviewers = await world.people(4, ['reviewer']);
  });
  afterAll(() => world.stop());

  const pair = async (family: string) => {
    await world.setClock(BEGIN);
    const same = { family, criteria: 'Both sign.', window: 'by', kind: 'change' } as const;
    const soon = await world.claim({ ...same, deadlineOn: '2022-02-20' });
    const late = await world.claim({ ...same, deadlineOn: '2022-02-28' });
    return { soon: soon.propositionId, late: late.propositionId };
  };
  const all = async (id: string, answering: Parameters<ReviewWorld['answer']>[2], from = 0) => {
    for (const who of reviewers.slice(from, from + 2)) await world.answer(who, id, answering);
  };

  it('refuse an answer that contradicts the verdict on another, and name it', async () => {
    const { soon, late } = await pair('Talks');
    await all(soon, yes('2022-02-18'));
    await expect(all(late, NO)).rejects.toMatchObject({
      code: 'VERDICT.CONTRADICTS',
      fields: [{ path: 'answer', message: expect.stringContaining(soon) as string }],
    });
    expect(await world.database.direct.review.count({ where: { round: { propositionId: late } } })).toBe(0);
    await all(late, yes('2022-02-18'));
  });

  it('put the others before reviewers when a verdict is published, and write none', async () => {
    const { soon, late } = await pair('Border');
    await all(late, { answer: 'TOO_EARLY' });
    await all(soon, yes('2022-02-18'));
    expect(await world.isAsked(reviewers[2] as Actor, late)).toBe(false);
    await world.get(TellingService).tellAll();
    expect(await world.isAsked(reviewers[2] as Actor, late)).toBe(true);
    expect(await world.verdictLine(late)).toEqual([]);
    const seen = await world.reviews.getProposition(reviewers[2] as Actor, late);
    expect(seen.variants).toMatchObject([{ id: soon, outcome: 'OCCURRED', implies: 'OCCURRED' }]);
  });

  it.each(HEATS)('decided at once do not contradict each other, heat %i', async (heat) => {
    const { soon, late } = await pair(`Vote ${String(heat)}`);
    await world.answer(reviewers[0] as Actor, soon, yes('2022-02-18'));
    await world.answer(reviewers[0] as Actor, late, NO);
    const leases = [
      await world.lease(reviewers[1] as Actor, soon),
      await world.lease(reviewers[1] as Actor, late),
    ];
    const { refused } = await race(
      () => world.submit(reviewers[1] as Actor, soon, leases[0] ?? '', yes('2022-02-18')),
      () => world.submit(reviewers[1] as Actor, late, leases[1] ?? '', NO),
    );
    expect(refused).toEqual(['VERDICT.CONTRADICTS']);
    const lines = [...(await world.verdictLine(soon)), ...(await world.verdictLine(late))];
    expect(lines).toHaveLength(1);
  });
});
