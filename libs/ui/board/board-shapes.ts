import type { BoardKind, ClaimantKind, CountedAs, Horizon, Reference, Track } from '#core/domain';

/** What a board can have rows of. */
export type SubjectKind = ClaimantKind | 'outlet';

export interface SubjectShape {
  readonly id: string;
  readonly name: string;
  readonly kind: SubjectKind;
}

/** One row of a board; what `/api/v1/board` answers fits as it is. Probabilities, shares and scores are 0-1. */
export interface StandingShape extends SubjectShape {
  readonly record: 'established' | 'building';
  readonly rank: number | null;
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
  /** An appeal is being heard: no rank meanwhile. */
  readonly suspended: boolean;
  readonly n: number;
  readonly families: number;
  readonly texts: number;
  readonly pending: number;
  /** Settled, but before the scheduled deadline: "so far". */
  readonly beforeDeadline: number;
  readonly void: number;
  readonly conditionUnmet: number;
  readonly ambiguous: number;
  readonly unscoreable: number;
  readonly retrospective: number;
  readonly scoreableShare: number | null;
  /** Of the middle, the best and the worst reading of the words; lower is better. */
  readonly meanBrier: number | null;
  readonly meanBrierLow: number | null;
  readonly meanBrierHigh: number | null;
  /** Mean Brier had every ambiguous claim come out best, or worst, for them. */
  readonly boundLow: number | null;
  readonly boundHigh: number | null;
  readonly meanLog: number | null;
  /** Reference Brier less own Brier: higher is better. */
  readonly skill: number | null;
  readonly shrunk: number | null;
  /** 95 % interval of `skill`. */
  readonly intervalLow: number | null;
  readonly intervalHigh: number | null;
  readonly hitRate: number | null;
  readonly hitRateLow: number | null;
  readonly hitRateHigh: number | null;
  readonly referenceHitRate: number | null;
}

export interface ReferenceRowShape {
  readonly reference: Reference;
  readonly n: number;
  readonly meanBrier: number | null;
}

export const BOARD_BASES = ['number', 'words', 'unhedged'] as const;

export interface BoardFilterShape {
  readonly kind: BoardKind;
  readonly track: Track;
  readonly topic: string | null;
  /** Year of the scheduled deadline. */
  readonly period: string | null;
  readonly horizon: Horizon | null;
  readonly basis: (typeof BOARD_BASES)[number] | null;
  /** The date asked for, where one was; the board then is the one that held at the end of that day. */
  readonly asOf?: string | null;
}

/** Which claims of a subject are listed: those behind its row of such a board, and of them those counted so. */
export interface ClaimFilterShape extends Omit<BoardFilterShape, 'kind'> {
  readonly counts: CountedAs | null;
}

export interface BoardShape {
  readonly id: string;
  /** An instant. */
  readonly asOf: string;
  readonly method: {
    readonly version: number;
    readonly codeVersion: string;
    readonly lexiconVersion: string;
  };
  readonly minFamilies: number;
  readonly minTexts: number;
  readonly filter: BoardFilterShape;
  readonly references: readonly ReferenceRowShape[];
  readonly totals: {
    readonly claims: number;
    readonly scored: number;
    readonly families: number;
    readonly claimants: number;
  };
  readonly standings: readonly StandingShape[];
  /** Choices of the filters. */
  readonly topics: readonly string[];
  readonly periods: readonly string[];
  /** A fresher one is being computed. */
  readonly isBuilding: boolean;
  /**
   * Where `standings` is a part of the rows: which part, of how many; established records come before those building
   * one. `number` starts at 1.
   */
  readonly page?: { readonly number: number; readonly size: number; readonly total: number };
}
