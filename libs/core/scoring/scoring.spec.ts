import fc from 'fast-check';
import {
  bandOf,
  brierScore,
  buildBoard,
  classifyClaim,
  computeStatistics,
  DEFAULT_METHOD,
  type LedgerClaim,
  logScore,
  scoreBand,
  scoreSeries,
} from './index.js';

const claim = (change: Partial<LedgerClaim> = {}): LedgerClaim => ({
  claimId: 'c1',
  claimantId: 'writer',
  propositionId: 'p1',
  familyId: 'f1',
  sourceId: 's1',
  saidOn: '2022-01-10',
  low: 0.05,
  point: 0.125,
  high: 0.2,
  basis: 'words',
  kind: 'change',
  deadlineBasis: 'explicit',
  scheduledDeadlineOn: '2022-02-28',
  deadlineOn: '2022-02-28',
  occurredOn: null,
  retrospective: false,
  settlement: { kind: 'scored', outcome: 0 },
  ...change,
});

const AFTER = '2022-03-15';

describe('the Brier score', () => {
  it.each([
    [0, 0, 0],
    [1, 1, 0],
    [0, 1, 1],
    [1, 0, 1],
    [0.5, 1, 0.25],
    [0.125, 0, 0.015625],
  ] as const)('of %f when the outcome is %i is %f', (p, outcome, score) => {
    expect(brierScore(p, outcome)).toBe(score);
  });

  it('of a band lies between the best and the worst reading of its words', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(probability, probability, probability, fc.constantFrom<0 | 1>(0, 1), (a, b, c, outcome) => {
        const [low, point, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
        const score = scoreBand({ low, point, high }, outcome);
        expect(score.brierLow).toBeLessThanOrEqual(score.brier);
        expect(score.brier).toBeLessThanOrEqual(score.brierHigh);
      }),
    );
  });

  it('“very unlikely” that did not come about: 0.0156, between 0.0025 and 0.04', () => {
    const score = scoreBand({ low: 0.05, point: 0.125, high: 0.2 }, 0);
    expect(score.brier).toBe(0.015625);
    expect(score.brierLow).toBeCloseTo(0.0025, 12);
    expect(score.brierHigh).toBeCloseTo(0.04, 12);
  });
});

it('the log score of certainty that fails is large and finite', () => {
  expect(logScore(0.5, 1)).toBeCloseTo(0.6931, 4);
  expect(logScore(1, 0)).toBeCloseTo(13.8155, 3);
  expect(Number.isFinite(logScore(0, 1))).toBe(true);
});

describe('a series', () => {
  const first = { saidOn: '2022-01-01', low: 0.8, point: 0.8, high: 0.8 };
  const second = { saidOn: '2022-01-21', low: 0.2, point: 0.2, high: 0.2 };

  it('weighs each forecast by the days it stood', () => {
    // 20 days at 0.64, 10 days at 0.04.
    expect(scoreSeries([first, second], 0, '2022-01-31')?.brier).toBeCloseTo(
      (20 * 0.64 + 10 * 0.04) / 30,
      12,
    );
  });

  it('is the same in whatever order its claims are found', () => {
    expect(scoreSeries([second, first], 0, '2022-01-31')).toEqual(
      scoreSeries([first, second], 0, '2022-01-31'),
    );
  });

  it('does not change when a standing forecast is said again', () => {
    const again = { ...first, saidOn: '2022-01-11' };
    expect(scoreSeries([first, again], 0, '2022-01-31')?.brier).toBeCloseTo(
      scoreSeries([first], 0, '2022-01-31')?.brier ?? NaN,
      12,
    );
  });

  it('said on the day it ended is scored by its first forecast', () => {
    expect(scoreSeries([first], 0, '2022-01-01')?.brier).toBeCloseTo(0.64, 12);
    expect(scoreSeries([], 0, '2022-01-01')).toBeNull();
  });
});

describe('a claim', () => {
  it.each([
    ['counts when settled and past its deadline', {}, 'scored'],
    ['counts at 0 % as at any other', { low: 0, point: 0, high: 0, basis: 'number' }, 'scored'],
    [
      'settled early waits for its scheduled deadline',
      { scheduledDeadlineOn: '2022-12-31' },
      'before_deadline',
    ],
    ['on the last day itself waits', { scheduledDeadlineOn: AFTER }, 'before_deadline'],
    ['without a verdict is pending', { settlement: { kind: 'pending' } }, 'pending'],
    ['that only says “may” is never scored', { basis: 'possibility' }, 'no_probability'],
    [
      'without a deadline is never scored',
      { scheduledDeadlineOn: null, deadlineBasis: 'none' },
      'no_deadline',
    ],
    ['with the project’s own deadline is set apart', { deadlineBasis: 'policy' }, 'policy_deadline'],
    ['of a quantity is set apart', { kind: 'quantity' }, 'quantity'],
    ['recorded after the fact is set apart', { retrospective: true }, 'retrospective'],
    [
      'whose condition was not met is void',
      { settlement: { kind: 'void', reason: 'CONDITION_UNMET' } },
      'condition_unmet',
    ],
    ['of an ambiguous outcome is never a no', { settlement: { kind: 'ambiguous' } }, 'ambiguous'],
  ] as const)('%s', (_name, change, inclusion) => {
    expect(classifyClaim(claim(change as Partial<LedgerClaim>), AFTER)).toBe(inclusion);
  });
});

describe('statistics', () => {
  it('count a series once, and what is not scored apart', () => {
    const ledger = [
      claim(),
      claim({ claimId: 'c2', saidOn: '2022-02-01', sourceId: 's2' }),
      claim({ claimId: 'c3', propositionId: 'p2', settlement: { kind: 'pending' } }),
      claim({ claimId: 'c4', propositionId: 'p3', settlement: { kind: 'ambiguous' } }),
      claim({ claimId: 'c5', propositionId: 'p4', basis: 'possibility' }),
      claim({ claimId: 'c6', claimantId: 'somebody else' }),
    ];
    expect(computeStatistics('writer', ledger, AFTER)).toMatchObject({
      n: 1,
      families: 1,
      texts: 2,
      pending: 1,
      ambiguous: 1,
      unscoreable: 1,
      void: 0,
    });
  });

  it('of nobody are zeros', () => {
    expect(computeStatistics('writer', [], AFTER)).toMatchObject({
      n: 0,
      sumBrier: 0,
      families: 0,
      texts: 0,
    });
  });

  it('are the same to the last bit in whatever order the claims come', () => {
    const anyClaim = fc
      .record({
        propositionId: fc.constantFrom('p1', 'p2', 'p3'),
        saidOn: fc.constantFrom('2022-01-01', '2022-01-15', '2022-02-01'),
        point: fc.constantFrom(0.1, 0.3, 0.7),
        basis: fc.constantFrom('number' as const, 'rank' as const),
      })
      .map((change) => ({ ...change, low: change.point, high: change.point }));
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 12 }), fc.integer(), (changes, seed) => {
        const ledger = changes.map((change, index) => claim({ ...change, claimId: `c${String(index)}` }));
        const shuffled = [...ledger].sort(
          (a, b) => hash(a.claimId + String(seed)) - hash(b.claimId + String(seed)),
        );
        expect(computeStatistics('writer', shuffled, AFTER)).toEqual(
          computeStatistics('writer', ledger, AFTER),
        );
      }),
    );
  });
});

describe('a board', () => {
  const row = (claimantId: string, n: number, meanBrier: number, families: number, texts: number) => ({
    ...computeStatistics(claimantId, [], AFTER),
    n,
    sumBrier: meanBrier * n,
    sumBrierLow: 0,
    sumBrierHigh: n,
    families,
    texts,
  });

  it('puts established records first, by mean Brier score, and gives nobody a rank', () => {
    const board = buildBoard(
      [row('beginner', 3, 0.01, 3, 1), row('worse', 20, 0.5, 12, 4), row('better', 15, 0.1, 10, 3)],
      DEFAULT_METHOD,
    );
    expect(board.map(({ claimantId, record }) => [claimantId, record])).toEqual([
      ['better', 'established'],
      ['worse', 'established'],
      ['beginner', 'building'],
    ]);
    expect(board[0]).not.toHaveProperty('rank');
  });

  it('asks for texts as well as families', () => {
    expect(buildBoard([row('one text', 30, 0.1, 15, 2)], DEFAULT_METHOD)[0]?.record).toBe('building');
  });

  it('shows no mean at n = 0', () => {
    expect(buildBoard([row('new', 0, 0, 0, 0)], DEFAULT_METHOD)[0]?.meanBrier).toBeNull();
  });
});

it('a band with a hole in it is no band', () => {
  expect(bandOf({ low: null, point: 0.5, high: 0.6 })).toBeNull();
  expect(bandOf({ low: 0, point: 0, high: 0 })).toEqual({ low: 0, point: 0, high: 0 });
});

function hash(text: string): number {
  let value = 0;
  for (const character of text) value = (Math.imul(31, value) + character.charCodeAt(0)) | 0;
  return value;
}
