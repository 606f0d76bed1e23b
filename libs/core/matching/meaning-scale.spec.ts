import { MEANING_REFERENCES, measureScale, nearnessOn } from './meaning-scale.js';

const COUNT = MEANING_REFERENCES.length;
/** A direction of its own for each matter, and as much of what all texts share as `common` says. */
const matter = (n: number, common: number, more = 0): Float32Array =>
  Float32Array.from({ length: COUNT + 1 }, (_, place) =>
    place === COUNT ? common : place === n ? 1 + more : 0,
  );
const all = (make: (n: number) => Float32Array) => Array.from({ length: COUNT }, (_, n) => make(n));

describe('measuring a model before it is believed', () => {
  it('takes where its cosines lie for texts on different matters and on one', () => {
    const scale = measureScale(
      all((n) => matter(n, 1)),
      all((n) => matter(n, 1)),
    );
    expect(scale?.related).toBeCloseTo(1, 6);
    expect(scale?.unrelated).toBeCloseTo(0.5, 6);
  });

  it.each([0, 1, 4])('reads nearness alike, however much all its texts have in common (%d)', (common) => {
    const scale = measureScale(
      all((n) => matter(n, common)),
      all((n) => matter(n, common)),
    );
    if (scale === null) throw new Error('not believed');
    expect(nearnessOn(scale, matter(0, common), matter(0, common))).toBeCloseTo(1, 6);
    expect(nearnessOn(scale, matter(0, common), matter(1, common))).toBeCloseTo(0, 6);
    const between = matter(0, common);
    between[1] = 1;
    const nearness = nearnessOn(scale, between, matter(0, common));
    expect(nearness > 0.3 && nearness < 0.9).toBe(true);
  });

  it.each([
    ['says the same of every text', all(() => matter(0, 1)), all(() => matter(0, 1))],
    [
      'pairs reports with the wrong statements',
      all((n) => matter(n, 0)),
      all((n) => matter((n + 1) % COUNT, 0)),
    ],
    [
      'knows two of them no better than the next',
      all((n) => matter(n, 0)),
      all((n) => matter(n < 2 ? 9 : n, 0)),
    ],
    ['sees next to nothing but what all texts share', all((n) => matter(n, 5)), all((n) => matter(n, 5))],
    ['gives texts no length', all(() => new Float32Array(4)), all(() => new Float32Array(4))],
  ])('does without one that %s', (_, reports, statements) => {
    expect(measureScale(reports, statements)).toBeNull();
  });

  it('stays between different and same', () => {
    const scale = { unrelated: 0.3, related: 0.5 };
    expect(nearnessOn(scale, matter(0, 0), matter(0, 0))).toBe(1);
    expect(nearnessOn(scale, matter(0, 0), matter(1, 0))).toBe(0);
    expect(nearnessOn(scale, matter(0, 0), new Float32Array(COUNT + 1))).toBe(0);
  });

  it('by references on matters of their own', () => {
    const texts = MEANING_REFERENCES.flatMap(({ report, statement }) => [report, statement]);
    expect(new Set(texts).size).toBe(2 * COUNT);
    expect(COUNT).toBeGreaterThanOrEqual(10);
  });
});
