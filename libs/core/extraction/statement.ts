import type { NeedsEdit, PropositionKind } from '#core/domain';

/** A drafted statement. */
export interface Statement {
  readonly text: string;
  readonly kind: PropositionKind;
  readonly needsEdit: readonly NeedsEdit[];
  /** The claim's own words deny it: a negation was taken out of the statement. */
  readonly isDenied: boolean;
  /** The words for its likelihood deny it: "unlikely", "I doubt that". */
  readonly isFrameDenied: boolean;
  /** What looked like its condition is what it says: "I would be surprised if ...". */
  readonly isAboutCondition: boolean;
}
