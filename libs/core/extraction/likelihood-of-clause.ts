import type { LikelihoodBand } from '#core/domain';
import type { TextSpan } from '#core/text';
import type { CueHit } from './cues.js';
import { findPercentage } from './number-likelihood.js';
import { OWN_BANDS } from './likelihood-bands.js';
import { findLikelihood, mirror, toLikelihood } from './read-likelihood.js';
import type { FoundLikelihood } from './read-likelihood.js';

/** Subjects that deny the whole clause: "nobody will", "no deal is", "few will". */
const DENYING_SUBJECT =
  /^(?:[^,]{0,24},\s)?["'\u201c\u2018\s]*(?:no|nobody|none|nothing|neither|few)\b(?! (?:doubt|longer|matter|sooner|less|more))/iu;
const DENIAL = /\b(?:not|never|no longer)\b|n['\u2019]t\b/iu;
/** Words for a likelihood stand near the verb they qualify; beyond this many characters they belong to something else. */
const REACH = 40;

export interface ClauseLikelihood {
  readonly band: LikelihoodBand | null;
  readonly negated: boolean;
}

/**
 * The likelihood of the *statement* a clause makes, and whether its words deny it.
 *
 * @param span the clause, with the report it hangs on
 * @param anchorEnd end of the word that carries the claim; hedges near it are preferred
 */
export function likelihoodOf(
  text: string,
  span: TextSpan,
  anchorEnd: number,
  reasons: readonly CueHit[],
  isRoundUp: boolean,
): ClauseLikelihood {
  const clause = text.slice(span.start, span.end);
  const near = text.slice(span.start, Math.min(span.end, anchorEnd + REACH));
  const hasNumber = isRoundUp && reasons.some((hit) => hit.code === 'NUMBER');
  const percent = hasNumber ? findPercentage(clause) : null;
  if (percent !== null) {
    const { low, point, high, start, end } = percent;
    return { band: { low, point, high, phrase: clause.slice(start, end), basis: 'number' }, negated: false };
  }
  const found = findLikelihood(near, false) ?? findLikelihood(clause, false);
  const codes = new Set(reasons.map((hit) => hit.code));
  if (found === null) return presentTense(codes, clause);
  const isSubjectDenied = !found.denies && DENYING_SUBJECT.test(clause);
  if (found.band.basis === 'rank') return { band: ranked(found), negated: found.denies };
  const { low, high, point } = found.band;
  if (!isSubjectDenied || low === null || high === null || point === null)
    return { band: found.band, negated: found.denies };
  return { band: { ...found.band, ...mirror({ low, high, point }) }, negated: true };
}

function ranked(found: FoundLikelihood): LikelihoodBand {
  return toLikelihood(null, 'rank', found.band.phrase);
}

/** "The treaty expires in May", "X isn't joining any time soon": a plain future in the present tense. */
function presentTense(codes: ReadonlySet<string>, clause: string): ClauseLikelihood {
  const negated = DENIAL.test(clause);
  if (!codes.has('PRESENT_FOR_FUTURE') && !codes.has('NEGATED_HOPE')) return { band: null, negated };
  return { band: toLikelihood(negated ? OWN_BANDS.willNot : OWN_BANDS.will, 'unhedged', ''), negated };
}
