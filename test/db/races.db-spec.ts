import { type Actor, BOARD_KINDS, nameKey } from '#core/domain';
import { computeStatistics, wholeBoard } from '#core/scoring';
import { auditRepo, boardRepo, claimantRepo, propositionRepo, readClaimLedger } from '#platform/db';
import { HEATS, race, untilWaiting, whileHeld } from '../support/race.js';
import { BEGIN, NO, ReviewWorld, yes } from '../support/review-world.js';

describe('at the same instant', () => {
  let world: ReviewWorld;
  let reviewers: Actor[];
  let first: Actor;
  let second: Actor;
  let third: Actor;
  let lead: Actor;

  beforeAll(async () => {
    world = await ReviewWorld.start();
    reviewers = await world.people(3, ['reviewer']);
    [first, second, third] = reviewers as [Actor, Actor, Actor];
    lead = await world.person(['lead']);
  });
  afterAll(async () => {
    // Whatever raced, the audit chain is one line.
    expect((await auditRepo.verifyAuditChain(world.database.direct)).fault).toBeNull();
    await world.stop();
  });
  beforeEach(() => world.setClock(BEGIN));

  const count = (table: 'round' | 'review' | 'lease', propositionId: string): Promise<number> => {
    const { round, review, lease } = world.database.direct;
    if (table === 'round') return round.count({ where: { propositionId } });
    if (table === 'lease') return lease.count({ where: { propositionId, releasedAt: null } });
    return review.count({ where: { round: { propositionId } } });
  };

  describe.each(HEATS)('reviewing, heat %i', () => {
    it('everybody opens the review: one round, and a lease for each answer it wants', async () => {
      const { propositionId } = await world.claim();
      const { won, refused } = await race(
        ...[...reviewers, ...reviewers].map((who) => () => world.lease(who, propositionId)),
      );
      expect(new Set(won).size).toBe(2);
      expect(refused).toEqual(['REVIEW.TAKEN', 'REVIEW.TAKEN']);
      expect(await count('round', propositionId)).toBe(1);
      expect(await count('lease', propositionId)).toBe(2);
    });

    it('two answer alike: exactly one provisional verdict, and the round decided once', async () => {
      const { propositionId } = await world.claim();
      const leases = [await world.lease(first, propositionId), await world.lease(second, propositionId)];
      const { won, refused } = await race(
        () => world.submit(first, propositionId, leases[0] ?? '', NO),
        () => world.submit(second, propositionId, leases[1] ?? '', NO),
      );
      expect(refused).toEqual([]);
      expect(won.map(({ round }) => round).sort()).toEqual(['agreed', 'waiting']);
      expect(await world.verdictLine(propositionId)).toEqual([
        expect.objectContaining({ version: 1, stage: 'provisional', outcome: 'NOT_OCCURRED' }),
      ]);
      const round = await world.database.direct.round.findFirstOrThrow({ where: { propositionId } });
      expect(round).toMatchObject({ state: 'decided', closedAt: world.now });
    });

    it('two answer alike, each twice: the second time is refused and none of it is kept', async () => {
      const { propositionId } = await world.claim();
      const entries: (() => Promise<unknown>)[] = [];
      for (const who of [first, second]) {
        const lease = await world.lease(who, propositionId);
        const submit = () => world.submit(who, propositionId, lease, yes('2022-02-20'));
        entries.push(submit, submit);
      }
      const { won, refused } = await race(...entries);
      expect(won).toHaveLength(2);
      expect(refused).toHaveLength(2);
      for (const code of refused)
        expect(['REVIEW.NOT_NEEDED', 'REVIEW.ALREADY_ANSWERED', 'REVIEW.LEASE_EXPIRED']).toContain(code);
      expect(await count('review', propositionId)).toBe(2);
      expect(
        await world.database.direct.evidence.count({ where: { review: { round: { propositionId } } } }),
      ).toBe(2);
      expect(await world.verdictLine(propositionId)).toHaveLength(1);
    });

    it('one person answers twice: it is one answer', async () => {
      const { propositionId } = await world.claim();
      const lease = await world.lease(first, propositionId);
      const submit = () => world.submit(first, propositionId, lease, NO);
      const { won, refused } = await race(submit, submit);
      expect(won).toHaveLength(1);
      expect(refused).toHaveLength(1);
      expect(await count('review', propositionId)).toBe(1);
      expect(await world.verdictLine(propositionId)).toEqual([]);
    });

    it('two leads decide a split: one verdict', async () => {
      const { propositionId } = await world.claim();
      await world.answer(first, propositionId, NO);
      await world.answer(second, propositionId, yes('2022-02-20'));
      await world.answer(third, propositionId, { answer: 'AMBIGUOUS' });
      const another = await world.person(['lead']);
      const decision = {
        outcome: 'NOT_OCCURRED',
        voidReason: null,
        occurredOn: null,
        reason: 'Seen all.',
        cause: 'evidence',
      } as const;
      const { refused } = await race(
        () => world.verdicts.decideSplit(lead, propositionId, decision),
        () => world.verdicts.decideSplit(another, propositionId, { ...decision, outcome: 'AMBIGUOUS' }),
      );
      expect(refused).toEqual(['VERDICT.NOT_SPLIT']);
      expect(await world.verdictLine(propositionId)).toHaveLength(1);
    });
  });

  describe.each(HEATS)('triage, heat %i', (heat) => {
    it('two curators accept one candidate: one claim, one proposition', async () => {
      const candidate = await world.candidate({ publishedOn: '2022-01-10' });
      const other = await world.person(['curator']);
      const statement = `Two curators agree, heat ${String(heat)}`;
      const { won, refused } = await race(
        () => world.accept(candidate, { statement }),
        () => world.accept(candidate, { statement }, other),
      );
      expect(won).toHaveLength(1);
      expect(['VERSION.CHANGED', 'CANDIDATE.ALREADY_DECIDED']).toContain(refused[0]);
      const { snapshotId } = candidate;
      expect(await world.database.direct.claim.count({ where: { snapshotId } })).toBe(1);
      expect(await world.database.direct.proposition.count({ where: { statement } })).toBe(1);
    });

    it('two claims of the same new claimant: one claimant with one name', async () => {
      const claimant = `Newcomer of heat ${String(heat)}`;
      const texts = [
        await world.candidate({ publishedOn: '2022-01-10' }),
        await world.candidate({ publishedOn: '2022-01-11' }),
      ];
      const { won } = await race(...texts.map((text) => () => world.accept(text, { claimant })));
      expect(won).toHaveLength(2);
      const tx = world.database.direct;
      expect(await tx.claimant.count({ where: { name: claimant } })).toBe(1);
      expect(await tx.claimantAlias.count({ where: { aliasKey: nameKey(claimant) } })).toBe(1);
    });

    it('two propositions of the same new family: one family', async () => {
      const family = `Affair of heat ${String(heat)}`;
      const texts = [
        await world.candidate({ publishedOn: '2022-01-10' }),
        await world.candidate({ publishedOn: '2022-01-11' }),
      ];
      await race(...texts.map((text) => () => world.accept(text, { family })));
      expect(await world.database.direct.family.count({ where: { name: family } })).toBe(1);
    });
  });

  it('a claim joins while the verdict falls and becomes final: it is scored with the others, or refused', async () => {
    const hasty = await ReviewWorld.start({ reviewersNeeded: 1, disputeWindowDays: 0 });
    try {
      const reviewer = await hasty.person(['reviewer']);
      const { propositionId } = await hasty.claim();
      const candidate = await hasty.candidate({ publishedOn: '2022-01-12' });
      const lease = await hasty.lease(reviewer, propositionId);
      const entries: Promise<unknown>[] = [];
      // The claim has found the proposition open and waits for its claimant; now the verdict comes.
      await whileHeld(
        hasty.database,
        (tx) => claimantRepo.ensure('Late Comer', 'public_person', hasty.now, tx),
        async () => {
          entries.push(race(() => hasty.accept(candidate, { propositionId, claimant: 'Late Comer' })));
          await untilWaiting(hasty.database, 1);
          const settling = race(async () => {
            await hasty.submit(reviewer, propositionId, lease, NO);
            return hasty.verdicts.finaliseDue();
          });
          entries.push(settling);
          await Promise.race([settling, untilWaiting(hasty.database, 2)]);
        },
      );
      await Promise.all(entries);
      await hasty.verdicts.finaliseDue();
      const tx = hasty.database.direct;
      const ledger = await readClaimLedger('all', null, tx);
      expect(ledger.map(({ settlement }) => settlement.kind)).toEqual(ledger.map(() => 'scored'));
      expect(await tx.claimScore.count()).toBe(ledger.length);
      expect(await tx.claimantStatistic.count({ where: { track: 'live' } })).toBe(ledger.length);
    } finally {
      await hasty.stop();
    }
  });

  it('a verdict that is disputed while the sweep is at it does not become final', async () => {
    const { propositionId } = await world.claim();
    await world.answer(first, propositionId, NO);
    await world.answer(second, propositionId, NO);
    const [verdict] = await world.verdictLine(propositionId);
    await world.setClock('2022-03-20T12:00:00Z');
    const entries: Promise<unknown>[] = [];
    await whileHeld(
      world.database,
      (tx) => propositionRepo.lock(propositionId, tx),
      async () => {
        entries.push(world.verdicts.finaliseDue());
        await untilWaiting(world.database, 1);
      },
      (tx) =>
        tx.dispute.create({
          data: {
            propositionId,
            verdictVersionId: verdict?.id ?? '',
            kind: 'objection',
            reason: 'It did.',
            raisedAt: world.now,
          },
        }),
    );
    await Promise.all(entries);
    expect(await world.verdictLine(propositionId)).toHaveLength(1);
    await world.verdicts.finaliseDue();
    expect(await world.verdictLine(propositionId)).toHaveLength(1);
  });
});

/** Ada, Ben and Cleo, each with a claim on each of three propositions and a second on one, all of them live. */
describe.each(HEATS)('verdicts at the same instant, heat %i', () => {
  const PEOPLE = ['Ada', 'Ben', 'Cleo'];
  let world: ReviewWorld;
  let lead: Actor;
  let ids: string[];

  beforeEach(async () => {
    world = await ReviewWorld.start();
    lead = await world.person(['lead']);
    const reviewers = await world.people(2, ['reviewer']);
    ids = [];
    for (const claimant of PEOPLE) {
      const { propositionId } = await world.claim({ claimant, deadlineOn: '2022-03-05' });
      for (const other of PEOPLE)
        await world.claim({ claimant: other, propositionId, deadlineOn: '2022-03-05', saidOn: '2022-01-20' });
      ids.push(propositionId);
    }
    await world.setClock('2022-03-06T12:00:00Z');
    for (const id of ids) for (const reviewer of reviewers) await world.answer(reviewer, id, NO);
    await world.setClock('2022-03-25T12:00:00Z');
  });
  afterEach(() => world.stop());

  const expectNumbersRight = async (series: number) => {
    const tx = world.database.direct;
    const ledger = await readClaimLedger('all', null, tx);
    const rows = await tx.claimantStatistic.findMany();
    for (const row of rows) {
      const fresh = computeStatistics(row.claimantId, ledger, '2022-03-25', row.track);
      expect({ n: row.n, sumBrier: row.sumBrier }).toEqual({ n: fresh.n, sumBrier: fresh.sumBrier });
    }
    expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(series);
    expect(await world.standings.findDrift()).toEqual([]);
    expect((await auditRepo.verifyAuditChain(tx)).fault).toBeNull();
  };

  it('three sweeps: one final version per proposition, one score per claim', async () => {
    const sweep = () => world.verdicts.finaliseDue();
    const { won } = await race(sweep, sweep, sweep);
    expect(won.reduce((sum, done) => sum + done, 0)).toBe(3);
    for (const id of ids) {
      const line = await world.verdictLine(id);
      expect(line.map(({ stage }) => stage)).toEqual(['provisional', 'final']);
      const claim = { propositionId: id };
      expect(await world.database.direct.claimScore.count({ where: { claim } })).toBe(4);
    }
    await expectNumbersRight(9);
  });

  it('a sweep and leads who take verdicts back: every line is whole, and the numbers follow its end', async () => {
    const reopen = (id: string) => () => world.verdicts.reopen(lead, id, { reason: 'contested' });
    const { refused } = await race<unknown>(
      () => world.verdicts.finaliseDue(),
      ...ids.map(reopen),
      ...ids.map(reopen),
    );
    expect(refused).toEqual(ids.map(() => 'VERDICT.NOT_FOUND'));
    for (const id of ids) {
      const line = await world.verdictLine(id);
      expect([
        ['provisional', 'reopened'],
        ['provisional', 'final', 'reopened'],
      ]).toContainEqual(line.map(({ stage }) => stage));
      line.forEach((version, index) => {
        expect(version).toMatchObject({
          version: index + 1,
          supersedesId: line[index - 1]?.id ?? null,
        });
      });
      expect((await world.proposition(id)).status).toBe('open');
      const where = { propositionId: id, state: 'open' } as const;
      expect(await world.database.direct.round.count({ where })).toBe(1);
    }
    await expectNumbersRight(0);
  });

  it('three jobs build the board: one board answers all marks', async () => {
    await world.verdicts.finaliseDue();
    const build = () => world.standings.buildBoards();
    const { won } = await race(build, build, build);
    expect(won).toContain(true);
    expect(await world.database.direct.board.count()).toBe(BOARD_KINDS.length);
    expect(await world.database.direct.boardStaleMark.count()).toBe(0);
    const { direct } = world.database;
    const board = await boardRepo.findNewest({ filter: wholeBoard('claimants'), asOn: null }, direct);
    const standings = await boardRepo.listStandings(board?.id ?? '', direct);
    expect(standings.map(({ n }) => n)).toEqual([3, 3, 3]);
  });
});
