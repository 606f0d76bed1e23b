import type { Actor } from '#core/domain';
import { CodingService, UndoService } from '#features/triage';
import { codingRepo, propositionRepo } from '#platform/db';
import { HEATS, race, untilWaiting, whileHeld } from '../support/race.js';
import { ReviewWorld } from '../support/review-world.js';

/** What the claims of this world say, as another person reads it. */
const SAME = {
  probability: { low: 0.7, point: 0.7, high: 0.7, phrase: '70 %', basis: 'number' },
  windowStartOn: null,
  deadlineOn: '2022-02-28',
  precision: 'day',
  deadlineBasis: 'explicit',
  deadlinePhrase: '',
  negated: false,
  condition: null,
  conditionPropositionId: null,
  alreadyHappened: false,
} as const;
const REASON = { reason: 'So it reads.' };

describe('two people and one claim at the same instant', () => {
  let world: ReviewWorld;
  let ann: Actor;
  let bob: Actor;

  beforeAll(async () => {
    world = await ReviewWorld.start({ secondCoding: 'ranked' });
    await world.setClock('2022-02-01T09:00:00Z');
    [ann, bob] = (await world.people(2, ['curator'])) as [Actor, Actor];
  });
  afterAll(() => world.stop());

  const codings = () => world.get(CodingService);
  const stateOf = async (claimId: string) =>
    world.database.direct.claim.findUniqueOrThrow({ where: { id: claimId }, include: { proposition: true } });

  it.each(HEATS)('both code it, heat %i: one has coded it, the other is told so', async () => {
    const { claimId } = await world.claim();
    const { won, refused } = await race(
      () => codings().submit(ann, claimId, SAME),
      () => codings().submit(bob, claimId, SAME),
    );
    expect([won.length, refused]).toEqual([1, ['CODING.TAKEN']]);
    expect(await stateOf(claimId)).toMatchObject({ state: 'active', proposition: { status: 'open' } });
    expect(await codingRepo.listOf(claimId, world.database.direct)).toHaveLength(2);
  });

  it('one codes it while the other waits for the same: whoever comes second is told', async () => {
    const { claimId, propositionId } = await world.claim();
    let late: Promise<unknown> = Promise.resolve();
    await whileHeld(
      world.database,
      (tx) => propositionRepo.lock(propositionId, tx),
      async () => {
        late = expect(
          race(
            () => codings().submit(ann, claimId, SAME),
            () => codings().submit(bob, claimId, SAME),
          ),
        ).resolves.toMatchObject({ refused: ['CODING.TAKEN'] });
        await untilWaiting(world.database, 2);
      },
    );
    await late;
  });

  it.each(HEATS)('one codes it, one takes it back, heat %i: never both', async () => {
    const { claimId } = await world.claim();
    const [candidate] = await world.database.direct.candidate.findMany({ where: { claimId } });
    if (candidate === undefined) throw new Error('the claim has a candidate');
    const { won, refused } = await race<unknown>(
      () => codings().submit(ann, claimId, SAME),
      () => world.get(UndoService).restoreCandidate(world.curator, candidate.id, candidate),
    );
    expect(won).toHaveLength(1);
    const { state, proposition } = await stateOf(claimId);
    expect([[state, proposition.status, ...refused]]).toEqual(
      state === 'active'
        ? [['active', 'open', 'CANDIDATE.HAS_FOLLOWED']]
        : [['withdrawn', 'withdrawn', 'CODING.NOT_WAITING']],
    );
  });

  it.each(HEATS)('two settle it otherwise, heat %i: one of them has', async () => {
    const { claimId } = await world.claim();
    await codings().submit(ann, claimId, { ...SAME, deadlineOn: '2022-12-31' });
    const lead = await world.person(['lead']);
    const none = { band: null, polarity: null, condition: null };
    const { won, refused } = await race(
      () =>
        codings().settle(bob, claimId, { ...REASON, outcome: 'opened', choices: { ...none, deadline: 2 } }),
      () =>
        codings().settle(lead, claimId, {
          ...REASON,
          outcome: 'withdrawn',
          choices: { ...none, deadline: null },
        }),
    );
    expect([won.length, refused]).toEqual([1, ['CODING.NOT_WAITING']]);
    const { state } = await stateOf(claimId);
    expect(won[0]).toMatchObject({
      state,
      settlement: { outcome: state === 'active' ? 'opened' : 'withdrawn' },
    });
  });

  it('what is due when it opens is told with hindsight', async () => {
    const { claimId } = await world.claim();
    await world.setClock('2022-03-02T09:00:00Z');
    const now = new Date('2022-03-02T09:00:00Z');
    await codings().submit(ann, claimId, SAME);
    expect(await stateOf(claimId)).toMatchObject({ state: 'active', retrospective: true, recordedAt: now });
  });

  it('the list has what is to be coded, then to be settled, then what waits, each from the oldest', async () => {
    const lead = await world.person(['curator', 'lead']);
    const settled = await world.claim();
    const older = await world.claim();
    const newer = await world.claim();
    await codings().submit(ann, settled.claimId, { ...SAME, negated: true });
    const parts = async (who: Actor) =>
      (await codings().listQueue(who)).items.map(({ claimId, part }) => [claimId, part]);
    const of = (claims: readonly { claimId: string }[], part: string) =>
      claims.map(({ claimId }) => [claimId, part]);
    expect(await parts(lead)).toEqual([...of([older, newer], 'to_code'), ...of([settled], 'to_settle')]);
    expect(await parts(ann)).toEqual([...of([older, newer], 'to_code'), ...of([settled], 'waiting')]);
    expect(await parts(world.curator)).toEqual(of([settled, older, newer], 'waiting'));
  });

  it('waits too where the claimant stands for one with a rank', async () => {
    const tx = world.database.direct;
    const at = new Date('2022-03-02T09:00:00Z');
    const stateFor = async (claimant: string) =>
      (await stateOf((await world.claim({ claimant, claimantKind: 'collective' })).claimId)).state;
    expect(await stateFor('Many at the ministry')).toBe('active');
    const from = await tx.claimant.findFirstOrThrow({ where: { name: 'Many at the ministry' } });
    const to = await tx.claimant.create({
      data: { name: 'The ministry', kind: 'organisation', createdAt: at },
    });
    await tx.claimantLink.create({
      data: { fromId: from.id, toId: to.id, version: 1, action: 'merge', reason: 'same', linkedAt: at },
    });
    expect(await stateFor('Many at the ministry')).toBe('draft');
  });
});
