import { findMessage } from '#ui/i18n';
import { MEASURES } from './measures.js';

describe('measures', () => {
  it('each have one key', () => {
    const keys = MEASURES.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[a-z][A-Za-z0-9]+$/u);
  });

  it.each(MEASURES.map((measure) => [measure.key, measure] as const))(
    '%s has a name, a sentence, a place, a formula, a scale and a source',
    (key, { formula, scale, source, explains }) => {
      expect(findMessage(`measure.${key}.name`)).toBeTruthy();
      expect(findMessage(`measure.${key}.text`)).toMatch(/\.$/u);
      expect(findMessage(`method.place.${explains}`)).toBeTruthy();
      for (const text of [formula, scale, source]) expect(text).not.toBe('');
    },
  );

  it('say where the best is on the side that is better', () => {
    for (const { direction, bestAt } of MEASURES) if (direction === 'neither') expect(bestAt).toBeUndefined();
  });
});
