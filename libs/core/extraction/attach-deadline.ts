import type { CalendarDate, Deadline } from '#core/domain';
import type { TextSpan } from '#core/text';
import { yearStretch } from './calendar-spans.js';
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

/** Whether a found deadline still lay ahead when the text came out (vague ones always do). */
export function isAhead(item: FoundDeadline, publishedOn: CalendarDate | null): boolean {
  const { deadlineOn } = item.deadline;
  return deadlineOn === null || publishedOn === null || deadlineOn >= publishedOn;
}

/** The best of several: dated before vague, firm before weak, nearest to the end of the clause last. */
export function bestDeadline(items: readonly FoundDeadline[]): Deadline | null {
  const rank = (item: FoundDeadline): number =>
    (item.isWeak ? 4 : 0) +
    (item.deadline.basis === 'vague' ? 2 : 0) +
    (item.deadline.deadlineOn === null ? 1 : 0);
  let best: FoundDeadline | null = null;
  for (const item of items) if (best === null || rank(item) < rank(best)) best = item;
  return best?.deadline ?? null;
}

/**
 * The deadline a whole text inherits from its title: "Outlook for 2031" or "Predictions 2031" is the end of 2031,
 * "Vote on 3 May" that day. Basis `inferred`.
 */
export function inheritedDeadline(title: string | null, publishedOn: CalendarDate | null): Deadline | null {
  if (title === null || publishedOn === null) return null;
  const found = findDeadlines(title, publishedOn).find(
    (item) =>
      !item.isWeak &&
      item.deadline.deadlineOn !== null &&
      item.deadline.basis !== 'vague' &&
      isAhead(item, publishedOn),
  );
  if (found !== undefined) return { ...found.deadline, windowStartOn: null, basis: 'inferred' };
  const year = /\b(20\d\d|21\d\d)\b/u.exec(title);
  if (
    year === null ||
    !/\b(?:predict|forecast|outlook|expect|ahead|preview|prospects?|trends|will|year)/iu.test(title)
  )
    return null;
  const end = yearStretch(Number(year[1])).end;
  return end < publishedOn
    ? null
    : { windowStartOn: null, deadlineOn: end, precision: 'year', basis: 'inferred', phrase: year[0] };
}

/** A time clause ("once the treaty expires"): the words are kept, no date. */
export function eventDeadline(phrase: string): Deadline {
  return { windowStartOn: null, deadlineOn: null, precision: null, basis: 'event', phrase };
}
