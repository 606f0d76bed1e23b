import * as fc from 'fast-check';
import { agedScore, bestOfCluster } from './index.js';
import type { ClusteredMatch } from './index.js';

const match = (eventId: string, clusterId: string, propositionId: string, score: number): ClusteredMatch => ({
  eventId,
  clusterId,
  propositionId,
  score,
  strength: 'suggest',
  reasons: [],
  predatesClaim: false,
});

describe('bestOfCluster', () => {
  it('shows one story once for each proposition: its best report, of equal ones the oldest', () => {
    const best = bestOfCluster([
      match('e1', 'c1', 'p', 0.7),
      match('e2', 'c1', 'p', 0.9),
      match('e3', 'c1', 'q', 0.5),
      match('e5', 'c2', 'p', 0.6),
      match('e4', 'c2', 'p', 0.6),
    ]);
    expect(best.map(({ eventId }) => eventId)).toEqual(['e2', 'e4', 'e3']);
  });

  it('does not depend on the order, and coverage adds no weight', () => {
    const one = fc
      .tuple(fc.nat(20), fc.nat(3), fc.nat(2), fc.nat(4))
      .map(([e, c, p, s]) => match(`e${String(e)}`, `c${String(c)}`, `p${String(p)}`, s / 4));
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ eventId }) => eventId }), (list) => {
        const best = bestOfCluster(list);
        expect(bestOfCluster([...list].reverse())).toEqual(best);
        expect(bestOfCluster([...list, ...list])).toEqual(best);
      }),
    );
  });
});

describe('agedScore', () => {
  it.each([
    [0.8, -1, 0.8],
    [0.8, 3.5, 0.8],
    [0.8, 7, 0.2],
    [0.8, 35, 0.008],
  ])('%d after %d days weighs %d', (score, days, expected) => {
    expect(agedScore(score, days)).toBeCloseTo(expected, 6);
  });
});
