import { wordSet } from './word-set.js';
import { comesAbout } from './comes-about.js';
import { deniesBySubject, isFirstPerson, lemmaOf } from './frame.js';
import type { Frame } from './frame.js';
import { HEDGE_ADJECTIVES } from './hedge-words.js';
import type { Token } from './nlp.js';
import { madeUp } from './print-tokens.js';
import { isTimeNoun } from './split-lead.js';
import { hasNominal } from './statement-body.js';

export const SCHEDULED = wordSet(
  'scheduled slated planned due set timetabled pencilled penciled earmarked booked fixed',
);

/** "The launch is scheduled for May", "a ruling is due on Friday": it comes in May, on Friday. */
export const scheduledFrame: Frame = ({ tokens, group, subject }) => {
  const own = tokens[group.verb]?.lower ?? '';
  const next = tokens[group.to]?.lower ?? '';
  const isOwn = SCHEDULED.has(own) && group.to - group.from > 1;
  const isNext = lemmaOf(tokens[group.verb]) === 'be' && SCHEDULED.has(next);
  if ((!isOwn && !isNext) || !hasNominal(subject)) return null;
  const rest = tokens
    .slice(isOwn ? group.to : group.to + 1)
    .filter(({ lower }, i) => !(i === 0 && lower === 'in'));
  const bare = /^(?:pencilled|penciled)$/u.test(own + next)
    ? rest
    : tokens.slice(isOwn ? group.to : group.to + 1);
  if (!/^(?:for|in|on|by|before|after|next|this|at|within|tomorrow|today|later)$/u.test(bare[0]?.lower ?? ''))
    return null;
  if (!bare.slice(0, 7).some((token) => isTimeNoun(token) || /\d/u.test(token.text))) return null;
  const said = comesAbout(subject, inTime(bare));
  const isDenied = group.isNegated !== deniesBySubject(subject);
  return { isDenied, keepsLead: true, ...said };
};

/** "for May" is in May, "for Friday" on Friday, "for next week" next week. */
function inTime(rest: readonly Token[]): readonly Token[] {
  const [first, second] = rest;
  if (first?.lower !== 'for' || second === undefined) return rest;
  if (/^(?:next|this|tomorrow|today|early|late|later|mid-\w+)$/u.test(second.lower))
    return /^(?:early|late|mid)/u.test(second.lower)
      ? [...madeUp('in', first.start, 'ADP'), ...rest.slice(1)]
      : rest.slice(1);
  const isDay =
    second.lower.endsWith('day') ||
    (/^\d{1,2}(?:st|nd|rd|th)?$/u.test(second.lower) && rest[2] !== undefined) ||
    (/^\d{1,2}$/u.test(rest[2]?.text ?? '') && isTimeNoun(second));
  const isClock =
    /^(?:noon|midnight|dawn|dusk)$/u.test(second.lower) || /^\d{1,2}[:.]\d\d$/u.test(second.lower);
  return [...madeUp(isDay ? 'on' : isClock ? 'at' : 'in', first.start, 'ADP'), ...rest.slice(1)];
}

/** Verbs one of which `consideredFrame` is about. */
export const CONSIDERS = wordSet('call consider deem judge think find rate regard view see believe');

/** "Analysts consider a default unlikely", "they called it extremely unlikely", "a default is seen as unlikely". */
export const consideredFrame: Frame = ({ tokens, group, subject }) => {
  if (!CONSIDERS.has(lemmaOf(tokens[group.verb])) || (group.modal === 'will' && !isFirstPerson(subject)))
    return null;
  const at = tokens.findIndex(
    ({ lower, pos }, i) =>
      i >= group.to &&
      i < group.to + 14 &&
      HEDGE_ADJECTIVES.has(lower) &&
      pos !== 'NOUN' &&
      tokens[i + 1]?.pos !== 'NOUN',
  );
  if (at === -1 || tokens[at + 1]?.lower === 'to' || tokens[at + 1]?.lower === 'that') return null;
  let end = at;
  while (
    end > group.to &&
    (tokens[end - 1]?.pos === 'ADV' ||
      /^(?:as|very|most|more|less|highly|to|be|quite)$/u.test(tokens[end - 1]?.lower ?? ''))
  )
    end -= 1;
  const what = group.isPassive ? subject : tokens.slice(group.to, end);
  const isPlain =
    hasNominal(what) &&
    (group.isPassive
      ? end === group.to
      : !what.some(({ pos, lower }) => pos === 'VERB' || pos === 'AUX' || lower === 'that'));
  if (!isPlain) return null;
  const denies = HEDGE_ADJECTIVES.get(tokens[at]?.lower ?? '') === true;
  const isDenied = (denies !== group.isNegated) !== (group.isPassive ? false : deniesBySubject(subject));
  return { isDenied, keepsLead: true, ...comesAbout(what, tokens.slice(at + 1)) };
};
