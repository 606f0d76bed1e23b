import type {
  CountedAs,
  Inclusion,
  LikelihoodBand,
  LikelihoodBasis,
  NotComparable,
  Outcome,
  Reference,
} from '#core/domain';
import type { ClaimFilterShape, StandingShape, SubjectShape } from '#ui/board';

/** One bin of a reliability diagram; all but `n` are probabilities 0-1. */
export interface ReliabilityBinShape {
  readonly from: number;
  readonly to: number;
  /** May be fractional: a series counts once, shared among the forecasts that stood in it. */
  readonly n: number;
  readonly meanForecast: number | null;
  readonly observed: number | null;
  /** 95 % interval of `observed`. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface CurvePointShape {
  readonly probability: number;
  readonly observed: number;
}

export interface CalibrationShape {
  readonly words: readonly ReliabilityBinShape[];
  readonly numbers: readonly ReliabilityBinShape[];
  /** Isotonic steps. */
  readonly curve: readonly CurvePointShape[];
  readonly ece: number | null;
  readonly reliability: number | null;
  readonly resolution: number | null;
  readonly uncertainty: number | null;
  /** Mean distance from 50 %, 0-0.5. */
  readonly sharpness: number | null;
  /** -1 to 1, higher is better. */
  readonly discrimination: number | null;
  /** 0-1, 0.5 is none. */
  readonly auc: number | null;
}

/** Among others on the same statements; `standing` is null where not comparable, and `why` says why. */
export interface PeersShape {
  readonly standing: {
    /** x 100, higher is better. */
    readonly peerScore: number;
    readonly adjustedBrier: number;
    readonly sharedBrier: number;
  } | null;
  readonly why: NotComparable | null;
  /** Statements; where not comparable, those there are. */
  readonly n: number;
  readonly claimants: number;
  readonly minClaimants: number;
  readonly minPropositions: number;
}

/** What other readings of the words would make of the score, and of its order among neighbours. */
export interface LexiconShape {
  readonly draws: number;
  readonly people: number;
  /** Share of the scored weight that was said in words that were drawn. */
  readonly drawn: number;
  readonly meanBrier: number;
  readonly low: number;
  readonly high: number;
  readonly neighbours: readonly {
    readonly id: string;
    readonly name: string;
    readonly rank: number;
    readonly meanBrier: number;
    /** By mean Brier, under the lexicon in force. */
    readonly isBehind: boolean;
    readonly holds: number;
  }[];
}

/** Mean over everything up to that date. */
export interface TimePointShape {
  readonly on: string;
  readonly n: number;
  readonly meanBrier: number;
}

export interface LeadTimeShape {
  readonly days: number;
  readonly n: number;
  readonly meanBrier: number | null;
}

export interface OwnReferenceShape {
  readonly reference: Reference;
  readonly n: number;
  /** Of the reference, on exactly the subject's claims. */
  readonly meanBrier: number | null;
  /** Of the subject, on the same claims. */
  readonly ownMeanBrier: number | null;
}

export interface PhraseShape {
  readonly phrase: string;
  readonly low: number | null;
  readonly point: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly occurred: number;
  readonly settled: number;
}

export interface WordingShape {
  readonly bases: readonly { readonly basis: LikelihoodBasis; readonly n: number }[];
  readonly phrases: readonly PhraseShape[];
  readonly withoutDeadline: number;
  readonly withoutProbability: number;
  readonly claims: number;
}

export interface ClaimRowShape {
  readonly id: string;
  readonly statement: string;
  readonly saidOn: string;
  readonly deadlineOn: string | null;
  readonly probability: LikelihoodBand;
  readonly outcome: Outcome | null;
  readonly brier: number | null;
  readonly counts: Inclusion;
  readonly brierLow?: number | null;
  readonly brierHigh?: number | null;
  /** Its share in the series of this claimant on this statement, 0-1. */
  readonly weight?: number | null;
  /** The base rate as it was known before the claim. */
  readonly reference?: number | null;
  /** What it adds to the subject's mean skill; higher is better. */
  readonly effect?: number | null;
}

export interface ClaimListShape {
  readonly filter: ClaimFilterShape;
  /** `number` starts at 1; `total` counts the claims on all pages. */
  readonly page: { readonly number: number; readonly size: number; readonly total: number };
  /** Under the filter, whatever is asked of `counts`. */
  readonly tally: readonly { readonly counted: CountedAs; readonly claims: number }[];
  /** Scored claims of one claimant on one statement together. */
  readonly series: number;
}

/** What `/api/v1/claimants/:id` and `/api/v1/outlets/:id` answer. */
export interface ProfileShape extends SubjectShape {
  readonly standing: StandingShape | null;
  /** An instant. */
  readonly asOf: string | null;
  readonly references: readonly OwnReferenceShape[];
  readonly calibration: CalibrationShape;
  /** Null for outlets. */
  /** Of the whole installation: the share of what the texts put in say. */
  readonly captured: {
    readonly share: number;
    readonly low: number;
    readonly high: number;
    readonly texts: number;
    readonly found: number;
  } | null;
  readonly peers: PeersShape | null;
  /** Null without a scored claim. */
  readonly lexicon: LexiconShape | null;
  readonly overTime: readonly TimePointShape[];
  readonly leadTimes: readonly LeadTimeShape[];
  readonly wording: WordingShape;
  /** The scored claims furthest from their outcome, furthest first. */
  readonly extremes: {
    readonly likelyNot: readonly ClaimRowShape[];
    readonly unlikelyYes: readonly ClaimRowShape[];
  };
  /** One page of the list. */
  readonly claims: readonly ClaimRowShape[];
  readonly list: ClaimListShape;
}
