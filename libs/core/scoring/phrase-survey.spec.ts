import { bandOfStep, LIKELIHOOD_STEPS, oppositeStep } from '#core/domain';
import { MEASURES } from './measures.js';
import { SURVEY_READINGS, SURVEYED_PEOPLE, surveyedWord } from './phrase-survey.js';

describe('how people read words', () => {
  it('goes through the quantiles that were found, evenly', () => {
    const likely = SURVEY_READINGS.get('likely') ?? [];
    expect(likely).toHaveLength(19);
    expect([likely[0], likely[4], likely[9], likely[14], likely[18]].map((p) => p?.toFixed(4))).toEqual([
      '0.6000',
      '0.6700',
      '0.7500',
      '0.8000',
      '0.9000',
    ]);
    expect(likely[2]).toBeCloseTo(0.635, 12);
  });

  it('is a probability that never falls from one quantile to the next', () => {
    for (const readings of SURVEY_READINGS.values()) {
      expect([...readings].sort((a, b) => a - b)).toEqual(readings);
      for (const p of readings) expect(p >= 0 && p <= 1).toBe(true);
    }
  });

  it('keeps the order of the steps in the middle', () => {
    const middles = LIKELIHOOD_STEPS.flatMap((step) => SURVEY_READINGS.get(step)?.[9] ?? []);
    expect(middles).toHaveLength(7);
    expect([...middles].sort((a, b) => a - b)).toEqual(middles);
    expect(oppositeStep('likely')).toBe('unlikely');
  });

  it('is credited on the method page, with how many were asked', () => {
    const source = MEASURES.find(({ key }) => key === 'lexiconRobustness')?.source;
    expect(source).toContain('CC BY 4.0');
    expect(source).toContain(`${SURVEYED_PEOPLE.toLocaleString('en-GB')} people`);
  });

  it('is found by the band that the yardstick gives a word', () => {
    const worded = (step: 'likely' | 'veryUnlikely', yardstick: 'icd203' | 'phia') => {
      const { low, high } = bandOfStep(step, yardstick);
      return { low, high, point: (low + high) / 2, basis: 'words' as const };
    };
    for (const yardstick of ['icd203', 'phia'] as const)
      for (const step of ['likely', 'veryUnlikely'] as const)
        expect(surveyedWord(worded(step, yardstick), yardstick)).toEqual({ phrase: step, isMirrored: false });
    expect(surveyedWord(worded('likely', 'phia'), 'icd203').phrase).toBeNull();
  });

  it('mirrors “will not”, and leaves numbers alone', () => {
    const unhedged = { low: 0.8, point: 0.9, high: 0.99, basis: 'unhedged' } as const;
    expect(surveyedWord(unhedged, 'icd203')).toEqual({ phrase: 'will', isMirrored: false });
    expect(surveyedWord({ ...unhedged, low: 0.01, point: 0.1, high: 0.2 }, 'icd203').isMirrored).toBe(true);
    const number = { low: 0.675, point: 0.675, high: 0.675, basis: 'number' } as const;
    expect(surveyedWord(number, 'icd203')).toEqual({ phrase: null, isMirrored: false });
  });
});
