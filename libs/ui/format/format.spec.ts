import {
  describeLikelihood,
  formatCount,
  formatDate,
  formatEffect,
  formatInstantDay,
  formatPercent,
  formatRelativeDay,
  formatScore,
  formatShare,
  formatMeanScore,
  formatPeerScore,
  formatSigned,
  safeWebAddress,
} from './index.js';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

it.each([
  [0, '0 %'],
  [1, '100 %'],
  [0.125, '12.5 %'],
  [0.29, '29 %'],
  [0.0004, '< 0.1 %'],
  [0.9999, '> 99.9 %'],
])('%p in percent claims no more certainty than there is', (probability, text) => {
  expect(plain(formatPercent(probability))).toBe(text);
});

it.each([
  [{ low: 0.3, point: 0.3, high: 0.3, phrase: '30 per cent', basis: 'number' }, '30 % · “30 per cent”'],
  [
    { low: 0.05, point: 0.125, high: 0.2, phrase: 'very unlikely', basis: 'words' },
    '5–20 % · “very unlikely”',
  ],
  [
    { low: 0.2, point: 0.375, high: 0.55, phrase: 'may', basis: 'possibility' },
    '20–55 % · “may” · not scored',
  ],
  [{ low: null, point: null, high: null, phrase: '', basis: 'not_stated' }, 'No likelihood stated'],
  [{ low: 0, point: 0, high: 0, phrase: '', basis: 'number' }, '0 %'],
] as const)('says in words what was said: %p', (band, text) => {
  expect(plain(describeLikelihood(band))).toBe(text);
});

it.each([
  ['2022-03-07', 'today'],
  ['2022-03-08', 'tomorrow'],
  ['2022-03-04', '3 days ago'],
  ['2022-03-28', 'in 3 weeks'],
  ['2025-03-07', 'in 3 years'],
])('%s seen from 7 March 2022 is %s', (on, text) => {
  expect(formatRelativeDay(on, '2022-03-07')).toBe(text);
});

it('shows an instant on the day of the zone', () => {
  expect(formatInstantDay('2022-02-28T23:00:00Z', 'Europe/Berlin')).toBe('1 March 2022');
  expect(formatInstantDay('2022-02-28T23:00:00Z', 'UTC')).toBe('28 February 2022');
  expect(formatDate('soon')).toBe('soon');
});

it('keeps four digits of a score and no false zero', () => {
  expect(formatScore(0.015625)).toBe('0.0156');
  expect(formatScore(0)).toBe('0');
  expect(formatScore(0.00001)).toBe('< 0.0001');
});

it.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  '//host',
  'x',
  '',
])('makes no link of %p', (address) => {
  expect(safeWebAddress(address)).toBeNull();
});

it.each([
  [formatCount(12345), '12,345'],
  [formatCount(5.5), '5.5'],
  [formatMeanScore(-0.0124), '−0.012'],
  [formatMeanScore(-0.0001), '0.000'],
  [formatPeerScore(12.34), '+12.3'],
  [formatPeerScore(-4.26), '−4.3'],
  [formatPeerScore(-0.04), '0.0'],
  [formatSigned(0.042), '+0.042'],
  [formatSigned(-0.0104), '−0.010'],
  [formatSigned(-0.0001), '0.000'],
  [formatEffect(0.00049), '+0.0005'],
  [formatEffect(-0.00001), '> −0.0001'],
  [formatEffect(0.00001), '< +0.0001'],
  [formatEffect(0), '0'],
  [formatShare(0.714), '71 %'],
  [formatShare(0.999), '> 99 %'],
  [formatShare(0.001), '< 1 %'],
  [formatShare(1), '100 %'],
])('%s is %s', (text, expected) => {
  expect(plain(text)).toBe(expected);
});
