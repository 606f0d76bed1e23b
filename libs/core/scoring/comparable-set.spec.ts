import fc from 'fast-check';
import {
  DEFAULT_OVERLAP,
  type Difficulty,
  findComparableSet,
  fitDifficulty,
  type OverlapRule,
  type ScoredPair,
} from './index.js';
import { repeat } from '../../../test/support/forecasts.js';

const SMALL: OverlapRule = { minClaimants: 2, minPropositions: 2 };

const pair = (claimantId: string, propositionId: string, brier = 0.1): ScoredPair => ({
  claimantId,
  propositionId,
  brier,
});

/** Every claimant on every proposition. */
const grid = (claimants: readonly string[], propositions: readonly string[]) =>
  claimants.flatMap((c) => propositions.map((p) => pair(c, p)));

const namesOf = (pairs: readonly ScoredPair[] | null) => pairs?.map((p) => p.claimantId + p.propositionId);

const arbitraryPairs = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 })), {
    selector: ([c, p]) => c * 100 + p,
    maxLength: 40,
  })
  .chain((cells) =>
    fc
      .array(fc.integer({ min: 0, max: 100 }), { minLength: cells.length, maxLength: cells.length })
      .map((briers) =>
        cells.map(([c, p], i) => pair(`c${String(c)}`, `p${String(p)}`, (briers[i] ?? NaN) / 100)),
      ),
  );

describe('what can be compared', () => {
  const thirty = repeat(30, (i) => `p${String(i + 10)}`);

  it('are three claimants on thirty propositions, not fewer', () => {
    expect(findComparableSet(grid(['a', 'b', 'c'], thirty))).toHaveLength(90);
    expect(findComparableSet(grid(['a', 'b', 'c'], thirty.slice(1)))).toBeNull();
    expect(findComparableSet(grid(['a', 'b'], thirty))).toBeNull();
    expect(findComparableSet([])).toBeNull();
    expect(DEFAULT_OVERLAP).toEqual({ minClaimants: 3, minPropositions: 30 });
  });

  it('loses who loses his overlap when others fall', () => {
    // c falls for want of propositions, then r for want of claimants, then b for want of propositions, then all.
    const chain = [pair('a', 'p'), pair('a', 'q'), pair('b', 'q'), pair('b', 'r'), pair('c', 'r')];
    expect(findComparableSet(chain, SMALL)).toBeNull();
    expect(namesOf(findComparableSet([...grid(['x', 'y'], ['s', 't']), ...chain], SMALL))).toEqual([
      'xs',
      'xt',
      'ys',
      'yt',
    ]);
  });

  it('is one part that hangs together: the most claimants, then the most pairs, then the first id', () => {
    const two = grid(['a', 'b'], ['p', 'q', 'r']);
    const three = grid(['x', 'y', 'z'], ['s', 't']);
    expect(namesOf(findComparableSet([...two, ...three], SMALL))).toEqual(namesOf(three));
    const wide = grid(['x', 'y'], ['s', 't', 'u', 'v']);
    expect(namesOf(findComparableSet([...two, ...wide], SMALL))).toEqual(namesOf(wide));
    const same = grid(['x', 'y'], ['s', 't', 'u']);
    expect(namesOf(findComparableSet([...same, ...two], SMALL))).toEqual(namesOf(two));
  });

  it('refuses two scores of one claimant on one proposition', () => {
    expect(() => findComparableSet([pair('a', 'p'), pair('a', 'p')])).toThrow('a has two scores on p');
  });

  it('has enough overlap everywhere, and is the same in whatever order pairs come', () => {
    fc.assert(
      fc.property(arbitraryPairs, (pairs) => {
        const set = findComparableSet(pairs, SMALL);
        expect(findComparableSet([...pairs].reverse(), SMALL)).toEqual(set);
        const counts = new Map<string, number>();
        for (const { claimantId, propositionId } of set ?? [])
          for (const id of [claimantId, propositionId]) counts.set(id, (counts.get(id) ?? 0) + 1);
        for (const count of counts.values()) expect(count).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});

/** The same least squares by Gaussian elimination on the dense normal equations; the last equation centres difficulty. */
function fitDensely(pairs: readonly ScoredPair[]): Map<string, number> {
  const claimants = [...new Set(pairs.map((p) => p.claimantId))];
  const propositions = [...new Set(pairs.map((p) => p.propositionId))];
  const ids = [...claimants, ...propositions];
  const rows = pairs.map((p) => ids.map((id) => (id === p.claimantId || id === p.propositionId ? 1 : 0)));
  // A row whose square is added to the sum and can be made 0 is a constraint, not a datum.
  rows.push(ids.map((id) => (propositions.includes(id) ? 1 : 0)));
  const values = [...pairs.map((p) => p.brier), 0];
  const at = (row: readonly number[] | undefined, i: number) => row?.[i] ?? NaN;
  let system = ids.map((_, i) => [
    ...ids.map((__, j) => rows.reduce((sum, row) => sum + at(row, i) * at(row, j), 0)),
    rows.reduce((sum, row, k) => sum + at(row, i) * at(values, k), 0),
  ]);
  ids.forEach((_, i) => {
    const pivot = system
      .slice(i)
      .reduce((best, row) => (Math.abs(at(row, i)) > Math.abs(at(best, i)) ? row : best));
    const others = system.slice(i).filter((row) => row !== pivot);
    system = [...system.slice(0, i), pivot, ...others].map((row, r) =>
      r === i
        ? row.map((x) => x / at(pivot, i))
        : row.map((x, j) => x - (at(row, i) * at(pivot, j)) / at(pivot, i)),
    );
  });
  return new Map(ids.map((id, i) => [id, at(system[i], ids.length)]));
}

describe('scores adjusted for difficulty', () => {
  it('credit who answered the hard ones', () => {
    const { scores, difficulties } = fitDifficulty([
      pair('a', 'p', 0.04),
      pair('a', 'q', 0.16),
      pair('b', 'p', 0.09),
    ]);
    expect(scores.map(({ claimantId, n }) => [claimantId, n])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect(scores[0]?.adjustedBrier).toBeCloseTo(0.1, 12);
    expect(scores[1]?.adjustedBrier).toBeCloseTo(0.15, 12);
    expect(difficulties[0]).toMatchObject({ propositionId: 'p', claimants: 2 });
    expect(difficulties[0]?.difficulty).toBeCloseTo(-0.06, 12);
    expect(difficulties[1]?.difficulty).toBeCloseTo(0.06, 12);
  });

  it('are the mean where all answered all', () => {
    const { scores } = fitDifficulty([
      pair('a', 'p', 0.04),
      pair('a', 'q', 0.64),
      pair('b', 'p', 0.25),
      pair('b', 'q', 0.25),
    ]);
    expect(scores[0]?.adjustedBrier).toBeCloseTo(0.34, 12);
    expect(scores[1]?.adjustedBrier).toBeCloseTo(0.25, 12);
  });

  it('of one proposition alone, of equal scores, of none', () => {
    expect(fitDifficulty([pair('a', 'p', 0.3)])).toEqual({
      scores: [{ claimantId: 'a', n: 1, adjustedBrier: 0.3 }],
      difficulties: [{ propositionId: 'p', claimants: 1, difficulty: 0 }],
    });
    expect(fitDifficulty(grid(['a', 'b'], ['p', 'q'])).difficulties).toMatchObject([
      { difficulty: 0 },
      { difficulty: 0 },
    ]);
    expect(fitDifficulty([])).toEqual({ scores: [], difficulties: [] });
  });

  it('are those of dense least squares', () => {
    fc.assert(
      fc.property(arbitraryPairs, (pairs) => {
        const set = findComparableSet(pairs, { minClaimants: 1, minPropositions: 1 });
        fc.pre(set !== null);
        const { scores, difficulties } = fitDifficulty(set ?? []);
        const dense = fitDensely(set ?? []);
        for (const { claimantId, adjustedBrier } of scores)
          expect(adjustedBrier).toBeCloseTo(dense.get(claimantId) ?? NaN, 9);
        for (const { propositionId, difficulty } of difficulties)
          expect(difficulty).toBeCloseTo(dense.get(propositionId) ?? NaN, 9);
      }),
    );
  });

  it('leave “always 50 %” its 0.25, and move with the scores', () => {
    fc.assert(
      fc.property(arbitraryPairs, (pairs) => {
        const set = findComparableSet(pairs, { minClaimants: 1, minPropositions: 1 }) ?? [];
        const withHalf = set.map((p) => (p.claimantId === 'c0' ? { ...p, brier: 0.25 } : p));
        fc.pre(withHalf.some((p) => p.claimantId === 'c0'));
        const propositions = [...new Set(withHalf.map((p) => p.propositionId))];
        // Answering all of them, it has exactly its own score on each.
        const full = [
          ...withHalf.filter((p) => p.claimantId !== 'c0'),
          ...propositions.map((p) => pair('c0', p, 0.25)),
        ];
        const half = fitDifficulty(full).scores.find(({ claimantId }) => claimantId === 'c0');
        expect(half?.adjustedBrier).toBeCloseTo(0.25, 10);
      }),
    );
  });

  it('find their way along a thin chain', () => {
    // Each claimant shares one proposition with the next; a step of difficulty 0.01 from each proposition to the next.
    const chain = repeat(300, (i) => [
      pair(`c${String(i)}`, `p${String(i)}`, 0.2 + i / 1000),
      pair(`c${String(i)}`, `p${String(i + 1)}`, 0.2 + (i + 1) / 1000),
    ]).flat();
    const { scores, difficulties } = fitDifficulty(chain);
    for (const { adjustedBrier } of scores) expect(adjustedBrier).toBeCloseTo(0.35, 9);
    const at = (d: Difficulty | undefined) => d?.difficulty ?? NaN;
    expect(at(difficulties[300]) - at(difficulties[0])).toBeCloseTo(0.3, 9);
  });
});
