import type { Deadline, LikelihoodBand, NeedsEdit, PropositionKind } from '#core/domain';
import type { TextSpan } from '#core/text';
import type { ClaimantRole } from './find-claimant.js';

/** Raised whenever the same text may give other candidates; a candidate is keyed by it. */
export const EXTRACTOR_VERSION = '2026.4';

/** A human-readable reason: a stable code for filters, a text for people. */
export interface Cue {
  readonly code: string;
  readonly text: string;
}

/** A passage proposed as a prediction. `quote === text.slice(start, end)`, in UTF-16 code units, always. */
export interface Candidate {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** Other places where the same thing is said (title, caption, repeat). */
  readonly also: readonly TextSpan[];
  readonly claimant: string;
  readonly claimantRole: ClaimantRole;
  /** A first positive wording; hedge, attribution and negation taken out as well as rules can. */
  readonly statement: string;
  /** The kind of proposition the statement makes. */
  readonly kind: PropositionKind;
  /** What an analyst has to look at before the statement stands on its own. */
  readonly needsEdit: readonly NeedsEdit[];
  /** Of the statement: "X is very unlikely" is 0.05-0.2 on "X". */
  readonly probability: LikelihoodBand | null;
  readonly negated: boolean;
  readonly condition: string | null;
  readonly deadline: Deadline | null;
  readonly tier: 'proposed' | 'maybe';
  readonly cues: readonly Cue[];
  /** 0-1: how much it looks like a prediction. Not a probability of the claim. */
  readonly score: number;
}
