import type { CalendarDate } from '#core/domain';
import {
  dateParts,
  dayStretch,
  monthStretch,
  seasonStretch,
  shiftDays,
  weekStretch,
  weekdayFrom,
  weekdayOf,
} from './calendar-spans.js';
import type { CalendarStretch, Season } from './calendar-spans.js';
import { afterDuration, parseDuration } from './time-durations.js';
import { holidayAt } from './time-holidays.js';
import type { HolidayRule } from './time-holidays.js';
import { monthAt, seasonAt, skipFullStop, yearAt } from './time-names.js';
import type { Parsed, TimeScene } from './time-scene.js';
import { afterWords, skipAny, wordAt } from './time-tokens.js';
import { leadAt } from './time-units.js';
import type { Lead } from './time-units.js';
import { splitYearAt } from './time-years.js';

const inferred = (stretch: CalendarStretch): CalendarStretch => ({ ...stretch, basis: 'inferred' });

/** "next year", "of this year", "last year" after a name: the year it falls in. */
function saidYearAt(scene: TimeScene, i: number): { year: number; next: number } | null {
  const { tokens } = scene;
  const at = skipAny(tokens, i, ['of', ',', 'in', '-']);
  const year = yearAt(tokens, at);
  if (year !== null) return year;
  const lead = leadAt(tokens, at);
  if (lead.step === null || wordAt(tokens, lead.next) !== 'year') return null;
  return { year: dateParts(scene.anchor).year + lead.step, next: lead.next + 1 };
}

/** "in a year", "in 9 months", "two years from now", "3 years ago" after a name: the one nearest to that day. */
function distanceAt(
  scene: TimeScene,
  i: number,
): { on: CalendarDate; next: number; isYears: boolean } | null {
  const { tokens, anchor } = scene;
  const isIn = wordAt(tokens, i) === 'in';
  const duration = parseDuration(tokens, isIn ? i + 1 : i);
  if (duration === null || duration.isBareUnit) return null;
  const { next } = duration;
  const isYears = duration.precision === 'year';
  const now = afterWords(tokens, next, 'from now') ?? afterWords(tokens, next, 'hence');
  if (wordAt(tokens, next) === 'ago')
    return { on: afterDuration(anchor, duration, null, -1), next: next + 1, isYears };
  return isIn || now !== null ? { on: afterDuration(anchor, duration), next: now ?? next, isYears } : null;
}

/** The coming, running, last or next-but-one of something that comes once a year, as `lead` and what follows ask for. */
function yearlyAt(
  scene: TimeScene,
  lead: Lead,
  next: number,
  inYear: (year: number) => CalendarStretch | null,
): Parsed | null {
  const { anchor } = scene;
  if (lead.step === -1 && scene.isRunning) return null;
  const said = saidYearAt(scene, next);
  if (said !== null) {
    const stretch = inYear(said.year);
    return stretch === null ? null : { stretch, next: said.next };
  }
  const now = dateParts(anchor).year;
  const around = [-2, -1, 0, 1, 2, 3, 4].flatMap((step) => inYear(now + step) ?? []);
  const distance = scene.isRunning ? null : distanceAt(scene, next);
  if (distance !== null) {
    const then = inYear(dateParts(distance.on).year);
    // "Thanksgiving in two years" is that of the year after next, whatever the day it is said on.
    return distance.isYears
      ? withStretch(then ?? undefined, distance.next)
      : nearestOf(around.concat(then ?? []), distance);
  }
  const afterNext = afterWords(scene.tokens, next, 'after next');
  const ahead = around.filter((stretch) => stretch.end >= anchor);
  if (afterNext !== null) return withStretch(ahead.filter((item) => item.start > anchor)[1], afterNext);
  if (lead.step === -1) return withStretch(around.filter((stretch) => stretch.end < anchor).pop(), next);
  // "next winter", said in winter, is the one after it; "this winter" the one that runs.
  if (lead.step === 1)
    return withStretch(
      ahead.find((stretch) => stretch.start > anchor),
      next,
    );
  return withStretch(ahead[0], next);
}

function withStretch(stretch: CalendarStretch | undefined, next: number): Parsed | null {
  return stretch === undefined ? null : { stretch, next };
}

function nearestOf(all: readonly CalendarStretch[], to: { on: CalendarDate; next: number }): Parsed | null {
  let best: CalendarStretch | undefined;
  const gap = (stretch: CalendarStretch): number => Math.abs(Date.parse(stretch.start) - Date.parse(to.on));
  for (const stretch of all) if (best === undefined || gap(stretch) < gap(best)) best = stretch;
  return withStretch(best, to.next);
}

/** "March", "next March", "March 2026", "March of next year", "March after next", "March in a year". */
export function monthNameAt(scene: TimeScene, i: number): Parsed | null {
  const { tokens, anchor } = scene;
  const lead = leadAt(tokens, i);
  const month = monthAt(scene, lead.next);
  if (month === null) return null;
  const next = skipFullStop(tokens, lead.next + 1);
  // "the May deal" and "the March" are names unless a year follows.
  if (scene.isRunning && lead.step === null && lead.hasThe && saidYearAt(scene, next) === null) return null;
  if (lead.step === 0) {
    const { year } = dateParts(anchor);
    const own = monthStretch(year, month);
    // "this March" said in May is the one that was; said in December, the one to come.
    const isOver = own.end < anchor && dateParts(anchor).month - month > 6;
    return { stretch: isOver ? monthStretch(year + 1, month) : own, next };
  }
  return yearlyAt(scene, lead, next, (year) => monthStretch(year, month));
}

/** "this winter", "summer of 2025", "next spring", "the autumn". */
export function seasonNameAt(scene: TimeScene, i: number): Parsed | null {
  const { tokens } = scene;
  const lead = leadAt(tokens, i);
  const season = seasonAt(tokens, lead.next);
  if (season === null) return midSeasonAt(scene, lead);
  const next = lead.next + 1;
  // "the fall of the wall", "spring of hope": no season unless it is one of a year.
  if (scene.isRunning && wordAt(tokens, next) === 'of' && saidYearAt(scene, next) === null) return null;
  return seasonIn(scene, lead, next, season);
}

function seasonIn(scene: TimeScene, lead: Lead, next: number, season: Season): Parsed | null {
  const split = splitYearAt(scene.tokens, skipAny(scene.tokens, next, ['of', ',', 'in']));
  // "winter 2025/26" begins in 2025.
  if (split !== null) return { stretch: seasonStretch(season, split.year), next: split.next };
  const isSaid = saidYearAt(scene, next) !== null;
  const parsed = yearlyAt(scene, lead, next, (year) => seasonStretch(season, year));
  return parsed === null || isSaid ? parsed : { ...parsed, stretch: inferred(parsed.stretch) };
}

/** "midsummer", "midwinter": the middle third. */
function midSeasonAt(scene: TimeScene, lead: Lead): Parsed | null {
  const match = /^mid(summer|winter)$/u.exec(wordAt(scene.tokens, lead.next));
  if (match === null) return null;
  const season: Season = match[1] === 'summer' ? 'summer' : 'winter';
  const whole = seasonIn(scene, lead, lead.next + 1, season);
  if (whole === null) return null;
  return {
    ...whole,
    stretch: {
      ...whole.stretch,
      start: shiftDays(whole.stretch.start, 30),
      end: shiftDays(whole.stretch.end, -30),
    },
  };
}

/** "Christmas", "next Easter", "Labor Day 2024", "Thanksgiving in a year", "Memorial Day weekend". */
export function holidayNameAt(scene: TimeScene, i: number): Parsed | null {
  const { tokens } = scene;
  const own = holidayAt(tokens, i);
  const lead = own === null ? leadAt(tokens, i) : { next: i, step: null, hasThe: false };
  const holiday = own ?? holidayAt(tokens, lead.next);
  if (holiday === null) return null;
  // "easter" and "lent" in lower case are other words as well.
  if (scene.isRunning && tokens[lead.next]?.isCapital !== true && wordAt(tokens, lead.next) === 'lent')
    return null;
  const weekend = ['weekend', 'week'].includes(wordAt(tokens, holiday.next))
    ? wordAt(tokens, holiday.next)
    : '';
  const next = weekend === '' ? holiday.next : holiday.next + 1;
  const inYear = (year: number): CalendarStretch | null => holidayStretch(holiday.rule, year, weekend);
  // "next Christmas" is the coming one, also said on the eve.
  return yearlyAt(scene, lead, next, inYear);
}

function holidayStretch(rule: HolidayRule, year: number, around: string): CalendarStretch | null {
  if (year < 1 || year > 9990) return null;
  const days = rule(year);
  if (days === null) return null;
  const stretch: CalendarStretch = { ...dayStretch(days[0]), end: days[1] };
  if (around === 'week') return weekStretch(days[0], 0);
  if (around !== 'weekend') return stretch;
  const weekday = weekdayOf(days[0]);
  // A holiday on Monday or Friday makes a long weekend.
  if (weekday === 1) return { ...stretch, start: shiftDays(days[0], -2) };
  if (weekday === 5) return { ...stretch, end: shiftDays(days[0], 2) };
  const saturday = weekday === 0 ? shiftDays(days[0], -1) : weekdayFrom(days[0], 6);
  return { ...stretch, start: saturday, end: shiftDays(saturday, 1) };
}
