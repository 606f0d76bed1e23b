import { BoardQuery, MoveQuery, ProfileQuery } from '#contracts/http';
import type { Actor } from '#core/domain';
import { computeStatistics, wholeBoard } from '#core/scoring';
import { BoardReadingService, MoveService, ProfileService, PublishingService } from '#features/publishing';
import { boardRepo, getInstallation, installationRepo, readClaimLedger, scoreRepo } from '#platform/db';
import { type ClaimWish, NO, ReviewWorld, yes } from '../support/review-world.js';

/** The Quay writes of ports: two said in January, one more when the first is settled. */
describe('boards', () => {
  let world: ReviewWorld;
  let reviewers: Actor[];
  let boards: BoardReadingService;

  beforeAll(async () => {
    world = await ReviewWorld.start();
    boards = world.get(BoardReadingService);
    reviewers = await world.people(2, ['reviewer']);
    await world.setClock('2022-02-01T12:00:00Z');
    const first = await claim({ claimant: 'Ada Low', topics: ['ports'] });
    await claim({ claimant: 'Ben High', propositionId: first.propositionId, probability: bandOf(0.2) });
    await settle(first.propositionId, '2022-03-02T12:00:00Z', NO);
    const second = await claim({
      claimant: 'Ada Low',
      topics: ['ports', 'rents'],
      saidOn: '2022-03-25',
      deadlineOn: '2022-04-20',
    });
    await settle(second.propositionId, '2022-04-22T12:00:00Z', yes('2022-04-20'));
  });
  afterAll(() => world.stop());

  const bandOf = (point: number) => ({
    low: point,
    point,
    high: point,
    phrase: `${String(point)}`,
    basis: 'number' as const,
  });
  const claim = (wish: ClaimWish) => world.claim({ outlet: 'The Quay', deadlineOn: '2022-02-28', ...wish });

  /** Answers on a day, lets the dispute window pass and builds the boards. */
  async function settle(propositionId: string, on: string, answering: Parameters<typeof world.answer>[2]) {
    await world.setClock(on);
    for (const reviewer of reviewers) await world.answer(reviewer, propositionId, answering);
    await world.setClock(new Date(Date.parse(on) + 16 * 86_400_000));
    expect(await world.verdicts.finaliseDue()).toBe(1);
    await world.standings.buildBoards();
  }

  const ask = (query: Partial<Record<keyof ReturnType<typeof BoardQuery.parse>, string>> = {}) =>
    boards.getBoard(BoardQuery.parse(query));
  const waiting = () =>
    world.database.direct.outboxMessage.findMany({ where: { name: 'standings.build-filtered-board' } });
  /** Has the worker's job done. */
  const work = async () => {
    for (const { id, payload } of await waiting()) {
      const { filter, asOn } = payload as unknown as Parameters<typeof world.standings.buildBoard>[0];
      await world.standings.buildBoard({ filter, asOn });
      await world.database.direct.outboxMessage.delete({ where: { id } });
    }
  };

  it('show everybody with the numbers that their claims give', async () => {
    const board = await ask();
    expect(board?.standings.map(({ name, n, families, record }) => [name, n, families, record])).toEqual([
      ['Ada Low', 2, 2, 'building'],
      ['Ben High', 1, 1, 'building'],
    ]);
    expect(board?.totals).toEqual({ claims: 3, scored: 3, families: 2, claimants: 2 });
    expect(board?.topics).toEqual(['ports', 'rents']);
    expect(board?.periods).toEqual(['2022']);
    expect(board?.references.find(({ reference }) => reference === 'half')).toEqual({
      reference: 'half',
      n: 3,
      meanBrier: 0.25,
    });
  });

  it('are kept as read, and still bear the names of today and nobody whose profile is gone', async () => {
    const { claimant } = world.database.direct;
    const names = async () => (await ask())?.standings.map(({ name }) => name);
    expect(await names()).toEqual(['Ada Low', 'Ben High']);
    await claimant.updateMany({ where: { name: 'Ada Low' }, data: { name: 'Ada Lowe' } });
    await claimant.updateMany({ where: { name: 'Ben High' }, data: { kind: 'private_person' } });
    expect(await names()).toEqual(['Ada Lowe']);
    await claimant.updateMany({ where: { name: 'Ada Lowe' }, data: { name: 'Ada Low' } });
    await claimant.updateMany({ where: { name: 'Ben High' }, data: { kind: 'public_person' } });
    expect(await names()).toEqual(['Ada Low', 'Ben High']);
  });

  it('of outlets hold what their own authors wrote', async () => {
    const board = await ask({ kind: 'outlets' });
    expect(board?.standings).toMatchObject([{ name: 'The Quay', kind: 'outlet', n: 3, families: 2 }]);
    const outlet = await world
      .get(ProfileService)
      .getOutlet(board?.standings[0]?.id ?? '', ProfileQuery.parse({}));
    expect(outlet).toMatchObject({ name: 'The Quay', kind: 'outlet', standing: { n: 3 } });
    expect(outlet.claims).toHaveLength(3);
  });

  it('compare a claim with what was known before it was made', async () => {
    const ledger = await readClaimLedger(
      'all',
      (await scoreRepo.findNewestMethod(world.database.direct))?.id ?? null,
      world.database.direct,
    );
    const rates = ledger.map(({ saidOn, references }) => [saidOn, references.baseRate]);
    const all = (0 + 1) / (1 + 2);
    const topic = (0 + 10 * all) / 11;
    expect(rates).toEqual([
      ['2022-01-10', 0.5],
      ['2022-01-10', 0.5],
      // Of the same cell: ports, within a quarter said of the first, within a month of this; so its topic only.
      ['2022-03-25', topic],
    ]);
  });

  it('of a filter are computed when somebody asks, once however many do', async () => {
    const asked = await Promise.all([ask({ topic: 'rents' }), ask({ topic: 'rents' })]);
    for (const board of asked)
      expect(board).toMatchObject({
        isBuilding: true,
        standings: [],
        totals: { claims: 0 },
        filter: { topic: 'rents' },
      });
    expect(await waiting()).toHaveLength(1);
    await work();
    expect(await ask({ topic: 'rents' })).toMatchObject({
      isBuilding: false,
      standings: [{ name: 'Ada Low', n: 1 }],
    });
    expect(await waiting()).toEqual([]);
  });

  it.each([
    [{ basis: 'number' }, ['Ada Low', 'Ben High']],
    [{ basis: 'words' }, []],
    [{ horizon: 'month' }, ['Ada Low']],
    [{ period: '2022', horizon: 'quarter' }, ['Ada Low', 'Ben High']],
    [{ track: 'retrospective' }, []],
  ])('narrowed by %j are of %j', async (query, names) => {
    await ask(query);
    await work();
    expect((await ask(query))?.standings.map(({ name }) => name)).toEqual(names);
  });

  it('of an earlier day know nothing that came later', async () => {
    await ask({ asOf: '2022-03-20' });
    await work();
    const board = await ask({ asOf: '2022-03-20' });
    expect(board?.asOf).toBe('2022-03-20T23:00:00.000Z');
    expect(board?.standings).toMatchObject([
      { name: 'Ada Low', n: 1, pending: 1 },
      { name: 'Ben High', n: 1 },
    ]);
    await ask({ asOf: '2022-03-02' });
    await work();
    expect((await ask({ asOf: '2022-03-02' }))?.standings).toMatchObject([{ n: 0, pending: 1 }, { n: 0 }]);
  });

  it.each([
    [{ topic: 'weather' }, 'No proposition has the topic “weather”.'],
    [{ period: '1999' }, 'No proposition was to fall due in 1999.'],
    [{ asOf: '2030-01-01' }, '2030-01-01 has not been yet'],
    [{ asOf: '2021-12-31' }, 'Nothing was recorded yet on 2021-12-31.'],
  ])('that cannot be (%j) are refused', async (query, message) => {
    await expect(ask(query)).rejects.toMatchObject({
      code: 'BOARD.NOT_FOUND',
      message: expect.stringContaining(message) as string,
    });
  });

  it('are not asked for without end', async () => {
    const days = Array.from({ length: 25 }, (_, k) => `2022-04-${String(k + 1).padStart(2, '0')}`);
    for (const asOf of days) await ask({ asOf });
    expect(await waiting()).toHaveLength(20);
    await world.database.direct.outboxMessage.deleteMany();
  });

  it('say why somebody moved', async () => {
    const ada = (await ask())?.standings[0]?.id ?? '';
    const days = MoveQuery.parse({ from: '2022-03-20', to: '2022-05-08' });
    const move = await world.get(MoveService).getMove('claimants', ada, days);
    expect(move).toMatchObject({
      asked: { from: '2022-03-20', to: '2022-05-08' },
      from: { n: 1 },
      to: { n: 2 },
      causes: [{ kind: 'verdict', on: '2022-05-08', before: null }],
    });
    const [cause] = move.causes;
    expect(cause?.effect).toBeCloseTo((move.to?.skill ?? NaN) - (move.from?.skill ?? NaN), 12);
    expect(cause?.statement).toMatch(/^Thing/u);
    await expect(
      world
        .get(MoveService)
        .getMove('claimants', ada, MoveQuery.parse({ from: '2022-05-08', to: '2022-05-08' })),
    ).rejects.toMatchObject({ code: 'INPUT.INVALID' });
    await expect(world.get(MoveService).getMove('outlets', ada, days)).rejects.toMatchObject({
      code: 'OUTLET.NOT_FOUND',
    });
  });

  it('have profiles whose effects sum to the skill shown', async () => {
    const ada = (await ask())?.standings[0];
    const profile = await world.get(ProfileService).getClaimant(ada?.id ?? '', ProfileQuery.parse({}));
    const sum = profile.claims.reduce((total, { effect }) => total + (effect ?? 0), 0);
    expect(sum).toBeCloseTo(ada?.skill ?? NaN, 12);
    expect(profile.references).toHaveLength(4);
    expect(profile.overTime.map(({ on, n }) => [on, n])).toEqual([
      ['2022-02-28', 1],
      ['2022-04-20', 2],
    ]);
    const claimPage = await world.get(PublishingService).getClaim(profile.claims[0]?.id ?? '');
    expect(claimPage).toMatchObject({ effect: profile.claims[0]?.effect, weight: 1 });
  });

  it('of another yardstick begin when everything is scored by it; what was computed before stays', async () => {
    const { direct } = world.database;
    const before = await direct.claimantStatistic.findMany({ orderBy: { id: 'asc' } });
    const { version, settings } = await getInstallation(direct);
    await installationRepo.update(version, { settings: { ...settings, yardstick: 'phia' } }, direct);
    await world.standings.markOutdated();
    expect(await world.rescoring.bringUpToMethod()).toBe(2);
    expect(await world.rescoring.bringUpToMethod()).toBe(0);
    await world.standings.buildBoards();
    const after = await direct.claimantStatistic.findMany({ orderBy: { id: 'asc' } });
    expect(after.filter(({ methodId }) => methodId === before[0]?.methodId)).toEqual(before);
    const method = await scoreRepo.findNewestMethod(direct);
    const fresh = after.filter(({ methodId }) => methodId === method?.id);
    const ledger = await readClaimLedger('all', method?.id ?? null, direct);
    for (const row of fresh)
      expect(row.sumSkill).toBe(computeStatistics(row.claimantId, ledger, '2022-05-08', row.track).sumSkill);
    expect((await ask())?.method.lexiconVersion).toBe(method?.lexiconVersion);
    expect((await ask())?.standings).toHaveLength(2);
  });

  it('of an older version, that say less, are still read', async () => {
    const { direct } = world.database;
    const newest = await boardRepo.findNewest({ filter: wholeBoard('claimants'), asOn: null }, direct);
    const { filterHash, methodId } = await direct.board.findUniqueOrThrow({
      where: { id: newest?.id ?? '' },
    });
    const claimant = await direct.claimant.findFirstOrThrow({ where: { name: 'Ada Low' } });
    await direct.board.create({
      data: {
        kind: 'claimants',
        methodId,
        filter: {},
        filterHash,
        asOfAt: world.now,
        hash: 'b'.repeat(64),
        builtAt: world.now,
        standings: { create: { position: 1, claimantId: claimant.id, n: 3, brier: 0.2 } },
      },
    });
    expect(await ask()).toMatchObject({
      totals: { claims: 0 },
      topics: [],
      standings: [{ name: 'Ada Low', n: 3, meanBrier: 0.2, record: 'building', rank: null, hitRate: null }],
    });
  });
});
