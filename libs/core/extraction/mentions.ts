import { wordSet } from './word-set.js';
import { isPluralPhrase } from './agreement.js';
import { REPORTING_VERBS } from './clauses.js';
import { FRAME_NOUNS } from './hedge-words.js';
import type { Token } from './nlp.js';
import { retagClause } from './retag-clause.js';
import { isTimeNoun } from './split-lead.js';
import type { TextWords } from './text-words.js';
import { canSpeak, isTitle, looksLikePerson, withoutTitles } from './who-speaks.js';

/** A noun phrase that a pronoun may stand for. */
export interface Mention {
  readonly tokens: readonly Token[];
  readonly head: Token;
  /** Somebody, or a body of people: can do things. */
  readonly isAnimate: boolean;
  readonly isPlural: boolean;
  /** "maybe": a name of two words that nothing tells to be a person's. */
  readonly isPerson: 'yes' | 'maybe' | 'no';
  /** It is what a finite verb is said of. */
  readonly isSubject: boolean;
  readonly isName: boolean;
  /** It is the subject of a verb of saying or thinking: who speaks, not what is spoken of. */
  readonly isSpeaker: boolean;
  /** It hangs on a preposition. */
  readonly isAfterPreposition: boolean;
}

export const PEOPLE = wordSet(
  'he she man woman boy girl client patient customer suspect victim mother father son daughter granddaughter grandson wife husband brother sister king queen minister president chancellor secretary senator governor mayor chairman chairwoman chief director spokesman spokeswoman judge general colonel ambassador candidate author founder boss leader premier incumbent successor nominee coach captain doctor professor economist analyst defendant accused prosecutor lawyer teacher nurse farmer pope prince princess dictator lawmaker student traveller traveler editor writer neighbour neighbor friend colleague partner resident voter driver worker',
);
const NO_ANTECEDENT = wordSet(
  'way thing lot bit kind sort number percent cent % point fact case time end course order chance odds example view mind half one other others first second third something anything nothing everything question answer doubt reason least most part rest middle beginning start face event light place back front top bottom side edge wake run terms account guess risk probability likelihood possibility',
);

/** First words of places and bodies of two words that look like people's names. */
export const PLACE = wordSet(
  'New North South East West Northern Southern Eastern Western Central Saint St San Santa Los Las El Great Hong Saudi Sri Costa Puerto Sierra Burkina Ivory Cape Equatorial Czech Dominican United Middle Latin Black Red Lake Mount Fort Port Rio Buenos Kuala Addis White Wall Silicon Labor Labour Supreme Federal Prime Big World Super Nobel Green Cold Mother Upper Lower Camp Operation Project Tel Abu Kim Air Old Downing Capitol Deutsche Goldman Morgan Royal General National International European American British Russian Chinese German French Global Public First Second Third Christmas Easter Thanksgiving Premier Champions Data Natural Brexit Early Late Mid',
);

const KNOWN = new WeakMap<readonly Token[], { readonly words: TextWords; readonly found: Mention[] }>();

/** Those of a sentence, found once: every claim of the sentences after it asks for them. */
export function mentionsOf(sentence: readonly Token[], words: TextWords): readonly Mention[] {
  const known = KNOWN.get(sentence);
  if (known?.words === words) return known.found;
  const found = findMentions(sentence, words);
  KNOWN.set(sentence, { words, found });
  return found;
}

/** Every noun phrase of a sentence that could be meant by a later pronoun, in order. */
function findMentions(raw: readonly Token[], words: TextWords): Mention[] {
  const tokens = retagClause(raw, words);
  const { people } = words;
  const to = tokens.length;
  const mentions: Mention[] = [];
  let i = 0;
  while (i < to) {
    const end = phraseEnd(tokens, i, to);
    if (end === i) {
      i += 1;
      continue;
    }
    const mention = isOpeningWord(tokens, i, end, words) ? null : readMention(tokens, i, end, people);
    if (mention !== null) mentions.push(mention);
    i = end;
  }
  return mentions;
}

/** "Fine, not more.": a capital that only opens a sentence without a verb. */
const isOpeningWord = (
  tokens: readonly Token[],
  from: number,
  end: number,
  { names, people }: TextWords,
): boolean =>
  from === 0 &&
  end === 1 &&
  tokens[0]?.pos === 'PROPN' &&
  tokens[1]?.lower === ',' &&
  !names.has(tokens[0].lower) &&
  !people.has(tokens[0].text) &&
  !tokens.some(({ pos }) => pos === 'VERB' || pos === 'AUX');

const IN_PHRASE = wordSet("$ % \u20ac \u00a3 - 's \u2019s &");

const isPhraseWord = (token: Token | undefined): boolean =>
  token !== undefined && (['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(token.pos) || IN_PHRASE.has(token.text));

/** "the students' union" */
const isPossessiveMark = (tokens: readonly Token[], i: number): boolean =>
  /^['\u2019]$/u.test(tokens[i]?.text ?? '') &&
  (tokens[i - 1]?.lower ?? '').endsWith('s') &&
  tokens[i + 1]?.pos === 'NOUN';

/** The end of a noun phrase that begins at `i`: determiner, adjectives, nouns, and "of" with one more phrase. */
function phraseEnd(tokens: readonly Token[], i: number, to: number): number {
  let k = i;
  const isDetermined =
    tokens[k]?.pos === 'DET' || /^(?:its|their|his|her|my|our)$/u.test(tokens[k]?.lower ?? '');
  if (isDetermined) k += 1;
  const from = k;
  if (tokens[k]?.text === '-' || tokens[k]?.text === '&') return i;
  // "Mr Low gains little": a verb that the tagger took for a noun.
  const isTitled = isTitle(tokens[k]?.text ?? '');
  while (k < to && (isPhraseWord(tokens[k]) || isPossessiveMark(tokens, k))) {
    if (isTitled && tokens[k - 1]?.pos === 'PROPN' && tokens[k]?.pos === 'NOUN' && k > from) break;
    k += 1;
  }
  while (k > from && !['NOUN', 'PROPN'].includes(tokens[k - 1]?.pos ?? '')) k -= 1;
  if (k === from) return i;
  const joins =
    tokens[k]?.lower === 'and' && tokens[k - 1]?.pos === 'PROPN' && tokens[k + 1]?.pos === 'PROPN';
  if (joins) return phraseEnd(tokens, k + 1, to);
  if (tokens[k]?.lower !== 'of' || k + 1 >= to) return k;
  const next = phraseEnd(tokens, k + 1, to);
  return next > k + 1 ? next : k;
}

/** Nouns of people that only one of the two pronouns can mean. */
export const FEMALE =
  /^(?:she|woman|girl|mother|daughter|granddaughter|wife|sister|queen|princess|chairwoman|spokeswoman|aunt|grandmother|lady)$/u;
export const MALE =
  /^(?:he|man|boy|father|son|grandson|husband|brother|king|prince|chairman|spokesman|uncle|grandfather|lad)$/u;

/** Plurals of people by their ending, and things that end so, too. */
const DOERS =
  /(?:ers|ors|ists|ians|ans|ees|men|women|people|kids|children|guerrillas|rebels|troops|forces|allies|crews|lads|folk|patients|students|tenants|militants|immigrants|migrants|refugees|terrorists|chiefs|aides|wives|husbands|sons|daughters|parents|friends|guys)$/u;
const THINGS =
  /(?:numbers|orders|computers|letters|papers|waters|powers|quarters|matters|offers|borders|factors|sectors|tractors|doors|floors|colors|errors|motors|reactors|monitors|mirrors|carriers|containers|centers|trailers|papers|towers|rivers|layers|markers|printers|servers|boosters|indicators|plans|loans|means|oceans|vans|cans|pans|fees|trees|degrees|guarantees|committees)$/u;

function readMention(
  tokens: readonly Token[],
  from: number,
  end: number,
  people: ReadonlySet<string>,
): Mention | null {
  const to = withPlace(tokens, end);
  const phrase = tokens.slice(from, to);
  const of = phrase.findIndex(({ lower }) => lower === 'of');
  const head = phrase[(of > 0 ? of : end - from) - 1];
  if (head === undefined || FRAME_NOUNS.has(head.lower) || isApposition(tokens, from)) return null;
  if (phrase[0]?.pos === 'NUM' || /^(?:each|every|no|another|one)$/u.test(phrase[0]?.lower ?? ''))
    return null;
  if (NO_ANTECEDENT.has(head.lower) && !(head.lower === 'number' && of > 0)) return null;
  if (isTimeNoun(head) && !(head.pos === 'PROPN' && isSubjectAt(tokens, from, to))) return null;
  const isName = head.pos === 'PROPN';
  const words = phrase.filter(({ pos }) => pos === 'PROPN').map(({ text }) => text);
  const bare = withoutTitles(words);
  const hasTitle = isTitle(words[0] ?? '') || isTitle(tokens[from - 1]?.text ?? '');
  const isKnown = isName && people.has(head.text) && !(phrase[0]?.pos === 'DET' && !hasTitle);
  const isBareNoun = !isName && end - from === 1 && to === end;
  if (
    isBareNoun &&
    (!head.lower.endsWith('s') || /^(?:things|people|funds|times|days|years)$/u.test(head.lower))
  )
    return null;
  const looksIt =
    isName &&
    of <= 0 &&
    phrase[0]?.pos !== 'DET' &&
    !PLACE.has(words[0] ?? '') &&
    looksLikePerson(bare, hasTitle);
  const isPerson =
    isKnown ||
    (hasTitle && isName && of <= 0) ||
    (isName && tokens[to]?.lower === ',' && tokens[to + 1]?.lower === 'who') ||
    (!isName && PEOPLE.has(head.lower))
      ? 'yes'
      : looksIt
        ? 'maybe'
        : 'no';
  const isAnimate =
    head.pos === 'PROPN' ||
    canSpeak(head) ||
    PEOPLE.has(head.lemma.toLowerCase()) ||
    (DOERS.test(head.lower) && !THINGS.test(head.lower));
  return {
    tokens: phrase,
    head,
    isAnimate,
    isPlural: isPluralPhrase(phrase),
    isPerson,
    isName,
    isSubject: isSubjectAt(tokens, from, to),
    isSpeaker: isSpeakerAt(tokens, to),
    isAfterPreposition: tokens[from - 1]?.pos === 'ADP' && !(from === 2 && tokens[0]?.lower === 'as'),
  };
}

/** "the new people at the Pentagon": a short phrase of place belongs to a plain noun. */
function withPlace(tokens: readonly Token[], end: number): number {
  const [head, preposition] = [tokens[end - 1], tokens[end]];
  if (head?.pos !== 'NOUN' || !/^(?:at|in|from|of|on|for)$/u.test(preposition?.lower ?? '')) return end;
  const to = phraseEnd(tokens, end + 1, Math.min(tokens.length, end + 6));
  const isTime = tokens.slice(end + 1, to).some(isTimeNoun);
  return to > end + 1 && !isTime && tokens[to - 1]?.pos === 'PROPN' ? to : end;
}

/** "Wahlblick, a model run by ...": a second name for what was named before the comma. */
function isApposition(tokens: readonly Token[], from: number): boolean {
  const opening = tokens.find(({ pos }) => pos !== 'PUNCT' && pos !== 'CCONJ');
  const isAfterOpening =
    opening !== undefined &&
    (opening.pos === 'ADP' ||
      opening.pos === 'ADV' ||
      /^(?:first|second|third|last)$/u.test(opening.lower)) &&
    tokens.findIndex(({ lower }) => lower === ',') === from - 1;
  if (isAfterOpening) return false;
  return (
    tokens[from - 1]?.lower === ',' &&
    /^(?:an?|the)$/u.test(tokens[from]?.lower ?? '') &&
    (tokens[from - 2]?.pos === 'PROPN' || tokens[from - 2]?.pos === 'NOUN')
  );
}

function isSubjectAt(tokens: readonly Token[], from: number, to: number): boolean {
  if (tokens[from - 1]?.pos === 'ADP') return false;
  let k = to;
  if (tokens[k]?.text === '(')
    k = tokens.findIndex((token, j) => j > k && j < k + 8 && token.text === ')') + 1 || k;
  // An aside between commas, or "in France", may come between.
  if (tokens[k]?.lower === ',') {
    const close = tokens.findIndex((token, j) => j > k && j < k + 20 && token.lower === ',');
    if (close !== -1) k = close + 1;
  }
  while (
    k < to + 24 &&
    (tokens[k]?.pos === 'ADV' ||
      tokens[k]?.pos === 'ADP' ||
      isPhraseWord(tokens[k]) ||
      tokens[k]?.pos === 'DET')
  )
    k += 1;
  const verb = tokens[k];
  return verb !== undefined && (verb.pos === 'AUX' || (verb.pos === 'VERB' && !verb.lower.endsWith('ing')));
}

function isSpeakerAt(tokens: readonly Token[], to: number): boolean {
  let k = to;
  while (
    k < to + 10 &&
    tokens[k] !== undefined &&
    /^(?:ADV|AUX|PART|ADP|DET|NOUN|PROPN|ADJ)$/u.test(tokens[k]?.pos ?? '')
  )
    k += 1;
  return tokens[k]?.pos === 'VERB' && REPORTING_VERBS.has(tokens[k]?.lemma.toLowerCase() ?? '');
}
