import fc from 'fast-check';
import {
  detectableGap,
  LEAD_DAYS,
  leadTimeCurve,
  type LeadTimeSeries,
  measureSharpness,
  pairedDetectableGap,
  seriesNeeded,
  type WeightedForecast,
  type WordedClaim,
  wordingProfile,
} from './index.js';
import { arbitraryForecasts, complement } from '../../../test/support/forecasts.js';

const single = (probability: number, outcome: 0 | 1): WeightedForecast => ({
  probability,
  outcome,
  weight: 1,
});

describe('sharpness', () => {
  it('of a small case by hand', () => {
    const sharpness = measureSharpness([single(0.9, 1), single(0.4, 1), single(0.2, 0), single(0.4, 0)]);
    expect(sharpness?.n).toBe(4);
    expect(sharpness?.distanceFromHalf).toBeCloseTo(0.225, 12);
    expect(sharpness?.variance).toBeCloseTo(0.066875, 12);
    expect(sharpness?.discrimination).toBeCloseTo(0.35, 12);
    expect(sharpness?.auc).toBeCloseTo(0.875, 12);
  });

  it('tells nothing apart where only one thing happened', () => {
    expect(measureSharpness([single(0, 1)])).toEqual({
      n: 1,
      distanceFromHalf: 0.5,
      variance: 0,
      discrimination: null,
      auc: null,
    });
    expect(measureSharpness([single(0.5, 0), single(0.5, 0)])).toMatchObject({
      distanceFromHalf: 0,
      auc: null,
    });
    expect(measureSharpness([])).toBeNull();
  });

  it('AUC is the share of pairs in order, by weights', () => {
    fc.assert(
      fc.property(arbitraryForecasts(undefined, 1), (forecasts) => {
        let above = 0;
        let pairs = 0;
        for (const yes of forecasts.filter(({ outcome }) => outcome === 1))
          for (const no of forecasts.filter(({ outcome }) => outcome === 0)) {
            pairs += yes.weight * no.weight;
            above += yes.weight * no.weight * ((Math.sign(yes.probability - no.probability) + 1) / 2);
          }
        const auc = measureSharpness(forecasts)?.auc;
        if (pairs === 0) expect(auc).toBeNull();
        else expect(auc).toBeCloseTo(above / pairs, 10);
      }),
    );
  });

  it('is the same for the opposite event and in whatever order', () => {
    const exact = fc.integer({ min: 0, max: 64 }).map((p) => p / 64);
    fc.assert(
      fc.property(arbitraryForecasts(exact, 1), (forecasts) => {
        const sharpness = measureSharpness(forecasts);
        const mirrored = measureSharpness(forecasts.map(complement).reverse());
        for (const key of ['distanceFromHalf', 'variance', 'discrimination', 'auc'] as const)
          expect(mirrored?.[key] ?? -1).toBeCloseTo(sharpness?.[key] ?? -1, 12);
      }),
    );
  });
});

describe('the lead-time curve', () => {
  const series = (change: Partial<LeadTimeSeries> = {}): LeadTimeSeries => ({
    forecasts: [
      { probability: 0.4, saidOn: '2022-03-01' },
      { probability: 0.8, saidOn: '2022-01-01' },
    ],
    outcome: 0,
    deadlineOn: '2022-04-30',
    occurredOn: null,
    ...change,
  });

  it('scores what stood then', () => {
    const curve = leadTimeCurve([series()]);
    expect(curve.map(({ daysBefore }) => daysBefore)).toEqual([...LEAD_DAYS]);
    expect(curve.map(({ daysBefore, n }) => [daysBefore, n])).toEqual([
      [30, 1],
      [90, 1],
      [365, 0],
    ]);
    expect(curve[0]?.meanBrier).toBeCloseTo(0.16, 12);
    expect(curve[1]?.meanBrier).toBeCloseTo(0.64, 12);
    expect(curve[2]?.meanBrier).toBeNull();
  });

  it('takes a forecast from its day on', () => {
    // 2022-03-01 is 60 days before 2022-04-30.
    expect(leadTimeCurve([series()], [61, 60]).map(({ meanBrier }) => meanBrier?.toFixed(4))).toEqual([
      '0.6400',
      '0.1600',
    ]);
  });

  it('leaves out what had come about by then', () => {
    const happened = series({ outcome: 1, occurredOn: '2022-03-31' });
    expect(leadTimeCurve([happened], [31, 30, 29]).map(({ n }) => n)).toEqual([1, 0, 0]);
  });

  it('of two claims of one day takes the later in the input', () => {
    const twice = series({
      forecasts: [
        { probability: 0.9, saidOn: '2022-01-01' },
        { probability: 0.1, saidOn: '2022-01-01' },
      ],
    });
    expect(leadTimeCurve([twice], [30])[0]?.meanBrier).toBeCloseTo(0.01, 12);
  });

  it('averages over series, and has points without any', () => {
    const sure = series({ forecasts: [{ probability: 0, saidOn: '2021-01-01' }] });
    expect(leadTimeCurve([series(), sure], [30])).toMatchObject([{ daysBefore: 30, n: 2 }]);
    expect(leadTimeCurve([series(), sure], [30])[0]?.meanBrier).toBeCloseTo(0.08, 12);
    expect(leadTimeCurve([], [30])).toEqual([{ daysBefore: 30, n: 0, meanBrier: null }]);
  });
});

describe('the wording profile', () => {
  const LIKELY = { low: 0.55, point: 0.675, high: 0.8 };
  const claim = (change: Partial<WordedClaim> = {}): WordedClaim => ({
    ...LIKELY,
    outcome: null,
    basis: 'words',
    phrase: 'likely',
    deadlineOn: '2022-12-31',
    inclusion: 'pending',
    ...change,
  });

  it('counts bases, phrases, and what cannot be checked', () => {
    const profile = wordingProfile([
      claim({ phrase: 'Very  likely', low: 0.8, point: 0.875, high: 0.95, outcome: 1 }),
      claim({ phrase: ' very likely ', outcome: 0, deadlineOn: null, inclusion: 'no_deadline' }),
      claim({ basis: 'possibility', phrase: 'may', inclusion: 'no_probability' }),
      claim({ inclusion: 'scored' }),
      claim({ basis: 'not_stated', phrase: '', deadlineOn: null, inclusion: 'no_probability' }),
    ]);
    expect(profile?.n).toBe(5);
    expect(profile?.bases).toEqual([
      { basis: 'number', n: 0, share: 0 },
      { basis: 'words', n: 3, share: 0.6 },
      { basis: 'unhedged', n: 0, share: 0 },
      { basis: 'possibility', n: 1, share: 0.2 },
      { basis: 'rank', n: 0, share: 0 },
      { basis: 'not_stated', n: 1, share: 0.2 },
    ]);
    expect(profile?.phrases).toEqual([
      {
        phrase: 'very likely',
        n: 2,
        share: 0.4,
        low: 0.8,
        point: 0.875,
        high: 0.95,
        settled: 2,
        occurred: 1,
      },
      { phrase: 'likely', n: 1, share: 0.2, ...LIKELY, settled: 0, occurred: 0 },
      { phrase: 'may', n: 1, share: 0.2, ...LIKELY, settled: 0, occurred: 0 },
    ]);
    expect(profile?.withoutDeadline).toEqual({ n: 2, share: 0.4 });
    expect(profile?.withoutProbability).toEqual({ n: 2, share: 0.4 });
    expect(profile?.scoreable).toEqual({ n: 2, share: 0.4 });
  });

  it.each([
    ['scored', 1],
    ['pending', 1],
    ['void', 1],
    ['retrospective', 1],
    ['quantity', 0],
    ['policy_deadline', 0],
  ] as const)('a claim that counts as %s is scoreable: %i', (inclusion, n) => {
    expect(wordingProfile([claim({ inclusion })])?.scoreable.n).toBe(n);
  });

  it('lists phrases of equal number by their letters', () => {
    const phrases = (words: string[]) =>
      wordingProfile(words.map((phrase) => claim({ phrase })))?.phrases.map(({ phrase }) => phrase);
    expect(phrases(['b', 'a', 'c'])).toEqual(['a', 'b', 'c']);
    expect(phrases(['c', 'a', 'b'])).toEqual(['a', 'b', 'c']);
  });

  it('of nothing is none', () => {
    expect(wordingProfile([])).toBeNull();
  });
});

describe('the gap that numbers can show', () => {
  it.each([
    [0.1, 44, 90],
    [0.05, 177, 361],
    [0.03, 492, 1003],
  ])('of %f takes %i series each, with power %i', (gap, significant, powered) => {
    const needed = seriesNeeded(0.24, gap);
    expect(Math.abs(needed.significant - significant)).toBeLessThan(0.6);
    expect(Math.abs(needed.powered - powered)).toBeLessThan(0.6);
  });

  it('is the one that just so many series show', () => {
    const { significant, powered } = seriesNeeded(0.24, 0.1);
    expect(
      detectableGap({ sd: 0.24, n: significant }, { sd: 0.24, n: significant })?.significant,
    ).toBeCloseTo(0.1, 12);
    expect(detectableGap({ sd: 0.24, n: powered }, { sd: 0.24, n: powered })?.powered).toBeCloseTo(0.1, 12);
  });

  it('is governed by the row with few series', () => {
    expect(detectableGap({ sd: 0.24, n: 10 }, { sd: 0.24, n: 1e9 })?.significant).toBeCloseTo(
      (1.96 * 0.24) / Math.sqrt(10),
      4,
    );
  });

  it('is smaller on shared propositions where both found the same ones hard', () => {
    const gap = pairedDetectableGap({ sd: 0.2, n: 100 });
    expect(gap?.significant).toBeCloseTo(0.0392, 4);
    expect(gap?.powered).toBeCloseTo(0.056, 12);
    expect(gap?.powered).toBeLessThan(
      detectableGap({ sd: 0.24, n: 100 }, { sd: 0.24, n: 100 })?.powered ?? NaN,
    );
  });

  it('at n = 0 is unknown, without variance nothing, and no number shows no gap', () => {
    expect(detectableGap({ sd: 0, n: 0 }, { sd: 0.2, n: 9 })).toBeNull();
    expect(detectableGap({ sd: 0.2, n: 9 }, { sd: 0, n: 0 })).toBeNull();
    expect(pairedDetectableGap({ sd: 0, n: 0 })).toBeNull();
    expect(pairedDetectableGap({ sd: 0, n: 5 })).toEqual({ significant: 0, powered: 0 });
    expect(seriesNeeded(0.24, 0)).toEqual({ significant: Infinity, powered: Infinity });
  });
});
