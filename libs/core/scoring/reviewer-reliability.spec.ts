import fc from 'fast-check';
import { RANK_REVIEWERS_FROM, type ReviewedItem, reviewerReliability } from './index.js';
import { repeat } from '../../../test/support/forecasts.js';

/** Answers as "ann:yes". */
const item = (answers: readonly string[], change: Partial<ReviewedItem> = {}): ReviewedItem => ({
  answers: answers.map((text) => {
    const [reviewerId = '', answer = ''] = text.split(':');
    return { reviewerId, answer };
  }),
  verdict: 'yes',
  adjudicatorId: null,
  gold: null,
  ...change,
});

const rowOf = (items: readonly ReviewedItem[], reviewerId: string) =>
  reviewerReliability(items).find((row) => row.reviewerId === reviewerId);

describe('a reviewer’s agreement', () => {
  it('is with what the others would have decided', () => {
    const items = [item(['ann:yes', 'bob:yes', 'cem:no'])];
    expect(rowOf(items, 'cem')).toMatchObject({ agreement: { hits: 0, n: 1 }, undecidedWithout: 0 });
    expect(rowOf(items, 'ann')).toMatchObject({ agreement: { hits: 0, n: 0 }, undecidedWithout: 1 });
    expect(rowOf(items, 'ann')?.reliability).toBeNull();
    expect(rowOf([item(['ann:yes', 'bob:yes'])], 'ann')?.agreement).toEqual({ hits: 1, n: 1 });
    expect(rowOf([item(['ann:yes'])], 'ann')).toMatchObject({ agreement: { n: 0 }, undecidedWithout: 1 });
  });

  it('tells nothing where the verdict is not that of the others', () => {
    expect(rowOf([item(['ann:no', 'bob:no', 'cem:no'])], 'ann')).toMatchObject({
      agreement: { n: 0 },
      undecidedWithout: 1,
    });
  });

  it('is with an adjudicator, and never with oneself as one', () => {
    const split = item(['ann:yes', 'bob:no', 'lea:yes'], { adjudicatorId: 'lea' });
    expect(rowOf([split], 'ann')?.agreement).toEqual({ hits: 1, n: 1 });
    expect(rowOf([split], 'bob')?.agreement).toEqual({ hits: 0, n: 1 });
    expect(rowOf([split], 'lea')).toMatchObject({ agreement: { n: 0 }, undecidedWithout: 0 });
  });

  it('counts final verdicts, and gold items by their known answer', () => {
    expect(rowOf([item(['ann:yes', 'bob:yes'], { verdict: null })], 'ann')).toMatchObject({
      agreement: { n: 0 },
      undecidedWithout: 0,
    });
    const gold = item(['ann:no', 'bob:yes'], { gold: 'no', verdict: null });
    expect(rowOf([gold], 'ann')).toMatchObject({ agreement: { hits: 1, n: 1 }, gold: { hits: 1, n: 1 } });
    expect(rowOf([gold], 'bob')).toMatchObject({ agreement: { hits: 0, n: 1 }, gold: { hits: 0, n: 1 } });
    expect(rowOf([item(['ann:yes', 'bob:yes'])], 'ann')?.gold).toEqual({ hits: 0, n: 0 });
  });
});

describe('reliability', () => {
  /** `right` of `n` gold items answered rightly. */
  const golds = (reviewerId: string, right: number, n: number) =>
    repeat(n, (i) => item([`${reviewerId}:${i < right ? 'yes' : 'no'}`], { gold: 'yes' }));

  it('is shrunk to that of all, the less there is the more', () => {
    const rows = reviewerReliability([
      ...golds('ann', 90, 100),
      ...golds('bob', 60, 100),
      ...golds('cem', 4, 4),
      ...golds('dan', 70, 100),
    ]);
    const [ann, bob, cem] = rows.map(({ reliability }) => reliability?.mean ?? NaN);
    expect(cem).toBeLessThan(1);
    expect(1 - (cem ?? NaN)).toBeGreaterThan(0.9 - (ann ?? NaN));
    expect(bob).toBeGreaterThan(0.6);
    expect(rows[2]?.reliability?.low).toBeLessThan(rows[0]?.reliability?.low ?? NaN);
  });

  it(`is ranked from ${String(RANK_REVIEWERS_FROM)} items on; equals share a rank and the hidden take none`, () => {
    const rows = reviewerReliability([
      ...golds('ann', 15, 20),
      ...golds('bob', 19, 19),
      ...golds('cem', 18, 20),
      ...golds('dan', 18, 20),
      ...golds('eve', 0, 0),
    ]);
    expect(rows.map(({ reviewerId, rank }) => [reviewerId, rank])).toEqual([
      ['ann', 3],
      ['bob', null],
      ['cem', 1],
      ['dan', 1],
    ]);
  });

  it('of nobody is nothing, and of somebody without items has no rank', () => {
    expect(reviewerReliability([])).toEqual([]);
    expect(rowOf([item(['ann:yes'])], 'ann')?.rank).toBeNull();
  });

  it('does not depend on the order of items or answers', () => {
    const answers = fc.uniqueArray(
      fc.tuple(fc.constantFrom('ann', 'bob', 'cem', 'dan'), fc.constantFrom('yes', 'no', 'void')),
      { selector: ([who]) => who, maxLength: 4 },
    );
    const items = fc.array(
      fc.record({
        answers: answers.map((list) => list.map(([reviewerId, answer]) => ({ reviewerId, answer }))),
        verdict: fc.constantFrom('yes', 'no', null),
        adjudicatorId: fc.constantFrom('ann', 'lea', null),
        gold: fc.constantFrom('yes', null, null),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(items, (list) => {
        const turned = list.map((one) => ({ ...one, answers: [...one.answers].reverse() })).reverse();
        const rows = reviewerReliability(list);
        const again = reviewerReliability(turned);
        expect(again.map(({ reliability: _, ...row }) => row)).toEqual(
          rows.map(({ reliability: _, ...row }) => row),
        );
        again.forEach(({ reliability }, i) => {
          expect(reliability?.mean ?? -1).toBeCloseTo(rows[i]?.reliability?.mean ?? -1, 12);
        });
      }),
    );
  });
});
