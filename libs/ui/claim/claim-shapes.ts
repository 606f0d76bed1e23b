import type {
  ClaimantKind,
  DisputeKind,
  DisputeState,
  ClaimRole,
  DeadlineBasis,
  Inclusion,
  LikelihoodBand,
  Outcome,
  PropositionKind,
  Stance,
  VoidReason,
} from '#core/domain';

/**
 * What the components draw. Declared here and not taken from the contract (ui knows glossary words only); the shapes
 * are such that what `/api/v1/claims/:id` answers fits as it is.
 */
export interface QuoteShape {
  readonly prefix: string;
  readonly exact: string;
  readonly suffix: string;
}

export interface EvidenceShape {
  readonly url: string;
  readonly title: string;
  readonly publishedOn: string | null;
  readonly stance: Stance;
  readonly note: string;
}

export interface VerdictShape {
  readonly outcome: Outcome;
  readonly voidReason: VoidReason | null;
  readonly stage: 'provisional' | 'final';
  readonly occurredOn: string | null;
  readonly decidedAt: string;
  readonly finaliseDueAt: string | null;
  readonly reason: string | null;
  readonly evidence: readonly EvidenceShape[];
}

/** What a claimant wrote; without text where it was taken down. */
export interface AnswerShape {
  readonly id: string;
  readonly claimant: string;
  readonly text: string | null;
  readonly answeredAt: string;
  readonly hiddenReason: string | null;
}

/** What is said about a verdict beside the verdict. */
export interface SaidShape {
  readonly answers: readonly AnswerShape[];
  readonly disputes: readonly {
    readonly kind: DisputeKind;
    readonly state: DisputeState;
    readonly raisedAt: string;
    readonly resolution: string | null;
  }[];
  readonly clarifications: readonly { readonly text: string; readonly addedAt: string }[];
  readonly corrections: readonly { readonly at: string; readonly before: Outcome; readonly reason: string }[];
}

export interface ScoreShape {
  readonly brier: number;
  readonly brierLow: number;
  readonly brierHigh: number;
}

export interface TimelineEntryShape {
  readonly on: string;
  readonly kind: 'said' | 'event' | 'due' | 'occurred' | 'verdict' | 'final';
  /** Title of the source or event; empty where the kind says it all. */
  readonly label: string;
  readonly url: string | null;
}

export interface PublicClaimShape extends SaidShape {
  readonly id: string;
  readonly statement: string;
  readonly kind: PropositionKind;
  readonly claimant: {
    readonly id: string;
    readonly name: string;
    readonly kind: ClaimantKind;
    readonly hasPage: boolean;
  };
  readonly role: ClaimRole;
  readonly probability: LikelihoodBand;
  readonly condition: string | null;
  readonly saidOn: string;
  readonly retrospective: boolean;
  readonly quote: QuoteShape;
  readonly source: {
    readonly title: string;
    readonly outlet: string | null;
    readonly address: string | null;
    readonly publishedOn: string | null;
  };
  readonly deadlineOn: string | null;
  readonly deadlineBasis: DeadlineBasis;
  readonly criteria: string;
  readonly verdict: VerdictShape | null;
  readonly score: ScoreShape | null;
  readonly preview: ScoreShape | null;
  /** The base rate as it was known before the claim, 0-1. */
  readonly reference?: number | null;
  /** The share of its series' time for which this claim stood, 0-1. */
  readonly weight?: number | null;
  /** What it adds to the claimant's mean skill; higher is better. */
  readonly effect?: number | null;
  readonly inclusion: Inclusion;
  readonly timeline: readonly TimelineEntryShape[];
  /** All that the claimant said of it, this claim included, in order; empty where only once. */
  readonly series: readonly {
    readonly id: string;
    readonly saidOn: string;
    readonly probability: LikelihoodBand;
    /** In probability, from the one before. */
    readonly change: number | null;
  }[];
  readonly otherClaims: readonly {
    readonly id: string;
    readonly claimant: string;
    readonly saidOn: string;
    readonly probability: LikelihoodBand;
  }[];
}
