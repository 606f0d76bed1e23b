import { quantityAt } from './quantities.js';

describe('quantityAt', () => {
  it.each([
    ['5 per cent', false, { value: 5, unit: '%', length: 3 }],
    ['9.1% in june', false, { value: 9.1, unit: '%', length: 1 }],
    ['233,000 people', false, { value: 233_000, unit: '', length: 1 }],
    ['69 bn deal', true, { value: 69e9, unit: '$', length: 2 }],
    ['130 billion euros', false, { value: 130e9, unit: '$', length: 3 }],
    ['5 m deep', false, { value: 5, unit: '', length: 1 }],
    ['5 m paid', true, { value: 5e6, unit: '$', length: 2 }],
    ['three percent', false, { value: 3, unit: '%', length: 2 }],
    ['one of them', false, null],
    ['1.2.3', false, null],
  ])('reads "%s"', (text, isMoney, expected) => {
    expect(quantityAt(text.split(' '), 0, isMoney)).toEqual(expected);
  });
});
