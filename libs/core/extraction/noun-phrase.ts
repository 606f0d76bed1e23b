import { remembered } from './remembered.js';
import { wordSet } from './word-set.js';
import { startsCapital } from '#core/text';
import type { Token } from './nlp.js';
import { isTitle } from './who-speaks.js';

/** A noun phrase without what follows its head: "a senior official" of "a senior official at the bank". */
export interface Phrase {
  /** Tokens `from` (inclusive) to `to` (exclusive). */
  readonly from: number;
  readonly to: number;
  /** Its last noun. */
  readonly head: number;
}

const POSSESSIVE = wordSet('his her their its my our your');
const INSIDE = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ', 'DET', 'SYM', 'X']);
const ENDING = new Set(['NOUN', 'PROPN', 'NUM', 'X', 'PRON', 'ADJ', 'DET']);
/** Determiners that stand alone for people or things. */
export const BARE = wordSet(
  'many most some few all both others other several none this that these those one two three four five latter former largest latest last first second third rest majority each another',
);
const MAX_LENGTH = 16;
const GENITIVES = wordSet("' \u2019 's \u2019s");
const JOINERS = wordSet('- \u2013 _ / & .');

export function isPossessivePronoun(token: Token | undefined): boolean {
  return token !== undefined && POSSESSIVE.has(token.lower);
}

export function isGenitive(token: Token | undefined): boolean {
  return token !== undefined && GENITIVES.has(token.text) && token.pos !== 'AUX';
}

/** Whether two tokens are written together: parts of one word ("Blomkvist-Rao", "Beancounter_2"). */
function isGlued(left: Token | undefined, right: Token | undefined): boolean {
  return left !== undefined && right !== undefined && left.end === right.start;
}

function isJoiner(token: Token | undefined): boolean {
  return token !== undefined && JOINERS.has(token.text);
}

/** The noun phrase that ends before token `to`, or null. */
export function phraseBefore(tokens: readonly Token[], to: number, floor = 0): Phrase | null {
  const last = tokens[to - 1];
  if (last === undefined || to <= floor) return null;
  const isGluedTail = isGlued(tokens[to - 2], last) && last.pos !== 'PUNCT';
  // "her group's runs": a noun, though the tagger says verb.
  const isOwnedNoun =
    last.pos === 'VERB' &&
    ((last.lower.endsWith('s') && isGenitive(tokens[to - 2])) ||
      (last.lower.endsWith('ing') && (tokens[to - 2]?.pos === 'DET' || isPossessivePronoun(tokens[to - 2]))));
  if (!ENDING.has(last.pos) && !isGluedTail && !isOwnedNoun) return null;
  if (last.pos === 'PRON' && !isPossessivePronoun(last)) return { from: to - 1, to, head: to - 1 };
  if (last.pos === 'DET' && !BARE.has(last.lower)) return null;
  let from = to - 1;
  while (from > floor && to - from < MAX_LENGTH && belongsBefore(tokens, from, floor)) from -= 1;
  while (from < to - 1 && (isJoiner(tokens[from]) || isThatBeforePlural(tokens, from, to))) from += 1;
  return { from: withQuantity(tokens, from, floor), to, head: to - 1 };
}

/** "more than three quarters", "at least one airline", "almost two thirds": where the amount begins. */
function withQuantity(tokens: readonly Token[], from: number, floor: number): number {
  if (tokens[from]?.pos !== 'NUM' && tokens[from]?.lower !== 'half' && tokens[from]?.lower !== 'a')
    return from;
  const before = tokens[from - 1]?.lower ?? '';
  const earlier = tokens[from - 2]?.lower ?? '';
  if (
    from - 2 >= floor &&
    ((before === 'than' && /^(?:more|less|fewer)$/u.test(earlier)) ||
      (before === 'least' && earlier === 'at'))
  )
    return from - 2;
  return from - 1 >= floor && /^(?:about|almost|nearly|roughly|over|around)$/u.test(before) ? from - 1 : from;
}

/** "means that people feel": no determiner, though the tagger says so. */
function isThatBeforePlural(tokens: readonly Token[], from: number, to: number): boolean {
  if (tokens[from]?.lower !== 'that') return false;
  if (tokens[from + 1]?.pos === 'PROPN' || isTitle(tokens[from + 1]?.text ?? '')) return true;
  return [tokens[from + 1], tokens[to - 1]].some(
    (token) => token?.pos === 'NOUN' && /(?:s|people)$/u.test(token.lower),
  );
}

/** "National Oceanic and Atmospheric Administration", "Moscow and Minsk": "and" between two names. */
function isNameAnd(tokens: readonly Token[], i: number): boolean {
  return (
    /^(?:and|&)$/u.test(tokens[i]?.lower ?? '') &&
    startsCapital(tokens[i - 1]?.text ?? '') &&
    tokens[i + 1]?.pos === 'PROPN' &&
    /^(?:PROPN|ADJ)$/u.test(tokens[i - 1]?.pos ?? '')
  );
}

/** Whether token `from - 1` is part of the phrase that begins at `from`. */
function belongsBefore(tokens: readonly Token[], from: number, floor: number): boolean {
  const token = tokens[from - 1];
  const right = tokens[from];
  if (token === undefined || right === undefined) return false;
  if (right.pos === 'PRON' && !isPossessivePronoun(right)) return false;
  // A determiner or "its" opens the phrase; only "all the", "some of the" and a genitive's owner may precede it.
  if (right.pos === 'DET' || isPossessivePronoun(right))
    return token.pos === 'DET' && /^(?:all|both|half|such)$/u.test(token.lower);
  if (INSIDE.has(token.pos))
    return !(token.pos === 'NOUN' && right.pos === 'PROPN' && isPlaceOfTime(token, right));
  if (isPossessivePronoun(token) || isGenitive(token) || isNameAnd(tokens, from - 1)) return true;
  if (isJoiner(token)) return isGlued(token, right) && isGlued(tokens[from - 2], token);
  if (isGlued(token, right) && token.pos !== 'PUNCT') return true;
  // "a well-placed source".
  if (token.pos === 'VERB' && tokens[from - 2]?.text === '-' && isGlued(tokens[from - 2], token)) return true;
  // "the newly appointed minister", "a very senior official".
  if (token.pos === 'ADV') return right.pos === 'ADJ' || (right.pos === 'VERB' && right.lower.endsWith('ed'));
  if (token.pos === 'VERB' && /(?:ed|ing|en)$/u.test(token.lower) && from - 1 > floor)
    return tokens[from - 2]?.pos === 'DET' && right.pos !== 'PRON';
  return false;
}

/** "last month forecast", "the week Germany votes": a time noun ends what stands before a name. */
function isPlaceOfTime(token: Token, right: Token): boolean {
  return /^(?:week|month|year|night|day)$/u.test(token.lower) && right.pos === 'PROPN';
}

/** The noun phrase that begins at token `from`, or null. */
export function phraseAfter(tokens: readonly Token[], from: number): Phrase | null {
  const first = tokens[from];
  if (first === undefined) return null;
  if (first.pos === 'PRON' && !isPossessivePronoun(first)) return { from, to: from + 1, head: from };
  let to = from;
  while (to < tokens.length && to - from < MAX_LENGTH && belongsAfter(tokens, to, from)) to += 1;
  while (to > from && (isJoiner(tokens[to - 1]) || tokens[to - 1]?.pos === 'ADV')) to -= 1;
  const last = tokens[to - 1];
  if (to === from || last === undefined || (last.pos === 'DET' && !BARE.has(last.lower))) return null;
  return { from, to, head: to - 1 };
}

function belongsAfter(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined) return false;
  if (isGenitive(token)) return at > from;
  // "a wave of commentary by officials warning of war".
  if (token.lower === 'warning' && /^(?:that|of)$/u.test(tokens[at + 1]?.lower ?? '')) return false;
  if (token.pos === 'CCONJ') return at > from && joinsWithin(tokens, at);
  if (token.pos === 'DET' || isPossessivePronoun(token))
    return at === from || before?.pos === 'DET' || before?.pos === 'CCONJ';
  if (INSIDE.has(token.pos) || (at > from && isNameAnd(tokens, at))) return true;
  if (isJoiner(token)) return isGlued(before, token) && isGlued(token, tokens[at + 1]);
  if (token.pos === 'ADV') return tokens[at + 1]?.pos === 'ADJ';
  return (
    at > from &&
    isGlued(before, token) &&
    token.pos !== 'PUNCT' &&
    token.pos !== 'PART' &&
    token.pos !== 'AUX'
  );
}

/** "current and former officials", "officials and experts": not "the bank and prices will". */
function joinsWithin(tokens: readonly Token[], at: number): boolean {
  const left = tokens[at - 1]?.pos;
  const right = tokens[at + 1];
  if (right === undefined || !/^(?:and|or|&)$/u.test(tokens[at]?.lower ?? '')) return false;
  if (left === 'ADJ') return right.pos === 'ADJ';
  if (left !== 'NOUN' && left !== 'PROPN') return false;
  let to = at + 1;
  while (to < at + 6 && /^(?:DET|ADJ|NOUN|PROPN)$/u.test(tokens[to]?.pos ?? '')) to += 1;
  const after = tokens[to];
  return (
    to > at + 1 &&
    /^(?:NOUN|PROPN)$/u.test(tokens[to - 1]?.pos ?? '') &&
    after?.pos !== 'AUX' &&
    after?.pos !== 'VERB'
  );
}

const LINK = wordSet('of at from for in with on by within inside behind close familiar to near across under');

/** Where a phrase ends when "of the bank", "at Skagen Brokers in Oslo", "polled by Reuters" are taken in. */
export function tailOf(tokens: readonly Token[], phrase: Phrase, limit = tokens.length, most = 4): number {
  let to = phrase.to;
  for (let steps = 0; steps < most; steps += 1) {
    const link = tokens[to];
    if (link === undefined) break;
    const isParticiple = link.pos === 'VERB' && link.lower.endsWith('ed') && tokens[to + 1]?.pos === 'ADP';
    const isLink = LINK.has(link.lower) && link.pos !== 'PART';
    if (!isParticiple && !isLink) break;
    let next = to + 1;
    while (next < to + 3 && tokens[next]?.pos === 'ADP') next += 1;
    const inner = phraseAfter(tokens, next);
    if (inner === null || isTimePhrase(tokens, inner) || isMedium(tokens, inner) || next >= limit) break;
    to = Math.min(inner.to, limit);
  }
  return to;
}

const TIME_NOUN =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|weeks?|months?|years?|days?|weekend|morning|afternoon|evening|night|today|yesterday|tomorrow|now|spring|summer|autumn|fall|winter|(?:19|20)\d\d|quarter|noon)\.?$/u;

/** "Thursday", "last week", "Jan. 10". */
export function isTimePhrase(tokens: readonly Token[], phrase: Phrase): boolean {
  for (let i = phrase.from; i < phrase.to; i += 1) if (isTimeNoun(tokens[i])) return true;
  return false;
}

export function isTimeNoun(token: Token | undefined): boolean {
  return token !== undefined && isTimeWord(token.lower);
}

const isTimeWord = remembered((lower: string): boolean => TIME_NOUN.test(lower));

const MEDIUM = wordSet(
  'note statement speech interview report letter advisory e-mail email tweet post blog paper briefing call conference memo filing article column podcast broadcast message release bulletin testimony remarks survey study book essay thread video newsletter document response reply private public turn hearing webinar lecture',
);

/** "in a note to clients", "in an interview": how something was said, not who said it. */
export function isMedium(tokens: readonly Token[], phrase: Phrase): boolean {
  return MEDIUM.has(tokens[phrase.head]?.lower ?? '');
}
