import type { Actor } from '#core/domain';
import { PublishingService } from '#features/publishing';
import { type Answering, BEGIN, NO, ReviewWorld, yes } from '../support/review-world.js';

const UNCLEAR: Answering = { answer: 'AMBIGUOUS' };
const GONE: Answering = { answer: 'VOID', voidReason: 'SOURCE_GONE' };
const NOTHING = {
  n: 0,
  beforeDeadline: 0,
  unscoreable: 0,
  retrospective: 0,
  pending: 0,
  void: 0,
  conditionUnmet: 0,
  ambiguous: 0,
};

interface Case {
  readonly condition: Answering | null;
  readonly own: Answering;
  /** What the claim is counted as, and what its page says. */
  readonly counted: Partial<typeof NOTHING>;
  readonly inclusion: string;
}

const CASES: readonly Case[] = [
  { condition: yes('2022-02-10'), own: yes('2022-02-20'), counted: { n: 1 }, inclusion: 'scored' },
  { condition: yes('2022-02-10'), own: NO, counted: { n: 1 }, inclusion: 'scored' },
  { condition: yes('2022-02-10'), own: GONE, counted: { void: 1 }, inclusion: 'void' },
  { condition: NO, own: NO, counted: { conditionUnmet: 1 }, inclusion: 'condition_unmet' },
  { condition: NO, own: yes('2022-02-20'), counted: { conditionUnmet: 1 }, inclusion: 'condition_unmet' },
  { condition: UNCLEAR, own: NO, counted: { conditionUnmet: 1 }, inclusion: 'condition_unresolved' },
  { condition: GONE, own: NO, counted: { conditionUnmet: 1 }, inclusion: 'condition_unresolved' },
  { condition: null, own: NO, counted: { pending: 1 }, inclusion: 'pending' },
];

describe('a claim with a condition', () => {
  let world: ReviewWorld;
  let reviewer: Actor;

  beforeAll(async () => {
    world = await ReviewWorld.start({ reviewersNeeded: 1, disputeWindowDays: 0 });
    reviewer = await world.person(['reviewer']);
  });
  afterAll(() => world.stop());

  let counter = 0;
  /** "If the vote fails, the council tries again", by somebody of whom there is nothing else. */
  const conditional = async () => {
    counter += 1;
    // Recorded before it was known.
    await world.setClock('2022-01-15T12:00:00Z');
    const claimant = `Claimant ${String(counter)}`;
    const { propositionId: conditionId } = await world.claim({ claimant: 'Somebody else' });
    const claim = await world.claim({
      claimant,
      condition: 'If the vote fails',
      conditionPropositionId: conditionId,
    });
    await world.setClock(BEGIN);
    return { ...claim, conditionId, claimant };
  };
  const settle = async (propositionId: string, answering: Answering) => {
    await world.answer(reviewer, propositionId, answering);
    await world.setClock(new Date(world.now.getTime() + 2 * 86_400_000));
    while ((await world.verdicts.finaliseDue()) > 0);
  };
  const countsOf = async (claimant: string) => {
    const { id } = await world.database.direct.claimant.findFirstOrThrow({ where: { name: claimant } });
    const row = await world.database.direct.claimantStatistic.findFirst({
      where: { claimantId: id, track: 'live' },
    });
    return row === null
      ? null
      : Object.fromEntries(Object.keys(NOTHING).map((key) => [key, row[key as keyof typeof NOTHING]]));
  };
  const pageOf = (claimId: string) => world.get(PublishingService).getClaim(claimId);

  describe.each(CASES)(
    '$condition.answer, and itself $own.answer',
    ({ condition, own, counted, inclusion }) => {
      it.each(['condition first', 'condition last'])(`counts as ${inclusion}; %s`, async (order) => {
        const { claimId, propositionId, conditionId, claimant } = await conditional();
        if (condition !== null && order === 'condition first') await settle(conditionId, condition);
        await settle(propositionId, own);
        if (condition !== null && order === 'condition last') await settle(conditionId, condition);
        expect(await countsOf(claimant)).toEqual({ ...NOTHING, ...counted });
        const page = await pageOf(claimId);
        expect(page).toMatchObject({ inclusion, condition: 'If the vote fails' });
        expect(page.score === null).toBe(inclusion !== 'scored');
        // The condition settles the claim, never the statement: its verdict is what reviewers found.
        expect(await world.verdictLine(propositionId)).toMatchObject([
          { outcome: own.answer, stage: 'provisional' },
          { outcome: own.answer, stage: 'final' },
        ]);
      });
    },
  );

  it('waits again when the verdict on its condition is taken back, and is settled by the next', async () => {
    const { propositionId, conditionId, claimant } = await conditional();
    await settle(propositionId, NO);
    await settle(conditionId, NO);
    expect(await countsOf(claimant)).toEqual({ ...NOTHING, conditionUnmet: 1 });
    const lead = await world.person(['lead']);
    await world.verdicts.reopen(lead, conditionId, { reason: 'The source was corrected.' });
    expect(await countsOf(claimant)).toEqual({ ...NOTHING, pending: 1 });
    await settle(conditionId, yes('2022-02-10'));
    expect(await countsOf(claimant)).toEqual({ ...NOTHING, n: 1 });
  });
});
