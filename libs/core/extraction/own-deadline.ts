import type { Deadline } from '#core/domain';
import type { ClauseDraft } from './clause-drafts.js';
import { eventDeadline } from './attach-deadline.js';
import { inferredFrom, isSettled } from './horizon.js';
import { readDeadline } from './read-deadline.js';
import type { Scene } from './scene.js';

const LENGTH = /^(?:within|inside|in|for)\b.*\b(?:minutes?|hours?|days?|weeks?|months?)$/iu;
const THE_YEAR = /\b(?:the year|year[- ]end|year['\u2019]s end|all year)\b/iu;
const YEAR = /\b\d{4}\b/u;

/**
 * A claim's own time in the light of what stands around it: "the year" of a text about 2032 is 2032; "the third quarter",
 * after 2032 was named, is of 2032; "within hours", if the worst comes to the worst, is counted from then.
 */
export function inItsContext(scene: Scene, draft: ClauseDraft, deadline: Deadline): Deadline {
  const { phrase } = deadline;
  if (LENGTH.test(phrase) && ((isSupposed(draft) && !isJudged(scene, draft)) || isThen(scene, draft, phrase)))
    return eventDeadline(phrase);
  const inYear = ofYearAround(scene, deadline);
  if (inYear !== null) return inYear;
  if (deadline.basis === 'inferred' && (deadline.precision === 'quarter' || deadline.precision === 'half'))
    return ofYearBefore(scene, deadline);
  return deadline;
}

/** "And then it is over in three days": counted from what comes before. */
function isThen({ text, tokens }: Scene, { clause }: ClauseDraft, phrase: string): boolean {
  const start = tokens[clause.from]?.start ?? 0;
  const words = text.slice(start, tokens[clause.to - 1]?.end ?? start);
  const at = words.indexOf(phrase);
  return at !== -1 && /\b(?:then|after that|afterwards)\b/iu.test(words.slice(0, at));
}

const JUDGES = /\b(?:I|we)(?:['\u2019]d| would) (?:put|give|make|say|call|bet|expect|guess|lay|rate)\b/iu;

/** "I'd put a strike inside two months at even odds": the "would" is the author's own caution, no supposition. */
function isJudged({ text, tokens }: Scene, { clause, condition, supposition }: ClauseDraft): boolean {
  if (condition !== null || supposition !== null) return false;
  const start = tokens[clause.from]?.start ?? 0;
  return JUDGES.test(text.slice(start, tokens[clause.to - 1]?.end ?? start));
}

/** "The year" of a text about another year than the one it is written in. */
export function ofYearAround(scene: Scene, { phrase, deadlineOn }: Deadline): Deadline | null {
  const set = scene.timeContext.around?.deadline;
  return THE_YEAR.test(phrase) && set?.precision === 'year' && (set.deadlineOn ?? '') > (deadlineOn ?? '')
    ? { ...inferredFrom(set), phrase }
    : null;
}

/** "Tested in the first half of 2032, they say. It will more likely open in the fourth quarter." */
function ofYearBefore(scene: Scene, deadline: Deadline): Deadline {
  const { publishedOn } = scene.structure;
  const named = scene.timeContext.before.find(({ deadline: other }) => YEAR.test(other.phrase));
  const year = YEAR.exec(named?.deadline.phrase ?? '')?.[0];
  if (publishedOn === null || year === undefined || YEAR.test(deadline.phrase)) return deadline;
  const read = readDeadline(`${deadline.phrase} of ${year}`, publishedOn);
  return read !== null && isSettled(read, publishedOn)
    ? { ...read, basis: 'inferred', phrase: deadline.phrase }
    : deadline;
}

/** Said under a condition that need not come about. */
export function isSupposed(draft: ClauseDraft): boolean {
  return (
    draft.condition !== null ||
    draft.supposition !== null ||
    draft.reasons.hits.some((hit) => hit.code === 'WOULD')
  );
}
