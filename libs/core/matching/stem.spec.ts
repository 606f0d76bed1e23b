import { stem } from './stem.js';

describe('stem', () => {
  it.each([
    ['sanctions', 'sanction'],
    ['sanctioned', 'sanction'],
    ['ponies', 'poni'],
    ['agreed', 'agre'],
    ['relational', 'relat'],
    ['hopping', 'hop'],
    ['vietnamization', 'vietnam'],
    ['replacement', 'replac'],
    ['electricity', 'electr'],
    ['sky', 'sky'],
    ['yielded', 'yield'],
  ])('brings %s to %s, as Porter published it', (word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  it('leaves alone what is no English word', () => {
    for (const word of ['', 'eu', 'mi6', 'рубль', 'x'.repeat(100_000)]) expect(stem(word)).toBe(word);
  });
});
