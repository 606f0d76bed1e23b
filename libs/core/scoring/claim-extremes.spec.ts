import { findExtremes, type StatedClaim } from './claim-extremes.js';

const said = (claimId: string, point: number, outcome: 0 | 1): StatedClaim => ({ claimId, point, outcome });

describe('most and least likely things said', () => {
  it('are those furthest from their outcome, furthest first, each in its direction', () => {
    const claims = [
      said('a', 0.6, 0),
      said('b', 0.9, 0),
      said('c', 0.2, 1),
      said('d', 0.1, 0),
      said('e', 0.8, 1),
    ];
    expect(findExtremes(claims, 5)).toEqual({ likelyNot: ['b', 'a'], unlikelyYes: ['c'] });
  });

  it('leave out what was said to be as likely as not', () => {
    expect(findExtremes([said('a', 0.5, 0), said('b', 0.5, 1)], 5)).toEqual({
      likelyNot: [],
      unlikelyYes: [],
    });
  });

  it('are so many at most, equals in the order of their ids whatever the order they come in', () => {
    const claims = [said('c', 0.9, 0), said('a', 0.9, 0), said('b', 0.9, 0)];
    expect(findExtremes(claims, 2).likelyNot).toEqual(['a', 'b']);
    expect(findExtremes([...claims].reverse(), 2).likelyNot).toEqual(['a', 'b']);
  });
});
