import type { MoveCause } from '#core/domain';
import type { SubjectShape } from '#ui/board';

/** Where a subject stood on one date. */
export interface PositionShape {
  readonly on: string;
  readonly rank: number | null;
  readonly n: number;
  readonly skill: number | null;
  readonly shrunk: number | null;
}

export interface MoveCauseShape {
  readonly kind: MoveCause;
  readonly on: string;
  readonly claimId: string | null;
  readonly statement: string | null;
  /** The Brier score of the claim; null where it had none. */
  readonly before: number | null;
  readonly after: number | null;
  /** On the mean skill of the subject; higher is better. */
  readonly effect: number;
}

export interface PassedShape {
  readonly id: string;
  readonly name: string;
  readonly rankFrom: number | null;
  readonly rankTo: number | null;
}

/** Why a rank moved between two dates. */
export interface MoveShape {
  readonly subject: SubjectShape;
  readonly from: PositionShape | null;
  readonly to: PositionShape | null;
  readonly causes: readonly MoveCauseShape[];
  /** Who passed the subject, or was passed. */
  readonly others: readonly PassedShape[];
  /** The dates as asked for; they fill the form where there was no board yet on one of them. */
  readonly asked?: { readonly from: string | null; readonly to: string | null };
}
