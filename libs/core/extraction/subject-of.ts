import { wordSet } from './word-set.js';
import type { Token } from './nlp.js';
import { isMedium, isTimeNoun, isTimePhrase, phraseAfter, phraseBefore } from './noun-phrase.js';
import type { Phrase } from './noun-phrase.js';
import { canSpeak, isForecastNoun, isPersonNoun, isTitle, looksLikePerson } from './who-speaks.js';

/** The subject of a verb: its core phrase, and a name that stands beside it between commas. */
export interface SubjectPhrase extends Phrase {
  /** "its head of research, Pieter Vandeloo, said": the second of two phrases for one speaker. */
  readonly apposed: Phrase | null;
  /** Where the whole subject ends, with all that follows its head. */
  readonly end: number;
}

/** Written out, not spread: objects of one shape are read several times faster than those that grew by a spread. */
export function subjectOf({ from, to, head }: Phrase, apposed: Phrase | null, end: number): SubjectPhrase {
  return { from, to, head, apposed, end };
}

const MAX_STEPS = 12;
const ASIDE_MARKS = wordSet(', - \u2013 \u2014 --');
const POSSESSIVE_MARKS = wordSet("' \u2019 's \u2019s");
const REFLEXIVES = wordSet('itself himself herself themselves myself ourselves');
const BEFORE_VERB = wordSet('itself himself herself themselves then also too again');
const isVerbal = (token: Token | undefined): boolean => token?.pos === 'VERB' || token?.pos === 'AUX';
/** A preposition; not one of the words that open a clause, whatever the tagger calls them. */
const isLinking = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.pos === 'ADP' || /^(?:since|as|than|of|to)$/u.test(token.lower)) &&
  token.pos !== 'PART' &&
  !/^(?:although|though|while|because|if|unless|whereas|when|whether|that)$/u.test(token.lower) &&
  !/^(?:As|Since|After|Before|Until|Once)$/u.test(token.text);

/** Where a verb's group begins: over auxiliaries, adverbs, "not" and "itself". */
export function groupStart(tokens: readonly Token[], verb: number, floor = 0): number {
  let from = verb;
  while (from > floor && verb - from < 8) {
    const token = tokens[from - 1];
    if (token === undefined) break;
    const isBetween =
      token.pos === 'AUX' ||
      token.pos === 'ADV' ||
      (token.pos === 'PART' && token.lower !== 'to' && !POSSESSIVE_MARKS.has(token.text)) ||
      REFLEXIVES.has(token.lower);
    if (!isBetween) break;
    from -= 1;
  }
  return from;
}

/**
 * The subject that ends before token `at`, over everything that may stand between it and its verb: adverbs, dates,
 * brackets, asides between commas or dashes, prepositional phrases, participles and relative clauses.
 */
export function subjectBefore(
  tokens: readonly Token[],
  at: number,
  floor = 0,
  depth = 0,
): SubjectPhrase | null {
  if (depth > MAX_STEPS) return null;
  const to = overAdverbials(tokens, at, floor);
  if (to <= floor) return null;
  const last = tokens[to - 1];
  if (last === undefined) return null;
  if (last.lower === ')') {
    const open = openingBracket(tokens, to - 1, floor);
    return open === null ? null : subjectBefore(tokens, open, floor, depth + 1);
  }
  if (isMark(last)) return overAside(tokens, to - 1, floor, depth);
  const phrase = phraseBefore(tokens, to, floor);
  // A clause that ends in its verb or an adverb: "people who know say".
  if (phrase === null) return isVerbal(last) ? overVerb(tokens, to - 1, floor, depth) : null;
  return overPhrase(tokens, phrase, floor, depth);
}

function isMark(token: Token): boolean {
  return ASIDE_MARKS.has(token.text);
}

/** The phrase, or what it hangs on: "the army" in "observers who follow the army", "Oslo" in "brokers in Oslo". */
function overPhrase(
  tokens: readonly Token[],
  phrase: Phrase,
  floor: number,
  depth: number,
): SubjectPhrase | null {
  const before = tokens[phrase.from - 1];
  const own = subjectOf(phrase, null, phrase.to);
  if (phrase.to - phrase.from === 1 && isRelative(tokens, phrase.from)) {
    const noun = before !== undefined && isMark(before) ? phrase.from - 1 : phrase.from;
    if (noun <= floor) return null;
    const antecedent = describedName(tokens, subjectBefore(tokens, noun, floor, depth + 1), floor);
    if (antecedent !== null) return antecedent;
    // "Unlike the ministry, which sees growth": the object of a preposition will do.
    const object = phraseBefore(tokens, noun, floor);
    return object === null || object.from <= floor ? null : subjectOf(object, null, noun);
  }
  if (before === undefined || phrase.from <= floor) return own;
  const isTime = isTimePhrase(tokens, phrase);
  if (isVerbal(before)) {
    const outer = overVerb(tokens, phrase.from - 1, floor, depth);
    if (outer !== null) return { ...outer, end: phrase.to };
    // "With officials warning": handled by its preposition; an object is no subject.
    return null;
  }
  if (before.lower === 'with' && phrase.from - 1 === floor) return own;
  // "Federal Reserve Bank of Dallas President Robert McTeer": a person whose title has an "of" in it.
  if (isLinking(before) && !isTitledPerson(tokens, phrase)) {
    const outer = overPreposition(tokens, phrase.from - 1, floor, depth);
    // "according to a note which assumes".
    if (outer === null && tokens[phrase.from - 2]?.lower === 'according') return own;
    if (outer === null) return isTime || isMedium(tokens, phrase) || phrase.from - 1 <= floor ? null : own;
    const head = tokens[outer.head];
    // "A rise in the number of experts says": where the outer noun cannot speak, the inner one may.
    const inner = tokens[phrase.head];
    if (
      head !== undefined &&
      inner !== undefined &&
      !canSpeak(head) &&
      canSpeak(inner) &&
      !isTime &&
      !/^(?:to|for|with|about|on)$/u.test(before.lower)
    )
      return own;
    return { ...outer, end: phrase.to };
  }
  if (before.pos === 'ADJ' && /^(?:close|familiar)$/u.test(before.lower))
    return subjectBefore(tokens, phrase.from - 1, floor, depth + 1) ?? own;
  if (before.pos === 'CCONJ') return withPartners(tokens, own, floor);
  if (isTime && isMark(before)) return overAside(tokens, phrase.from - 1, floor, depth);
  return own;
}

/** "Capital Economics, the consultancy, which expects": the name before its description. */
function describedName(
  tokens: readonly Token[],
  found: SubjectPhrase | null,
  floor: number,
): SubjectPhrase | null {
  if (
    found === null ||
    tokens[found.from - 1]?.lower !== ',' ||
    !/^(?:an?|the|its|their|his|her)$/u.test(tokens[found.from]?.lower ?? '')
  )
    return found;
  const name = phraseBefore(tokens, found.from - 1, floor);
  return name !== null && tokens[name.head]?.pos === 'PROPN' ? subjectOf(name, found, found.end) : found;
}

function isTitledPerson(tokens: readonly Token[], phrase: Phrase): boolean {
  let run = phrase.to;
  while (run > phrase.from && tokens[run - 1]?.pos === 'PROPN' && !isTitle(tokens[run - 1]?.text ?? ''))
    run -= 1;
  const words = tokens.slice(run, phrase.to).map((token) => token.text);
  return (
    run > phrase.from &&
    words.length >= 2 &&
    looksLikePerson(words, false) &&
    (tokens[run - 1]?.pos === 'NOUN' || isTitle(tokens[run - 1]?.text ?? ''))
  );
}

/** "who", "which", and "that" after a noun. */
function isRelative(tokens: readonly Token[], i: number): boolean {
  const word = tokens[i]?.lower ?? '';
  return (
    word === 'who' ||
    word === 'which' ||
    (word === 'that' && /^(?:NOUN|PROPN)$/u.test(tokens[i - 1]?.pos ?? ''))
  );
}

function overPreposition(
  tokens: readonly Token[],
  preposition: number,
  floor: number,
  depth: number,
): SubjectPhrase | null {
  const before = tokens[preposition - 1];
  if (before === undefined || preposition <= floor) return null;
  if (isVerbal(before)) return overVerb(tokens, preposition - 1, floor, depth);
  // "sources close to the talks", "people familiar with".
  if (before.pos === 'ADJ' && /^(?:close|familiar|loyal|opposed)$/u.test(before.lower))
    return subjectBefore(tokens, preposition - 1, floor, depth + 1);
  if (before.pos === 'ADP') return overPreposition(tokens, preposition - 1, floor, depth);
  if (isMark(before) || before.pos === 'SCONJ' || before.pos === 'CCONJ') return null;
  return subjectBefore(tokens, preposition, floor, depth + 1);
}

/** From a verb inside a subject back to the noun it describes: a relative clause, a participle. */
function overVerb(
  tokens: readonly Token[],
  verb: number,
  floor: number,
  depth: number,
): SubjectPhrase | null {
  const start = groupStart(tokens, verb, floor);
  const before = tokens[start - 1];
  if (before === undefined || start <= floor) return null;
  if (before.lower === 'to') return overInfinitive(tokens, start - 1, floor, depth);
  if (/^(?:who|which|that|whose|whom)$/u.test(before.lower)) {
    const noun = tokens[start - 2]?.lower === ',' ? start - 2 : start - 1;
    return noun <= floor ? null : subjectBefore(tokens, noun, floor, depth + 1);
  }
  const isParticiple =
    start === verb &&
    /(?:ed|ing|en|run|led|made|held|known|set|put|seen|born|built)$/u.test(tokens[verb]?.lower ?? '');
  if (isParticiple && (before.pos === 'NOUN' || before.pos === 'PROPN'))
    return subjectBefore(tokens, start, floor, depth + 1);
  // "a broker I have known since university": a clause without "who".
  const noun = tokens[start - 2];
  if (
    before.pos === 'PRON' &&
    /^(?:i|we|he|she|they|you|it)$/u.test(before.lower) &&
    (noun?.pos === 'NOUN' ||
      noun?.pos === 'PROPN' ||
      /^(?:everyone|everybody|someone|somebody|those|nobody|all)$/u.test(noun?.lower ?? ''))
  )
    return subjectBefore(tokens, start - 1, floor, depth + 1);
  return null;
}

/** "who did not wish his name to be disclosed": an infinitive hangs on a verb or noun before it. */
function overInfinitive(
  tokens: readonly Token[],
  to: number,
  floor: number,
  depth: number,
): SubjectPhrase | null {
  if (isVerbal(tokens[to - 1])) return overVerb(tokens, to - 1, floor, depth);
  const object = phraseBefore(tokens, to, floor);
  return object !== null && isVerbal(tokens[object.from - 1])
    ? overVerb(tokens, object.from - 1, floor, depth)
    : null;
}

/** "ship operators and grain merchants", "Motorola, Samsung and Intel": the partners of a phrase after "and". */
function withPartners(tokens: readonly Token[], last: SubjectPhrase, floor: number): SubjectPhrase {
  let from = last.from;
  for (let steps = 0; steps < 4; steps += 1) {
    const mark = tokens[from - 1];
    if (mark === undefined || !(mark.pos === 'CCONJ' || mark.lower === ',')) break;
    if (mark.pos === 'CCONJ' && mark.lower !== 'and' && mark.lower !== 'or') break;
    const at = tokens[from - 2]?.lower === ',' ? from - 2 : from - 1;
    const partner = phraseBefore(tokens, at, floor);
    if (partner === null || tokens[partner.head]?.pos === 'PRON') break;
    const before = tokens[partner.from - 1];
    const isOpen =
      before === undefined ||
      partner.from <= floor ||
      before.pos === 'SCONJ' ||
      before.lower === ',' ||
      before.lower === 'that' ||
      /^["\u201c(:;\u2013\u2014-]$/u.test(before.text) ||
      before.pos === 'ADV';
    const partnerHead = tokens[partner.head];
    if (!isOpen || partnerHead === undefined || !canSpeak(partnerHead)) break;
    from = partner.from;
  }
  return { ...last, from };
}

/** Over an aside that ends at `close`: the noun before it, and the aside itself where it is a name or description. */
function overAside(
  tokens: readonly Token[],
  close: number,
  floor: number,
  depth: number,
): SubjectPhrase | null {
  // An aside may have commas of its own ("who, for years, led the talks").
  let open = openingMark(tokens, close, floor);
  for (let tries = 0; tries < 3 && open !== null; tries += 1) {
    const near = subjectBefore(tokens, open, floor, depth + 1);
    // "Ada Low, 61, a former miner, says": how old somebody is.
    const isAge = near?.from === near?.head && /^\d{2}$/u.test(tokens[near?.head ?? -1]?.text ?? '');
    if (near !== null && !isAge) {
      const outer = personBefore(tokens, near, floor, depth) ?? near;
      // "one model, from a team in Turin": whose it is.
      const isBy =
        /^(?:from|by)$/u.test(tokens[open + 1]?.lower ?? '') &&
        isForecastNoun(tokens[outer.head]?.lower ?? '');
      const apposed = phraseAfter(tokens, isBy ? open + 2 : open + 1);
      const isApposed = apposed !== null && apposed.to <= close && !isTimePhrase(tokens, apposed);
      return { ...outer, end: close, apposed: outer.apposed ?? (isApposed ? apposed : null) };
    }
    open = openingMark(tokens, open, floor);
  }
  return null;
}

/** "Gerry Bell, Ph.D., lead forecaster, said": the name before a first aside. */
function personBefore(
  tokens: readonly Token[],
  near: SubjectPhrase,
  floor: number,
  depth: number,
): SubjectPhrase | null {
  if (tokens[near.from - 1]?.lower !== ',' || near.from - 1 <= floor) return null;
  const before = phraseBefore(tokens, near.from - 1, floor);
  if (
    before === null ||
    depth > MAX_STEPS ||
    !/^(?:Ph|PhD|M|MD|Jr|Sr|MP|Esq|P)\.?$/u.test(tokens[near.from]?.text ?? '')
  )
    return null;
  const words = tokens.slice(before.from, before.to).map((token) => token.text);
  return words.length >= 2 && looksLikePerson(words, false) ? subjectOf(before, null, near.end) : null;
}

function openingMark(tokens: readonly Token[], close: number, floor: number): number | null {
  const isDash = tokens[close]?.text !== ',';
  for (let i = close - 1; i > floor && close - i < 40; i -= 1) {
    const token = tokens[i];
    if (token === undefined || /^[;:]$/u.test(token.text)) return null;
    if (isDash ? /^(?:[-\u2013\u2014]|--)$/u.test(token.text) && isFree(tokens, i) : token.lower === ',')
      return i;
  }
  return null;
}

function isFree(tokens: readonly Token[], i: number): boolean {
  const dash = tokens[i];
  return (
    dash !== undefined &&
    (dash.text === '\u2014' || dash.text === '--' || (tokens[i - 1]?.end ?? 0) < dash.start)
  );
}

function openingBracket(tokens: readonly Token[], close: number, floor: number): number | null {
  for (let i = close - 1; i > floor && close - i < 40; i -= 1) if (tokens[i]?.lower === '(') return i;
  return null;
}

/** "colleagues there think", "people here say". */
function isPlaceWord(token: Token): boolean {
  return token.lower === 'here' || token.lower === 'there';
}

/** Back over adverbs and dates: "last week", "on Thursday", "yesterday", "again". */
function overAdverbials(tokens: readonly Token[], at: number, floor: number): number {
  let to = at;
  for (let steps = 0; steps < 8 && to > floor; steps += 1) {
    const token = tokens[to - 1];
    const before = tokens[to - 2];
    if (token === undefined) break;
    if (isPlaceWord(token) ? isPersonNoun(before?.lower ?? '') : token.pos === 'ADV') to -= 1;
    else if (BEFORE_VERB.has(token.lower)) to -= 1;
    else if (isTimeNoun(token) && before !== undefined && to - 2 >= floor) {
      if (before.pos === 'ADP') to -= 2;
      else if (/^(?:this|last|next|late|early|earlier|that|same|recent)$/u.test(before.lower))
        to -= tokens[to - 3]?.pos === 'ADP' ? 3 : 2;
      else if (
        /^(?:today|yesterday|tomorrow|now|\w+day)$/u.test(token.lower) &&
        before.pos !== 'DET' &&
        to - 1 > floor
      )
        to -= 1;
      else break;
    } else break;
  }
  return to;
}
