import { daysBetween, type MatchStrength } from '#core/domain';
import type { MatchableEvent, MatchableProposition } from './matchable.js';
import { PENALTIES } from './match-model.js';

/** What the dates of a pair say. */
export interface DateComparison {
  /** What the dates take from the model's sum, in logits; 0 where they fit or say nothing. */
  readonly penalty: number;
  /** What the pair may be called at best: nothing out of the window or older than the claim is strong. */
  readonly atMost: MatchStrength;
  readonly predatesClaim: boolean;
  /** No date of the pair says otherwise; a report a few days late is in. */
  readonly isInWindow: boolean;
  readonly supporting: readonly string[];
  readonly opposing: readonly string[];
}

/**
 * Compares the event's dates with the proposition's window and first claim. `occurredOn` decides where it is known;
 * a report alone may run some days behind what it reports. Missing dates say nothing.
 *
 * @example an event published 2022-03-20 on a deadline 2022-03-01: penalty 3.27, "published after the deadline"
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
    penalty: window.penalty + (predatesClaim ? PENALTIES.predatesClaim : 0),
    atMost: predatesClaim || window.penalty >= PENALTIES.outsideWindow ? 'suggest' : 'strong',
    predatesClaim,
    isInWindow: window.penalty < PENALTIES.outsideWindow,
    supporting: window.supporting,
    opposing,
  };
}

type WindowComparison = Pick<DateComparison, 'penalty' | 'supporting' | 'opposing'>;

const outside = (reason: string): WindowComparison => ({
  penalty: PENALTIES.outsideWindow,
  supporting: [],
  opposing: [reason],
});

function compareWindow(
  event: MatchableEvent,
  { windowStartOn, deadlineOn }: MatchableProposition,
): WindowComparison {
  const on = event.occurredOn ?? event.publishedOn;
  if (on === null || (windowStartOn === null && deadlineOn === null))
    return { penalty: 0, supporting: [], opposing: [] };
  const verb = event.occurredOn === null ? 'published' : 'happened';
  if (windowStartOn !== null && on < windowStartOn) return outside(`${verb} before the window`);
  if (deadlineOn === null || on <= deadlineOn)
    return { penalty: 0, supporting: ['inside the window'], opposing: [] };
  const reason = `${verb} after the deadline`;
  if (event.occurredOn !== null) return outside(reason);
  return { penalty: latePenalty(daysBetween(deadlineOn, on)), supporting: [], opposing: [reason] };
}

/** Reports run some days late; the later, the less they are about what happened in time. */
function latePenalty(days: number): number {
  if (days <= PENALTIES.graceDays) return PENALTIES.justAfterDeadline;
  return Math.min(PENALTIES.longAfterDeadline, PENALTIES.outsideWindow * (days / PENALTIES.lateDays + 1));
}
