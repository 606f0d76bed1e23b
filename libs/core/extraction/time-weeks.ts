import type { CalendarDate } from '#core/domain';
import {
  dateParts,
  dayStretch,
  monthStretch,
  shiftDays,
  unitStretch,
  weekStretch,
  weekdayFrom,
  weekdayUpTo,
} from './calendar-spans.js';
import type { CalendarStretch } from './calendar-spans.js';
import { monthAt, skipFullStop, weekdayAt } from './time-names.js';
import type { Parsed, TimeScene } from './time-scene.js';
import { afterWords, readOrdinal, skipAny, skipPossessive, wordAt } from './time-tokens.js';
import type { Tokens } from './time-tokens.js';
import { leadAt } from './time-units.js';

const inferred = (stretch: CalendarStretch): CalendarStretch => ({ ...stretch, basis: 'inferred' });

/** "Friday", "next Tuesday", "Friday week", "Wednesday of next week", "Tuesday the 19th", "Friday after next". */
export function weekdayNameAt(scene: TimeScene, i: number): Parsed | null {
  const { tokens, anchor } = scene;
  const lead = leadAt(tokens, i);
  const ofWeek = wordAt(tokens, lead.next) === 'week' ? skipPossessive(tokens, lead.next + 1) : lead.next;
  if (ofWeek > lead.next + 1 && lead.step !== null) {
    // "next week's Friday"
    const weekday = weekdayAt(scene, ofWeek);
    if (weekday === null) return null;
    return {
      stretch: dayStretch(weekdayFrom(weekStretch(anchor, lead.step).start, weekday)),
      next: ofWeek + 1,
    };
  }
  const weekday = weekdayAt(scene, lead.next);
  // "on Mondays" is a habit.
  if (weekday === null || wordAt(tokens, lead.next).endsWith('days')) return null;
  const next = skipFullStop(tokens, lead.next + 1);
  const numbered = weekdayWithNumberAt(scene, next, weekday);
  if (numbered !== null) return numbered;
  const found = (day: CalendarDate, at: number): Parsed => ({ stretch: inferred(dayStretch(day)), next: at });
  const inWeek = weekSaidAt(tokens, next);
  if (inWeek !== null)
    return found(weekdayFrom(weekStretch(anchor, inWeek.step).start, weekday), inWeek.next);
  if (lead.step === -1 && scene.isRunning) return null;
  // News call the day they come out by its name; in a phrase "Friday", said on a Friday, is the next.
  const coming = weekdayFrom(scene.isRunning ? anchor : shiftDays(anchor, 1), weekday);
  const afterNext = afterWords(tokens, next, 'after next');
  if (afterNext !== null) return found(shiftDays(coming, 7), afterNext);
  // British: "Monday week" is a week after Monday.
  if (lead.step !== 1 && wordAt(tokens, next) === 'week' && !/^[a-z]/u.test(wordAt(tokens, next + 1)))
    return found(shiftDays(coming, 7), next + 1);
  if (lead.step !== 1 && wordAt(tokens, next) === 'fortnight') return found(shiftDays(coming, 14), next + 1);
  if (lead.step === -1) return found(weekdayUpTo(shiftDays(anchor, -1), weekday), next);
  if (lead.step === 1 && isNextSaid(tokens, i))
    return found(weekdayFrom(weekStretch(anchor, 1).start, weekday), next);
  return found(coming, next);
}

/** "next Friday" is the Friday of next week; "the coming Friday" the first to come. */
function isNextSaid(tokens: Tokens, i: number): boolean {
  const at = skipAny(tokens, skipAny(tokens, i, ['the']), ['around', 'about', 'this']);
  return wordAt(tokens, at) === 'next' || wordAt(tokens, at) === 'following';
}

/** "of next week", "next week", "of this week", "from last week", "in the coming week". */
function weekSaidAt(tokens: Tokens, i: number): { step: number; next: number } | null {
  const lead = leadAt(tokens, skipAny(tokens, i, ['of', 'from', 'in']));
  if (lead.step === null || wordAt(tokens, lead.next) !== 'week') return null;
  return { step: lead.step, next: lead.next + 1 };
}

/** "Tuesday the 19th", "Thu 15th": the first such day from the anchor on that falls on the weekday. */
function weekdayWithNumberAt(scene: TimeScene, i: number, weekday: number): Parsed | null {
  const { tokens, anchor } = scene;
  const at = skipAny(tokens, skipAny(tokens, i, [',']), ['the']);
  const ordinal = /^\d/u.test(wordAt(tokens, at)) ? readOrdinal(tokens, at) : null;
  if (ordinal === null || monthAt(scene, skipAny(tokens, ordinal.next, ['of'])) !== null) return null;
  const now = dateParts(anchor);
  for (let step = 0; step < 36; step += 1) {
    const month = monthStretch(now.year, now.month + step);
    const day = shiftDays(month.start, ordinal.value - 1);
    if (day > month.end || day < anchor || weekdayFrom(day, weekday) !== day) continue;
    return { stretch: inferred(dayStretch(day)), next: ordinal.next };
  }
  return null;
}

/** "the week of October 6th", "the week beginning 6 October", "week ending 10 May", "the weekend of 4 May". */
export function weekOfAt(scene: TimeScene, i: number, depth: number): Parsed | null {
  const { tokens } = scene;
  const at = skipAny(tokens, i, ['the']);
  const word = wordAt(tokens, at);
  const isWeekend = word === 'weekend';
  if (word !== 'week' && !isWeekend) return null;
  const link = wordAt(tokens, at + 1);
  if (!/^(?:of|beginning|starting|commencing|ending)$/u.test(link)) return null;
  const day = scene.stretch(scene, skipAny(tokens, at + 2, ['on']), depth + 1);
  if (day === null || day.stretch.precision !== 'day') return null;
  const { start } = day.stretch;
  if (link === 'ending')
    return { ...day, stretch: { ...day.stretch, start: shiftDays(start, -6), end: start } };
  if (link !== 'of') return { ...day, stretch: { ...day.stretch, start, end: shiftDays(start, 6) } };
  if (!isWeekend) return { ...day, stretch: weekStretch(start, 0) };
  const saturday = weekdayFrom(weekStretch(start, 0).start, 6);
  return { ...day, stretch: { ...unitStretch('day', saturday, 0), end: shiftDays(saturday, 1) } };
}

/** British: "a week tomorrow", "a fortnight today", "a week on Tuesday", "two weeks on Friday". */
export function weeksOnAt(scene: TimeScene, i: number, depth: number): Parsed | null {
  const { tokens } = scene;
  const said = wordAt(tokens, i);
  const count = said === 'a' || said === 'one' ? 1 : said === 'two' ? 2 : 0;
  if (count === 0) return null;
  const unit = /^(week|fortnight)s?$/u.exec(wordAt(tokens, i + 1))?.[1];
  if (unit === undefined) return null;
  const on = skipAny(tokens, i + 2, ['on', 'from']);
  const isDay = on > i + 2 ? weekdayAt(scene, on) !== null : /^to(?:day|morrow)$/u.test(wordAt(tokens, on));
  const day = isDay ? scene.stretch(scene, on, depth + 1) : null;
  if (day === null) return null;
  const on7 = shiftDays(day.stretch.start, count * (unit === 'week' ? 7 : 14));
  return { ...day, stretch: { ...day.stretch, start: on7, end: on7 } };
}

/** "today", "tomorrow", "tonight", "overnight", "yesterday", "now"; "tomorrow week". */
export function dayWordAt(scene: TimeScene, i: number): Parsed | null {
  const { tokens, anchor } = scene;
  const day = (step: number, next: number): Parsed => ({
    stretch: dayStretch(shiftDays(anchor, step)),
    next: skipPossessive(tokens, next),
  });
  switch (wordAt(tokens, i)) {
    case 'today':
    case 'tonight':
    case 'tonite':
      return day(weekLater(tokens, i + 1), i + 1 + (weekLater(tokens, i + 1) > 0 ? 1 : 0));
    case 'tomorrow':
    case 'tomorrows':
      return day(1 + weekLater(tokens, i + 1), i + 1 + (weekLater(tokens, i + 1) > 0 ? 1 : 0));
    case 'overnight':
      return scene.isRunning ? null : day(1, i + 1);
    default:
      break;
  }
  if (scene.isRunning) return null;
  if (wordAt(tokens, i) === 'yesterday') return day(-1, i + 1);
  if (afterWords(tokens, i, 'last night') !== null) return day(-1, i + 2);
  const now = [
    'now',
    'right now',
    'just now',
    'at the moment',
    'at this time',
    'atm',
    'at present',
    'this moment',
    'this instant',
  ]
    .map((words) => afterWords(tokens, i, words))
    .find((next) => next !== null);
  return now === undefined || now === null ? null : day(0, now);
}

/** British: "tomorrow week", "today week". */
function weekLater(tokens: Tokens, i: number): number {
  return wordAt(tokens, i) === 'week' && !/^[a-z]/u.test(wordAt(tokens, i + 1)) ? 7 : 0;
}
