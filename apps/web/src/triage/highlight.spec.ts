import { cutAtQuotes } from './highlight.js';

const quote = (id: string, start: number, end: number) => ({ id, start, end });
const read = (text: string, quotes: readonly ReturnType<typeof quote>[], chosen: string | null = null) =>
  cutAtQuotes(text, quotes, chosen).map((run) => [run.text, run.candidateId]);

it('marks quotes and leaves nothing of the text out', () => {
  const text = 'It will rain. It may snow.';
  const runs = cutAtQuotes(text, [quote('a', 0, 12), quote('b', 14, 25)], null);
  expect(runs.map((run) => run.text).join('')).toBe(text);
  expect(runs.map((run) => run.candidateId)).toEqual(['a', null, 'b', null]);
});

it('gives overlapping text to the chosen quote', () => {
  expect(read('abcdef', [quote('outer', 0, 6), quote('inner', 2, 4)])).toEqual([
    ['ab', 'outer'],
    ['cd', 'inner'],
    ['ef', 'outer'],
  ]);
  expect(read('abcdef', [quote('outer', 0, 6), quote('inner', 2, 4)], 'outer')).toEqual([
    ['abcdef', 'outer'],
  ]);
});

it('counts offsets in UTF-16 code units, as the extractor does', () => {
  expect(read('😀 rain', [quote('a', 3, 7)])).toEqual([
    ['😀 ', null],
    ['rain', 'a'],
  ]);
});

it('ignores quotes that do not lie in the text', () => {
  expect(read('abc', [quote('a', 2, 9), quote('b', 2, 2), quote('c', -1, 2)])).toEqual([['abc', null]]);
  expect(read('', [])).toEqual([]);
});
