import { findMergeFault } from './index.js';

describe('a merge of two claimants', () => {
  // b was merged into a, c into b and so into a.
  const roots = new Map([
    ['b', 'a'],
    ['c', 'a'],
  ]);

  it.each([
    ['d', 'a', null],
    ['d', 'c', null],
    ['a', 'd', null],
    ['a', 'a', 'SAME'],
    ['b', 'd', 'MERGED_ALREADY'],
    ['a', 'b', 'WOULD_CIRCLE'],
    ['a', 'c', 'WOULD_CIRCLE'],
  ])('%s into %s: %s', (from, into, fault) => {
    expect(findMergeFault(from, into, roots)).toBe(fault);
  });
});
