import type { PropositionKind } from '#core/domain';

/**
 * What an analyst has to look at before a drafted statement stands on its own. `PRONOUN`: somebody or something is not
 * named. `WHO_IS_WE`: "we" was taken for the speaker's side. `NO_SUBJECT`, `NO_VERB`: the passage has none of its own.
 * `ELLIPSIS`: it leaves its verb to the sentence before ("he might"). `RELATIVE_TIME`: "by then", "the same day".
 * `TWO_EVENTS`: more than one thing is said to happen. `LONG`: more than 30 words.
 */
export const NEEDS_EDIT = [
  'PRONOUN',
  'WHO_IS_WE',
  'NO_SUBJECT',
  'NO_VERB',
  'ELLIPSIS',
  'RELATIVE_TIME',
  'TWO_EVENTS',
  'LONG',
] as const;
export type NeedsEdit = (typeof NEEDS_EDIT)[number];

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
