import { isLetterOrMarkAt } from '#core/text';
import { wordSet } from './word-set.js';
import { startsCapital } from '#core/text';
import type { NameMemory } from './name-memory.js';
import type { Token } from './nlp.js';
import { isGenitive, isPossessivePronoun, isTimeNoun, phraseAfter, tailOf } from './noun-phrase.js';
import type { Phrase } from './noun-phrase.js';
import type { SubjectPhrase } from './subject-of.js';
import {
  canSayAnything,
  canSpeak,
  isBodyNoun,
  isForecastNoun,
  isNameParticle,
  isPersonNoun,
  isThingName,
  isTitle,
  looksLikeBody,
  looksLikePerson,
  withoutTitles,
} from './who-speaks.js';

/** Who a noun phrase names as a speaker. `name` null: the author ("I", "no one", "this writer"). */
export interface Speaker {
  readonly name: string | null;
}

const AUTHOR: Speaker = { name: null };
const NAME_LENGTH = 80;
const SELF = wordSet("i i'm i'd i'll i've i're we we'm we'd we'll we've we're me us myself ourselves");
const ANYBODY = wordSet('anyone anybody whoever');
/** Denials of a speaker are the author's own statement: "nobody expects", "few think". */
const NOBODY = wordSet('nobody none neither few nothing');
export const SELF_NAMED = wordSet(
  'some many most others several another both all everyone everybody someone somebody one',
);

/** Who the subject of a verb names, pronouns and short names resolved; null where it names nobody who can speak. */
export function speakerOf(
  text: string,
  tokens: readonly Token[],
  subject: SubjectPhrase,
  memory: NameMemory,
  isSaying = false,
): Speaker | null {
  const head = tokens[subject.head];
  const first = tokens[subject.from];
  if (head === undefined || first === undefined) return null;
  // "we", "my colleagues and I".
  if (SELF.has(head.lower)) return AUTHOR;
  if (NOBODY.has(head.lower) || first.lower === 'no' || first.lower === 'few' || first.lower === 'hardly')
    return AUTHOR;
  // "our treasurer, Gus, says".
  const isNamed = subject.apposed !== null && properName(text, tokens, subject.apposed) !== null;
  if (!isNamed && isAuthorPhrase(tokens, subject)) return AUTHOR;
  if (ANYBODY.has(head.lower) || first.lower === 'any') return null;
  const ownName =
    subject.apposed !== null && head.lower === 'one' ? properName(text, tokens, subject.apposed) : null;
  if (ownName !== null) return { name: memory.inFull(ownName) };
  if (head.pos === 'PRON' || SELF_NAMED.has(head.lower)) return pronoun(text, tokens, subject, memory);
  // "this market", "the question": the site they stand on.
  if (
    /^(?:this|that|the)$/u.test(first.lower) &&
    /^(?:questions?|markets?|contracts?)$/u.test(head.lower) &&
    subject.to - subject.from === 2
  ) {
    const site = memory.lastForecaster();
    if (site !== null) return { name: site };
  }
  const called =
    nameAfterCalled(text, tokens, subject) ??
    (subject.apposed === null ? null : nameAfterCalled(text, tokens, subject.apposed));
  if (called !== null) return { name: memory.inFull(called) };
  const apposed = subject.apposed === null ? null : properName(text, tokens, subject.apposed);
  if (
    apposed !== null &&
    properName(text, tokens, subject) === null &&
    (looksLikePerson(apposed.split(' '), false) ||
      isPossessivePronoun(first) ||
      isPersonNoun(head.lower) ||
      isBodyNoun(head.lower))
  )
    return { name: nameOf(text, tokens, subject.apposed ?? subject, memory) };
  if (
    !canSpeak(head) &&
    !(isSaying && canSayAnything(head)) &&
    (head.pos === 'PROPN' || properName(text, tokens, subject) === null)
  )
    return null;
  const maker =
    subject.apposed !== null &&
    isForecastNoun(head.lower) &&
    /^(?:from|by)$/u.test(tokens[subject.apposed.from - 1]?.lower ?? '')
      ? subject.apposed
      : null;
  if (maker !== null) return { name: nameOf(text, tokens, maker, memory, subject.end) };
  const owner = isForecastNoun(head.lower) ? ownerName(text, tokens, subject, memory) : null;
  return { name: owner ?? nameOf(text, tokens, subject, memory, subject.end) };
}

/** "its central estimate", "Wahlblick's simulations": whose forecast it is; null where nobody owns it. */
function ownerName(
  text: string,
  tokens: readonly Token[],
  phrase: Phrase,
  memory: NameMemory,
): string | null {
  const first = tokens[phrase.from];
  if (first !== undefined && isPossessivePronoun(first)) return memory.resolvePronoun(first.lower);
  for (let k = phrase.to - 1; k > phrase.from; k -= 1) {
    if (!isGenitive(tokens[k])) continue;
    const owner = tokens[k - 1];
    return owner !== undefined && canSpeak(owner)
      ? nameOf(text, tokens, { from: phrase.from, to: k, head: k - 1 }, memory)
      : null;
  }
  return null;
}

/** "called", "named": a name follows. */
export const isNaming = (token: Token | undefined): boolean =>
  token?.lower === 'called' || token?.lower === 'named';

/** "a brisk woman called Ada Low". */
function nameAfterCalled(text: string, tokens: readonly Token[], phrase: Phrase): string | null {
  if (!isNaming(tokens[phrase.to])) return null;
  const named = phraseAfter(tokens, phrase.to + 1);
  return named === null ? null : properName(text, tokens, named);
}

/** "this writer", "your correspondent", "this column", "our model". */
function isAuthorPhrase(tokens: readonly Token[], { from, to, head }: Phrase): boolean {
  const first = tokens[from]?.lower ?? '';
  const noun = tokens[head]?.lower ?? '';
  if (first === 'this' || first === 'your' || first === 'yours')
    return /^(?:writer|column|author|correspondent|columnist|reporter|secretary|editor|reviewer|newsletter|blog)$/u.test(
      noun,
    );
  if (/^(?:my|our)$/u.test(first) && !isPersonNoun(noun) && !isBodyNoun(noun)) return true;
  return (
    /^(?:my|our)$/u.test(first) &&
    to - from <= 4 &&
    /^(?:models?|forecasts?|estimates?|projections?|view|base|case|guess|hunch|planning|plan|analysis|simulations?|team|analysts?|economists?|expectation|call|numbers?|target|central|scenario)$/u.test(
      noun,
    )
  );
}

function pronoun(
  text: string,
  tokens: readonly Token[],
  subject: SubjectPhrase,
  memory: NameMemory,
): Speaker | null {
  const head = tokens[subject.head];
  if (head === undefined || /^(?:you|this|that|there|what|which)$/u.test(head.lower)) return null;
  const resolved = memory.resolvePronoun(head.lower);
  if (resolved !== null) return { name: resolved };
  if (/^(?:he|she|it|they)$/u.test(head.lower)) return null;
  const tail = tailOf(tokens, subject);
  const words = slice(text, tokens, subject.from, tail);
  // "one of them" is one of those spoken of before.
  const group = /\bof (?:them|these|those)$/u.test(words) ? memory.resolvePronoun('them') : null;
  return {
    name:
      group === null
        ? words
        : words.replace(
            /(?:them|these|those)$/u,
            group.charAt(0).toLowerCase() === group.charAt(0) ? group : decapitalise(group),
          ),
  };
}

/** "Turkish officials" keeps its capital, "Several institutes" does not. */
function decapitalise(name: string): string {
  return /^(?:The|A|An|Some|Many|Most|Several|Two|Three|Four|Five|Other|All) /u.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name;
}

/** The words for a speaker: a person's own name where the phrase ends in one, else the phrase with what describes it. */
export function nameOf(
  text: string,
  tokens: readonly Token[],
  phrase: Phrase,
  memory: NameMemory,
  limit = tokens.length,
): string {
  // Partners are named together: "Motorola, Samsung and Intel".
  const isJoint = tokens.slice(phrase.from, phrase.to).some((token) => token.pos === 'CCONJ');
  if (isJoint) return withoutArticle(slice(text, tokens, phrase.from, phrase.to));
  const proper = properName(text, tokens, phrase);
  if (proper !== null) {
    const isPerson = looksLikePerson(proper.split(' '), false) && !looksLikeBody(proper.split(' '));
    const end = isPerson ? phrase.to : bodyTail(tokens, phrase);
    const whole = end > phrase.to ? `${proper} ${slice(text, tokens, phrase.to, end)}` : proper;
    const article =
      /^the$/iu.test(tokens[phrase.from]?.text ?? '') && phrase.head - phrase.from === 1 ? 'the ' : '';
    const full = memory.inFull(article + whole);
    return full === article + whole ? whole : full;
  }
  const whole = slice(text, tokens, phrase.from, tailOf(tokens, phrase, limit));
  const near =
    whole.length <= NAME_LENGTH ? whole : slice(text, tokens, phrase.from, tailOf(tokens, phrase, limit, 1));
  const words = near.length <= NAME_LENGTH ? near : slice(text, tokens, phrase.from, phrase.to);
  return resolveOwner(memory.inFull(words), memory);
}

/** "its staff": whose staff is said. */
function resolveOwner(name: string, memory: NameMemory): string {
  const match = /^(its|their|his|her) (.+)$/iu.exec(name);
  if (match === null) return name;
  const owner = memory.resolvePronoun((match[1] ?? '').toLowerCase());
  return owner === null ? name : `${owner}'s ${match[2] ?? ''}`;
}

/** "Department of Agriculture": of-phrases that are part of a body's name. */
function bodyTail(tokens: readonly Token[], phrase: Phrase): number {
  const link = tokens[phrase.to]?.lower ?? '';
  if (!/^(?:of|for|on)$/u.test(link)) return phrase.to;
  const next = tokens[phrase.to + 1]?.lower === 'the' ? phrase.to + 2 : phrase.to + 1;
  if (tokens[next]?.pos !== 'PROPN' || isTimeNoun(tokens[next])) return phrase.to;
  let to = next;
  while (tokens[to]?.pos === 'PROPN') to += 1;
  return to;
}

/** The proper name a phrase ends in, titles and owners left out; null where it ends in a common noun. */
export function properName(text: string, tokens: readonly Token[], phrase: Phrase): string | null {
  const head = tokens[phrase.head];
  if (head === undefined) return null;
  let from = phrase.to;
  while (from > phrase.from && isNamePart(tokens, from - 1, phrase.to)) from -= 1;
  while (from < phrase.to && isNameParticle(tokens[from]?.text ?? '')) from += 1;
  if (from === phrase.to) return null;
  // "Observers", "Critics": a capital at the head of a sentence makes no name.
  if (from === 0 && phrase.to - from === 1 && isCommonAtHead(head)) return null;
  const words = slice(text, tokens, from, phrase.to).split(' ');
  const bare = withoutTitles(words);
  if (bare.length === 1 && isTitle(bare[0] ?? '') && words.length > 1) return null;
  // "Chief Constable" is no Mr Constable.
  if (bare.length === 1 && RANK.has(words[words.length - 2] ?? '')) return withoutArticle(words.join(' '));
  if (!bare.some((word) => /^\p{Lu}|_/u.test(word))) return null;
  return isThingName(bare) ? null : withoutArticle(bare.join(' '));
}

const RANK = wordSet(
  'Chief Deputy Vice Foreign Finance Defence Interior Former Party Opposition Executive Head Lead',
);

function isCommonAtHead(head: Token): boolean {
  return (
    isPersonNoun(head.lower) ||
    /^(?:other|some|many|most|source|market|poll|model|management|forecaster|expert)s?$/u.test(head.lower)
  );
}

function isNamePart(tokens: readonly Token[], i: number, to: number): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (token === undefined || isGenitive(token)) return false;
  if (
    token.pos === 'PROPN' ||
    (startsCapital(token.text) && i > 0 && token.pos !== 'DET' && token.pos !== 'PRON')
  )
    return !(i === 0 && isPersonNoun(token.lower) && to - i > 1 && next?.pos !== 'PROPN');
  // "Number 10".
  if (
    token.pos === 'NUM' &&
    i === to - 1 &&
    i > 0 &&
    /^\p{Lu}\p{L}/u.test(tokens[i - 1]?.text ?? '') &&
    /^\d{1,3}$/u.test(token.text)
  )
    return true;
  // Parts of one word: "Blomkvist-Rao", "Beancounter_2".
  const isGluedLeft = tokens[i - 1]?.end === token.start;
  if (isGluedLeft && /^[-_&.]$/u.test(token.text)) return true;
  if (
    isGluedLeft &&
    (tokens[i - 1]?.pos === 'PROPN' ||
      /^[-_.]$/u.test(tokens[i - 1]?.text ?? '') ||
      tokens[i - 1]?.pos === 'X')
  )
    return true;
  return isNameParticle(token.text) && tokens[i - 1]?.pos === 'PROPN' && next?.pos === 'PROPN';
}

const CUT_OFF = 24;
const MARKS_AHEAD = new Set('*_\u2022"\u201c-');

/** The words of tokens `from` to `to`, whole words, without opening marks and articles before a name. */
export function slice(text: string, tokens: readonly Token[], from: number, to: number): string {
  let start = from;
  while (start < to && (tokens[start]?.pos === 'CCONJ' || tokens[start]?.pos === 'PUNCT')) start += 1;
  const first = tokens[start];
  const last = tokens[to - 1];
  if (first === undefined || last === undefined || start >= to) return '';
  let begin = first.start;
  let end = last.end;
  // Letters the tokeniser cut off belong to the name.
  while (begin > 0 && first.start - begin < CUT_OFF && isLetterOrMarkAt(text, begin - 1)) begin -= 1;
  while (end < text.length && end - last.end < CUT_OFF && isLetterOrMarkAt(text, end)) end += 1;
  const words = text.slice(begin, end).replace(/\s+/gu, ' ');
  return MARKS_AHEAD.has(words.charAt(0)) ? words.replace(/^[*_\u2022"\u201c-]+\s*/u, '') : words;
}

function withoutArticle(name: string): string {
  return name.replace(/^(?:[Tt]he|[Aa]n?) (?=\p{Lu})/u, '');
}
