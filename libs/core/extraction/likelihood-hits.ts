import { chanceHits } from './chance-nouns.js';
import { DETERMINERS } from './degree-words.js';
import { deniedReading, oppositeReading, isStep } from './likelihood-bands.js';
import type { Reading } from './likelihood-bands.js';
import type { Hit } from './likelihood-hit.js';
import type { Word } from './likelihood-words.js';
import { LEXICON } from './lexicon.js';
import { denyingExpecter, denyingSubject, negatorBefore } from './negation.js';
import { indexPhrases, matchPhrases } from './phrase-matcher.js';
import { scaleHits } from './scale-words.js';

const INDEX = indexPhrases(LEXICON);

/** Words of likelihood in order, the longest where several overlap, each with the denial before it taken in. */
export function findHits(words: readonly Word[]): Hit[] {
  const hits = [...lexiconHits(words), ...scaleHits(words), ...chanceHits(words)].map((hit) =>
    deny(words, hit),
  );
  return longestOnly(hits).filter((hit) => !isAsked(words, hit));
}

function lexiconHits(words: readonly Word[]): Hit[] {
  return matchPhrases(INDEX, words)
    .filter(({ entry, from, to }) => {
      if (entry.isAlone === true) return from === 0 && to === words.length;
      if (entry.isVerb === true && isDetermined(words, from)) return false;
      return !isOtherWord(words, from, to);
    })
    .map(({ entry, from, to }) => {
      const { reading, denied, isWeak, isFrame, isModal } = entry;
      return { from, to, reading, denied, isWeak, isFrame, isModal };
    });
}

const PRONOUNS = new Set('it he she that there this what who here'.split(' '));

/** After an article or a possessive; "it's" is "it is". */
function isDetermined(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.word ?? '';
  return DETERMINERS.has(before) && !(before === 's' && PRONOUNS.has(words[at - 2]?.word ?? ''));
}

const NOUN_OF_WILL = new Set(
  'the its his her their our my your political free good popular national strong public collective iron against of ill own s no'.split(
    ' ',
  ),
);
const NOUN_OF_MIGHT = new Set(
  'the its his her their our military economic naval full s of with industrial'.split(' '),
);
const NOUN_OF_CAN = new Set('a the tin beer petrol oil'.split(' '));
const BEFORE_MAY = new Set(
  'in by of since until till before after from to this next last late early mid every during through for around'.split(
    ' ',
  ),
);

/** "The goal is to": what somebody aims at, not what is to be. */
const BEFORE_AIM = new Set(
  'goal aim objective task plan purpose challenge it this that what point idea job way strategy step key solution trick mission intention wish policy choice option alternative question'.split(
    ' ',
  ),
);

/** "Political will", "its might", "in May", "would-be": words that only look like the modal. */
function isOtherWord(words: readonly Word[], from: number, to: number): boolean {
  const word = words[from];
  const before = words[from - 1]?.word ?? '';
  const after = words[to];
  if (word === undefined) return false;
  switch (word.word) {
    case 'will':
      // "Its will" is a noun, "it'll" and "the US will" are not; a contraction has no blank before it.
      return NOUN_OF_WILL.has(before) && words[from - 1]?.end !== word.start;
    case 'might':
      return NOUN_OF_MIGHT.has(before);
    case 'can':
      return NOUN_OF_CAN.has(before) || after?.gap === 'hyphen';
    case 'may':
      return (
        BEFORE_MAY.has(before) ||
        /^\d+$/u.test(before) ||
        /^\d+$/u.test(after?.word ?? '') ||
        isName(words, from)
      );
    case 'would':
      return after?.gap === 'hyphen';
    case 'is':
    case 'are':
      return words[to - 1]?.word === 'to' && BEFORE_AIM.has(before);
    case 'bet':
    case 'bets':
      return before === 'best';
    default:
      return false;
  }
}

/** "Theresa May said": a capital in the middle of a sentence of small letters. */
function isName(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word?.isCapital === true && at > 0 && word.gap !== 'stop' && words[at + 1]?.isCapital === false;
}

function deny(words: readonly Word[], hit: Hit): Hit {
  if (hit.denied === null) return isVerb(hit) ? denySubject(words, hit) : hit;
  const nobody = hit.isFrame === true ? denyingExpecter(words, hit.from) : null;
  const negator = nobody === null ? negatorBefore(words, hit.from) : null;
  if (negator === null) return denySubject(words, hit);
  if (negator.isFocus) return { ...hit, isWeak: true };
  if (negator.isConcession) return { ...hit, from: negator.from, reading: 'nothing' };
  return {
    ...hit,
    from: negator.from,
    reading: denied(hit, negator.isStrong),
    isWeak: false,
  };
}

function denied(hit: Hit, isStrong: boolean): Reading {
  return hit.denied ?? deniedReading(hit.reading, isStrong);
}

function isVerb(hit: Hit): boolean {
  return hit.reading === 'will' || hit.isModal === true;
}

/** "Nobody is likely to", "no deal will be": the subject takes the denial, the words stay where they are. */
function denySubject(words: readonly Word[], hit: Hit): Hit {
  if (hit.isFrame === true) {
    const nobody = denyingExpecter(words, hit.from);
    if (nobody === null) return hit;
    return { ...hit, from: nobody.from, reading: denied(hit, !nobody.isFew), isWeak: false };
  }
  if (!isVerb(hit) && !isStep(hit.reading)) return hit;
  const from = denyingSubject(words, hit.from);
  if (from === null) return hit;
  const reading = isVerb(hit) && !isStep(hit.reading) ? oppositeReading(hit.reading) : denied(hit, false);
  return { ...hit, from, reading };
}

const ASKERS = new Set(
  'wonder wonders wondered wondering ask asks asked asking unclear unsure sure certain clear know knows known see tell decide decided debate knowing telling saying'.split(
    ' ',
  ),
);

/** "Whether they will", "I wonder if they might": asked, not said. A comma ends what is asked. */
function isAsked(words: readonly Word[], hit: Hit): boolean {
  const isAskable =
    isVerb(hit) ||
    hit.reading === 'willNot' ||
    hit.reading === 'possiblyNot' ||
    hit.reading === 'wellPossiblyNot';
  for (let i = hit.from - 1; i >= 0 && i >= hit.from - 14; i -= 1) {
    const gap = words[i + 1]?.gap;
    if (gap === 'stop' || gap === 'comma') return false;
    const word = words[i]?.word;
    if (word === 'whether') return isAskable || i >= hit.from - 8;
    if (word === 'if' && ASKERS.has(words[i - 1]?.word ?? '')) return isAskable;
  }
  return false;
}

function weightOf(hit: Hit): number {
  return isStep(hit.reading) ? 2 : hit.reading === 'will' || hit.reading === 'willNot' ? 0 : 1;
}

function longestOnly(hits: readonly Hit[]): Hit[] {
  const sorted = [...hits].sort(
    (a, b) =>
      Number(a.isWeak === true) - Number(b.isWeak === true) ||
      b.to - b.from - (a.to - a.from) ||
      weightOf(b) - weightOf(a) ||
      a.from - b.from,
  );
  const kept: Hit[] = [];
  const taken = new Set<number>();
  for (const hit of sorted) {
    let isFree = true;
    for (let i = hit.from; i < hit.to; i += 1) if (taken.has(i)) isFree = false;
    if (!isFree) continue;
    for (let i = hit.from; i < hit.to; i += 1) taken.add(i);
    kept.push(hit);
  }
  return kept.sort((a, b) => a.from - b.from);
}
