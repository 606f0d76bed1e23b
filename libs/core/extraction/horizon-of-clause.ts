import type { Deadline } from '#core/domain';
import type { TextSpan } from '#core/text';
import type { ClauseDraft } from './clause-drafts.js';
import { isContinuing, isSequel } from './continuing.js';
import { isAboutEvent } from './event-horizon.js';
import { inferredFrom } from './horizon.js';
import type { EventHorizon, Horizon } from './horizon.js';
import { datedNoun, eventOfMonth } from './dated-nouns.js';
import { isSupposed, ofYearAround } from './own-deadline.js';
import { readDeadline } from './read-deadline.js';
import type { Scene } from './scene.js';

/** Words that point to a time spoken of before. */
const REFERENCE =
  /\b(?:(?:by|until|till|before|at|from|since) (?:then|(?:that|this|the same) (?:time|date|point|day|deadline|moment|stage))|(?:on |in )?(?:that|the same|this very) (?:day|night|evening|morning|week|weekend|month|year|date)|(?:by|at|before|miss(?:es)?|meets?) (?:the|that) (?:deadline|date)|(?:on|at) the (?:night|day)(?! (?:of|that|when|after|before)))\b/iu;
/** A sentence back from which a time is carried on, and one further where a question asked for it. */
const NEAR = 2;
const NEAR_ASKED = 3;
/** "He is unlikely to go before": before what was named; "those who come then will be late". */
const BEFORE_IT =
  /(?<!\b(?:never|as|than|like|ever|seen|done|years?|days?|weeks?|months?|nights?|long|times?|the|and|or|happened|been|gone) )\bbefore["'\u2019\u201d).,;:!?]{0,4}$|\b(?:those|anyone|everyone|whoever|people|who)\b[^,;]{2,30} then (?:will|would|may|might|can|could|are|is)\b/iu;

/** Without one of these, the longer pattern need not be tried. */
const MAY_BE_BEFORE = /before|then/iu;

/** The deadline of a clause that names none: of a time it points to, of the words before it, of what the text sets. */
export function horizonOfClause(scene: Scene, draft: ClauseDraft, own: TextSpan): Horizon | null {
  const words = scene.text.slice(own.start, own.end);
  const pointed =
    REFERENCE.test(words) || (MAY_BE_BEFORE.test(words) && BEFORE_IT.test(words))
      ? referred(scene, own, words)
      : null;
  if (pointed !== null) return pointed;
  const isLater = isSequel(words);
  const near = isLater
    ? null
    : (inSentence(scene, draft, own) ?? ownNoun(scene, words) ?? carriedOn(scene, draft));
  if (near === null)
    return isLater && scene.timeContext.around?.from === 'question' ? null : around(scene, draft, words);
  return { ...near, deadline: ofYearAround(scene, near.deadline) ?? near.deadline };
}

function referred(scene: Scene, own: TextSpan, words: string): Horizon | null {
  const said = scene.timeContext.settled.filter(({ end }) => end <= own.start).pop();
  const deadline = said?.deadline ?? scene.timeContext.before[0]?.deadline;
  if (deadline === undefined)
    return OF_OTHER.test(words) ? null : (scene.timeContext.around ?? eventOf(scene.timeContext.event));
  return { deadline: inferredFrom(atIt(deadline, scene.structure.publishedOn)), from: 'reference' };
}

/** "A repeat of that year", without a year named: one that has been. */
const OF_OTHER = /\bof that (?:year|month|week|day|night)\b|\bbefore["'\u2019\u201d).,;:!?]{0,4}$/iu;

/** "Not before 2032, and by then": then is 2032, not the day before it. */
function atIt(deadline: Deadline, publishedOn: string | null): Deadline {
  if (publishedOn === null || !/^before\b/iu.test(deadline.phrase)) return deadline;
  const read = readDeadline(deadline.phrase.replace(/^before/iu, 'by'), publishedOn);
  return read === null ? deadline : { ...read, phrase: deadline.phrase };
}

const OPENING =
  /^["'\u201c\u2018(*_\s]*(?:(?:and|but|so|yet|perhaps|probably) )?(?:at some point |some ?time )?$/iu;
const ASIDE = new Set(['relative', 'condition', 'concession', 'attribution', 'time']);

/** "By 2040 it will have doubled, and half of it will be sold abroad", "opens in May and closes for good a week on". */
function inSentence(scene: Scene, draft: ClauseDraft, own: TextSpan): Horizon | null {
  const before = scene.timeContext.settled.filter(({ end }) => end <= own.start);
  const opening = before.find(({ start }) => OPENING.test(scene.text.slice(scene.sentence.start, start)));
  if (opening !== undefined) return { deadline: inferredFrom(opening.deadline), from: 'same sentence' };
  const last = before.pop();
  if (last === undefined) return ofMonthNamed(scene, own);
  const isGoingOn =
    isContinuing(scene.tokens, draft.clause.from, draft.clause.to) ||
    JUDGES_IT.test(scene.text.slice(own.start, own.end));
  if (!isGoingOn) return null;
  const source = scene.clauses.find(
    ({ from, to }) =>
      (scene.tokens[from]?.start ?? 0) <= last.start && (scene.tokens[to - 1]?.end ?? 0) >= last.end,
  );
  return source === undefined || ASIDE.has(source.kind)
    ? null
    : { deadline: inferredFrom(last.deadline), from: 'same sentence' };
}

/** "The April review is where it starts: lenders will ...": the month places an event that the rest is about. */
function ofMonthNamed({ text, sentence, structure }: Scene, own: TextSpan): Horizon | null {
  const front = text.slice(sentence.start, Math.min(own.start, sentence.start + LOOKED_AT));
  const colon = front.indexOf(':');
  const deadline =
    colon === -1 || structure.publishedOn === null
      ? null
      : eventOfMonth(front.slice(0, colon), structure.publishedOn);
  return deadline === null ? null : { deadline, from: 'same sentence' };
}

function ownNoun({ structure }: Pick<Scene, 'structure'>, words: string): Horizon | null {
  const deadline = structure.publishedOn === null ? null : datedNoun(words, structure.publishedOn);
  return deadline === null ? null : { deadline, from: 'own words' };
}

/** What is looked at of a sentence, in characters: each of its clauses asks again. */
const LOOKED_AT = 600;

/** "The bridge opens in May. I put that at 60%", "Will it open by May? Hardly." */
function carriedOn(scene: Scene, draft: ClauseDraft): Horizon | null {
  const last = scene.timeContext.before[0];
  const { start, end } = scene.sentence;
  const words = scene.text.slice(start, Math.min(end, start + LOOKED_AT));
  // "I would put it at 70%" supposes nothing.
  const isJudged = draft.condition === null && draft.supposition === null && JUDGES_IT.test(words);
  if (last === undefined || (isSupposed(draft) && !isJudged)) return null;
  if (last.isAsked)
    return last.distance <= NEAR_ASKED ? { deadline: inferredFrom(last.deadline), from: 'question' } : null;
  const isPointing = last.distance === 1 && OPENS_POINTING.test(words);
  if (!isPointing && (last.distance > NEAR || !JUDGES_IT.test(words))) return null;
  return { deadline: inferredFrom(last.deadline), from: 'sentence before' };
}

/** What is said of a claim made before: "I put that at 30%", "we would call it even". */
const JUDGES_IT =
  /\b(?:I|we)(?:['\u2019]d| would| should| shall|['\u2019]ll)? (?:put|give|make|say|call|rate|think|guess|doubt|reckon|believe) (?:it|this|that|its|the (?:odds|chances?|probability)|\d)/iu;

/** "They will get their share": whose subject is that of the sentence before. */
const OPENS_POINTING =
  /^["'\u201c\u2018(*_\s]*(?:(?:and|but|so|yet|perhaps|probably) )?(?:[^,.;:]{2,30}, ){0,2}(?:they|it|he|she|that|this|these|those)\b/iu;

/** Words for no time in particular, or for one beyond the event. */
const BEYOND =
  /\b(?:eventually|ultimately|ever|after|thereafter|next (?:year|season|month|week)|then on)\b/iu;

function around(scene: Scene, draft: ClauseDraft, words: string): Horizon | null {
  const { around: set, event } = scene.timeContext;
  const isWould = draft.supposition !== null && draft.reasons.hits.some((hit) => hit.code === 'WOULD');
  const isFree = draft.condition === null && !isWould && !BEYOND.test(words) && !IN_THAT_CASE.test(words);
  if (set !== null && set.from !== 'title') return isFree || isDay(set.deadline) ? set : null;
  const isOpen = isFree || event?.isDecision !== true;
  if (isOpen && !BEYOND.test(words) && event !== null && isAboutEvent(event, words)) return eventOf(event);
  return isFree ? set : null;
}

const IN_THAT_CASE = /\b(?:in (?:that|this|such a) (?:case|event)|otherwise|if so|failing that)\b/iu;

const isDay = ({ precision }: Deadline): boolean => precision === 'day';

const eventOf = (event: EventHorizon | null): Horizon | null =>
  event === null ? null : { deadline: event.deadline, from: 'event' };

/** The deadline of an entry in a list that names none: of the entry it goes on from, else of what the text sets. */
export function horizonOfLine(
  scene: Pick<Scene, 'timeContext' | 'structure'>,
  words: string,
): Horizon | null {
  const { before, around: set, event } = scene.timeContext;
  const noun = ownNoun(scene, words);
  if (noun !== null) return noun;
  const last = before[0];
  if (last !== undefined) return { deadline: inferredFrom(last.deadline), from: 'sentence before' };
  if (set !== null && set.from !== 'title') return set;
  if (event !== null && isAboutEvent(event, words)) return eventOf(event);
  return set;
}
