import type { LikelihoodBand } from '#core/domain';
import { settleDenial } from './settle-denial.js';

const band = (low: number, point: number, high: number, basis: LikelihoodBand['basis']): LikelihoodBand => ({
  low,
  point,
  high,
  basis,
  phrase: '',
});
const WILL = band(0.8, 0.9, 0.99, 'unhedged');
const LIKELY = band(0.55, 0.675, 0.8, 'words');
const FIFTH = band(0.2, 0.2, 0.2, 'number');

const settle = (
  read: LikelihoodBand | null,
  negated: boolean,
  [isDenied, isFrameDenied]: readonly [boolean, boolean],
  text = 'A deal that will not last is struck',
) => {
  const { band: settled, negated: is } = settleDenial(
    { band: read, negated },
    { text, isDenied, isFrameDenied },
  );
  return [settled?.low, settled?.point, settled?.high, is];
};

describe('settling what was denied', () => {
  it('turns a band that was read without the denial ("No branch will close")', () => {
    expect(settle(WILL, false, [true, false])).toEqual([0.01, 0.1, 0.2, true]);
    expect(settle(LIKELY, false, [true, false])).toEqual([0.2, 0.325, 0.45, true]);
  });

  it('leaves a band that was read with it ("will not", "unlikely")', () => {
    expect(settle(band(0.01, 0.1, 0.2, 'unhedged'), true, [true, false])).toEqual([0.01, 0.1, 0.2, true]);
    expect(settle(band(0.2, 0.325, 0.45, 'words'), true, [false, true])).toEqual([0.2, 0.325, 0.45, true]);
  });

  it('turns a band back that was read with a denial the statement keeps', () => {
    expect(settle(band(0.01, 0.1, 0.2, 'unhedged'), true, [false, false])).toEqual([0.8, 0.9, 0.99, false]);
  });

  it('leaves a band that was read with a denial outside a statement that says yes ("I doubt that | it will last")', () => {
    expect(settle(band(0.2, 0.325, 0.45, 'words'), true, [false, false], 'The deal lasts')).toEqual([
      0.2,
      0.325,
      0.45,
      true,
    ]);
  });

  it('takes two denials for none ("I doubt that it will not")', () => {
    expect(settle(WILL, false, [true, true])).toEqual([0.8, 0.9, 0.99, false]);
  });

  it('turns a number only for the claim\u2019s own negation', () => {
    expect(settle(FIFTH, false, [true, false])).toEqual([0.8, 0.8, 0.8, true]);
    expect(settle(FIFTH, false, [false, true])).toEqual([0.2, 0.2, 0.2, true]);
  });

  it('says that it was denied where there is no number', () => {
    expect(settle(null, false, [true, false])).toEqual([undefined, undefined, undefined, true]);
    const rank = { low: null, point: null, high: null, phrase: 'likelier', basis: 'rank' } as const;
    expect(
      settleDenial(
        { band: rank, negated: false },
        { text: 'It lasts', isDenied: true, isFrameDenied: false },
      ),
    ).toEqual({ band: rank, negated: true });
  });
});
