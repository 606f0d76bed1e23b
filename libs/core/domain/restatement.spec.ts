import { numberSeries } from './restatement.js';

const said = (id: string, claimantId: string, saidOn: string, point: number | null = 0.7) => ({
  id,
  claimantId,
  saidOn,
  point,
});

it('numbers what one claimant said more than once in the order of saying, with what changed', () => {
  const series = numberSeries([
    said('c', 'venn', '2022-02-01', 0.55),
    said('a', 'venn', '2022-01-01', 0.7),
    said('d', 'venn', '2022-03-01', 0.9),
    said('b', 'quill', '2022-01-15'),
  ]);
  expect(series.get('a')).toEqual({ number: 1, of: 3, change: null });
  expect(series.get('c')).toEqual({ number: 2, of: 3, change: -0.15 });
  expect(series.get('d')).toEqual({ number: 3, of: 3, change: 0.35 });
  expect(series.has('b')).toBe(false);
});

it('says nothing of a change where one of the two has no number', () => {
  const series = numberSeries([
    said('a', 'venn', '2022-01-01', null),
    said('b', 'venn', '2022-02-01', 0.5),
    said('c', 'venn', '2022-03-01', 0.5),
  ]);
  expect(series.get('b')?.change).toBeNull();
  expect(series.get('c')?.change).toBe(0);
});

it('puts two of one day in the order in which they were recorded', () => {
  const series = numberSeries([said('b', 'venn', '2022-01-01'), said('a', 'venn', '2022-01-01')]);
  expect(series.get('a')?.number).toBe(1);
});
