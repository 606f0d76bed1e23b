import fc from 'fast-check';
import { computeVerdictValue } from './verdict-value.js';

describe('what a verdict would bring the board', () => {
  it.each([
    ['nothing without a stated probability', [], 0],
    ['much for a newcomer', [{ point: 0.7, families: 0 }], 0.287],
    ['little for whose record is long', [{ point: 0.7, families: 99 }], 0.0005],
    [
      'the sum of two who agree',
      [
        { point: 0.7, families: 0 },
        { point: 0.7, families: 0 },
      ],
      0.574,
    ],
    [
      'twice as much where they say opposites',
      [
        { point: 0, families: 0 },
        { point: 1, families: 0 },
      ],
      1.148,
    ],
  ])('%s', (_, claims, expected) => {
    expect(computeVerdictValue(claims)).toBeCloseTo(expected, 3);
  });

  it('is more, the shorter the record', () => {
    const claim = fc.record({ point: fc.double({ min: 0, max: 1, noNaN: true }), families: fc.nat(500) });
    fc.assert(
      fc.property(fc.array(claim, { minLength: 1, maxLength: 6 }), (claims) => {
        const [first, ...others] = claims as [(typeof claims)[number], ...typeof claims];
        const longer = [{ ...first, families: first.families + 5 }, ...others];
        expect(computeVerdictValue(claims)).toBeGreaterThan(computeVerdictValue(longer));
      }),
    );
  });
});
