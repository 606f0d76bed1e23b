import { CLOCK_STARTS } from './time-clock.js';
import { DURATION_STARTS, DURATION_UNITS } from './time-durations.js';
import { HOLIDAY_STARTS } from './time-holidays.js';
import { CALENDAR_NAMES, SEASON_NAMES } from './time-names.js';
import { PART_WORDS } from './time-parts.js';
import { NUMBER_WORDS, ORDINAL_WORDS, isApostrophe, isFigure } from './time-tokens.js';
import { FISCAL, LEAD_WORDS, UNIT_WORDS } from './time-units.js';

const STARTS: ReadonlySet<string> = new Set([
  ...LEAD_WORDS,
  ...CALENDAR_NAMES,
  ...SEASON_NAMES,
  ...HOLIDAY_STARTS,
  ...UNIT_WORDS.keys(),
  ...DURATION_UNITS.flatMap((unit) => [unit, `${unit}s`]),
  ...DURATION_STARTS,
  ...FISCAL,
  ...PART_WORDS,
  ...NUMBER_WORDS,
  ...ORDINAL_WORDS,
  ...CLOCK_STARTS,
  ...['eo', 'bo'].flatMap((part) => ['d', 'w', 'm', 'q', 'y'].map((unit) => part + unit)),
  ...'rest remainder balance what all whole entire entirety later earlier same ad seasons season years'.split(
    ' ',
  ),
  ...'fy cy q h latter former penultimate absolute midsummer midwinter weekend wkend cob its our their'.split(
    ' ',
  ),
  ...'today tonight tonite tomorrow tomorrows overnight yesterday now right just'.split(' '),
]);

const AFTER_THE: ReadonlySet<string> = new Set(['new', 'space', 'matter', 'period', 'course', 'time']);

/** Whether a time may go on with the word after "the" or "this", which stand before much else. */
export function mayFollowThe(word: string): boolean {
  return mayStartStretch(word) || AFTER_THE.has(word);
}

/** Whether a time without its preposition may begin with the word; most prepositions stand before something else. */
export function mayStartStretch(word: string): boolean {
  return STARTS.has(word) || isFigure(word) || isApostrophe(word);
}
