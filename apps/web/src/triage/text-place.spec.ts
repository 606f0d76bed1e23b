import { findWords, trimMarked } from './text-place.js';

const TEXT = 'Rates (4.5 %) will fall.\nRates will\nfall by June.';

it('finds words where they stand, whatever blanks divide them', () => {
  expect(findWords(TEXT, 'will fall  by')).toEqual({ start: 31, end: 43, quote: 'will\nfall by' });
  expect(findWords(TEXT, '(4.5 %)')).toEqual({ start: 6, end: 13, quote: '(4.5 %)' });
});

it('says how often words stand there when that is not once', () => {
  expect(findWords(TEXT, 'will fall')).toBe(2);
  expect(findWords(TEXT, 'prices')).toBe(0);
  expect(findWords(TEXT, '  ')).toBe(0);
});

it('leaves out blanks at the ends of what is marked', () => {
  expect(trimMarked(TEXT, 13, 19)).toEqual({ start: 14, end: 18, quote: 'will' });
  expect(trimMarked(TEXT, 24, 25)).toBeNull();
});
