import { FLAG_FROM, RETEST_FLAG_FROM, type FlaggableReviewer, overallShare, reviewerFlags } from './index.js';

const NOTHING = { hits: 0, n: 0 };
const reviewer = (change: Partial<FlaggableReviewer> = {}): FlaggableReviewer => ({
  agreement: { hits: 30, n: 40 },
  gold: NOTHING,
  retests: NOTHING,
  ...change,
});

describe('what stands out about a reviewer', () => {
  it.each([
    // 30 of 40 has the interval 0.60 to 0.86.
    { hits: 30, n: 40, ofOthers: 0.85, stands: false },
    { hits: 30, n: 40, ofOthers: 0.87, stands: true },
    { hits: 30, n: 40, ofOthers: null, stands: false },
    { hits: 0, n: 19, ofOthers: 0.99, stands: false },
    { hits: 0, n: 20, ofOthers: 0.99, stands: true },
    { hits: 400, n: 400, ofOthers: 1, stands: false },
  ])('is $hits of $n where the others agree on $ofOthers', ({ hits, n, ofOthers, stands }) => {
    expect(reviewerFlags(reviewer({ agreement: { hits, n } }), ofOthers)).toEqual(
      stands ? ['below_others'] : [],
    );
  });

  it.each([
    { hits: 1, n: 6, stands: true },
    { hits: 4, n: 6, stands: false },
    { hits: 0, n: FLAG_FROM - 1, stands: false },
    { hits: 0, n: FLAG_FROM, stands: true },
    { hits: 40, n: 60, stands: true },
    { hits: 60, n: 60, stands: false },
  ])('known answers: $hits of $n', ({ hits, n, stands }) => {
    expect(reviewerFlags(reviewer({ gold: { hits, n } }), 0.7)).toEqual(
      stands ? ['known_answers_missed'] : [],
    );
  });
});

describe('a question answered twice', () => {
  it.each([
    // 5 of 10 has the interval 0.24 to 0.76; 6 of 10 ends at 0.83.
    { hits: 5, n: 10, stands: true },
    { hits: 6, n: 10, stands: false },
    { hits: 0, n: RETEST_FLAG_FROM - 1, stands: false },
    { hits: 0, n: RETEST_FLAG_FROM, stands: true },
    { hits: 70, n: 100, stands: true },
    { hits: 100, n: 100, stands: false },
  ])('alike $hits times of $n', ({ hits, n, stands }) => {
    expect(reviewerFlags(reviewer({ retests: { hits, n } }), 0.7)).toEqual(stands ? ['inconsistent'] : []);
  });
});

describe('the share of all counts together', () => {
  it('weighs by what there is, and of nothing is unknown', () => {
    expect(
      overallShare([
        { hits: 3, n: 4 },
        { hits: 1, n: 2 },
      ]),
    ).toBeCloseTo(2 / 3, 12);
    expect(overallShare([])).toBeNull();
    expect(overallShare([NOTHING])).toBeNull();
  });
});
