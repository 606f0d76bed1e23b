import type { CalendarDate, Deadline } from '#core/domain';
import { yearStretch } from './calendar-spans.js';
import { isSettled } from './horizon.js';
import { findDeadlines, readDeadline } from './read-deadline.js';

/** Titles and headings that announce what is to come; a bare year in them is its end. */
const ANNOUNCES =
  /\b(?:predict|forecast|outlook|guidance|expect|ahead|preview|prospects?|trends|will|year|calls?|bets?|odds|picks|tips|targets?|what to|look|guess|prophe|divin|season\b)/iu;
const MARKS_BEFORE = /^[\s#*_>\d.)(-]+/u;
const MARKS_BEHIND = new Set(' *_.:)');
/** A name of the calendar: without one, a phrase is hardly a date ("The Fall", "Second thoughts"). */
const CALENDAR =
  /\d|\b(?:to(?:day|night|morrow)|(?:this|next|coming) \p{L}+|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|april|june|july|august|september|october|november|december|christmas|easter)\b/iu;

/**
 * The time a heading sets for what follows: "SATURDAY: THE FINAL", "The season: May through July", "Full-year 2031
 * guidance", "Four ways to November".
 */
export function headingTime(line: string, publishedOn: CalendarDate): Deadline | null {
  for (const part of [line, ...line.split(/[:;(|\u2013\u2014]| - |, /u)]) {
    const words = bare(part);
    if (words === '' || !CALENDAR.test(words) || AMBIGUOUS.test(words)) continue;
    const whole = readDeadline(tailOf(words), publishedOn);
    if (whole !== null && isAfter(whole, words, publishedOn) && isMost(whole.phrase, words)) return whole;
  }
  const found = findDeadlines(line, publishedOn).find(
    ({ deadline, isWeak }) =>
      !isWeak && !AMBIGUOUS.test(deadline.phrase) && isAfter(deadline, deadline.phrase, publishedOn),
  );
  return found?.deadline ?? yearIn(line, publishedOn);
}

/** A heading without its number, stars and brackets. */
function bare(line: string): string {
  const words = line.replace(MARKS_BEFORE, '');
  let end = words.length;
  while (end > 0 && MARKS_BEHIND.has(words.charAt(end - 1))) end -= 1;
  return words.slice(0, end);
}

/** "This week" over a list may mean what was or what will be. */
const AMBIGUOUS = /^(?:on |in )?this (?:week|month|quarter)\b/iu;

/** A heading that gives the day of publication is a dateline; "Tonight" is not. */
function isAfter(deadline: Deadline, words: string, publishedOn: CalendarDate): boolean {
  if (!isSettled(deadline, publishedOn)) return false;
  return deadline.deadlineOn !== publishedOn || /\bto(?:day|night)\b/iu.test(words);
}

/** "Four ways to November" is about the end of it. */
function tailOf(words: string): string {
  const at = words.toLowerCase().lastIndexOf(' to ');
  return at === -1 || words.length - at > 24 || /\d\s*$/u.test(words.slice(0, at))
    ? words
    : words.slice(at + 4);
}

const isMost = (phrase: string, words: string): boolean =>
  phrase.length * 3 >= words.length || / to /iu.test(words);

/** "Forecasts 2031", "Our picks for the 2031 season". */
export function yearIn(title: string, publishedOn: CalendarDate): Deadline | null {
  const year = /\b(20\d\d|21\d\d)\b/u.exec(title);
  if (year === null || !ANNOUNCES.test(title)) return null;
  const end = yearStretch(Number(year[1])).end;
  return end < publishedOn
    ? null
    : { windowStartOn: null, deadlineOn: end, precision: 'year', basis: 'inferred', phrase: year[0] };
}
