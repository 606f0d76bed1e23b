import { pairAgreement, type ReviewedItem } from './index.js';

const item = (...answers: readonly (readonly [string, string])[]): ReviewedItem => ({
  answers: answers.map(([reviewerId, answer]) => ({ reviewerId, answer })),
  verdict: null,
  adjudicatorId: null,
  gold: null,
});

describe('agreement of two reviewers', () => {
  it('is over what both have answered, whoever is named first', () => {
    const items = [
      item(['ann', 'yes'], ['bob', 'yes']),
      item(['bob', 'yes'], ['ann', 'yes']),
      item(['ann', 'no'], ['bob', 'yes']),
      item(['ann', 'no']),
    ];
    const [pair, ...others] = pairAgreement(items, 3);
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ first: 'ann', second: 'bob', n: 3 });
    expect(pair?.raw).toBeCloseTo(2 / 3, 12);
    // Chance: shares 5/6 and 1/6, each times its rest, over two: 0.1389.
    expect(pair?.ac1).toBeCloseTo((2 / 3 - 5 / 36) / (1 - 5 / 36), 12);
  });

  it('is given for every two of three, those with most in common first', () => {
    const items = [
      item(['cem', 'no'], ['bob', 'no']),
      item(['cem', 'no'], ['bob', 'yes'], ['ann', 'no']),
      item(['ann', 'no'], ['cem', 'no']),
      item(['ann', 'no'], ['cem', 'no']),
    ];
    expect(pairAgreement(items, 3).map(({ first, second, n, raw }) => [first, second, n, raw])).toEqual([
      ['ann', 'cem', 3, 1],
      ['bob', 'cem', 2, 0.5],
      ['ann', 'bob', 1, 0],
    ]);
  });

  it('orders equals by their ids', () => {
    const items = [item(['bob', 'no'], ['cem', 'no']), item(['ann', 'no'], ['cem', 'no'])];
    const swapped = [...items].reverse();
    const order = [
      ['ann', 'cem'],
      ['bob', 'cem'],
    ];
    expect(pairAgreement(items, 3).map(({ first, second }) => [first, second])).toEqual(order);
    expect(pairAgreement(swapped, 3).map(({ first, second }) => [first, second])).toEqual(order);
  });

  it('has no chance to be beyond where there is a single answer to give', () => {
    expect(pairAgreement([item(['ann', 'yes'], ['bob', 'yes'])], 1)).toMatchObject([{ raw: 1, ac1: null }]);
  });

  it('of nobody is nothing', () => {
    expect(pairAgreement([], 3)).toEqual([]);
    expect(pairAgreement([item(['ann', 'yes'])], 3)).toEqual([]);
  });
});
