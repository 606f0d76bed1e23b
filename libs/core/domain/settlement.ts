import type { Outcome } from './verdict.js';

/** What a claim has come to; derived from two verdicts, never stored as a verdict of its own. */
export type Settlement =
  | { readonly kind: 'pending' }
  | { readonly kind: 'scored'; readonly outcome: 0 | 1 }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'void'; readonly reason: 'VERDICT' | 'CONDITION_UNMET' | 'CONDITION_UNRESOLVED' };

/**
 * Settles one claim. `null` stands for "no final verdict yet". A claim without condition has
 * `condition: 'unconditional'`.
 */
export function settle(input: {
  readonly outcome: Outcome | null;
  readonly condition: Outcome | null | 'unconditional';
}): Settlement {
  switch (input.condition) {
    case 'NOT_OCCURRED':
      return { kind: 'void', reason: 'CONDITION_UNMET' };
    case 'AMBIGUOUS':
    case 'VOID':
      return { kind: 'void', reason: 'CONDITION_UNRESOLVED' };
    case null:
      return { kind: 'pending' };
    case 'OCCURRED':
    case 'unconditional':
      return settleOutcome(input.outcome);
  }
}

function settleOutcome(outcome: Outcome | null): Settlement {
  switch (outcome) {
    case null:
      return { kind: 'pending' };
    case 'OCCURRED':
      return { kind: 'scored', outcome: 1 };
    case 'NOT_OCCURRED':
      return { kind: 'scored', outcome: 0 };
    case 'AMBIGUOUS':
      return { kind: 'ambiguous' };
    case 'VOID':
      return { kind: 'void', reason: 'VERDICT' };
  }
}
