import type { CalendarDate, MatchStrength } from '#core/domain';

/** Written beside every stored match; goes up whenever the same input could give another result. */
export const MATCHER_VERSION = 'lexical-4';

/** A later report, as far as matching reads it. Dates are calendar dates in the installation's zone. */
export interface MatchableEvent {
  readonly title: string;
  readonly summary: string;
  readonly publishedOn: CalendarDate | null;
  /** When the thing happened, where the report says so; it stands before `publishedOn` when dates are compared. */
  readonly occurredOn: CalendarDate | null;
}

/** A proposition, as far as matching reads it. A question ("Will X …?") is a statement too. */
export interface MatchableProposition {
  readonly id: string;
  readonly statement: string;
  readonly criteria: string;
  readonly topics: readonly string[];
  readonly windowStartOn: CalendarDate | null;
  readonly deadlineOn: CalendarDate | null;
  /** Day of the first claim on it; an event dated before is flagged. */
  readonly firstClaimOn: CalendarDate | null;
  /** Events matched to it in the last 30 days, where known: what matches everything says little with each. */
  readonly recentEvents?: number;
}

/** One suggested link. It only prompts a person; nothing is ever settled by it. */
export interface RankedMatch {
  readonly propositionId: string;
  /** Match score, 0-1, higher is closer; not a probability that the statement came true. */
  readonly score: number;
  readonly strength: MatchStrength;
  /** Plain words for a person, what speaks for the link first, what speaks against it after. */
  readonly reasons: readonly string[];
  /** The event is older than the first claim on the proposition. */
  readonly predatesClaim: boolean;
  /** Whether nearness in meaning had a part in it; else words alone. */
  readonly isByMeaning: boolean;
}
