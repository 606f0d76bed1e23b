import type { Attribution } from './attribution.js';
import type { Token } from './nlp.js';
import { isGenitive, isPossessivePronoun, phraseAfter, phraseBefore, tailOf } from './noun-phrase.js';
import type { Phrase } from './noun-phrase.js';
import { attribution } from './report-place.js';
import type { Place } from './report-place.js';
import { standsAt } from './stands-at.js';
import { nameOf, properName, slice, speakerOf } from './speaker-name.js';
import type { Speaker } from './speaker-name.js';
import { canSpeak, isBodyNoun, isForecastNoun, isPersonNoun, looksLikePerson } from './who-speaks.js';

/** Reports without a verb of their own: "according to X", "in X's view", "X's forecast is", "a warning by X that", "in some circles". */
export function phraseAttribution(place: Place, i: number): Attribution | null {
  return (
    accordingTo(place, i) ??
    inViewOf(place, i) ??
    inView(place, i) ??
    ownedForecast(place, i) ??
    namedForecast(place, i) ??
    nominalReport(place, i) ??
    reportedIn(place, i) ??
    doneBy(place, i) ??
    standsAt(place, i) ??
    gapped(place, i)
  );
}

/** Who a phrase after a preposition names: with a person's name that follows its description. */
function speakerIn({ text, tokens, memory }: Place, phrase: Phrase): Speaker | null {
  const comma =
    tokens[phrase.to]?.lower === ',' || tokens[tailOf(tokens, phrase)]?.lower === ','
      ? tailOf(tokens, phrase) + 1
      : -1;
  const after = comma === -1 ? null : phraseAfter(tokens, comma);
  const isNamed =
    after !== null &&
    properName(text, tokens, phrase) === null &&
    looksLikePerson((properName(text, tokens, after) ?? '').split(' '), false);
  return speakerOf(text, tokens, { ...phrase, end: phrase.to, apposed: isNamed ? after : null }, memory);
}

/** "according to X". */
function accordingTo(place: Place, i: number): Attribution | null {
  const { tokens, text, memory } = place;
  if (tokens[i]?.lower !== 'according' || tokens[i + 1]?.lower !== 'to') return null;
  const phrase = phraseAfter(tokens, i + 2);
  if (phrase === null) return null;
  const owner = isPossessivePronoun(tokens[phrase.from])
    ? memory.resolvePronoun(tokens[phrase.from]?.lower ?? '')
    : null;
  const named =
    owner ??
    speakerIn(place, phrase)?.name ??
    (tokens[phrase.from]?.pos === 'PRON' && owner === null && !isPossessivePronoun(tokens[phrase.from])
      ? null
      : nameOf(text, tokens, phrase, memory));
  if (named === null) return null;
  const to = tailOf(tokens, phrase);
  return attribution(tokens, i, { name: named, bodyFrom: to, isTrailing: i > 1, covers: 'all', kind: 'say' });
}

const VIEW =
  /^(?:view|opinion|words|perspective|eyes|reading|assessment|judgment|judgement|telling|account|book|estimation|mind|reckoning|calculation|count|evaluation|figures|numbers|projections?|forecasts?|scenarios?|estimates?|models?|path|baseline|outlook|simulations?)$/u;

/** "in X's view", "from the US perspective", "on the UN's central path", "in the committee's projections". */
function inView(place: Place, i: number): Attribution | null {
  const { tokens, text, memory } = place;
  const token = tokens[i];
  if (token === undefined || !VIEW.test(token.lower)) return null;
  const phrase = phraseBefore(tokens, i + 1);
  if (phrase === null) return null;
  const preposition = tokens[phrase.from - 1]?.lower ?? '';
  if (!/^(?:in|from|on|by|under|to)$/u.test(preposition)) return null;
  const isFront = phrase.from <= 2 || tokens[phrase.from - 2]?.lower === ',';
  const at = {
    from: phrase.from,
    bodyFrom: i + 1,
    isTrailing: !isFront,
    covers: 'all' as const,
    kind: 'think' as const,
  };
  const first = tokens[phrase.from];
  if (/^(?:my|our)$/u.test(first?.lower ?? '')) return attribution(tokens, i, { name: null, ...at });
  const owner = ownerOf(place, phrase);
  if (owner !== null) return attribution(tokens, i, { name: owner.name, ...at });
  // "the US perspective", "FOMC participant projections": whose they are stands before the noun.
  if (/^an?$/u.test(first?.lower ?? '')) return null;
  if (/^(?:book|mind|words|eyes|account|telling|reading|figures|numbers)$/u.test(token.lower)) return null;
  const words = tokens.slice(phrase.from, i).filter((word) => word.lower !== 'the');
  const isOwned = words.some(
    (word) => word.pos === 'PROPN' || isPersonNoun(word.lower) || isBodyNoun(word.lower),
  );
  if (!isOwned || (preposition === 'to' && !isFront)) return null;
  const isForecast = isForecastNoun(token.lower);
  const name = isForecast
    ? slice(text, tokens, phrase.from, phrase.to)
    : words.map((word) => word.text).join(' ');
  return attribution(tokens, i, { name: memory.inFull(name), ...at });
}

/** "in the view of most economists", "in the words of X". */
function inViewOf(place: Place, i: number): Attribution | null {
  const { tokens } = place;
  if (
    !/^(?:view|opinion|words|eyes|judgment|judgement|estimation|reckoning|telling)$/u.test(
      tokens[i]?.lower ?? '',
    )
  )
    return null;
  if (
    tokens[i + 1]?.lower !== 'of' ||
    tokens[i - 1]?.lower !== 'the' ||
    !/^(?:in|to)$/u.test(tokens[i - 2]?.lower ?? '')
  )
    return null;
  const phrase = phraseAfter(tokens, i + 2);
  const speaker = phrase === null ? null : speakerIn(place, phrase);
  if (phrase === null || speaker === null) return null;
  return attribution(tokens, i, {
    name: speaker.name,
    from: i - 2,
    bodyFrom: tailOf(tokens, phrase),
    isTrailing: i > 4,
    covers: 'all',
    kind: 'think',
  });
}

/** The owner in a phrase: "the UN" of "the UN's central path", whoever "its" is. */
function ownerOf({ text, tokens, memory }: Place, phrase: Phrase): Speaker | null {
  const first = tokens[phrase.from];
  if (isPossessivePronoun(first)) {
    if (/^(?:my|our)$/u.test(first?.lower ?? '')) return { name: null };
    if (first?.lower === 'your') return null;
    const name = memory.resolvePronoun(first?.lower ?? '');
    return name === null ? null : { name };
  }
  for (let k = phrase.to - 1; k > phrase.from; k -= 1) {
    if (!isGenitive(tokens[k])) continue;
    // "Low's critics fear": it is the critics who do.
    if (
      tokens
        .slice(k + 1, phrase.to - 1)
        .some((word) => word.pos === 'NOUN' && (isPersonNoun(word.lower) || isBodyNoun(word.lower)))
    )
      return null;
    const owner = phraseBefore(tokens, k, phrase.from);
    const head = owner === null ? undefined : tokens[owner.head];
    if (owner === null || head === undefined || !canSpeak(head)) return null;
    return speakerOf(text, tokens, { ...owner, end: owner.to, apposed: null }, memory);
  }
  return null;
}

/** What belongs to a forecaster: "the Bank's current projection is for", "X's view is that", "its central estimate is". */
const OWNED =
  /^(?:projections?|forecasts?|estimates?|path|count|scenarios?|models?|simulations?|runs?|probability|odds|figures?|numbers?|outlook|baseline|interval|assessments?|evaluation|polls?|surveys?|analysis|predictions?|target|guidance|plans?|call|median|view|argument|claim|warning|position|answer|verdict|message|expectation|belief|fear|hope|conclusion|bet|guess|prophecy|promise|threat|vow|pledge|tool|scoring|modelling|modeling|line|reply|calculation|intention|aim|hunch|bulletin)$/u;

function ownedForecast(place: Place, i: number): Attribution | null {
  const { tokens } = place;
  const token = tokens[i];
  if (token === undefined || !OWNED.test(token.lower)) return null;
  const phrase = phraseBefore(tokens, i + 1);
  if (phrase === null || phrase.to !== i + 1) return null;
  // "believes X's claim": an object says nothing on its own account unless a clause follows.
  const end = tailAfterTime(tokens, i);
  if (!isFollowedByContent(tokens, end, tokens[phrase.from - 1])) return null;
  if (isRejected(tokens, end))
    return {
      ...attribution(tokens, i, {
        name: null,
        bodyFrom: i + 1,
        isTrailing: false,
        covers: 'after',
        kind: 'think',
      }),
    };
  const owner = ownerOf(place, phrase);
  return owner === null
    ? null
    : attribution(tokens, i, {
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

const REJECTION =
  /^(?:nonsense|wrong|silly|absurd|false|rubbish|fantasy|bluster|laughable|ridiculous|mistaken|misguided|overblown|implausible|far-fetched|unfounded|unconvincing|bunk|baseless|naive|delusional|fanciful|propaganda|exaggerated|untrue|dubious|foolish|hollow|empty|incredible|preposterous|ludicrous|groundless|wishful|bogus|unlikely|dead|outlandish|garbage|hogwash|hysterical)$/u;

/** "X's claim that Y will win is nonsense": the author denies it. */
export function isRejected(tokens: readonly Token[], at: number): boolean {
  for (let k = at; k < Math.min(tokens.length, at + 40); k += 1) {
    const token = tokens[k];
    if (token === undefined || token.lower === ';') return false;
    if (/^(?:is|are|was|were|seems|sounds|looks|strikes)$/u.test(token.lower))
      for (let j = k + 1; j < Math.min(tokens.length, k + 6); j += 1)
        if (REJECTION.test(tokens[j]?.lower ?? '')) return true;
  }
  return false;
}

/** "the median projection shows", "the official government prediction is 10%": a forecast without an owner speaks itself. */
function namedForecast({ text, tokens, memory }: Place, i: number): Attribution | null {
  const token = tokens[i];
  if (token === undefined || !isForecastNoun(token.lower) || token.pos === 'VERB') return null;
  const verb = tokens[tailAfterTime(tokens, i)];
  if (
    verb === undefined ||
    !/^(?:is|are|has|have|had|was|jumped|rose|fell|calls|called|stands|implies|runs|gives|gave)$/u.test(
      verb.lower,
    )
  )
    return null;
  const at = tokens.indexOf(verb);
  const content = tokens.slice(at + 1, at + 6);
  const isNumber = content.some((word) => word.pos === 'NUM' || word.lower === '%');
  const isClause = content[0]?.lower === 'that' || content[0]?.lower === 'for';
  if (!isNumber && !isClause) return null;
  const phrase = phraseBefore(tokens, i + 1);
  if (phrase === null || phrase.to - phrase.from < 3 || isPossessivePronoun(tokens[phrase.from])) return null;
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

/** "the median projection for year-end 2022": over what the forecast is for. */
function tailAfterTime(tokens: readonly Token[], i: number): number {
  let to = i + 1;
  for (let steps = 0; steps < 3; steps += 1) {
    if (tokens[to]?.pos !== 'ADP') break;
    const inner = phraseAfter(tokens, to + 1);
    if (inner === null) break;
    to = inner.to;
  }
  return to;
}

const NOMINAL =
  /^(?:warnings?|claims?|hopes?|fears?|predictions?|forecasts?|expectations?|promises?|threats?|vows?|pledges?|beliefs?|assertions?|reports?|messages?|rumou?rs?|talk|commentary|suggestions?|speculation|concerns?|worries|allegations?|declarations?|statements?|announcements?|assurances?|analyses|analysis|view|consensus|insistence|calculations?|prophecies|prophecy|estimates?)$/u;

/** "a warning by X that", "hopes in Ankara that", "fears among traders that". */
function nominalReport(place: Place, i: number): Attribution | null {
  const { tokens } = place;
  const token = tokens[i];
  if (
    token === undefined ||
    !NOMINAL.test(token.lower) ||
    (token.pos !== 'NOUN' && token.pos !== 'PROPN' && token.pos !== 'VERB')
  )
    return null;
  const link = tokens[i + 1];
  if (link === undefined || !/^(?:by|from|among|amongst|in|within|of)$/u.test(link.lower)) return null;
  const phrase = phraseAfter(tokens, i + 2);
  const head = phrase === null ? undefined : tokens[phrase.head];
  if (phrase === null || head === undefined || !canSpeak(head) || head.pos === 'PRON') return null;
  const to = tailOf(tokens, phrase);
  const next =
    /^[\u2014\u2013-]$/u.test(tokens[to]?.text ?? '') && tokens[to + 1]?.lower === 'that'
      ? tokens[to + 1]
      : tokens[to];
  const is = isThatAfter(tokens, to);
  if (
    is !== null &&
    /^(?:view|consensus|beliefs?|expectations?|fears?|hopes?|assumption)$/u.test(token.lower)
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

const SAID_TO_BE =
  /^(?:said|claimed|stated|reported|believed|thought|expected|rumoured|rumored|whispered|assumed|feared|hoped|argued|predicted|suggested|alleged|understood|accepted|agreed|taken)$/u;

/** "It is stated in diplomatic circles that", "it is feared in Brussels that". */
function reportedIn(place: Place, i: number): Attribution | null {
  const { tokens, text, memory } = place;
  const token = tokens[i];
  if (
    token === undefined ||
    !SAID_TO_BE.test(token.lower) ||
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

const DONE =
  /^(?:expected|forecast|forecasted|predicted|projected|seen|believed|thought|tipped|reckoned|feared|considered|regarded|estimated|promised|announced|planned|given|put|backed|priced|rated|judged|deemed|anticipated|foreseen)$/u;

/** "is expected by analysts to fall", "the death rate projected by the model". */
function doneBy(place: Place, i: number): Attribution | null {
  const { tokens } = place;
  const token = tokens[i];
  if (token === undefined || !DONE.test(token.lower) || (token.pos === 'NOUN' && !/ed$/u.test(token.lower)))
    return null;
  let by = i + 1;
  while (by < i + 5 && tokens[by]?.lower !== 'by' && /^(?:ADV|NUM|SYM|NOUN)$/u.test(tokens[by]?.pos ?? ''))
    by += 1;
  if (tokens[by]?.lower !== 'by') return null;
  const phrase = phraseAfter(tokens, by + 1);
  const head = phrase === null ? undefined : tokens[phrase.head];
  if (phrase === null || head === undefined || !canSpeak(head)) return null;
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

/** "The government said it would, and the parliament that it would not": the verb is left out the second time. */
function gapped(place: Place, i: number): Attribution | null {
  const { tokens } = place;
  if (
    !/^(?:and|but)$/u.test(tokens[i]?.lower ?? '') ||
    !tokens
      .slice(0, i)
      .some((token) =>
        /^(?:said|says|say|insists?|insisted|claims?|claimed|warned|thinks?|believes?)$/u.test(token.lower),
      )
  )
    return null;
  const phrase = phraseAfter(tokens, i + 1);
  const head = phrase === null ? undefined : tokens[phrase.head];
  if (
    phrase === null ||
    head === undefined ||
    tokens[phrase.to]?.lower !== 'that' ||
    !canSpeak(head) ||
    head.pos === 'PRON'
  )
    return null;
  const speaker = speakerIn(place, phrase);
  return speaker === null
    ? null
    : attribution(tokens, phrase.to, {
        name: speaker.name,
        from: phrase.from,
        bodyFrom: phrase.to + 1,
        isTrailing: false,
        covers: 'after',
        kind: 'say',
      });
}
