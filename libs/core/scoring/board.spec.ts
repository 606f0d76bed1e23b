import { AFTER, ledgerClaim, shuffled } from '../../../test/support/ledger-claim.js';
import {
  BoardDrafter,
  buildBoard,
  compareWithReferences,
  DEFAULT_METHOD,
  finishBoard,
  type LedgerClaim,
  measureSkill,
  recordOf,
  wholeBoard,
} from './index.js';

const SETTINGS = { ...DEFAULT_METHOD, bootstrapDraws: 200 };

/** So many series in as many families, the text a new one every third time; `miss` of ten come out. */
function career(claimantId: string, n: number, miss = 0, change: Partial<LedgerClaim> = {}): LedgerClaim[] {
  return Array.from({ length: n }, (_, k) =>
    ledgerClaim({
      claimId: `${claimantId}-${String(k)}`,
      claimantId,
      propositionId: `p${String(k)}`,
      familyId: `f${String(k)}`,
      sourceId: `s${String(k % 4)}`,
      settlement: { kind: 'scored', outcome: k % 10 < miss ? 1 : 0 },
      ...change,
    }),
  );
}

function boardOf(subjects: Record<string, readonly LedgerClaim[]>, suspended: readonly string[] = []) {
  const drafter = new BoardDrafter(SETTINGS, AFTER, 'live');
  for (const [id, claims] of Object.entries(subjects))
    drafter.add({ subjectId: id, name: id.toUpperCase(), suspended: suspended.includes(id) }, claims);
  return buildBoard(drafter.draft(), SETTINGS);
}

describe('a board', () => {
  const subjects = {
    beginner: career('beginner', 9),
    worse: career('worse', 20, 6),
    better: career('better', 20, 1),
    appealing: career('appealing', 20),
    newcomer: [ledgerClaim({ settlement: { kind: 'pending' } })],
    silent: [],
  };

  it('ranks established records by shrunk skill, then shows those without a rank by name', () => {
    const board = boardOf(subjects, ['appealing']);
    expect(board.map(({ subjectId, rank, record }) => [subjectId, rank, record])).toEqual([
      ['better', 1, 'established'],
      ['worse', 2, 'established'],
      ['appealing', null, 'established'],
      ['beginner', null, 'building'],
      ['newcomer', null, 'building'],
    ]);
    const [first, second] = board;
    expect(first?.shrunk).toBeGreaterThan(second?.shrunk ?? NaN);
    expect(first?.rankLow).toBe(1);
    expect(first?.intervalLow).toBeLessThan(first?.skill ?? NaN);
    expect(first?.intervalHigh).toBeGreaterThan(first?.skill ?? NaN);
  });

  it('is the same in whatever order subjects and claims come', () => {
    const turned = Object.fromEntries(
      Object.entries(subjects)
        .reverse()
        .map(([id, claims]) => [id, shuffled<LedgerClaim>(claims, 3)]),
    );
    expect(boardOf(turned)).toEqual(boardOf(subjects));
  });

  it('asks for texts as well as families', () => {
    const board = boardOf({ a: career('a', 15, 0, { sourceId: 'only one' }) });
    expect(board[0]).toMatchObject({ record: 'building', rank: null, families: 15, texts: 1 });
  });

  it('shows no mean, skill or share where there is nothing', () => {
    expect(boardOf({ a: [ledgerClaim({ settlement: { kind: 'pending' } })] })[0]).toMatchObject({
      n: 0,
      meanBrier: null,
      boundLow: null,
      skill: null,
      shrunk: null,
      intervalLow: null,
      scoreableShare: 1,
      references: { half: { n: 0, meanBrier: null, ownMeanBrier: null } },
    });
  });

  it('gives equal records one rank', () => {
    const board = boardOf({ a: career('a', 12), b: career('b', 12), c: career('c', 12, 5) });
    expect(board.map(({ subjectId, rank }) => [subjectId, rank])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 3],
    ]);
  });

  it('says what ambiguous outcomes could have made of the mean, and what share could be scored', () => {
    const [row] = boardOf({
      a: [
        ledgerClaim(),
        ledgerClaim({ claimId: 'c2', propositionId: 'p2', settlement: { kind: 'ambiguous' } }),
        ledgerClaim({ claimId: 'c3', propositionId: 'p3', basis: 'possibility' }),
      ],
    });
    expect(row?.boundLow).toBeCloseTo(0.015625, 12);
    expect(row?.boundHigh).toBeCloseTo((0.015625 + 0.875 ** 2) / 2, 12);
    expect(row?.scoreableShare).toBeCloseTo(2 / 3, 12);
  });

  it('compares with each reference on exactly the series that have it', () => {
    const [row] = boardOf({
      a: [
        ledgerClaim(),
        ledgerClaim({
          claimId: 'c2',
          propositionId: 'p2',
          low: 0.5,
          point: 0.5,
          high: 0.5,
          references: { baseRate: 0.1, statusQuo: null, market: 0.2 },
        }),
      ],
    });
    expect(row?.references.status_quo).toEqual({ n: 1, meanBrier: 0, ownMeanBrier: 0.015625 });
    expect(row?.references.market.ownMeanBrier).toBe(0.25);
    expect(row?.references.base_rate.n).toBe(2);
    expect(row?.references.half.meanBrier).toBe(0.25);
  });

  it('orders namesakes without a rank by id, whoever came first', () => {
    const drafter = new BoardDrafter(SETTINGS, AFTER, 'live');
    for (const subjectId of ['c', 'a', 'd', 'b'])
      drafter.add({ subjectId, name: subjectId === 'd' ? 'Ada' : 'Zoe' }, [ledgerClaim()]);
    const board = buildBoard(drafter.draft(), SETTINGS);
    expect(board.map(({ subjectId, rank }) => [subjectId, rank])).toEqual([
      ['d', null],
      ['a', null],
      ['b', null],
      ['c', null],
    ]);
  });

  it('is measured as the method has it where nothing else is asked for', () => {
    const drafter = new BoardDrafter(DEFAULT_METHOD, AFTER, 'live');
    const claims = career('a', 20, 3).map((claim, k) => ({ ...claim, low: 0, point: (k + 1) / 50 }));
    drafter.add({ subjectId: 'a', name: 'A' }, claims);
    const draft = drafter.draft();
    const board = buildBoard(draft);
    expect(board).toEqual(buildBoard(draft, DEFAULT_METHOD));
    // With another seed it would be another interval.
    const other = buildBoard(draft, { ...DEFAULT_METHOD, bootstrapSeed: 1 });
    expect(other[0]?.intervalLow).not.toBe(board[0]?.intervalLow);
  });

  it('is not finished with a row too few', () => {
    const drafter = new BoardDrafter(SETTINGS, AFTER, 'live');
    drafter.add({ subjectId: 'a', name: 'A' }, [ledgerClaim()]);
    const draft = drafter.draft();
    const measures = measureSkill(draft.input, { draws: 10, seed: 1 });
    expect(() => finishBoard({ ...draft, rows: [] }, measures)).toThrow('one row for each');
  });
});

it('the whole board is everything live, whatever else is known of it', () => {
  expect(wholeBoard('outlets')).toEqual({
    kind: 'outlets',
    track: 'live',
    topic: null,
    period: null,
    horizon: null,
    basis: null,
  });
});

it('references of a profile are those of its row on a board', () => {
  const claims = [
    ...career('a', 3, 1),
    ledgerClaim({ propositionId: 'q', references: { baseRate: null, statusQuo: null, market: 0.4 } }),
  ];
  const compared = compareWithReferences(recordOf(claims, AFTER, 'live').series);
  expect(compared.base_rate.n).toBe(3);
  expect(compared.market).toEqual({ n: 1, meanBrier: 0.4 ** 2, ownMeanBrier: 0.125 ** 2 });
  expect(boardOf({ a: claims })[0]?.references).toEqual(compared);
});

/**
 * What waiting for the *scheduled* deadline is for: of things of which three in ten come about within the year, those
 * settled by the end of March are all "it occurred", so whoever says no to everything looks wrong until December.
 */
it('a board of early verdicts would flatter whoever says yes', () => {
  const settledEarly = Array.from({ length: 100 }, (_, k) => k % 10 < 3 && k % 4 === 0);
  const claims = (point: number) =>
    settledEarly.map((isEarly, k) =>
      ledgerClaim({
        claimId: `c${String(k)}`,
        propositionId: `p${String(k)}`,
        familyId: `f${String(k)}`,
        sourceId: `s${String(k)}`,
        low: point,
        point,
        high: point,
        scheduledDeadlineOn: '2022-12-31',
        deadlineOn: '2022-12-31',
        occurredOn: k % 10 < 3 ? (isEarly ? '2022-03-01' : '2022-10-01') : null,
        settlement: { kind: 'scored', outcome: k % 10 < 3 ? 1 : 0 },
      }),
    );
  const early = (list: LedgerClaim[]) =>
    list
      .filter((_, k) => settledEarly[k])
      .map((claim) => ({ ...claim, scheduledDeadlineOn: '2022-03-01', deadlineOn: '2022-03-01' }));
  const brier = (list: LedgerClaim[], asOn: string) => {
    const drafter = new BoardDrafter(SETTINGS, asOn, 'live');
    drafter.add({ subjectId: 'a', name: 'A' }, list);
    return drafter.draft().rows[0];
  };
  // In March, if early verdicts counted: the one who says yes is perfect, the one who says no all wrong.
  expect(brier(early(claims(1)), '2022-03-31')?.meanBrier).toBe(0);
  expect(brier(early(claims(0)), '2022-03-31')?.meanBrier).toBe(1);
  // As it is, nothing counts in March, and in January the one who says no is the better.
  expect(brier(claims(1), '2022-03-31')).toMatchObject({ n: 0, beforeDeadline: 100 });
  expect(brier(claims(1), '2023-01-01')?.meanBrier).toBeCloseTo(0.7, 12);
  expect(brier(claims(0), '2023-01-01')?.meanBrier).toBeCloseTo(0.3, 12);
});
