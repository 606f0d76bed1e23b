import fc from 'fast-check';
import { HIDDEN, hideWords } from './index.js';

describe('a text with names hidden', () => {
  it.each([
    ['Ottokar Venn expects rain.', ['Ottokar Venn'], [], `${HIDDEN} expects rain.`],
    ["It is Venn's view.", ['Ottokar Venn'], [], `It is ${HIDDEN}'s view.`],
    ['VENN and ottokar agree.', ['Ottokar Venn'], [], `${HIDDEN} and ${HIDDEN} agree.`],
    ['The Vennish weather', ['Ottokar Venn'], [], 'The Vennish weather'],
    ['A Li spoke', ['Mo Li'], [], 'A Li spoke'],
    ['Mo Li spoke', ['Mo Li'], [], `${HIDDEN} spoke`],
    ['There is a 70 % chance (70 %).', [], ['70 %'], `There is a ${HIDDEN} chance (${HIDDEN}).`],
    [
      '“C.I.A. (sic)” said so',
      ['C.I.A. (sic)'],
      [],
      `“C.I.A. (sic)” said so`.replace('C.I.A. (sic)', HIDDEN),
    ],
    ['Nothing', [''], [' '], 'Nothing'],
  ])('%s', (text, names, phrases, expected) => {
    expect(hideWords(text, names, phrases)).toBe(expected);
  });

  it('never shows the whole name between blanks, whatever it is made of', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
      .filter((one) => /[\p{L}\p{N}]/u.test(one));
    fc.assert(
      fc.property(name, (one) => {
        const hidden = hideWords(`so said ${one} yesterday`, [one]);
        expect(hidden.includes(` ${one.trim()} `)).toBe(false);
      }),
    );
  });
});
