import { isSameButForDeadline, likeness, withoutDates } from './same-statement.js';

it.each([
  ['Rates fall by June 2022', 'Rates fall before the end of 2023', true],
  ['Sweden joins NATO by 31 December 2022', 'Sweden joins NATO in 2023', true],
  ['By July, the levy is abolished', 'The levy is abolished by 2024', true],
  ['Sweden joins NATO by 2022', 'Finland joins NATO by 2023', false],
  ['Rates rise by June 2022', 'Rates fall by June 2023', false],
  ['By June 2022', 'By June 2023', false],
])('“%s” and “%s”: the same but for the deadline? %p', (a, b, expected) => {
  expect(isSameButForDeadline(a, b)).toBe(expected);
});

it('leaves of a statement what its deadline variants share', () => {
  expect(withoutDates('Sweden joins NATO by 31 December 2022.')).toBe('Sweden joins NATO');
});

it('finds statements alike by their words, not by words all have', () => {
  expect(
    likeness('The dockers of Norvik strike by April', 'Dockers strike at Norvik in April'),
  ).toBeGreaterThan(0.5);
  expect(likeness('The mayor resigns by June', 'The levy ends by July')).toBeLessThan(0.35);
});
