import { isLetterOrNumberAt, startsCapital, startsSmall } from '#core/text';
import { keepsDot, wordsOf } from './name-words.js';
import type { FoundWord } from './name-words.js';
import {
  isBodyWord,
  isNameParticle,
  isPersonNoun,
  isThingName,
  isTitle,
  looksLikeBody,
  looksLikePerson,
  withoutTitles,
} from './who-speaks.js';
import { wordSet } from './word-set.js';

/** The names a whole text mentions, as far as their surroundings tell what they are. */
export interface ProperNames {
  /** Persons by each word of their names: "Low" and "Anna" -> "Anna Low"; null where two persons share it. */
  readonly persons: ReadonlyMap<string, string | null>;
  readonly fullPersons: ReadonlySet<string>;
  /** Bodies, as they are written in full. */
  readonly bodies: readonly string[];
  /** Bodies by their first word, where it stands for them: "Quorum" -> "Quorum Europe". */
  readonly shortBodies: ReadonlyMap<string, string>;
  /** "ACP" -> "Panama Canal Authority (ACP)", "UN" -> "United Nations". */
  readonly acronyms: ReadonlyMap<string, string>;
  /** Names that the text never treats as persons ("in Novi Sad", "the World Cup"). */
  readonly things: ReadonlySet<string>;
  /** Names taken for persons by their shape alone. */
  readonly unsure: ReadonlySet<string>;
  /** Markets, sites and the like that put numbers on events, by what the text says of them. */
  readonly forecasters: ReadonlySet<string>;
  /** "model" -> "IHME model": forecasts that only one name goes with. */
  readonly forecasts: ReadonlyMap<string, string>;
}

interface Run {
  readonly words: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly opensSentence: boolean;
}

const LINKS = new Set(['of', 'for', 'and', 'the', 'on']);
const SCAN_LIMIT = 400_000;
const MAX_RUN = 8;

/** Reads the capitalised names of a text. One pass over its words. */
export function readProperNames(
  whole: string,
  paragraphs: readonly Prose[],
  byline: string | null,
): ProperNames {
  // Capitals of headings say nothing; their letters become blanks, so that offsets stay.
  const text = proseOf(whole.slice(0, SCAN_LIMIT), paragraphs);
  const titled = new Set<string>();
  const known = new Map<string, { name: string; person: number; thing: number }>();
  const runs = findRuns(text);
  for (const run of runs) {
    const bare = withoutTitles(run.words);
    if (bare.length < 2) {
      const [word] = bare;
      if (word !== undefined && word.length > 2 && isNameOfPerson(run, word)) titled.add(word);
      continue;
    }
    const name = bare.join(' ');
    const entry = known.get(name) ?? { name, person: 0, thing: 0 };
    const hasTitle = bare.length < run.words.length || isTitle(run.before) || isPersonNoun(run.before);
    entry.person += evidenceOfPerson(text, run, hasTitle);
    entry.thing += evidenceOfThing(text, run, bare);
    known.set(name, entry);
  }
  const persons = new Map<string, string | null>();
  const fullPersons = new Set<string>();
  const unsure = new Set<string>();
  const things = new Set<string>();
  const bodies: string[] = [];
  for (const { name, person, thing } of known.values()) {
    const parts = name.split(' ');
    if (looksLikePerson(parts, false) && person >= thing) {
      fullPersons.add(name);
      if (person === 0) unsure.add(name);
    } else if (looksLikeBody(parts) && !isThingName(parts)) bodies.push(name);
    else things.add(name);
  }
  for (const part of bylineNames(byline)) fullPersons.add(part);
  for (const name of fullPersons)
    for (const word of name.split(' '))
      if (word.length > 1 && !isNameParticle(word))
        persons.set(word, persons.has(word) && persons.get(word) !== name ? null : name);
  for (const word of titled) if (!persons.has(word)) persons.set(word, word);
  const acronyms = findAcronyms(text, runs);
  return {
    persons,
    fullPersons,
    shortBodies: findShortBodies(bodies, runs),
    bodies,
    acronyms,
    things,
    unsure,
    forecasters: findForecasters(whole),
    forecasts: findForecasts(text),
  };
}

/** A paragraph, as far as its capitals matter. */
interface Prose {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

function proseOf(text: string, paragraphs: readonly Prose[]): string {
  let out = '';
  for (const { start, end, kind } of paragraphs) {
    if (start < out.length || start > text.length) continue;
    out += ' '.repeat(start - out.length);
    const line = text.slice(start, end);
    out += kind === 'heading' ? ' '.repeat(line.length) : line;
  }
  return out;
}

const FORECASTING_NAME = /predict|market|forecast|betfair|exchange|odds|futures/giu;

const FORECASTERS_NOUN =
  /(?: markets?|(?:['\u2019]s)? (?:traders?|forecasters?|users|bettors)| has it at)\b/gu;
const NO_FORECASTER = wordSet(
  'The This These That Other All Some Most Many Prediction Betting Forecasting When What But And Our My New Two Three',
);

/** "Manifold markets", "Metaculus has it at", "PredictIt": names that put numbers on events. */
function findForecasters(whole: string): Set<string> {
  const text = whole.slice(0, SCAN_LIMIT);
  const found = new Set<string>();
  for (const { index } of text.matchAll(FORECASTERS_NOUN)) {
    const name = /(?<![\p{L}.])\p{Lu}\p{L}{2,20}$/u.exec(text.slice(Math.max(0, index - 23), index))?.[0];
    if (name !== undefined && !NO_FORECASTER.has(name)) found.add(name);
  }
  for (const { index } of text.matchAll(FORECASTING_NAME)) {
    const word = wordAround(text, index);
    if (/^\p{Lu}\p{L}{2,24}$/u.test(word) && /\p{Lu}.*\p{Lu}/u.test(word)) found.add(word);
  }
  return found;
}

/** The word that a letter stands in, as far as `LONGEST_WORD` letters to both sides. */
function wordAround(text: string, at: number): string {
  const before = /(?<!\p{L})\p{L}{0,24}$/u.exec(text.slice(Math.max(0, at - LONGEST_WORD), at))?.[0] ?? '';
  const after = /^\p{L}*/u.exec(text.slice(at, at + LONGEST_WORD))?.[0] ?? '';
  return before + after;
}

const LONGEST_WORD = 24;
const NO_FORECAST = wordSet('The This That Its Their Our A An One Another Each Every New Such No My His Her');

/** "the IHME model": where one name only goes with such a noun, the noun alone means it, too. */
function findForecasts(text: string): Map<string, string> {
  const named = new Map<string, Set<string>>();
  for (const match of text.matchAll(/ (model|poll|survey|study|index|simulation)(?!\p{L})/gu)) {
    const [words, noun = ''] = match;
    const before = text.slice(Math.max(0, match.index - 26), match.index);
    const name = /(?<![\p{L}.])\p{Lu}[\p{L}.-]{1,24}$/u.exec(before)?.[0];
    if (name === undefined || NO_FORECAST.has(name)) continue;
    const names = named.get(noun) ?? new Set<string>();
    named.set(noun, names.add(name + words));
  }
  const unique = new Map<string, string>();
  for (const [noun, names] of named) if (names.size === 1) unique.set(noun, [...names][0] ?? noun);
  return unique;
}

/** "Mr. Dunn", "Foreign Minister Dunn": a person of one name. */
function isNameOfPerson(run: Run, word: string): boolean {
  return (
    (run.words.length > 1 ||
      /^(?:mr|mrs|ms|dr|prof|sen|gen|president|minister|senator|chancellor)$/u.test(run.before)) &&
    /^\p{Lu}\p{Ll}/u.test(word) &&
    !isTitle(word) &&
    !isBodyWord(word) &&
    !isPersonNoun(word.toLowerCase())
  );
}

/** First words of body names that are used alone, and never for a place ("in Moscow"). */
function findShortBodies(bodies: readonly string[], runs: readonly Run[]): Map<string, string> {
  const places = new Set<string>();
  const alone = new Set<string>();
  for (const run of runs) {
    const [word] = run.words;
    if (word === undefined) continue;
    if (/^(?:in|at|to|from|near|across|for|of)$/u.test(run.before)) places.add(word);
    if (run.words.length === 1) alone.add(word);
  }
  const found = new Map<string, string>();
  for (const body of bodies) {
    const word = body.split(' ')[0] ?? '';
    const isOwn =
      word.length > 2 &&
      alone.has(word) &&
      !places.has(word) &&
      !isBodyWord(word) &&
      looksLikePerson([word, word], false);
    if (isOwn) found.set(word, found.has(word) ? word : body);
  }
  return found;
}

function bylineNames(byline: string | null): string[] {
  return (byline ?? '')
    .split(/, | and | & |;/u)
    .map((part) => withoutTitles(part.trim().split(/\s+/u)).join(' '))
    .filter((part) => looksLikePerson(part.split(' '), false));
}

const NO_NAME = wordSet(
  'The A An In But And If It He She They We I This That At On For As By What When My Our His Her Its Not No',
);

/** Runs of capitalised words, with "of", "for", "and" inside. */
function findRuns(text: string): Run[] {
  const found = wordsOf(text);
  const lowers = new Set<string>();
  for (const { word } of found) if (startsSmall(word)) lowers.add(word);
  const runs: Run[] = [];
  for (let i = 0; i < found.length; i += 1) {
    const first = found[i];
    if (first === undefined || !startsCapital(first.word)) continue;
    const opensSentence =
      i === 0 ||
      /[.!?:"\u201c\u201d*\n][\s"\u201c\u201d*_]{0,8}$/u.test(
        text.slice(Math.max(0, first.start - 4), first.start),
      );
    if (
      opensSentence &&
      lowers.has(first.word.toLowerCase()) &&
      !isTitle(first.word) &&
      !isBodyWord(first.word)
    )
      continue;
    if (NO_NAME.has(first.word)) continue;
    const end = runEnd(text, found, i);
    const parts = found.slice(i, end);
    const last = parts[parts.length - 1];
    if (last === undefined) continue;
    const before =
      i > 0 && text.slice(found[i - 1]?.end ?? 0, first.start) === ' ' ? (found[i - 1]?.word ?? '') : '';
    runs.push({
      words: parts.map((part) => part.word),
      start: first.start,
      end: last.end,
      before: before.toLowerCase(),
      opensSentence,
    });
    i = end - 1;
  }
  return runs;
}

function runEnd(text: string, found: readonly FoundWord[], from: number): number {
  let end = from + 1;
  let and = 0;
  for (let k = from + 1; k < found.length && k - from < MAX_RUN; k += 1) {
    const part = found[k];
    const left = found[k - 1];
    // A genitive or a full stop ends a name.
    if (part === undefined || left === undefined || text.slice(left.end, part.start) !== ' ') break;
    const rawLeft = text.slice(left.start, left.end);
    if (/['\u2019]s?$/u.test(rawLeft) || (rawLeft.endsWith('.') && !keepsDot(rawLeft) && !isTitle(rawLeft)))
      break;
    // "met Ada Low on Monday": a date is no part of a name.
    if (
      LINKS.has(left.word) &&
      isThingName([part.word]) &&
      /day$|ber$|ry$|^(?:March|April|May|June|July|August)$/u.test(part.word)
    )
      break;
    if (startsCapital(part.word)) end = k + 1;
    else if (!(LINKS.has(part.word) || isNameParticle(part.word)) || left.word === 'and') break;
    if (part.word === 'and' && and === 0) and = k;
  }
  // "Institute for Metrics and Evaluation" is one name, "Ada Bell and Tom Dunn" are two.
  const isOne = found.slice(from, end).some((part) => isBodyWord(part.word));
  return and !== 0 && !isOne ? Math.min(end, and) : end;
}

const SAID = wordSet(
  'said says told tells wrote writes argued argues thinks believes warned warns added adds noted notes insists insisted replied joked claims claimed predicted predicts',
);

function evidenceOfPerson(text: string, run: Run, hasTitle: boolean): number {
  const after = text.slice(run.end, run.end + 24);
  let evidence = hasTitle ? 2 : 0;
  const next = /^,? ?(\p{L}+)/u.exec(after)?.[1] ?? '';
  if (SAID.has(next)) evidence += 1;
  if (next === 'who' || next === 'whose') evidence += 2;
  if (SAID.has(run.before) || run.before === 'by') evidence += 1;
  if (
    /^, (?:\d{2},|an? \p{Ll}|the \p{Ll}+(?:'s)? (?:head|chief|chair|leader|minister|director|author|founder|president))/u.test(
      after,
    )
  )
    evidence += 1;
  return evidence;
}

function evidenceOfThing(text: string, run: Run, bare: readonly string[]): number {
  let evidence = /^(?:the|in|at|across|near|into|around|inside|outside|through|over|throughout)$/u.test(
    run.before,
  )
    ? 2
    : 0;
  if (/^ \(\p{Lu}{2,8}\)/u.test(text.slice(run.end, run.end + 12))) evidence += 2;
  if (looksLikeBody(bare) || isThingName(bare)) evidence += 2;
  if (bare.some((word) => LINKS.has(word))) evidence += 3;
  return evidence;
}

/** Acronyms in brackets after a name, and acronyms that are the initials of a name in the text. */
function findAcronyms(text: string, runs: readonly Run[]): Map<string, string> {
  const acronyms = new Map<string, string>();
  const initials = new Map<string, string>();
  for (const run of runs) {
    if (run.words.length < 2) continue;
    const bracket = /^ \(((?:the )?(\p{Lu}[\p{Lu}\p{Ll}&.-]{1,8}))\)/u.exec(
      text.slice(run.end, run.end + 16),
    );
    const acronym = bracket?.[2];
    if (acronym !== undefined && /\p{Lu}.*\p{Lu}/u.test(acronym) && !acronyms.has(acronym)) {
      const name = tailWithInitials(run.words, acronym) ?? run.words.join(' ');
      acronyms.set(acronym, `${name} (${bracket?.[1] ?? acronym})`);
    }
    const letters = run.words
      .filter((word) => !LINKS.has(word))
      .map((word) => word.charAt(0))
      .join('');
    if (letters.length >= 2 && !initials.has(letters)) initials.set(letters, run.words.join(' '));
  }
  for (const { letters, full } of inOrder(text, initials))
    if (!acronyms.has(letters)) acronyms.set(letters, `${full} (${letters})`);
  return acronyms;
}

/** The initials that stand in the text as words of their own, in order of place. */
function inOrder(
  text: string,
  initials: ReadonlyMap<string, string>,
): { letters: string; full: string; at: number }[] {
  const found: { letters: string; full: string; at: number }[] = [];
  for (const [letters, full] of initials) {
    if (!/^\p{Lu}{2,6}$/u.test(letters)) continue;
    const at = wordAt(text, letters);
    if (at !== -1) found.push({ letters, full, at });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Where letters stand first with none and no number beside them; -1 where they do not. */
function wordAt(text: string, letters: string): number {
  for (let at = text.indexOf(letters); at !== -1; at = text.indexOf(letters, at + 1)) {
    const isOpen = at === 0 || !(text.charAt(at - 1) === '.' || isLetterOrNumberAt(text, at - 1));
    if (isOpen && !isLetterOrNumberAt(text, at + letters.length)) return at;
  }
  return -1;
}

/** The last words of a run whose initials are the acronym: "Agency" is not part of it in "Reuters Panama Canal Authority (PCA)". */
function tailWithInitials(parts: readonly string[], acronym: string): string | null {
  for (let from = 0; from < parts.length - 1; from += 1) {
    const letters = parts
      .slice(from)
      .filter((word) => !LINKS.has(word))
      .map((word) => word.charAt(0))
      .join('');
    if (letters.toUpperCase() === acronym.replace(/[.&]/gu, '').toUpperCase())
      return parts.slice(from).join(' ');
  }
  return null;
}
