import { wordSet } from './word-set.js';
import type { Attribution } from './attribution.js';
import { isForecastWord, namedForecast, ownedForecast, standsAt } from './forecast-phrases.js';
import { isLightReportWord, lightReport } from './light-reports.js';
import type { Token } from './nlp.js';
import { doneBy, gapped, isNominalReportWord, nominalReport, reportedIn } from './nominal-reports.js';
import { isPossessivePronoun, phraseAfter, phraseBefore, tailOf } from './noun-phrase.js';
import type { Phrase } from './noun-phrase.js';
import { attribution, ownerOf, speakerIn } from './phrase-place.js';
import type { Place } from './phrase-place.js';
import { remembered } from './remembered.js';
import { nameOf, slice } from './speaker-name.js';
import { canSayAnything, isBodyNoun, isForecastNoun, isPersonNoun } from './who-speaks.js';

/** Reports without a verb of their own: "according to X", "in X's view", "X's forecast is", "a warning by X that", "in some circles". */
export function phraseAttribution(place: Place, i: number): Attribution | null {
  if (!isReportWord(place.tokens[i]?.lower ?? '')) return null;
  return (
    accordingTo(place, i) ??
    verdictOf(place, i) ??
    inViewOf(place, i) ??
    inView(place, i) ??
    believed(place, i) ??
    commonTalk(place, i) ??
    lightReport(place, i) ??
    ownedForecast(place, i) ??
    namedForecast(place, i) ??
    nominalReport(place, i) ??
    reportedIn(place, i) ??
    doneBy(place, i) ??
    standsAt(place, i) ??
    gapped(place, i)
  );
}

/** Whether a word can be the one that any of these reports is found by. */
const isReportWord = remembered(
  (lower: string): boolean =>
    lower === 'according' ||
    VERDICT.has(lower) ||
    VIEW.has(lower) ||
    HEARD.has(lower) ||
    TALK.has(lower) ||
    isLightReportWord(lower) ||
    isForecastWord(lower) ||
    isNominalReportWord(lower),
);

/** "according to X". */
function accordingTo(place: Place, i: number): Attribution | null {
  const { tokens, text, memory } = place;
  if (tokens[i]?.lower !== 'according' || tokens[i + 1]?.lower !== 'to') return null;
  const phrase = phraseAfter(tokens, i + 2) ?? gerund(tokens, i + 2);
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

/** "according to modelling by the institute": a noun, though the tagger says verb. */
function gerund(tokens: readonly Token[], i: number): Phrase | null {
  return (tokens[i]?.lower ?? '').endsWith('ing') ? { from: i, to: i + 1, head: i } : null;
}

const VERDICT = wordSet(
  'verdict view prediction judgment judgement conclusion warning assessment words forecast opinion hope fear',
);

/** '"...". That was the verdict of Ada Low.': the sentence after a quotation says whose it is. */
function verdictOf(place: Place, i: number): Attribution | null {
  const { tokens } = place;
  if (!VERDICT.has(tokens[i]?.lower ?? '')) return null;
  if (
    tokens[i + 1]?.lower !== 'of' ||
    i > 5 ||
    !/^(?:that|this|such|those|so)$/u.test(tokens[0]?.lower ?? '') ||
    !tokens.slice(0, i).some((token) => token.pos === 'AUX')
  )
    return null;
  const phrase = phraseAfter(tokens, i + 2);
  const speaker = phrase === null ? null : speakerIn(place, phrase);
  if (phrase === null || speaker === null) return null;
  return attribution(tokens, i, {
    name: speaker.name,
    from: 0,
    bodyFrom: tailOf(tokens, phrase),
    isTrailing: true,
    covers: 'before',
    kind: 'say',
  });
}

const HEARD = wordSet('believe trust hear heed');

/** "If you believe the growers, ...", "to hear the growers tell it, ...": what follows is theirs. */
function believed(place: Place, i: number): Attribution | null {
  const { tokens } = place;
  const verb = tokens[i]?.lower ?? '';
  if (!HEARD.has(verb) || i > 8) return null;
  const lead = tokens.slice(Math.max(0, i - 6), i).map((token) => token.lower);
  const phrase = phraseAfter(tokens, i + 1);
  const head = phrase === null ? undefined : tokens[phrase.head];
  if (phrase === null || head === undefined || !canSayAnything(head)) return null;
  const to = tailOf(tokens, phrase);
  const isIf =
    lead.includes('if') && /^(?:you|we|one|to)$/u.test(lead.at(-1) ?? '') && tokens[to]?.lower === ',';
  const isTold = lead.at(-1) === 'to' && /^(?:tell|talk|describe)$/u.test(tokens[phrase.to]?.lower ?? '');
  const speaker = isIf || isTold ? speakerIn(place, phrase) : null;
  return speaker === null
    ? null
    : attribution(tokens, i, {
        name: speaker.name,
        bodyFrom: to,
        isTrailing: false,
        covers: 'all',
        kind: 'say',
      });
}

const TALK = wordSet('wisdom rumour rumor gossip legend word');

/** "Conventional wisdom holds that", "rumour has it", "the word is that": what everybody says. */
function commonTalk({ tokens, text }: Place, i: number): Attribution | null {
  const word = tokens[i]?.lower ?? '';
  if (!TALK.has(word)) return null;
  const from = /^(?:conventional|received|popular|common|local)$/u.test(tokens[i - 1]?.lower ?? '')
    ? i - 1
    : i;
  if (word === 'wisdom' && from === i) return null;
  const next = tokens[i + 1]?.lower ?? '';
  const hasIt = next === 'has' && tokens[i + 2]?.lower === 'it';
  const isThat = /^(?:is|was|holds|held|says|said)$/u.test(next) && tokens[i + 2]?.lower === 'that';
  if (!hasIt && !isThat) return null;
  const isTrailing = hasIt && /^(?:[.,;)]|)$/u.test(tokens[i + 3]?.text ?? '') && i > 3;
  return attribution(tokens, i, {
    name: slice(text, tokens, from, i + 1),
    from,
    bodyFrom: i + 3,
    isTrailing,
    covers: isTrailing ? 'all' : 'after',
    kind: 'say',
  });
}

const VIEW = wordSet(
  'view opinion words perspective eyes reading assessment judgment judgement telling account book estimation mind reckoning calculation count evaluation figures numbers projections projection forecasts forecast scenarios scenario estimates estimate models model path baseline outlook simulations simulation plans plan',
);

/** "in X's view", "from the US perspective", "on the UN's central path", "in the committee's projections". */
function inView(place: Place, i: number): Attribution | null {
  const { tokens, text, memory } = place;
  const token = tokens[i];
  if (token === undefined || !VIEW.has(token.lower)) return null;
  const phrase = phraseBefore(tokens, i + 1);
  if (phrase === null) return null;
  const preposition = tokens[phrase.from - 1]?.lower ?? '';
  if (!/^(?:in|from|on|by|under|to)$/u.test(preposition)) return null;
  if (token.lower.startsWith('plan') && preposition !== 'under') return null;
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
  if (/^(?:book|mind|words|eyes|account|telling|reading|figures|numbers|plans?)$/u.test(token.lower))
    return null;
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

const VIEWED = wordSet('view opinion words eyes judgment judgement estimation reckoning telling');

/** "in the view of most economists", "in the words of X". */
function inViewOf(place: Place, i: number): Attribution | null {
  const { tokens } = place;
  if (!VIEWED.has(tokens[i]?.lower ?? '')) return null;
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
