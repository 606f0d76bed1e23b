import fc from 'fast-check';
import { lexiconRobustness, type PhrasedForecast } from './index.js';
import { arbitraryOutcome, repeat } from '../../../test/support/forecasts.js';

const DRAWS = { draws: 2000, seed: 7 };

const said = (claimantId: string, change: Partial<PhrasedForecast> = {}): PhrasedForecast => ({
  claimantId,
  phrase: null,
  isMirrored: false,
  probability: 0.7,
  outcome: 1,
  weight: 1,
  ...change,
});

const likely = (claimantId: string, change: Partial<PhrasedForecast> = {}) =>
  said(claimantId, { phrase: 'likely', probability: 0.675, ...change });

describe('an order under other readings of the words', () => {
  it('holds as often as the readings have it', () => {
    // 0.7 beats "likely" where that is read as 0.6 and not where as 0.8.
    const { pairs, orderHolds, scores } = lexiconRobustness(
      [said('number'), likely('word')],
      new Map([['likely', [0.8, 0.6]]]),
      DRAWS,
    );
    expect(pairs).toMatchObject([{ better: 'number', worse: 'word' }]);
    expect(pairs[0]?.holds).toBeGreaterThan(0.45);
    expect(pairs[0]?.holds).toBeLessThan(0.55);
    expect(orderHolds).toBe(pairs[0]?.holds);
    expect(scores[0]).toMatchObject({ claimantId: 'number', drawn: 0 });
    expect(scores[0]?.low).toBe(scores[0]?.high);
    expect(scores[0]?.meanBrier).toBeCloseTo(0.09, 12);
    expect(scores[1]).toMatchObject({ claimantId: 'word', drawn: 1 });
    expect(scores[1]?.low).toBeCloseTo(0.04, 12);
    expect(scores[1]?.high).toBeCloseTo(0.16, 12);
    expect(scores[1]?.meanBrier).toBeCloseTo(0.325 ** 2, 12);
  });

  it('is the same for all who share their words: whoever erred less always leads', () => {
    const forecasts = [
      ...repeat(10, (i) => likely('a', { outcome: i < 8 ? 1 : 0 })),
      ...repeat(10, (i) => likely('b', { outcome: i < 6 ? 1 : 0 })),
    ];
    const readings = new Map([['likely', [0.55, 0.7, 0.95]]]);
    const { pairs, orderHolds } = lexiconRobustness(forecasts, readings, DRAWS);
    expect(pairs).toEqual([{ better: 'a', worse: 'b', holds: 1 }]);
    expect(orderHolds).toBe(1);
  });

  it('turns where a word is read as its opposite', () => {
    const forecasts = [likely('a'), likely('b', { outcome: 0 })];
    expect(lexiconRobustness(forecasts, new Map([['likely', [0.2]]]), DRAWS)).toMatchObject({
      pairs: [{ better: 'a', worse: 'b', holds: 0 }],
      orderHolds: 0,
    });
  });

  it('words of the opposite are read the other way round', () => {
    const mirrored = likely('a', { probability: 0.325, isMirrored: true, outcome: 0 });
    const { scores } = lexiconRobustness(
      [mirrored, { ...mirrored, claimantId: 'b', outcome: 1 }],
      new Map([['likely', [0.9]]]),
      DRAWS,
    );
    expect(scores.map(({ claimantId }) => claimantId)).toEqual(['a', 'b']);
    expect(scores[0]?.high).toBeCloseTo(0.01, 12);
    expect(scores[1]?.low).toBeCloseTo(0.81, 12);
  });

  it('phrases are drawn apart from each other, claimants are not', () => {
    const forecasts = [likely('a'), said('b', { phrase: 'probable', probability: 0.7 })];
    const readings = new Map([
      ['likely', [0.6, 0.8]],
      ['probable', [0.6, 0.8]],
    ]);
    // One of four each: ahead, behind; two of four: equal, which counts half.
    expect(lexiconRobustness(forecasts, readings, DRAWS).pairs[0]?.holds).toBeCloseTo(0.5, 1);
    const held = lexiconRobustness(forecasts, readings, DRAWS).orderHolds;
    expect(held).toBeGreaterThan(0.7);
    expect(held).toBeLessThan(0.8);
  });

  it('equals are ordered by id and hold half', () => {
    const { pairs } = lexiconRobustness([likely('b'), likely('a')], new Map([['likely', [0.6, 0.8]]]), DRAWS);
    expect(pairs).toEqual([{ better: 'a', worse: 'b', holds: 0.5 }]);
  });

  it('phrases without readings keep their number', () => {
    const { scores } = lexiconRobustness(
      [
        likely('a'),
        said('a', { phrase: 'mayhap', probability: 0.5, weight: 3 }),
        said('a', { phrase: 'nil', probability: 0.5 }),
      ],
      new Map([
        ['likely', [0.6]],
        ['nil', []],
      ]),
      DRAWS,
    );
    expect(scores[0]?.drawn).toBeCloseTo(0.2, 12);
    expect(scores[0]?.low).toBeCloseTo((0.16 + 3 * 0.25 + 0.25) / 5, 12);
  });

  it('of one claimant or none holds', () => {
    expect(lexiconRobustness([likely('a')], new Map(), DRAWS)).toMatchObject({ pairs: [], orderHolds: 1 });
    expect(lexiconRobustness([likely('a', { weight: 0 })], new Map(), DRAWS)).toEqual({
      draws: 2000,
      scores: [],
      pairs: [],
      orderHolds: 1,
    });
  });

  it.each([0, -1, NaN])('%d draws are refused', (draws) => {
    expect(() => lexiconRobustness([], new Map(), { draws, seed: 1 })).toThrow(RangeError);
  });

  it('depends on the seed, and on no order of its input', () => {
    const names = fc.constantFrom('a', 'b', 'c');
    const phrases = fc.constantFrom('likely', 'unlikely', 'even', null);
    const forecasts = fc.array(
      fc.record<PhrasedForecast>({
        claimantId: names,
        phrase: phrases,
        isMirrored: fc.boolean(),
        probability: fc.integer({ min: 0, max: 10 }).map((p) => p / 10),
        outcome: arbitraryOutcome,
        weight: fc.integer({ min: 1, max: 4 }).map((quarters) => quarters / 4),
      }),
      { maxLength: 20 },
    );
    const readings = new Map([
      ['likely', [0.5, 0.7, 0.8]],
      ['unlikely', [0.1, 0.3]],
    ]);
    const backwards = new Map([...readings].reverse());
    fc.assert(
      fc.property(forecasts, fc.integer(), (list, seed) => {
        const options = { draws: 20, seed };
        const result = lexiconRobustness(list, readings, options);
        const reversed = lexiconRobustness([...list].reverse(), backwards, options);
        expect(reversed.pairs).toEqual(result.pairs);
        expect(reversed.orderHolds).toBe(result.orderHolds);
        reversed.scores.forEach(({ low, high }, i) => {
          expect(low).toBeCloseTo(result.scores[i]?.low ?? NaN, 12);
          expect(high).toBeCloseTo(result.scores[i]?.high ?? NaN, 12);
        });
      }),
    );
    const likelyAndNumber = [said('number'), likely('word')];
    const many = new Map([['likely', [0.6, 0.8]]]);
    const holds = (seed: number) => lexiconRobustness(likelyAndNumber, many, { draws: 999, seed }).orderHolds;
    expect(holds(1)).not.toBe(holds(2));
  });
});
