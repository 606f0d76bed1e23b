import { wordSet } from './word-set.js';
import type { Attribution } from './attribution.js';
import type { Token } from './nlp.js';
import { isPossessivePronoun, phraseBefore } from './noun-phrase.js';
import { attribution, isRejected, overPrepositions, ownerOf } from './phrase-place.js';
import type { Place } from './phrase-place.js';
import { remembered } from './remembered.js';
import { slice, speakerOf } from './speaker-name.js';
import { subjectBefore } from './subject-of.js';
import { isForecastNoun, isPersonNoun, singularOf } from './who-speaks.js';

/** What belongs to a forecaster: "the Bank's current projection is for", "X's view is that", "its central estimate is". */
const OWNED = wordSet(
  'projections projection forecasts forecast estimates estimate path count scenarios scenario models model simulations simulation runs run probability odds figures figure numbers number outlook baseline interval assessments assessment evaluation polls poll surveys survey analysis predictions prediction target guidance plans plan call median view argument claim warning position answer verdict message expectation belief fear hope conclusion bet guess prophecy promise threat vow pledge tool scoring modelling modeling line reply calculation intention aim hunch bulletin worry worries opinion concern instinct thinking assumption theory contention thesis timetable',
);

/** Whether a word can be the one that `ownedForecast`, `namedForecast` or `standsAt` is asked about. */
export const isForecastWord = remembered(
  (lower: string): boolean =>
    OWNED.has(lower) || isForecastNoun(lower) || DISAGREEING.has(lower) || STANDING.has(lower),
);

export function ownedForecast(place: Place, i: number): Attribution | null {
  const { tokens } = place;
  const token = tokens[i];
  if (token === undefined || !OWNED.has(token.lower)) return null;
  const phrase = phraseBefore(tokens, i + 1);
  if (phrase === null || phrase.to !== i + 1) return null;
  // "believes X's claim": an object says nothing on its own account unless a clause follows.
  const end = overPrepositions(tokens, i);
  if (!isFollowedByContent(tokens, end, tokens[phrase.from - 1])) return null;
  const owner = isRejected(tokens, end) ? { name: null } : ownerOf(place, phrase);
  if (owner === null) return null;
  return attribution(tokens, i, {
    name: owner.name,
    from: phrase.from,
    bodyFrom: i + 1,
    isTrailing: false,
    covers: 'after',
    kind: 'think',
  });
}

/** "is that", "is for", "is 5 percent", "has", "shows", "that", "to". */
function isFollowedByContent(tokens: readonly Token[], at: number, before: Token | undefined): boolean {
  if (tokens[at]?.pos === 'ADV') return isFollowedByContent(tokens, at + 1, before);
  const close =
    tokens[at]?.lower === ','
      ? tokens.findIndex((token, k) => k > at && k < at + 24 && token.lower === ',')
      : -1;
  const next = tokens[close === -1 ? at : close + 1];
  if (next === undefined) return false;
  if (next.lower === 'that' || next.lower === ':') return true;
  if (next.lower === 'of')
    return /^(?:warning|threat|promise|fear|hope|prediction|forecast|expectation|prophecy|claim)s?$/u.test(
      tokens[at - 1]?.lower ?? '',
    );
  const isSubject = before === undefined || /^(?:PUNCT|CCONJ|SCONJ|ADV|SYM)$/u.test(before.pos);
  const verb = close === -1 ? at : close + 1;
  const says = tokens
    .slice(verb + 1, verb + 10)
    .some((word) => word.pos === 'NUM' || /^(?:that|for|to|:|%)$/u.test(word.lower));
  if (!isSubject || !says) return false;
  return (
    (next.pos === 'VERB' || next.pos === 'AUX') &&
    !/^(?:will|would|may|might|could|can|should|must|shall|'ll)$/u.test(next.lower)
  );
}

/** "the median projection shows", "the official government prediction is 10%": a forecast without an owner speaks itself. */
export function namedForecast({ text, tokens, memory }: Place, i: number): Attribution | null {
  const token = tokens[i];
  if (token === undefined || !isForecastNoun(token.lower) || token.pos === 'VERB') return null;
  const end = overPrepositions(tokens, i);
  const moved = movedTo(tokens, i, end);
  const at = moved ?? end;
  const verb = tokens[at];
  if (
    verb === undefined ||
    (moved === null &&
      !/^(?:is|are|has|have|had|was|jumped|rose|fell|calls|called|stands|implies|runs|gives|gave)$/u.test(
        verb.lower,
      ))
  )
    return null;
  const content = tokens.slice(at + 1, at + 6);
  const isNumber = content.some((word) => word.pos === 'NUM' || word.lower === '%');
  const isClause = content[0]?.lower === 'that' || content[0]?.lower === 'for';
  if (!isNumber && !isClause) return null;
  const phrase = phraseBefore(tokens, i + 1);
  if (
    phrase === null ||
    (phrase.to - phrase.from < 3 && moved === null) ||
    isPossessivePronoun(tokens[phrase.from])
  )
    return null;
  const before = tokens[phrase.from - 1];
  if (before !== undefined && !/^(?:PUNCT|CCONJ|SCONJ)$/u.test(before.pos) && before.pos !== 'ADV')
    return null;
  const name = memory.inFull(slice(text, tokens, phrase.from, phrase.to));
  return attribution(tokens, at, {
    name,
    from: phrase.from,
    bodyFrom: at + 1,
    isTrailing: false,
    covers: 'after',
    kind: 'show',
  });
}

/** "the consensus has crept up to 30": the verb of a forecast that moves to a number; null where it does not. */
function movedTo(tokens: readonly Token[], noun: number, end: number): number | null {
  if (
    !/^(?:consensus|median|projection|forecast|estimate|odds|prediction|probability)s?$/u.test(
      tokens[noun]?.lower ?? '',
    )
  )
    return null;
  const verb = /^(?:has|have|had)$/u.test(tokens[end]?.lower ?? '') ? end + 1 : end;
  if (tokens[verb]?.pos !== 'VERB') return null;
  const to = tokens.slice(verb + 1, verb + 4).findIndex((word) => /^(?:to|at|from)$/u.test(word.lower));
  return to !== -1 && tokens.slice(verb + to + 2, verb + to + 4).some((word) => word.pos === 'NUM')
    ? verb
    : null;
}

/** "Manifold is only at 36%", "bookmakers are less bullish", "she is sure that": a number or a stance for a verb. */
export function standsAt(place: Place, i: number): Attribution | null {
  const { tokens, text, memory } = place;
  const stand = standOf(tokens, i);
  const subject = stand === null ? null : subjectBefore(tokens, i);
  const head = subject === null ? undefined : tokens[subject.head];
  if (stand === null || subject === null || head === undefined) return null;
  const speaker = speakerOf(text, tokens, subject, memory);
  if (speaker === null || (stand === 'sure' ? head.lower === 'it' : speaker.name === null)) return null;
  if (stand !== 'sure' && !mayStand(place, stand, head, speaker.name ?? '')) return null;
  return attribution(tokens, i, {
    name: speaker.name,
    from: subject.from,
    bodyFrom: i + 1,
    isTrailing: false,
    covers: 'after',
    kind: stand === 'sure' ? 'think' : 'number',
  });
}

const DISAGREEING = wordSet('do does did disagrees disagree agrees agree differs differ');
const STANDING = wordSet('is are was were stands stand remains remain sits sit');

type Stand = 'number' | 'stance' | 'list' | 'sure';

/** How somebody stands to a forecast at verb `i`: at a number, bullish, with a list after a colon, convinced of a clause. */
function standOf(tokens: readonly Token[], i: number): Stand | null {
  const verb = tokens[i]?.lower ?? '';
  if (DISAGREEING.has(verb)) return tokens[i + 1]?.lower === ':' ? 'list' : null;
  if (!STANDING.has(verb)) return null;
  if (isConviction(tokens, i)) return 'sure';
  for (let k = i + 1; k < i + 5; k += 1)
    if (tokens[k]?.lower === 'at' && /^\d/u.test(tokens[k + 1]?.text ?? '') && isPercent(tokens[k + 2]))
      return 'number';
  return tokens.slice(i + 1, i + 6).some((word) => STANCE.has(word.lower)) ? 'stance' : null;
}

const FORECASTER =
  /^(?:bookmaker|bookie|market|site|trader|forecaster|punter|exchange|street|layer|analyst|economist|expert)s?$/u;

/** Whether it is somebody who forecasts: a site, a market, a crowd of people; not a party "at 36%". */
function mayStand({ memory }: Place, stand: Stand, head: Token, name: string): boolean {
  // "Manifold is at 36%. Futuur is at 47%.": one after the other.
  const isNext =
    stand === 'number' &&
    head.pos === 'PROPN' &&
    memory.referentOf(name) === 'body' &&
    memory.follows('stand');
  const isForecaster =
    isNext || memory.isForecaster(name) || isForecastNoun(head.lower) || FORECASTER.test(head.lower);
  if (isForecaster && stand === 'number') memory.noteKind('stand');
  if (isForecaster) return true;
  if (stand === 'list') return memory.hasSpoken(name);
  return stand === 'stance' && singularOf(head.lower) !== head.lower && isPersonNoun(head.lower);
}

const CONVICTION = wordSet(
  'sure certain confident convinced adamant hopeful optimistic pessimistic worried afraid doubtful sceptical skeptical clear positive fearful concerned resigned blunt gloomy cautious emphatic frank definite bullish bearish upbeat',
);

/** "is confident that", "was sure they would": a conviction with what it is about. */
function isConviction(tokens: readonly Token[], i: number): boolean {
  let k = i + 1;
  while (
    k < i + 4 &&
    (/^(?:ADV|DET)$/u.test(tokens[k]?.pos ?? '') || /^(?:more|less|most)$/u.test(tokens[k]?.lower ?? ''))
  )
    k += 1;
  if (!CONVICTION.has(tokens[k]?.lower ?? '')) return false;
  const next = tokens[k + 1];
  return (
    next !== undefined &&
    (next.lower === 'that' || next.lower === ':' || /^(?:PRON|DET|PROPN)$/u.test(next.pos))
  );
}

const STANCE = wordSet('bullish bearish optimistic pessimistic upbeat gloomy gloomier sanguine');

function isPercent(token: Token | undefined): boolean {
  return token !== undefined && /^(?:%|percent|per)$/u.test(token.lower);
}
