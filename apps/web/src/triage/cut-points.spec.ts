import { cutPoints, likelyCut } from './cut-points.js';

const halves = (quote: string) => {
  const at = cutPoints(quote)[likelyCut(quote)] ?? 0;
  return [quote.slice(0, at).trim(), quote.slice(at).trim()];
};

it.each([
  ['Rates will fall, and the levy will go by June', 'Rates will fall,', 'and the levy will go by June'],
  ['Rates will fall; nobody will mind', 'Rates will fall;', 'nobody will mind'],
  ['The strike begins in May but ends before June', 'The strike begins in May', 'but ends before June'],
])('proposes to cut “%s” at its seam', (quote, first, second) => {
  expect(halves(quote)).toEqual([first, second]);
});

it('cuts before words only, never inside of one', () => {
  expect(cutPoints('one  two\nthree')).toEqual([5, 9]);
  expect(cutPoints('one')).toEqual([]);
});
