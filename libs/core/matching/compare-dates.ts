import { daysBetween } from '#core/domain';
import type { MatchableEvent, MatchableProposition } from './matchable.js';
import { PENALTIES } from './match-model.js';

/** What the dates of a pair say. */
export interface DateComparison {
  /** On the score, 0-1. */
  readonly factor: number;
  /** Whether the pair may still be called strong: no for what is out of the window or older than the claim. */
  readonly mayBeStrong: boolean;
  readonly predatesClaim: boolean;
  readonly supporting: readonly string[];
  readonly opposing: readonly string[];
}

/**
 * Compares the event's dates with the proposition's window and first claim. `occurredOn` decides where it is known;
 * a report alone may run some days behind what it reports. Missing dates say nothing.
 *
 * @example an event published 2022-03-20 on a deadline 2022-03-01: factor 0.6, "published after the deadline"
 */
export function compareDates(event: MatchableEvent, proposition: MatchableProposition): DateComparison {
  const window = compareWindow(event, proposition);
  const { firstClaimOn } = proposition;
  const occurredBefore =
    firstClaimOn !== null && event.occurredOn !== null && event.occurredOn < firstClaimOn;
  const publishedBefore =
    firstClaimOn !== null && event.publishedOn !== null && event.publishedOn < firstClaimOn;
  const opposing = [...window.opposing];
  if (publishedBefore) opposing.push('published before the claim was made');
  else if (occurredBefore) opposing.push('happened before the claim was made');
  const predatesClaim = publishedBefore || occurredBefore;
  return {
    factor: window.factor * (predatesClaim ? PENALTIES.predatesClaim : 1),
    mayBeStrong: window.factor > PENALTIES.outsideWindow && !predatesClaim,
    predatesClaim,
    supporting: window.supporting,
    opposing,
  };
}

type WindowComparison = Pick<DateComparison, 'factor' | 'supporting' | 'opposing'>;

const outside = (reason: string): WindowComparison => ({
  factor: PENALTIES.outsideWindow,
  supporting: [],
  opposing: [reason],
});

function compareWindow(
  event: MatchableEvent,
  { windowStartOn, deadlineOn }: MatchableProposition,
): WindowComparison {
  const on = event.occurredOn ?? event.publishedOn;
  if (on === null || (windowStartOn === null && deadlineOn === null))
    return { factor: 1, supporting: [], opposing: [] };
  const verb = event.occurredOn === null ? 'published' : 'happened';
  if (windowStartOn !== null && on < windowStartOn) return outside(`${verb} before the window`);
  if (deadlineOn === null || on <= deadlineOn)
    return { factor: 1, supporting: ['inside the window'], opposing: [] };
  const isJustAfter = event.occurredOn === null && daysBetween(deadlineOn, on) <= PENALTIES.graceDays;
  const reason = `${verb} after the deadline`;
  return isJustAfter
    ? { factor: PENALTIES.justAfterDeadline, supporting: [], opposing: [reason] }
    : outside(reason);
}
