import type { Actor } from '#core/domain';
import { startOfDayIn } from '#core/domain';
import { NO, ReviewWorld, yes, ZONE } from '../support/review-world.js';

/** What deadlines, and their absence, mean for those who review. */
describe('when a proposition asks for its review', () => {
  let world: ReviewWorld;
  let first: Actor;
  let second: Actor;

  beforeAll(async () => {
    world = await ReviewWorld.start();
    [first, second] = (await world.people(2, ['reviewer'])) as [Actor, Actor];
  });
  afterAll(() => world.stop());

  beforeEach(() => world.setClock('2022-03-01T12:00:00Z'));

  const tooEarlyTwice = async (propositionId: string) => {
    await world.answer(first, propositionId, { answer: 'TOO_EARLY' });
    return world.answer(second, propositionId, { answer: 'TOO_EARLY' });
  };

  it('falls due with the first instant after its last day, in the zone of the deadline', async () => {
    const { propositionId } = await world.claim({ deadlineOn: '2022-03-31' });
    const midnight = startOfDayIn('2022-04-01', ZONE);
    await world.setClock(new Date(midnight.getTime() - 1));
    expect(await world.isAsked(first, propositionId)).toBe(false);
    await world.setClock(midnight);
    expect(await world.isAsked(first, propositionId)).toBe(true);
  });

  describe('without a deadline', () => {
    it('is never due, however late it gets', async () => {
      const { propositionId } = await world.undatedClaim();
      await world.setClock('2092-01-01T12:00:00Z');
      expect(await world.inboxOf(first)).not.toContain(propositionId);
      const due = await world.reviews.listPropositions(first, { state: 'due', limit: 100 });
      expect(due.items.map(({ id }) => id)).not.toContain(propositionId);
      expect(await world.reviews.getProposition(first, propositionId)).toMatchObject({
        isDue: false,
        dueAt: null,
        deadlineOn: null,
      });
    });

    it('is asked for when an event bears on it, and is not called due or overdue then', async () => {
      const { propositionId } = await world.undatedClaim();
      await world.linkEvent(propositionId);
      const { items } = await world.inbox.listInbox(first);
      expect(items.find((item) => item.propositionId === propositionId)).toMatchObject({
        reasons: ['strong_match'],
        overdueDays: null,
        dueAt: null,
      });
    });

    it('rests after two say “too early”, and is asked about again later', async () => {
      const { propositionId } = await world.undatedClaim();
      await world.linkEvent(propositionId);
      expect((await tooEarlyTwice(propositionId)).round).toBe('recheck');
      expect(await world.isAsked(first, propositionId)).toBe(false);
      const { recheckAt } = await world.proposition(propositionId);
      expect(recheckAt?.getTime()).toBeGreaterThan(world.now.getTime());
      await world.setClock(recheckAt ?? '');
      const { items } = await world.inbox.listInbox(first);
      expect(items.find((item) => item.propositionId === propositionId)).toMatchObject({
        reasons: ['recheck'],
      });
    });
  });

  describe('before its deadline', () => {
    it('is settled by two who say that it has become impossible', async () => {
      const { propositionId } = await world.claim({ deadlineOn: '2022-12-31' });
      await world.linkEvent(propositionId);
      const impossible = { ...NO, impossibleNow: true } as const;
      expect((await world.answer(first, propositionId, impossible)).round).toBe('waiting');
      expect((await world.answer(second, propositionId, impossible)).round).toBe('agreed');
      expect(await world.verdictLine(propositionId)).toEqual([
        expect.objectContaining({ stage: 'provisional', outcome: 'NOT_OCCURRED', occurredOn: null }),
      ]);
      expect(await world.isAsked(first, propositionId)).toBe(false);
    });

    it('refuses “it did not occur” from who does not say that it has become impossible', async () => {
      const { propositionId } = await world.claim({ deadlineOn: '2022-12-31' });
      await world.linkEvent(propositionId);
      await expect(world.answer(first, propositionId, NO)).rejects.toMatchObject({
        code: 'REVIEW.TOO_EARLY_TO_OCCUR',
      });
    });

    it('rests until the deadline after two “too early”, and asks again on that instant', async () => {
      const { propositionId } = await world.claim({ deadlineOn: '2022-03-31' });
      await world.linkEvent(propositionId);
      expect((await tooEarlyTwice(propositionId)).round).toBe('recheck');
      const { recheckAt, dueAt } = await world.proposition(propositionId);
      expect(recheckAt).toEqual(dueAt);
      expect(await world.isAsked(first, propositionId)).toBe(false);
      await world.setClock(dueAt ?? '');
      expect(await world.isAsked(first, propositionId)).toBe(true);
    });

    it('is asked about at once when a new event bears on it, also while it rests', async () => {
      const { propositionId } = await world.claim({ deadlineOn: '2022-03-31' });
      await world.linkEvent(propositionId);
      await tooEarlyTwice(propositionId);
      await world.linkEvent(propositionId);
      expect(await world.isAsked(first, propositionId)).toBe(true);
    });
  });

  it('rests after two “too early” past its deadline, for everybody, and comes back once', async () => {
    const { propositionId } = await world.claim();
    expect((await tooEarlyTwice(propositionId)).round).toBe('recheck');
    const { recheckAt } = await world.proposition(propositionId);
    const third = await world.person(['reviewer']);
    for (const reviewer of [first, second, third])
      expect(await world.isAsked(reviewer, propositionId)).toBe(false);
    await world.setClock(new Date((recheckAt?.getTime() ?? 0) - 1));
    expect(await world.isAsked(third, propositionId)).toBe(false);
    await world.setClock(recheckAt ?? '');
    for (const reviewer of [first, second, third])
      expect(await world.isAsked(reviewer, propositionId)).toBe(true);
  });

  it('rests after two “too early” also when its verdict was taken back before', async () => {
    const { propositionId } = await world.claim();
    const lead = await world.person(['lead']);
    await world.answer(first, propositionId, NO);
    await world.answer(second, propositionId, NO);
    await world.verdicts.reopen(lead, propositionId, { reason: 'The search missed a source.' });
    expect((await tooEarlyTwice(propositionId)).round).toBe('recheck');
    expect(await world.isAsked(first, propositionId)).toBe(false);
    await world.setClock((await world.proposition(propositionId)).recheckAt ?? '');
    expect(await world.isAsked(first, propositionId)).toBe(true);
  });

  describe('what persists', () => {
    it('has not held before its time is over, whatever the evidence', async () => {
      const { propositionId } = await world.claim({
        kind: 'persistence',
        window: 'throughout',
        deadlineOn: '2022-12-31',
      });
      await world.linkEvent(propositionId);
      await expect(world.answer(first, propositionId, yes(null))).rejects.toMatchObject({
        code: 'REVIEW.TOO_EARLY_TO_OCCUR',
      });
    });

    it('has held on no day: a date somebody typed is dropped and divides nobody', async () => {
      const { propositionId } = await world.claim({ kind: 'persistence', window: 'throughout' });
      await world.answer(first, propositionId, yes('2022-02-01'));
      expect((await world.answer(second, propositionId, yes(null))).round).toBe('agreed');
      expect(await world.verdictLine(propositionId)).toEqual([
        expect.objectContaining({ outcome: 'OCCURRED', occurredOn: null }),
      ]);
    });
  });

  it('settles on the earliest of the days that agreeing reviewers name', async () => {
    const { propositionId } = await world.claim({ precision: 'month' });
    await world.answer(first, propositionId, yes('2022-02-20'));
    expect((await world.answer(second, propositionId, yes('2022-02-12'))).round).toBe('agreed');
    const [verdict] = await world.verdictLine(propositionId);
    expect(verdict?.occurredOn).toEqual(new Date('2022-02-12T00:00:00Z'));
  });
});

describe('a lead who decides a split', () => {
  let world: ReviewWorld;
  let reviewers: Actor[];
  let lead: Actor;

  beforeAll(async () => {
    world = await ReviewWorld.start();
    reviewers = await world.people(3, ['reviewer']);
    lead = await world.person(['lead']);
  });
  afterAll(() => world.stop());

  const splitOver = async (wish: Parameters<ReviewWorld['claim']>[0]) => {
    const { propositionId } = await world.claim(wish);
    const [a, b, c] = reviewers as [Actor, Actor, Actor];
    await world.linkEvent(propositionId);
    await world.answer(a, propositionId, { answer: 'AMBIGUOUS' });
    await world.answer(b, propositionId, { answer: 'TOO_EARLY' });
    const last = await world.answer(c, propositionId, { answer: 'VOID', voidReason: 'PREMISE_FALSE' });
    expect(last.round).toBe('split');
    return propositionId;
  };
  const decision = {
    voidReason: null,
    occurredOn: null,
    reason: 'Both agencies say so.',
    cause: 'evidence',
  } as const;

  it('is held to the same dates as reviewers: nothing has occurred on a day to come', async () => {
    const propositionId = await splitOver({ deadlineOn: '2022-12-31' });
    const tomorrow = { ...decision, outcome: 'OCCURRED', occurredOn: '2022-03-02' } as const;
    await expect(world.verdicts.decideSplit(lead, propositionId, tomorrow)).rejects.toMatchObject({
      code: 'REVIEW.DATE_OUTSIDE_WINDOW',
    });
    await world.verdicts.decideSplit(lead, propositionId, { ...tomorrow, occurredOn: '2022-03-01' });
    expect(await world.verdictLine(propositionId)).toHaveLength(1);
  });

  it('cannot find that something has persisted before its time is over', async () => {
    const propositionId = await splitOver({
      kind: 'persistence',
      window: 'throughout',
      deadlineOn: '2022-12-31',
    });
    await expect(
      world.verdicts.decideSplit(lead, propositionId, { ...decision, outcome: 'OCCURRED' }),
    ).rejects.toMatchObject({ code: 'REVIEW.TOO_EARLY_TO_OCCUR' });
  });

  it('has no stake in it: who belongs to the outlet that said it does not decide', async () => {
    const propositionId = await splitOver({ outlet: 'The Fictional Courier' });
    const partial = await world.person(['lead']);
    const outlet = await world.database.direct.outlet.findFirstOrThrow();
    await world.database.direct.userAffiliation.create({
      data: { userId: partial.userId, outletId: outlet.id, declaredAt: world.now },
    });
    expect(await world.isAsked(partial, propositionId)).toBe(false);
    const verdict = { ...decision, outcome: 'AMBIGUOUS' } as const;
    await expect(world.verdicts.decideSplit(partial, propositionId, verdict)).rejects.toMatchObject({
      code: 'REVIEW.CONFLICT_OF_INTEREST',
    });
    await world.verdicts.decideSplit(lead, propositionId, verdict);
  });
});
