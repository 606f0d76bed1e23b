import { wordSet } from './word-set.js';
import type { TimeScene } from './time-scene.js';
import { afterWords, isApostrophe, wordAt } from './time-tokens.js';
import type { Tokens } from './time-tokens.js';

/** Things that happen on a day of their own: "the March 2025 election" is known by its event, not by its month. */
const EVENT_NOUNS = new Set(
  'election elections vote votes referendum referendums ballot poll polls summit meeting meetings game games olympics cup championship championships midterm midterms primary primaries runoff conference budget convention congress census contest race inauguration ceremony hearing trial launch deadline expiry negotiations talks session treaty ceasefire truce handover transition coronation debate caucus caucuses tournament festival expo decision ruling verdict review report release announcement data figures statement'.split(
    ' ',
  ),
);

export const isEventNoun = (word: string): boolean => EVENT_NOUNS.has(word);

/** Whether the time before `i` only tells which event is meant: "the 2024 election", "next month's party congress". */
export function isBoundToEvent(scene: TimeScene, i: number): boolean {
  const { tokens } = scene;
  let at = i;
  if (isApostrophe(wordAt(tokens, at))) at += wordAt(tokens, at + 1) === 's' ? 2 : 1;
  for (let k = 0; k < 3; k += 1) {
    const word = wordAt(tokens, at + k);
    if (EVENT_NOUNS.has(word)) return true;
    if (
      !/^[a-z]{3,}$/u.test(word) ||
      /^(?:the|and|but|for|with|that|this|when|after|before|their|his|her|its)$/u.test(word)
    )
      return false;
  }
  return false;
}

const BINDERS = [
  'by the time',
  'until after',
  'till after',
  'as soon as',
  'as long as',
  'the moment',
  'the minute',
  'the day',
  'the week',
  'in the wake of',
  'in the aftermath of',
  'in the run - up to',
  'in the run up to',
  'on the heels of',
  'on the eve of',
  'at the end of',
  'by the end of',
  'before the end of',
  'at the start of',
  'at the beginning of',
  'by the start of',
  'ahead of',
  'prior to',
  'in advance of',
  'in time for',
  'before',
  'until',
  'untill',
  'till',
  'once',
  'after',
  'when',
  'whenever',
  'while',
  'following',
  'upon',
  'pending',
  'during',
];
/** After these words an event is meant only where a noun for one is said: "by the election", "on polling day". */
const WEAK_BINDERS = wordSet('by on at in within throughout over for come from since between');
/** What "before" and the like stand with when no event is meant. */
const IDIOMS =
  /^(?:once (?:upon|more|again|in a while|and for all|or twice)|when (?:possible|necessary|needed|asked|appropriate)|before (?:my|your|our|his|her|their) (?:eyes|very eyes))/u;
const EMPTY = wordSet(
  ' now then long all that this it there last past previous ago earlier recently today yesterday noon a in upon and or',
);

/**
 * Whether a phrase ties its time to an event that has no date in it ("before the runoff", "once the treaty expires",
 * "within weeks of the vote", "on election day"). Its words are kept, no date is made up.
 */
export function namesEvent(tokens: Tokens): boolean {
  const at = skipAdverbs(tokens);
  const opening = tokens
    .slice(at, at + 4)
    .map((token) => token.word)
    .join(' ');
  if (IDIOMS.test(opening)) return false;
  for (const binder of BINDERS) {
    const next = afterWords(tokens, at, binder);
    if (next === null) continue;
    const isAlone =
      wordAt(tokens, next) === '' || (wordAt(tokens, next + 1) === '' && EMPTY.has(wordAt(tokens, next)));
    const isPast = /^(?:last|past|previous|ago|earlier)$/u.test(wordAt(tokens, next));
    return !isAlone && !isPast && !/^(?:all|long)$/u.test(wordAt(tokens, next));
  }
  return (
    hasLinkedEvent(tokens) ||
    isEventDay(tokens, at) ||
    (WEAK_BINDERS.has(wordAt(tokens, at)) && hasEventNoun(tokens, at + 1))
  );
}

/** "the eve of the election", "election night", "inauguration day", "polling day": short phrases that are one. */
function isEventDay(tokens: Tokens, from: number): boolean {
  const at = wordAt(tokens, from) === 'the' ? from + 1 : from;
  const isDay = /^(?:day|night|eve|week|morning)$/u.test(wordAt(tokens, at));
  if (isDay && wordAt(tokens, at + 1) === 'of') return hasEventNoun(tokens, at + 2);
  const isNoun = EVENT_NOUNS.has(wordAt(tokens, at)) || wordAt(tokens, at) === 'polling';
  return isNoun && /^(?:day|night|week|season)$/u.test(wordAt(tokens, at + 1));
}

function skipAdverbs(tokens: Tokens): number {
  let at = 0;
  while (
    /^(?:only|even|just|well|long|shortly|soon|sometime|immediately|right|but|not|probably|some|time|anytime|and|perhaps|maybe)$/u.test(
      wordAt(tokens, at),
    ) &&
    at < 4
  )
    at += 1;
  return at >= tokens.length ? 0 : at;
}

/** "two weeks after the election", "within months of taking office", "the day of the vote": a length of time and a link. */
function hasLinkedEvent(tokens: Tokens): boolean {
  for (let i = 1; i < Math.min(tokens.length - 1, 12); i += 1) {
    if (!/^(?:days?|weeks?|months?|years?|hours?|decades?|minutes?)$/u.test(wordAt(tokens, i))) continue;
    const link = wordAt(tokens, i + 1);
    const isLinked =
      /^(?:after|of|following|before|into|from|since)$/u.test(link) ||
      (link === 'ahead' && wordAt(tokens, i + 2) === 'of');
    const object = wordAt(tokens, i + 2);
    if (
      isLinked &&
      object !== '' &&
      !/^(?:now|today|age|experience|war|violence|which|course)$/u.test(object)
    )
      return true;
  }
  return false;
}

function hasEventNoun(tokens: Tokens, from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + 8); i += 1)
    if (EVENT_NOUNS.has(wordAt(tokens, i))) return true;
  return false;
}
