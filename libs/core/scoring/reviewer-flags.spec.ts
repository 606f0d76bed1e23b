import { FLAG_FROM, type FlaggableReviewer, overallShare, reviewerFlags } from './index.js';

const NOTHING = { hits: 0, n: 0 };
const reviewer = (change: Partial<FlaggableReviewer> = {}): FlaggableReviewer => ({
  agreement: { hits: 30, n: 40 },
  reliability: { mean: 0.75, low: 0.65, high: 0.85 },
  gold: NOTHING,
  retests: NOTHING,
  ...change,
});

describe('what stands out about a reviewer', () => {
  it('is agreement that lies wholly under that of all', () => {
    expect(reviewerFlags(reviewer(), 0.84)).toEqual([]);
    expect(reviewerFlags(reviewer(), 0.86)).toEqual(['below_others']);
    expect(reviewerFlags(reviewer(), null)).toEqual([]);
    expect(reviewerFlags(reviewer({ reliability: null }), 0.86)).toEqual([]);
  });

  it.each([
    { hits: 1, n: 6, stands: true },
    { hits: 4, n: 6, stands: false },
    { hits: 0, n: FLAG_FROM - 1, stands: false },
    { hits: 0, n: FLAG_FROM, stands: true },
    { hits: 40, n: 60, stands: true },
    { hits: 60, n: 60, stands: false },
  ])('known answers and second answers: $hits of $n', ({ hits, n, stands }) => {
    expect(reviewerFlags(reviewer({ gold: { hits, n } }), 0.7)).toEqual(
      stands ? ['known_answers_missed'] : [],
    );
    expect(reviewerFlags(reviewer({ retests: { hits, n } }), 0.7)).toEqual(stands ? ['unsteady'] : []);
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
