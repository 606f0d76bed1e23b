import type { ClaimantKind } from '#core/domain';

/** One row of a board; what `/api/v1/board` answers fits as it is. */
export interface StandingShape {
  readonly claimantId: string;
  readonly claimant: string;
  readonly kind: ClaimantKind;
  readonly n: number;
  readonly families: number;
  readonly texts: number;
  readonly meanBrier: number | null;
  readonly meanBrierLow: number | null;
  readonly meanBrierHigh: number | null;
  readonly pending: number;
  readonly void: number;
  readonly conditionUnmet: number;
  readonly ambiguous: number;
  readonly unscoreable: number;
  readonly retrospective: number;
  readonly record: 'building' | 'established';
}

export interface BoardShape {
  readonly id: string;
  readonly asOf: string;
  readonly methodVersion: string;
  readonly minFamilies: number;
  readonly minTexts: number;
  readonly standings: readonly StandingShape[];
}
