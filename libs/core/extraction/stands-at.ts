import type { Attribution } from './attribution.js';
import type { Token } from './nlp.js';
import { speakerOf } from './speaker-name.js';
import { subjectBefore } from './subject-of.js';
import { isForecastNoun, isPersonNoun, singularOf } from './who-speaks.js';

import { attribution } from './report-place.js';
import type { Place } from './report-place.js';

/** "Manifold is only at 36%", "bookmakers are less sure": a number or a stance of somebody who forecasts. */
export function standsAt(place: Place, i: number): Attribution | null {
  const { tokens, text, memory } = place;
  const token = tokens[i];
  if (
    token === undefined ||
    !/^(?:is|are|was|were|stands?|remains?|sits?|do|does|did|disagrees?|agrees?|differs?)$/u.test(token.lower)
  )
    return null;
  const isAtNumber = tokens
    .slice(i + 1, i + 5)
    .some(
      (word, k) =>
        word.lower === 'at' && /^\d/u.test(tokens[i + k + 2]?.text ?? '') && isPercent(tokens[i + k + 3]),
    );
  const isStance = tokens.slice(i + 1, i + 6).some((word) => STANCE.test(word.lower));
  const isListed =
    /^(?:do|does|did|disagrees?|agrees?|differs?)$/u.test(token.lower) && tokens[i + 1]?.lower === ':';
  if (!isAtNumber && !isStance && !isListed) return null;
  const subject = subjectBefore(tokens, i);
  const head = subject === null ? undefined : tokens[subject.head];
  if (subject === null || head === undefined) return null;
  const speaker = speakerOf(text, tokens, subject, memory);
  if (speaker === null || speaker.name === null) return null;
  // "Manifold is at 36%. Futuur is at 47%.": one after the other.
  const isNext =
    isAtNumber &&
    head.pos === 'PROPN' &&
    memory.referentOf(speaker.name) === 'body' &&
    memory.follows('stand');
  const isForecaster =
    isNext ||
    memory.isForecaster(speaker.name) ||
    isForecastNoun(head.lower) ||
    /^(?:bookmaker|bookie|market|site|trader|forecaster|punter|exchange|street|layer|analyst|economist|expert)s?$/u.test(
      head.lower,
    );
  if (isForecaster && isAtNumber) memory.noteKind('stand');
  if (
    !isForecaster &&
    !(isListed && memory.hasSpoken(speaker.name)) &&
    !(isStance && singularOf(head.lower) !== head.lower && isPersonNoun(head.lower))
  )
    return null;
  return attribution(tokens, i, {
    name: speaker.name,
    from: subject.from,
    bodyFrom: i + 1,
    isTrailing: false,
    covers: 'after',
    kind: 'number',
  });
}

const STANCE = /^(?:bullish|bearish|optimistic|pessimistic|upbeat|gloomy|gloomier|sanguine)$/u;

function isPercent(token: Token | undefined): boolean {
  return token !== undefined && /^(?:%|percent|per)$/u.test(token.lower);
}
