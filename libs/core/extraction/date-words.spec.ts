import type { Deadline } from '#core/domain';
import { dateWords } from './date-words.js';

const by = (deadlineOn: string, phrase: string, basis: Deadline['basis'] = 'explicit'): Deadline => ({
  windowStartOn: null,
  deadlineOn,
  precision: 'day',
  basis,
  phrase,
});

describe('words of time in a statement', () => {
  it.each([
    ['Prices fall this year', 'Prices fall in 2031'],
    ['Prices fall next year', 'Prices fall in 2032'],
    ['The fund meets this year or next', 'The fund meets in 2031 or 2032'],
    ['The mill closes by the end of next year', 'The mill closes by the end of 2032'],
    ['The mill closes by year-end', 'The mill closes by the end of 2031'],
    ['The mill closes before the year is out', 'The mill closes before the end of 2031'],
    ['The tram opens later this year', 'The tram opens later in 2031'],
    ['The tram opens in the first half of next year', 'The tram opens in the first half of 2032'],
    ['Stocks peak this month', 'Stocks peak in November 2031'],
    ['The vote is held in next month', 'The vote is held in December 2031'],
    ['Sales rise next quarter', 'Sales rise in the first quarter of 2032'],
    // What belongs to a noun or a named day stays.
    ['The mill misses this year\u2019s target', 'The mill misses this year\u2019s target'],
    ['The tram opens this week', 'The tram opens this week'],
  ])('%s', (statement, dated) => {
    expect(dateWords(statement, '2031-11-04', null)).toBe(dated);
    expect(dateWords(statement, null, null)).toBe(statement);
  });

  it.each([
    ['The mill closes by October', by('2032-10-31', 'by October'), 'The mill closes by October 2032'],
    ['The mill closes by May 4', by('2032-05-04', 'by May 4'), 'The mill closes by May 4, 2032'],
    ['The mill closes on 4 May', by('2032-05-04', 'on 4 May'), 'The mill closes on 4 May 2032'],
    [
      'The mill closes before January',
      by('2031-12-31', 'before January'),
      'The mill closes before January 2032',
    ],
    [
      'The mill closes before Christmas',
      by('2031-12-24', 'before Christmas'),
      'The mill closes before Christmas 2031',
    ],
    ['The mill closes by May 2032', by('2032-05-31', 'by May 2032'), 'The mill closes by May 2032'],
  ])('gives a month the year of its deadline: %s', (statement, deadline, dated) => {
    expect(dateWords(statement, null, deadline)).toBe(dated);
  });

  it.each([
    ['The loan that was signed in October is repaid', by('2032-10-31', 'in October')],
    ['The fair opens next May', by('2032-05-31', 'next May')],
    ['The mill closes in May', by('2032-05-31', 'in May', 'vague')],
    ['The mill closes by May', by('2032-09-30', 'by May')],
  ])('leaves alone what may be another year: %s', (statement, deadline) => {
    expect(dateWords(statement, null, deadline)).toBe(statement);
  });
});
