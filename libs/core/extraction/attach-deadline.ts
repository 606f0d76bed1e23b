import type { CalendarDate, Deadline } from '#core/domain';
import type { TextSpan } from '#core/text';
import { yearIn } from './heading-times.js';
import { inferredFrom, isSettled } from './horizon.js';
import type { Horizon } from './horizon.js';
import { findDeadlines } from './read-deadline.js';
import type { FoundDeadline } from './read-deadline.js';

/** Stands in where the day of publication is unknown: then only dates with a year of their own are kept. */
const NO_ANCHOR: CalendarDate = '2000-01-01';

/** The deadlines in a stretch of a text, as seen from publication; offsets refer to the whole text. */
export function deadlinesIn(text: string, span: TextSpan, publishedOn: CalendarDate | null): FoundDeadline[] {
  return findDeadlines(text.slice(span.start, span.end), publishedOn ?? NO_ANCHOR)
    .filter((item) => publishedOn !== null || /\d{4}/u.test(item.deadline.phrase))
    .map((item) => ({ ...item, start: item.start + span.start, end: item.end + span.start }));
}

/** The times of a sentence that stand in a stretch of it. */
export function timesIn(
  scene: { readonly times: readonly FoundDeadline[] },
  span: TextSpan,
): FoundDeadline[] {
  return scene.times.filter(({ start, end }) => start >= span.start && end <= span.end);
}

/** Whether a found deadline still lay ahead when the text came out (vague ones always do). */
export function isAhead(item: FoundDeadline, publishedOn: CalendarDate | null): boolean {
  const { deadlineOn } = item.deadline;
  return deadlineOn === null || publishedOn === null || deadlineOn >= publishedOn;
}

/**
 * The best of several: dated before vague, firm before weak; then a limit ("by 2030") after the verb before a time that
 * stands in front of it, and the first of equals.
 *
 * @param verbEnd end of the word that carries the claim
 */
export function bestDeadline(items: readonly FoundDeadline[], verbEnd = 0): Deadline | null {
  const rank = (item: FoundDeadline): number =>
    (item.isWeak ? 8 : 0) +
    (item.deadline.basis === 'vague' ? 4 : 0) +
    (item.deadline.deadlineOn === null ? 2 : 0) +
    (item.start >= verbEnd && LIMIT.test(item.deadline.phrase) ? 0 : 1);
  let best: FoundDeadline | null = null;
  for (const item of items) if (best === null || rank(item) < rank(best)) best = item;
  return best?.deadline ?? null;
}

const LIMIT = /^(?:by|before|until|till|into|well into|no later than|through|within|inside)\b/iu;

/**
 * The deadline a whole text inherits from its title: "Outlook for 2031" or "Predictions 2031" is the end of 2031,
 * "Vote on 3 May" that day. Basis `inferred`.
 */
export function inheritedDeadline(title: string | null, publishedOn: CalendarDate | null): Deadline | null {
  if (title === null || publishedOn === null) return null;
  // What stands in brackets is an aside.
  const found = findDeadlines(title.replace(/\([^()]*\)/gu, ' '), publishedOn).find(
    (item) => !item.isWeak && isSettled(item.deadline, publishedOn),
  );
  return found !== undefined ? inferredFrom(found.deadline) : yearIn(title, publishedOn);
}

/** What the title sets for a whole text. */
export function titleHorizon(title: string | null, publishedOn: CalendarDate | null): Horizon | null {
  const deadline = inheritedDeadline(title, publishedOn);
  // "Drought to last into May" is a claim of its own; a day is that of the event the text is about.
  if (deadline === null || deadline.precision === 'day' || LIMIT.test(deadline.phrase)) return null;
  return { deadline, from: 'title' };
}

/** A time clause ("once the treaty expires"): the words are kept, no date. */
export function eventDeadline(phrase: string): Deadline {
  return { windowStartOn: null, deadlineOn: null, precision: null, basis: 'event', phrase };
}
