import * as fc from 'fast-check';
import { buildTermStatistics, termWeigher } from './term-statistics.js';

describe('buildTermStatistics', () => {
  it('counts texts, not occurrences, and leaves out what one text has', () => {
    const statistics = buildTermStatistics(['Russia, Russia and Donetsk', 'Russian oil', 'rain']);
    expect(statistics).toEqual({ documents: 3, frequencies: [['@ru', 2]] });
  });

  it('survives JSON and words that are members of objects', () => {
    const statistics = buildTermStatistics([
      'constructor __proto__ toString',
      'constructor __proto__ toString',
    ]);
    expect(JSON.parse(JSON.stringify(statistics))).toEqual(statistics);
    expect(termWeigher(statistics)('constructor')).toBeGreaterThan(0);
  });

  it('does not depend on the order of the texts', () => {
    const texts = fc.array(fc.lorem({ maxCount: 6 }), { maxLength: 12 });
    fc.assert(
      fc.property(texts, (list) => {
        expect(buildTermStatistics([...list].reverse())).toEqual(buildTermStatistics(list));
      }),
    );
  });
});

describe('termWeigher', () => {
  it('weighs a name above a country above a word of all news, without any statistics', () => {
    const weigh = termWeigher({ documents: 0, frequencies: [] });
    expect(weigh('donetsk')).toBeCloseTo(5.3, 2);
    expect(weigh('donetsk')).toBeGreaterThan(weigh('@ru'));
    expect(weigh('@ru')).toBeGreaterThan(weigh('presid'));
  });

  it('never weighs below zero', () => {
    expect(termWeigher({ documents: 1, frequencies: [['rain', 5_000]] })('rain')).toBeGreaterThanOrEqual(0);
  });
});
