import { YARDSTICKS } from '#core/domain';
import { readLikelihood } from '#core/extraction';
import { likelihoodPresets, presetOf } from './likelihood-presets.js';

const WORDS = [
  'almost no chance',
  'very unlikely',
  'unlikely',
  'even chance',
  'likely',
  'very likely',
  'almost certain',
];

describe('the bands to choose from in triage', () => {
  it.each(YARDSTICKS)('by %s, hold every band the extractor reads from words', (yardstick) => {
    const presets = likelihoodPresets(yardstick);
    for (const phrase of [...WORDS, 'extremely unlikely', 'extremely likely', 'will', 'will not', 'may']) {
      const band = readLikelihood(phrase, { yardstick });
      if (band === null) throw new Error(`${phrase} is not read`);
      expect([phrase, presetOf(presets, band)?.basis]).toEqual([phrase, band.basis]);
    }
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
  });

  it('say their numbers, and offer what a yardstick does not tell apart once', () => {
    const labels = (yardstick: (typeof YARDSTICKS)[number]) =>
      likelihoodPresets(yardstick)
        .filter(({ basis }) => basis === 'words')
        .map(({ label }) => label);
    expect(labels('nato')).toEqual([
      'very unlikely (0–10 %)',
      'unlikely (10–40 %)',
      'roughly even (40–60 %)',
      'likely (60–90 %)',
      'very likely (90–100 %)',
    ]);
    expect(labels('icd203')).toHaveLength(7);
    expect(labels('efsa')).toHaveLength(9);
  });
});
