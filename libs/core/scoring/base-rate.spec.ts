import fc from 'fast-check';
import { shuffled } from '../../../test/support/ledger-claim.js';
import {
  baseRate,
  type BaseRateQuestion,
  horizonOf,
  knownBefore,
  knownWithoutOwn,
  type OutcomeRecord,
} from './index.js';

const NONE = { n: 0, occurred: 0 };
const record = (change: Partial<OutcomeRecord> = {}): OutcomeRecord => ({
  familyId: 'f1',
  topic: 'ports',
  horizon: 'month',
  on: '2022-03-01',
  outcome: 1,
  taken: 1,
  ...change,
});
const question = (change: Partial<BaseRateQuestion> = {}): BaseRateQuestion => ({
  familyId: 'mine',
  topic: 'ports',
  horizon: 'month',
  saidOn: '2022-06-01',
  ...change,
});

it.each([
  ['2022-01-17', '2022-02-17', 'month'],
  ['2022-01-17', '2022-02-18', 'quarter'],
  ['2022-01-17', '2022-04-19', 'quarter'],
  ['2022-01-17', '2023-01-17', 'year'],
  ['2022-01-17', '2023-01-19', 'longer'],
  ['2022-01-17', '2022-01-17', 'month'],
  ['2022-01-17', '2021-01-01', 'month'],
])('from %s to %s is a %s', (saidOn, deadlineOn, horizon) => {
  expect(horizonOf(saidOn, deadlineOn)).toBe(horizon);
});

describe('a base rate', () => {
  it('is one half where nothing is known', () => {
    expect(baseRate({ cell: NONE, topic: NONE, all: NONE })).toBe(0.5);
  });

  it('leans on its topic, and that on everything', () => {
    const two = { n: 8, occurred: 2 };
    expect(baseRate({ cell: two, topic: two, all: two })).toBeCloseTo((2 + 10 * ((2 + 3) / 18)) / 18, 12);
    expect(baseRate({ cell: NONE, topic: NONE, all: { n: 8, occurred: 0 } })).toBeCloseTo(0.1, 12);
  });

  it('comes near the share in its cell as that grows', () => {
    const many = { n: 10_000, occurred: 1_000 };
    expect(baseRate({ cell: many, topic: many, all: many })).toBeCloseTo(0.1, 3);
  });

  it('is never 0 or 1', () => {
    for (const occurred of [0, 50]) {
      const all = { n: 50, occurred };
      const rate = baseRate({ cell: all, topic: all, all });
      expect(rate).toBeGreaterThan(0);
      expect(rate).toBeLessThan(1);
    }
  });
});

describe('what was known before a claim', () => {
  it('is what was final on an earlier day', () => {
    const records = [record({ on: '2022-05-31' }), record({ familyId: 'f2', on: '2022-06-01', outcome: 0 })];
    expect(knownBefore(records, [question()])[0]?.cell).toEqual({ n: 1, occurred: 1 });
    expect(knownBefore(records, [question({ saidOn: '2022-06-02' })])[0]?.cell).toEqual({
      n: 2,
      occurred: 1,
    });
  });

  it('leaves out its own family', () => {
    expect(knownBefore([record()], [question({ familyId: 'f1' })])[0]).toEqual({
      cell: NONE,
      topic: NONE,
      all: NONE,
    });
  });

  it('forgets a verdict from the day it was taken back, not before', () => {
    const records = [record(), record({ on: '2022-04-01', taken: -1 })];
    const answers = knownBefore(records, [question({ saidOn: '2022-03-15' }), question()]);
    expect(answers.map(({ all }) => all.n)).toEqual([1, 0]);
  });

  it('knows a cell, its topic and everything apart', () => {
    const records = [record(), record({ horizon: 'year' }), record({ topic: 'weather', outcome: 0 })];
    expect(knownBefore(records, [question()])[0]).toEqual({
      cell: { n: 1, occurred: 1 },
      topic: { n: 2, occurred: 2 },
      all: { n: 3, occurred: 2 },
    });
  });

  it('equals counting by hand, in whatever order both lists come', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2022-02-${String(n).padStart(2, '0')}`);
    const cell = {
      familyId: fc.constantFrom('a', 'b', 'c'),
      topic: fc.constantFrom('', 'ports'),
      horizon: fc.constantFrom('month' as const, 'year' as const, null),
    };
    const records = fc.array(
      fc.record({
        ...cell,
        on: day,
        outcome: fc.constantFrom<0 | 1>(0, 1),
        taken: fc.constantFrom<1 | -1>(1, -1),
      }),
    );
    const questions = fc.array(fc.record({ ...cell, saidOn: day }));
    fc.assert(
      fc.property(records, questions, fc.integer(), (known, asked, seed) => {
        const answers = knownBefore(shuffled(known, seed), asked);
        asked.forEach((one, index) => {
          const earlier = known.filter((item) => item.on < one.saidOn && item.familyId !== one.familyId);
          const topic = earlier.filter((item) => item.topic === one.topic);
          const inCell = topic.filter((item) => item.horizon === one.horizon);
          expect(answers[index]).toEqual({ cell: count(inCell), topic: count(topic), all: count(earlier) });
        });
        const always = knownWithoutOwn(known, asked);
        asked.forEach((one, index) => {
          expect(always[index]?.all).toEqual(count(known.filter((item) => item.familyId !== one.familyId)));
        });
      }),
    );
  });
});

function count(records: readonly OutcomeRecord[]) {
  return {
    n: records.reduce((sum, { taken }) => sum + taken, 0),
    occurred: records.reduce((sum, { taken, outcome }) => sum + taken * outcome, 0) + 0,
  };
}
