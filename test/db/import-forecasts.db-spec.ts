import { ForecastImportService } from '#features/intake';
import { BoardReadingService } from '#features/publishing';
import { BoardQuery } from '#contracts/http';
import { readClaimLedger } from '#platform/db';
import { ReviewWorld } from '../support/review-world.js';

const HEAD =
  'claimant,proposition,probability,outcome,claimedOn,deadline,occurredOn,topic,family,source,outlet,statusQuo';
const TABLE = `${HEAD}
Anna Low,The harbour closes,0.8,1,2021-11-10,2022-02-28,2022-02-20,ports,harbour,Winter outlook,The Quay,no
Ben High,The harbour closes,0.3,1,2021-11-12,2022-02-28,2022-02-20,ports,harbour,Winter outlook,The Quay,no
Anna Low,"Rents fall, at last",,pending,2022-02-10,2023-02-28,,rents,,Rents,,
Anna Low,The ferry stops,0.1,0,2021-11-10,2022-01-31,,ports,,Winter outlook,The Quay,no
`;

describe('forecasts from a table', () => {
  let world: ReviewWorld;

  beforeAll(async () => {
    world = await ReviewWorld.start();
  });
  afterAll(() => world.stop());

  const take = (csv: string, name = 'winter.csv') =>
    world
      .get(ForecastImportService)
      .importForecasts(world.curator, { name, csv, claimantKind: 'public_person' });
  const counts = async () => {
    const { claim, source, proposition, claimant, verdictVersion } = world.database.direct;
    return Promise.all(
      [claim, source, proposition, claimant, verdictVersion].map((table) => (table as typeof claim).count()),
    );
  };

  it.each([
    [
      `${HEAD}\nAnna,p,70,pending,2022-01-10,,,,,,,\n`,
      'Line 2, column “probability”: 70 is not between 0 and 1',
    ],
    [`${HEAD}\nAnna,p,0.7,pending,,,,,,,,\n`, 'column “claimedOn”: is empty; a claim needs the day'],
    [`${HEAD}\nAnna,p,0.7,1,2022-01-10,,,,,,,\n`, 'column “occurredOn”: is empty'],
    [`${HEAD}\nAnna,p,0.7,1,2022-01-10,2022-01-31,2022-02-01,,,,,\n`, 'is after the deadline 2022-01-31'],
    [
      `${HEAD}\nAnna,p,0.7,0,2022-01-10,,,,,,,\nBen,p,0.7,void,2022-01-10,,,,,,,\n`,
      'Lines 2 and 3 give “p” different outcomes',
    ],
    [
      `${HEAD}\nAnna,p,0.7,pending,2022-01-10,2022-03-31,,,,,,\nBen,p,0.7,pending,2022-01-10,2022-04-30,,,,,,\n`,
      'Line 3: “p” has another deadline',
    ],
    ['claimant,proposition\n', 'is missing'],
    ['', 'The file is empty.'],
    [`${HEAD}\n"Anna,p\n`, 'The CSV cannot be read'],
  ])('%j is refused, and nothing is kept', async (csv, message) => {
    await expect(take(csv)).rejects.toMatchObject({
      code: 'FORECAST.BAD_TABLE',
      message: expect.stringContaining(message) as string,
    });
    expect(await counts()).toEqual([0, 0, 0, 0, 0]);
  });

  it.each([
    ['Anna', 'The harbour will not close', 'PROPOSITION.NEGATED'],
    ['unknown', 'The harbour closes', 'CLAIMANT.NOT_FOUND'],
  ])('what no proposition may say is refused: %s, %s', async (claimant, statement, code) => {
    await expect(
      take(`${HEAD}\n${claimant},${statement},0.7,pending,2022-01-10,,,,,,,\n`),
    ).rejects.toMatchObject({ code });
    expect(await counts()).toEqual([0, 0, 0, 0, 0]);
  });

  it('become claims that quote their lines, with sources, families and provisional verdicts', async () => {
    expect(await take(TABLE)).toEqual({ sources: 2, propositions: 3, claims: 4, verdicts: 2 });
    const claims = await world.database.direct.claim.findMany({
      orderBy: { id: 'asc' },
      include: { anchors: true, snapshot: true, proposition: { include: { family: true } }, claimant: true },
    });
    for (const { anchors, snapshot } of claims)
      for (const { exact, start, end } of anchors) expect(snapshot.text.slice(start, end)).toBe(exact);
    expect(claims[2]?.anchors[0]?.exact).toBe(
      'Anna Low,"Rents fall, at last",,pending,2022-02-10,2023-02-28,,rents,,Rents,,',
    );
    expect(
      claims.map(({ claimant, proposition, retrospective }) => [
        claimant.name,
        proposition.statement,
        proposition.status,
        retrospective,
      ]),
    ).toEqual([
      ['Anna Low', 'The harbour closes', 'provisional', true],
      ['Ben High', 'The harbour closes', 'provisional', true],
      ['Anna Low', 'Rents fall, at last', 'open', false],
      ['Anna Low', 'The ferry stops', 'provisional', true],
    ]);
    expect(claims[0]?.proposition.family?.name).toBe('harbour');
  });

  it('are not taken in twice', async () => {
    await expect(take(TABLE)).rejects.toMatchObject({ code: 'FORECAST.KNOWN' });
    expect((await counts())[0]).toBe(4);
  });

  it('come from Fatebook’s export as well, all rows or none, and once', async () => {
    const head =
      'Question title,Forecast created by,Forecast (scale = 0-1),Forecast created at,Question resolve by,Resolution,Resolved at';
    const rows = [
      'Will the quay be rebuilt?,Cleo,0.6,2022-02-01 09:00:00,2022-12-31 00:00:00,,',
      'Will the quay be rebuilt?,Cleo,0.7,2022-02-20 09:00:00,2022-12-31 00:00:00,,',
    ];
    const importClaims = (...body: string[]) =>
      world.get(ForecastImportService).importClaims(world.curator, {
        name: 'fatebook.csv',
        csv: [head, ...body].join('\n'),
        claimantKind: 'public_person',
      });
    const before = await counts();
    await expect(importClaims(...rows, 'Q,Cleo,0.6,yesterday,,,')).rejects.toMatchObject({
      code: 'FORECAST.BAD_TABLE',
    });
    expect(await counts()).toEqual(before);
    expect(await importClaims(...rows)).toEqual({ sources: 1, propositions: 1, claims: 2, verdicts: 0 });
    await expect(importClaims(...rows)).rejects.toMatchObject({ code: 'FORECAST.KNOWN' });
  });

  it('count when the dispute window is over, on the board of retrospective claims', async () => {
    await world.setClock('2022-03-20T12:00:00Z');
    expect(await world.verdicts.finaliseDue()).toBe(2);
    await world.standings.buildBoards();
    const query = BoardQuery.parse({ track: 'retrospective' });
    await world.get(BoardReadingService).getBoard(query);
    await world.standings.buildBoard({
      filter: {
        kind: 'claimants',
        track: 'retrospective',
        topic: null,
        period: null,
        horizon: null,
        basis: null,
      },
      asOn: null,
    });
    const board = await world.get(BoardReadingService).getBoard(query);
    expect(board?.standings.map(({ name, n }) => [name, n])).toEqual([
      ['Anna Low', 2],
      ['Ben High', 1],
    ]);
    const ledger = await readClaimLedger('all', null, world.database.direct);
    expect(ledger.filter(({ settlement }) => settlement.kind === 'scored')).toHaveLength(3);
    expect(await world.standings.findDrift()).toEqual([]);
  });
});
