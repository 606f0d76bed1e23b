import { ProfileQuery } from '#contracts/http';
import { ForecastImportService } from '#features/intake';
import { ProfileService } from '#features/publishing';
import { ReviewWorld } from '../support/review-world.js';

const HEAD =
  'claimant,proposition,probability,outcome,claimedOn,deadline,occurredOn,topic,family,source,outlet,statusQuo';
const COUNT = 120;
/** Of the first so many, others speak too. */
const SHARED = 40;
/** Every third comes about. */
const outcomeOf = (i: number) => (i % 3 === 0 ? 1 : 0);

function line(claimant: string, i: number, probability: number): string {
  const yes = outcomeOf(i) === 1;
  return [
    claimant,
    `Thing ${String(i)} comes about`,
    probability,
    Number(yes),
    '2021-11-10',
    i % 2 === 0 ? '2022-01-31' : '2022-02-28',
    yes ? '2022-01-20' : '',
    i % 4 === 0 ? 'ports' : 'rents',
    `f${String(i % 40)}`,
    `Text ${String(i % 6)}`,
    'The Quay',
    'no',
  ].join(',');
}

describe('profiles', () => {
  let world: ReviewWorld;

  beforeAll(async () => {
    world = await ReviewWorld.start();
    const lines = Array.from({ length: COUNT }, (_, i) =>
      line('Anna Low', i, outcomeOf(i) === 1 ? 0.7 : 0.2),
    );
    const others = Array.from({ length: SHARED }, (_, i) => [
      line('Ben High', i, 0.6),
      line('Cleo Half', i, 0.5),
    ]).flat();
    const undated = 'Anna Low,Rents fall one day,0.6,pending,2022-02-10,,,rents,,Rents,The Quay,';
    await world.get(ForecastImportService).importForecasts(world.curator, {
      name: 'winter.csv',
      csv: [HEAD, ...lines, ...others, line('Dora Once', 0, 0.9), undated].join('\n'),
      claimantKind: 'public_person',
    });
    // As if they had been recorded when they were made.
    await world.database.direct.claim.updateMany({ data: { retrospective: false } });
    await world.database.direct.claim.updateMany({
      where: { point: 0.2 },
      data: { low: 0.05, point: 0.125, high: 0.2, phrase: 'very unlikely', basis: 'words' },
    });
    await world.setClock('2022-03-20T12:00:00Z');
    while ((await world.verdicts.finaliseDue()) > 0);
    await world.standings.buildBoards();
  }, 120_000);
  afterAll(() => world.stop());

  const idOf = async (name: string) =>
    (await world.database.direct.claimant.findFirstOrThrow({ where: { name } })).id;
  const ask = async (query: Record<string, string> = {}, name = 'Anna Low') =>
    world.get(ProfileService).getClaimant(await idOf(name), ProfileQuery.parse(query));

  it('list their claims a hundred at a time, each once', async () => {
    const [first, second, third] = [await ask(), await ask({ page: '2' }), await ask({ page: '3' })];
    expect([first, second, third].map(({ claims }) => claims.length)).toEqual([100, COUNT + 1 - 100, 0]);
    expect(first.list.page).toEqual({ number: 1, size: 100, total: COUNT + 1 });
    expect(new Set([...first.claims, ...second.claims].map(({ id }) => id)).size).toBe(COUNT + 1);
    expect(first.claims[0]).toMatchObject({ statement: 'Rents fall one day', counts: 'no_deadline' });
  });

  it('have numbers that rest on all claims, whichever are listed', async () => {
    const [whole, part] = [await ask(), await ask({ counts: 'unscoreable', page: '9' })];
    const { claims: _a, list: _b, ...numbers } = whole;
    expect(part).toMatchObject(numbers);
    expect(whole.wording.claims).toBe(COUNT + 1);
  });

  it('open the exact list behind every number of the row', async () => {
    const { standing, list } = await ask();
    const counted = Object.fromEntries(list.tally.map(({ counted: as, claims }) => [as, claims]));
    expect(counted).toEqual({
      scored: standing?.n,
      pending: standing?.pending,
      before_deadline: standing?.beforeDeadline,
      void: standing?.void,
      condition_unmet: standing?.conditionUnmet,
      ambiguous: standing?.ambiguous,
      unscoreable: standing?.unscoreable,
      retrospective: standing?.retrospective,
    });
    for (const { counted: as, claims } of list.tally)
      expect([as, (await ask({ counts: as })).list.page.total]).toEqual([as, claims]);
  });

  it('open the list behind a row of a board of some of the claims, or of an earlier day', async () => {
    expect((await ask({ topic: 'ports' })).list.page.total).toBe(COUNT / 4);
    expect((await ask({ horizon: 'longer' })).list.page.total).toBe(0);
    const before = await ask({ asOf: '2022-03-01' });
    expect(before.list.tally.find(({ counted }) => counted === 'scored')?.claims).toBe(0);
    expect(before.list.tally.find(({ counted }) => counted === 'pending')?.claims).toBe(COUNT);
    expect(before.standing?.n).toBe(COUNT);
  });

  it('set a claimant beside those who share enough statements, and say why another is not compared', async () => {
    const [anna, ben, dora] = [await ask(), await ask({}, 'Ben High'), await ask({}, 'Dora Once')];
    expect(anna.peers).toMatchObject({ why: null, n: SHARED, claimants: 3, minPropositions: 30 });
    expect(anna.peers?.standing?.peerScore).toBeGreaterThan(0);
    expect(ben.peers?.standing?.adjustedBrier).toBeCloseTo(ben.peers?.standing?.sharedBrier ?? NaN, 6);
    expect(anna.peers?.standing?.adjustedBrier).toBeLessThan(ben.peers?.standing?.adjustedBrier ?? 0);
    expect(dora.peers).toMatchObject({ standing: null, why: 'few_own', n: 1 });
  });

  it('say how much of a score rests on the lexicon, and how often the order with neighbours holds', async () => {
    const { lexicon, standing } = await ask();
    expect(lexicon?.meanBrier).toBeCloseTo(standing?.meanBrier ?? NaN, 12);
    expect(lexicon?.drawn).toBeCloseTo(2 / 3, 12);
    expect(lexicon?.low).toBeLessThan(lexicon?.meanBrier ?? 0);
    expect(lexicon?.high).toBeGreaterThan(lexicon?.meanBrier ?? 1);
    expect(lexicon?.neighbours.map(({ name, isBehind }) => [name, isBehind])).toEqual(
      expect.arrayContaining([
        ['Ben High', true],
        ['Cleo Half', true],
      ]),
    );
    // Numbers are what they are, whatever words are taken to mean.
    expect((await ask({}, 'Ben High')).lexicon).toMatchObject({ drawn: 0 });
  });

  it('of outlets are set beside other outlets by words, not by statements', async () => {
    const { id } = await world.database.direct.outlet.findFirstOrThrow({ where: { name: 'The Quay' } });
    const outlet = await world.get(ProfileService).getOutlet(id, ProfileQuery.parse({}));
    expect(outlet.peers).toBeNull();
    expect(outlet.lexicon).toMatchObject({ neighbours: [] });
    expect(outlet.list.tally[0]).toEqual({ counted: 'scored', claims: COUNT + 2 * SHARED + 1 });
  });
});
