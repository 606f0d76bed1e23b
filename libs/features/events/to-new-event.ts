import { startOfDayIn } from '#core/domain';
import type { NewEvent } from '#platform/db';
import type { ParsedEvent } from './event-csv.js';

/** A date without a time is the start of that day in the installation's zone. */
export function toNewEvent(input: ParsedEvent, zone: string): NewEvent {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(input.publishedAt);
  const publishedAt = isDate ? startOfDayIn(input.publishedAt, zone) : new Date(input.publishedAt);
  return {
    title: input.title,
    summary: input.summary,
    url: input.url,
    publishedAt,
    occurredOn: input.occurredOn,
    feed: input.feed === '' ? null : input.feed,
  };
}
