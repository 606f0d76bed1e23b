import { wordSet } from './word-set.js';
import { startsCapital } from '#core/text';
import type { Token } from './nlp.js';
import { phraseBefore } from './noun-phrase.js';
import type { Place } from './phrase-place.js';
import { SELF_NAMED, isNaming, slice, speakerOf } from './speaker-name.js';
import { groupStart, subjectBefore } from './subject-of.js';
import type { SubjectPhrase } from './subject-of.js';
import { canSpeak, isBodyNoun, isForecastNoun, isPersonNoun, singularOf } from './who-speaks.js';

/**
 * Takes in what a word tells of who is spoken of: a name that ends there, somebody described, whose document is meant.
 * Pronouns and short names of later words are told from it.
 */
export function noteMentions(place: Place, i: number): void {
  noteName(place, i);
  noteDocument(place, i);
  notePerson(place, i);
}

export function isFinite(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined || (token.pos !== 'VERB' && token.pos !== 'AUX')) return false;
  return tokens[i - 1]?.lower !== 'to' && !token.lower.endsWith('ing');
}

const OPENS_CLAUSE = wordSet('who which that whose where when if as since because while although');

/** "who sells", "that had been": not the verb of the sentence. */
export function isInRelativeClause(tokens: readonly Token[], verb: number): boolean {
  const before = tokens[groupStart(tokens, verb) - 1]?.lower ?? '';
  return OPENS_CLAUSE.has(before);
}

/** The subject of a sentence is who "he" or "it" means in the next one. */
export function noteSubject({ text, tokens, memory }: Place, verb: number, isSecond: boolean): boolean {
  const subject = subjectBefore(tokens, groupStart(tokens, verb));
  if (subject === null) return false;
  if (namesNobody(tokens, subject)) return true;
  const speaker = speakerOf(text, tokens, subject, memory);
  if (speaker === null || speaker.name === null) return true;
  // "Revisions are rare": a plural at the head of a sentence is no body.
  if (
    subject.head === 0 &&
    /^\p{Lu}\p{Ll}+s$/u.test(speaker.name) &&
    !isKnownSpeaker(speaker.name.toLowerCase())
  )
    return true;
  // Of later clauses only persons are remembered: "it" seldom means what stands in them.
  if (isSecond && memory.referentOf(speaker.name) !== 'person') return true;
  memory.noteSubject(speaker.name);
  const noun = subject.apposed === null ? undefined : tokens[subject.apposed.head];
  if (noun?.pos === 'NOUN') memory.noteAlias(noun.lower, speaker.name);
  // "Defence counsel, Ms Low, said": later "counsel" is she.
  const head = tokens[subject.head];
  if (subject.apposed !== null && head?.pos === 'NOUN' && startsCapital(speaker.name))
    memory.noteAlias(head.lower, speaker.name);
  return true;
}

const SITES = /^(?:question|market|contract)s?$/u;

/** "Prices are", "the river had": a common noun that cannot speak, and no name beside it; the short answer for most. */
function namesNobody(tokens: readonly Token[], { head: at, to, apposed }: SubjectPhrase): boolean {
  const head = tokens[at];
  return (
    apposed === null &&
    head?.pos === 'NOUN' &&
    head.text === head.lower &&
    tokens[at - 1]?.end !== head.start &&
    !canSpeak(head) &&
    !SELF_NAMED.has(head.lower) &&
    !SITES.test(head.lower) &&
    !isNaming(tokens[to])
  );
}

function isKnownSpeaker(lower: string): boolean {
  return isPersonNoun(lower) || isBodyNoun(lower) || isForecastNoun(lower);
}

/** "I asked the captain": somebody without a name whom "he" may mean. */
function notePerson({ text, tokens, memory }: Place, i: number): void {
  const token = tokens[i];
  if (token?.pos !== 'NOUN' || !isPersonNoun(token.lower) || singularOf(token.lower) !== token.lower) return;
  const phrase = phraseBefore(tokens, i + 1);
  const verb = phrase === null ? undefined : tokens[phrase.from - 1];
  if (
    phrase !== null &&
    verb?.pos === 'VERB' &&
    /^(?:ask|tell|meet|visit|call|phone|interview|see|know|question)$/u.test(verb.lemma)
  )
    memory.noteMention(slice(text, tokens, phrase.from, phrase.to), 'person');
}

const DOCUMENT = wordSet(
  'letter statement memo note report paper e-mail email document notice circular briefing advice bulletin',
);

/** "the letter from HR": "it says" in the next sentence means HR. */
function noteDocument({ text, tokens, memory }: Place, i: number): void {
  const link = tokens[i + 1]?.lower;
  if ((link !== 'from' && link !== 'by') || !DOCUMENT.has(tokens[i]?.lower ?? '')) return;
  const from = tokens[i + 2]?.pos === 'DET' ? i + 3 : i + 2;
  let to = from;
  while (tokens[to]?.pos === 'PROPN' && to - from < 5) to += 1;
  const name = slice(text, tokens, from, to);
  if (to > from && memory.referentOf(name) === 'body') memory.noteSubject(memory.inFull(name));
}

/** Takes in a proper name where it ends. */
function noteName({ text, tokens, memory }: Place, i: number): void {
  const token = tokens[i];
  if (token?.pos !== 'PROPN' || tokens[i + 1]?.pos === 'PROPN') return;
  let from = i;
  while (from > 0 && tokens[from - 1]?.pos === 'PROPN' && i - from < 6) from -= 1;
  memory.noteName(slice(text, tokens, from, i + 1).split(' '), tokens[from - 1]?.lower ?? '');
}
