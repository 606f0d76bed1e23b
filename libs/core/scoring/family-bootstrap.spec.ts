import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { bootstrapSkill, FamilyTally, ranksOf, shrinkSkill } from './index.js';

type Rows = readonly (readonly [subject: string, family: string, skill: number])[];

function tableOf(rows: Rows) {
  const subjects = new Map<string, [string, number][]>();
  for (const [subject, family, skill] of rows)
    subjects.set(subject, [...(subjects.get(subject) ?? []), [family, skill]]);
  const tally = new FamilyTally();
  for (const [subject, own] of subjects) tally.add(subject, own);
  return tally.toTable();
}

function bootstrap(rows: Rows, draws = 500, seed = 1) {
  const table = tableOf(rows);
  return bootstrapSkill(table, shrinkSkill(table), new Uint8Array(table.subjects).fill(1), { draws, seed });
}

const spread = (subject: string, around: number, families = 12): Rows =>
  Array.from(
    { length: families },
    (_, k) => [subject, `f${String(k)}`, around + Math.sin(7 * k) / 10] as const,
  );

describe('ranks', () => {
  it.each([
    [
      [0.3, 0.1, 0.2],
      [1, 3, 2],
    ],
    [
      [0.2, 0.2, 0.1],
      [1, 1, 3],
    ],
    [
      [0.1, 0.2, 0.2 + 1e-15],
      [3, 1, 1],
    ],
    [[0], [1]],
    [[], []],
  ])('of %j are %j', (values, ranks) => {
    expect([...ranksOf(Float64Array.from(values))]).toEqual(ranks);
  });
});

describe('the bootstrap over families', () => {
  it('gives the same for the same seed, and nearly the same for another', () => {
    const rows = [...spread('a', 0.2), ...spread('b', 0.1)];
    const one = bootstrap(rows, 2_000);
    expect(bootstrap([...rows].reverse(), 2_000)).toEqual(one);
    const other = bootstrap(rows, 2_000, 2);
    expect(other.intervalLow).not.toEqual(one.intervalLow);
    expect(other.intervalLow[0]).toBeCloseTo(one.intervalLow[0] ?? NaN, 1);
  });

  it('lets those who share families move together: a constant lead is a sure rank', () => {
    const { rankLow, rankHigh, intervalLow, intervalHigh } = bootstrap([
      ...spread('a', 0.21),
      ...spread('b', 0.2),
    ]);
    expect([...rankLow]).toEqual([1, 2]);
    expect([...rankHigh]).toEqual([1, 2]);
    // Their own intervals overlap by far.
    expect(intervalLow[0]).toBeLessThan(intervalHigh[1] ?? NaN);
  });

  it('does not tell apart who shares nothing and differs little', () => {
    const apart = spread('b', 0.2).map(
      ([subject, family, skill]) => [subject, `other ${family}`, skill] as const,
    );
    const { rankLow, rankHigh } = bootstrap([...spread('a', 0.21), ...apart]);
    expect([rankLow[0], rankHigh[0]]).toEqual([1, 2]);
  });

  it('has no interval for one family, and a point where nothing varies', () => {
    const { intervalLow, intervalHigh } = bootstrap([
      ['one', 'f1', 0.4],
      ['same', 'f1', 0.125],
      ['same', 'f2', 0.125],
    ]);
    expect(intervalLow[0]).toBeNaN();
    expect([intervalLow[1], intervalHigh[1]]).toEqual([0.125, 0.125]);
  });

  it('of nobody is empty, and of one ranked alone is rank 1', () => {
    expect([...bootstrap([]).rankLow]).toEqual([]);
    expect([...bootstrap(spread('a', 0.1)).rankHigh]).toEqual([1]);
  });

  it('gives no ranks to those who are not ranked', () => {
    const table = tableOf([...spread('a', 0.1), ...spread('b', 0.2)]);
    const { rankLow } = bootstrapSkill(table, shrinkSkill(table), Uint8Array.of(1, 0), {
      draws: 50,
      seed: 1,
    });
    expect([...rankLow]).toEqual([1, 0]);
  });
});

/**
 * How often the interval holds the true skill of a claimant whose propositions come in families that share their fate,
 * over many invented careers: what "95 %" is worth at each size.
 */
describe('the interval holds the truth', () => {
  it.each([
    [10, 5, 0.88],
    [10, 10, 0.9],
    [30, 5, 0.88],
    [30, 10, 0.9],
    [30, 30, 0.92],
    [100, 5, 0.88],
    [100, 10, 0.9],
    [100, 30, 0.92],
  ])('%i claims in %i families: in at least %f of careers', (claims, families, level) => {
    const random = xoroshiro128plus(claims * 1_000 + families);
    const gauss = () => {
      let sum = -6;
      for (let k = 0; k < 12; k++) sum += uniformFloat64(random);
      return sum;
    };
    const careers = 400;
    const truth = 0.05;
    const tally = new FamilyTally();
    for (let career = 0; career < careers; career++) {
      const shared = Array.from({ length: families }, () => 0.15 * gauss());
      const own: [string, number][] = [];
      for (let claim = 0; claim < claims; claim++) {
        const family = claim % families;
        const id = `${String(career)}:${String(family)}`;
        own.push([id, truth + (shared[family] ?? 0) + 0.15 * gauss()]);
      }
      tally.add(String(career).padStart(3, '0'), own);
    }
    const table = tally.toTable();
    const drawn = bootstrapSkill(table, shrinkSkill(table), new Uint8Array(careers), { draws: 400, seed: 7 });
    const holds = [...drawn.intervalLow].filter(
      (low, subject) => low <= truth && truth <= (drawn.intervalHigh[subject] ?? NaN),
    ).length;
    expect(holds / careers).toBeGreaterThanOrEqual(level);
    expect(holds / careers).toBeLessThanOrEqual(0.995);
  });
});
