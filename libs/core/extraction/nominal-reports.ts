import { wordSet } from './word-set.js';
import type { Attribution } from './attribution.js';
import type { Token } from './nlp.js';
import { phraseAfter, tailOf } from './noun-phrase.js';
import { attribution, isRejected, speakerIn } from './phrase-place.js';
import type { Place } from './phrase-place.js';
import { remembered } from './remembered.js';
import { nameOf } from './speaker-name.js';
import { canSayAnything, canSpeak } from './who-speaks.js';

const NOMINAL = wordSet(
  'warnings warning claims claim hopes hope fears fear predictions prediction forecasts forecast expectations expectation promises promise threats threat vows vow pledges pledge beliefs belief assertions assertion reports report messages message rumours rumour rumors rumor talk commentary suggestions suggestion speculation concerns concern worries allegations allegation declarations declaration statements statement announcements announcement assurances assurance analyses analysis view consensus insistence calculations calculation prophecies prophecy estimates estimate opinion word gossip chatter thinking feeling betting assumption worry',
);

/** Whether a word can be the one that the functions below are asked about. */
export const isNominalReportWord = remembered(
  (lower: string): boolean =>
    NOMINAL.has(lower) || SAID_TO_BE.has(lower) || DONE.has(lower) || JOINING.has(lower),
);

/** "a warning by X that", "hopes in Ankara that", "fears among traders that". */
export function nominalReport(place: Place, i: number): Attribution | null {
  const { tokens } = place;
  const token = tokens[i];
  if (
    token === undefined ||
    !NOMINAL.has(token.lower) ||
    (token.pos !== 'NOUN' && token.pos !== 'PROPN' && token.pos !== 'VERB')
  )
    return null;
  const link = tokens[i + 1];
  if (link === undefined || !/^(?:by|from|among|amongst|in|within|of)$/u.test(link.lower)) return null;
  const phrase = phraseAfter(tokens, i + 2);
  const head = phrase === null ? undefined : tokens[phrase.head];
  if (phrase === null || head === undefined || !canSayAnything(head) || head.pos === 'PRON') return null;
  const to = tailOf(tokens, phrase);
  const next =
    /^[\u2014\u2013-]$/u.test(tokens[to]?.text ?? '') && tokens[to + 1]?.lower === 'that'
      ? tokens[to + 1]
      : tokens[to];
  const is = isThatAfter(tokens, to);
  if (
    is !== null &&
    /^(?:view|opinion|word|gossip|chatter|talk|thinking|feeling|betting|worry|consensus|beliefs?|expectations?|fears?|hopes?|assumption)$/u.test(
      token.lower,
    )
  ) {
    const speaker = speakerIn(place, phrase);
    return speaker === null
      ? null
      : attribution(tokens, i, {
          name: speaker.name,
          bodyFrom: is + 1,
          isTrailing: false,
          covers: 'after',
          kind: 'think',
        });
  }
  if (
    next === undefined ||
    !(
      next.lower === 'that' ||
      next.lower === 'of' ||
      /^(?:warning|predicting|saying|suggesting|forecasting|about)$/u.test(next.lower)
    )
  )
    return null;
  if (isRejected(tokens, to)) return null;
  const speaker = speakerIn(place, phrase);
  return speaker === null
    ? null
    : attribution(tokens, i, {
        name: speaker.name,
        bodyFrom: next.lower === 'that' ? to + 1 : to,
        isTrailing: false,
        covers: 'after',
        kind: 'say',
      });
}

/** "... among the brokers I speak to is that": where the clause begins. */
function isThatAfter(tokens: readonly Token[], from: number): number | null {
  for (let i = from; i < Math.min(tokens.length - 1, from + 8); i += 1)
    if (/^(?:is|was|remains)$/u.test(tokens[i]?.lower ?? '') && tokens[i + 1]?.lower === 'that') return i + 1;
  return null;
}

const SAID_TO_BE = wordSet(
  'said claimed stated reported believed thought expected rumoured rumored whispered assumed feared hoped argued predicted suggested alleged understood accepted agreed taken',
);

/** "It is stated in diplomatic circles that", "it is feared in Brussels that". */
export function reportedIn(place: Place, i: number): Attribution | null {
  const { tokens, text, memory } = place;
  const token = tokens[i];
  if (
    token === undefined ||
    !SAID_TO_BE.has(token.lower) ||
    !/^(?:is|was|being|been|widely|now|often)$/u.test(tokens[i - 1]?.lower ?? '')
  )
    return null;
  const link = tokens[i + 1];
  // "It is reported that": nobody is named, and whoever spoke before is not meant.
  const isImpersonal = tokens.slice(Math.max(0, i - 4), i).some((word) => word.lower === 'it');
  if (link?.lower === 'that' && isImpersonal)
    return attribution(tokens, i, {
      name: null,
      bodyFrom: i + 2,
      isTrailing: false,
      covers: 'after',
      kind: 'say',
    });
  if (link === undefined || !/^(?:in|among|amongst|within|inside)$/u.test(link.lower)) return null;
  const phrase = phraseAfter(tokens, i + 2);
  if (phrase === null || tokens[tailOf(tokens, phrase)]?.lower !== 'that') return null;
  const to = tailOf(tokens, phrase);
  return attribution(tokens, i, {
    name: nameOf(text, tokens, phrase, memory),
    bodyFrom: to + 1,
    isTrailing: false,
    covers: 'after',
    kind: 'say',
  });
}

const DONE = wordSet(
  'expected forecast forecasted predicted projected seen believed thought tipped reckoned feared considered regarded estimated promised announced planned told warned assured informed advised given put backed priced rated judged deemed anticipated foreseen',
);

/** "is expected by analysts to fall", "the death rate projected by the model". */
export function doneBy(place: Place, i: number): Attribution | null {
  const { tokens } = place;
  const token = tokens[i];
  if (token === undefined || !DONE.has(token.lower) || (token.pos === 'NOUN' && !token.lower.endsWith('ed')))
    return null;
  // "the law, promised by three governments, will": what is said of the law is no report of theirs.
  const isStated =
    /^(?:expected|forecast|forecasted|predicted|projected|estimated|feared|tipped|anticipated|foreseen)$/u.test(
      token.lower,
    );
  const isPassive = tokens
    .slice(Math.max(0, i - 3), i)
    .some((word) => /^(?:am|is|are|was|were|be|been|being|'s)$/u.test(word.lower));
  if (!isStated && !isPassive) return null;
  let by = i + 1;
  while (by < i + 5 && tokens[by]?.lower !== 'by' && /^(?:ADV|NUM|SYM|NOUN)$/u.test(tokens[by]?.pos ?? ''))
    by += 1;
  // "a memo seen by the Post": read, not foreseen.
  if (
    tokens[by]?.lower !== 'by' ||
    (token.lower === 'seen' && !tokens.slice(by, by + 8).some((word) => word.lower === 'as'))
  )
    return null;
  const phrase = phraseAfter(tokens, by + 1);
  const head = phrase === null ? undefined : tokens[phrase.head];
  const isTold = /^(?:told|warned|assured|informed|advised)$/u.test(token.lower);
  if (phrase === null || head === undefined || !(isTold ? canSayAnything(head) : canSpeak(head))) return null;
  const speaker = speakerIn(place, phrase);
  if (speaker === null) return null;
  return attribution(tokens, i, {
    name: speaker.name,
    bodyFrom: tailOf(tokens, phrase),
    isTrailing: false,
    covers: 'all',
    kind: 'think',
  });
}

const JOINING = wordSet('and but ;');
const SAID_BEFORE = wordSet(
  'said says say insist insists insisted claim claims claimed warned think thinks believe believes expect expects expected',
);

/** "The government said it would, and the parliament that it would not": the verb is left out the second time. */
export function gapped(place: Place, i: number): Attribution | null {
  const { tokens } = place;
  if (
    !JOINING.has(tokens[i]?.lower ?? '') ||
    !tokens.slice(0, i).some((token) => SAID_BEFORE.has(token.lower))
  )
    return null;
  const phrase = phraseAfter(tokens, i + 1);
  const head = phrase === null ? undefined : tokens[phrase.head];
  // "...; the parliament, that it would not".
  const that = tokens[phrase?.to ?? i]?.lower === ',' ? (phrase?.to ?? i) + 1 : (phrase?.to ?? i);
  if (
    phrase === null ||
    head === undefined ||
    tokens[that]?.lower !== 'that' ||
    !canSpeak(head) ||
    head.pos === 'PRON'
  )
    return null;
  const speaker = speakerIn(place, phrase);
  return speaker === null
    ? null
    : attribution(tokens, that, {
        name: speaker.name,
        from: phrase.from,
        bodyFrom: that + 1,
        isTrailing: false,
        covers: 'after',
        kind: 'say',
      });
}
