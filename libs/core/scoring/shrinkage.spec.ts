import { type FamilyTable, FamilyTally, shrinkSkill } from './index.js';

/** Rows of [family, skill]. */
function tableOf(subjects: Record<string, readonly (readonly [string, number])[]>): FamilyTable {
  const tally = new FamilyTally();
  for (const [subject, rows] of Object.entries(subjects)) tally.add(subject, rows);
  return tally.toTable();
}

describe('a table of families', () => {
  it('is the same in whatever order series come', () => {
    const table = tableOf({
      b: [
        ['y', 0.1],
        ['x', 0.2],
        ['y', 0.3],
      ],
      a: [['z', -0.1]],
      c: [],
    });
    expect(table).toEqual(
      tableOf({
        c: [],
        a: [['z', -0.1]],
        b: [
          ['x', 0.2],
          ['y', 0.1],
          ['y', 0.3],
        ],
      }),
    );
    expect({
      ...table,
      n: [...table.n],
      family: [...table.family],
      offsets: [...table.offsets],
    }).toMatchObject({
      subjects: 3,
      families: 3,
      offsets: [0, 1, 3, 3],
      family: [2, 0, 1],
      n: [1, 1, 2],
    });
  });
});

describe('shrinkage of skill', () => {
  it('keeps more of what rests on more families, and draws towards 0', () => {
    const rows = (n: number, around: number) =>
      Array.from({ length: n }, (_, k) => [`f${String(k)}`, around + (k % 2 === 0 ? 0.1 : -0.1)] as const);
    const { skill, kept, families } = shrinkSkill(
      tableOf({ few: rows(4, 0.2), many: rows(40, 0.2), none: [] }),
    );
    expect([...families]).toEqual([4, 40, 0]);
    expect(skill[0]).toBeCloseTo(0.2, 12);
    expect(kept[0]).toBeGreaterThan(0);
    expect(kept[0]).toBeLessThan(kept[1] ?? 0);
    expect(kept[1]).toBeLessThan(1);
    expect(skill[2]).toBeNaN();
    expect(kept[2]).toBe(0);
  });

  it('by hand: two subjects of two families', () => {
    // Means 0.2 and -0.1; family means 0.1 and 0.3, -0.2 and 0: s2 = (0.02 + 0.02) / 2, v = s2 / 2.
    const { variance, trueVariance, kept } = shrinkSkill(
      tableOf({
        a: [
          ['x', 0.1],
          ['y', 0.3],
        ],
        b: [
          ['x', -0.2],
          ['y', 0],
        ],
      }),
    );
    expect(variance[0]).toBeCloseTo(0.01, 12);
    expect(trueVariance).toBeCloseTo((0.04 + 0.01) / 2 - 0.01, 12);
    expect(kept[0]).toBeCloseTo(0.015 / 0.025, 12);
  });

  it('counts a family once, however many series it holds', () => {
    const tenfold = Array.from(
      { length: 10 },
      () =>
        [
          ['x', 0.1],
          ['y', 0.3],
        ] as const,
    ).flat();
    const once = shrinkSkill(
      tableOf({
        a: [
          ['x', 0.1],
          ['y', 0.3],
        ],
      }),
    );
    const often = shrinkSkill(tableOf({ a: tenfold }));
    expect(often.variance[0]).toBeCloseTo(once.variance[0] ?? NaN, 12);
  });

  it('keeps nothing when noise alone explains what is seen', () => {
    const { kept } = shrinkSkill(
      tableOf({
        a: [
          ['x', 0.3],
          ['y', -0.3],
        ],
      }),
    );
    expect(kept[0]).toBe(0);
  });

  it('keeps nothing when nobody has two families: noise is unknown', () => {
    const { kept, pooledVariance } = shrinkSkill(tableOf({ a: [['x', 0.3]], b: [['x', 0.1]] }));
    expect(pooledVariance).toBeNaN();
    expect([...kept]).toEqual([0, 0]);
  });

  it('keeps everything when there is no variance', () => {
    const { kept } = shrinkSkill(
      tableOf({
        a: [
          ['x', 0.1],
          ['y', 0.1],
        ],
      }),
    );
    expect(kept[0]).toBe(1);
  });

  it('of nobody is nothing', () => {
    expect(shrinkSkill(tableOf({}))).toMatchObject({ trueVariance: 0 });
  });
});
