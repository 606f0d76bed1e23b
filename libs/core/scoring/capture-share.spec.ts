import {
  countFound,
  estimateCapture,
  LEAST_CAPTURE_FOUND,
  LEAST_CAPTURE_TEXTS,
  type ReadSpan,
  type TwiceReadText,
} from './index.js';

const at = (...starts: number[]): ReadSpan[] => starts.map((start) => ({ start, end: start + 10 }));
const text = (first: number[], second: number[], captured: number[]): TwiceReadText => ({
  first: at(...first),
  second: at(...second),
  captured: captured.map((start) => at(start)),
});

describe('what two readers found', () => {
  const cases: [string, TwiceReadText, number[]][] = [
    ['nothing', text([], [], [5]), [0, 0, 0, 0, 0]],
    ['the same', text([0, 20], [0, 20], [0]), [2, 2, 2, 2, 1]],
    ['different things', text([0], [20], [0, 20]), [1, 1, 0, 2, 2]],
    ['the same within half', text([0], [5], [4]), [1, 1, 1, 1, 1]],
    ['less than half in common', text([0], [6], [0]), [1, 1, 0, 2, 1]],
    ['one prediction marked twice by one', text([0, 2], [0], []), [1, 1, 1, 1, 0]],
    [
      'one that the other marked as two',
      { ...text([], [0, 20], []), first: [{ start: 0, end: 30 }] },
      [1, 2, 1, 2, 0],
    ],
    ['a claim with two quotes', { ...text([20], [], []), captured: [at(0, 20)] }, [1, 0, 0, 1, 1]],
  ];
  it.each(cases)('%s', (_what, read, [first, second, both, found, captured]) => {
    expect(countFound(read)).toEqual({ first, second, both, found, captured });
  });
});

describe('the share captured', () => {
  /** Ten predictions: both found 6, each one two more of their own; 7 of the 10 captured. */
  const ten = text(
    [0, 20, 40, 60, 80, 100, 120, 140],
    [0, 20, 40, 60, 80, 100, 160, 180],
    [0, 20, 40, 60, 80, 120, 160],
  );

  it('needs three texts and ten finds', () => {
    expect([LEAST_CAPTURE_TEXTS, LEAST_CAPTURE_FOUND]).toEqual([3, 10]);
    expect(estimateCapture([ten, ten])).toBeNull();
    expect(estimateCapture([text([0], [0], [0]), text([], [], []), text([0], [], [])])).toBeNull();
    expect(estimateCapture([])).toBeNull();
  });

  it('is that of the finds, and the total has the unseen in it', () => {
    const share = estimateCapture([ten, ten, ten]);
    expect(share).toMatchObject({
      texts: 3,
      first: 24,
      second: 24,
      both: 18,
      found: 30,
      captured: 21,
      share: 0.7,
    });
    // Chapman: 25 * 25 / 19 - 1; variance 25 * 25 * 6 * 6 / (19^2 * 20) = 3.1163; 1.8947 unseen.
    expect(share?.total.estimate).toBeCloseTo(31.8947, 4);
    expect(share?.total.low).toBeCloseTo(30.4024, 3);
    expect(share?.total.high).toBeCloseTo(38.9213, 3);
    expect(share?.interval.low).toBeCloseTo(0.5212, 3);
    expect(share?.interval.high).toBeCloseTo(0.8334, 3);
  });

  it('adds nothing unseen where both found the same', () => {
    const same = text([0, 20, 40, 60], [0, 20, 40, 60], [0, 20, 40, 60]);
    expect(estimateCapture([same, same, same])).toMatchObject({
      share: 1,
      total: { estimate: 12, low: 12, high: 12 },
    });
  });
});
