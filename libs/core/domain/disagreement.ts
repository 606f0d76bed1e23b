/** Why reviewers of one question answered differently. */
export const DISAGREEMENT_CAUSES = ['wording', 'dates', 'evidence', 'definition'] as const;
export type DisagreementCause = (typeof DISAGREEMENT_CAUSES)[number];
