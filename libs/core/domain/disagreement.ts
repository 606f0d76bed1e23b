import { agree, type ReviewAnswer, type WindowSpan } from './review.js';

/** Why reviewers of one round did not come to the same answer. */
export const DISAGREEMENT_CAUSES = ['wording', 'dates', 'evidence', 'definition'] as const;
export type DisagreementCause = (typeof DISAGREEMENT_CAUSES)[number];

/** Whether any two of the answers disagree. */
export function differ(answers: readonly ReviewAnswer[], span: WindowSpan): boolean {
  return answers.some((one, index) => answers.slice(index + 1).some((other) => !agree(one, other, span)));
}

/**
 * The cause as far as the answers themselves show it: the same answer with days too far apart is about dates. Anything
 * else only a person can name: null. Two OCCURRED on 1 and 20 March of a deadline precise to the day: `dates`.
 */
export function derivedCause(answers: readonly ReviewAnswer[], span: WindowSpan): DisagreementCause | null {
  if (!differ(answers, span)) return null;
  const kinds = new Set(answers.map(({ answer, voidReason }) => `${answer} ${voidReason ?? ''}`));
  return kinds.size === 1 ? 'dates' : null;
}
