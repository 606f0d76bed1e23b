import type { LikelihoodBand, Yardstick } from '#core/domain';
import type { TextSpan } from '#core/text';
import type { CueHit } from './cues.js';
import { findPercentage } from './number-likelihood.js';
import { OWN_BANDS } from './likelihood-bands.js';
import { findLikelihood, toLikelihood } from './read-likelihood.js';
import type { FoundLikelihood } from './read-likelihood.js';

/** Subjects that deny the whole clause: "nobody will", "no deal is", "few will". */
export const DENYING_SUBJECT =
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
  yardstick: Yardstick,
  leadIn: string | null,
): ClauseLikelihood {
  const clause = text.slice(span.start, span.end);
  const near = withoutAside(text, span, anchorEnd);
  const hasNumber = isRoundUp && reasons.some((hit) => hit.code === 'NUMBER');
  const percent = hasNumber ? findPercentage(clause) : null;
  if (percent !== null) {
    const { low, point, high, start, end } = percent;
    return { band: { low, point, high, phrase: clause.slice(start, end), basis: 'number' }, negated: false };
  }
  const found =
    findLikelihood(near, false, { yardstick }) ??
    (near === clause ? null : findLikelihood(clause, false, { yardstick }));
  const codes = new Set(reasons.map((hit) => hit.code));
  if (found === null) return presentTense(codes, clause, leadIn, yardstick);
  const isSubjectDenied = !found.denies && (DENYING_SUBJECT.test(clause) || isObjectDenied(found, clause));
  if (found.band.basis === 'rank') return { band: ranked(found), negated: found.denies };
  return isSubjectDenied
    ? { band: found.opposite, negated: true }
    : { band: found.band, negated: found.denies };
}

function ranked(found: FoundLikelihood): LikelihoodBand {
  return toLikelihood(null, 'rank', found.band.phrase);
}

/** "There will be no deal", "we will give not one cup", "nor will the bank", "no branch is going to". */
const DENIED_OBJECT =
  /\b(?:will|shall|would|going to|is to|are to)(?: \p{L}+ly)? (?:be|have|see|get|give|take|make|bring|find|show|win|offer|leave) (?:no|not one|not a single|nothing|nobody|none|zero)\b|['\u2019]ll (?:be|have|see|get|give|take) (?:no|not one|nothing|nobody)\b|\bnor (?:will|would|shall|is|are)\b|\b(?:no|not one|not a single) (?:\p{L}+[ -]){1,6}(?:will|would|is going|are going)\b/iu;

/** Without one of these, no pattern of a denied object need be tried. */
const HAS_DENIAL = /no|zero/iu;

function isObjectDenied(found: FoundLikelihood, clause: string): boolean {
  return (
    (found.band.basis === 'unhedged' || found.band.basis === 'words') &&
    HAS_DENIAL.test(clause) &&
    DENIED_OBJECT.test(clause)
  );
}

/** "It will come too late, and maybe just in time for the next": a doubt after a comma is about something else. */
function withoutAside(text: string, span: TextSpan, anchorEnd: number): string {
  const near = text.slice(span.start, Math.min(span.end, anchorEnd + REACH));
  const after = near.slice(Math.max(0, anchorEnd - span.start));
  const aside = /,? (?:and |or |but )?(?:maybe|perhaps|possibly)\b/iu.exec(after);
  return aside?.[0].startsWith(',') === true ? near.slice(0, near.length - after.length + aside.index) : near;
}

/** A present that speaks of the future, by the cue that found it. */
const PRESENT_CODES = [
  'PRESENT_FOR_FUTURE',
  'NEGATED_HOPE',
  'CONDITIONAL_PRESENT',
  'SCENARIO_STEP',
  'PLAIN_PRESENT',
  'VERBLESS',
  'BE_TO',
];
const FORECAST_CODES = ['EXPECTATION', 'FORECAST_NOUN', 'FORECASTER_SEES'];
const NO_AT_ALL =
  /^["\u201c(\s]*(?:no|nothing|nobody|none|not (?:one|a single)|few)\b|\bthere (?:is|are) no\b/iu;

/**
 * "The treaty expires in May", "X isn't joining any time soon": a plain future in the present tense. Steps of a scenario
 * take the likelihood of what leads to them ("the likely course of events:").
 */
function presentTense(
  codes: ReadonlySet<string>,
  clause: string,
  leadIn: string | null,
  yardstick: Yardstick,
): ClauseLikelihood {
  const negated = DENIAL.test(clause) || NO_AT_ALL.test(clause);
  const led = leadIn === null ? null : findLikelihood(leadIn, false, { yardstick });
  if (led !== null && led.band.basis === 'words') return { band: negated ? led.opposite : led.band, negated };
  if (FORECAST_CODES.some((code) => codes.has(code))) {
    // "The projection is for 4 percent", "has Japan at 87 million": a forecast without a word for how sure it is.
    const band = findLikelihood('expected', true, { yardstick })?.band ?? null;
    return { band: band === null ? null : { ...band, phrase: '' }, negated };
  }
  if (!PRESENT_CODES.some((code) => codes.has(code))) return { band: null, negated };
  return { band: toLikelihood(negated ? OWN_BANDS.willNot : OWN_BANDS.will, 'unhedged', ''), negated };
}
