import { wordSet } from './word-set.js';
import { startsCapital, startsSmall } from '#core/text';
import { genderOf } from './given-names.js';
import type { Gender } from './given-names.js';
import type { ProperNames } from './proper-names.js';
import {
  isBodyNoun,
  isBodyWord,
  isForecastNoun,
  isPersonNoun,
  isStandIn,
  isThingName,
  looksLikeBody,
  singularOf,
  withoutTitles,
} from './who-speaks.js';

/** What a name or description stands for, as far as pronouns tell: "he", "it" or "they". */
export type Referent = 'person' | 'body' | 'group';

interface Mention {
  readonly name: string;
  /** Number of the sentence. */
  readonly at: number;
}

const PLACING = wordSet('in at from to near across into');
/** How many sentences a pronoun reaches back. */
const REACH = 8;
/** "the agency" can be any body named before; "the bank" only one that is called a bank. */
const GENERIC_BODY = wordSet(
  'office agency body group organisation organization company firm outfit authority institution institute forecaster pollster union charity operator maker regulator ministry department bank club lender consultancy carrier airline think-tank',
);

/** Names met so far in a text, so that "Low", "he" and "the group" can be told who is meant. */
export class NameMemory {
  private sentence = 0;
  private readonly subjects = new Map<Referent, Mention>();
  private readonly mentions = new Map<Referent, Mention>();
  /** Everybody described or named so far, latest last: for "the lawmaker", "the space agency". */
  private readonly described: string[] = [];
  private readonly aliases = new Map<string, string>();
  private readonly spoken = new Set<string>();
  private readonly kinds = new Map<string, number>();
  private readonly referents = new Map<string, Referent>();
  private readonly genders = new Map<string, Gender>();
  /** Persons, latest last. */
  private readonly persons: Mention[] = [];
  private lastName: Mention | null = null;
  private forecaster: Mention | null = null;

  constructor(private readonly names: ProperNames) {}

  /** "Wahlblick, a model run by ...": from now on "the model" is Wahlblick. */
  noteAlias(noun: string, name: string): void {
    this.aliases.set(noun.toLowerCase(), name);
  }

  startSentence(): void {
    this.sentence += 1;
  }

  /** Somebody is the subject of a sentence, or said something: pronouns mean them first. */
  noteSubject(name: string): void {
    const referent = this.referentOf(name);
    this.subjects.set(referent, { name, at: this.sentence });
    // "Norrland Energi" may be a person or a firm: "it" and "the company" may mean it, too.
    if (this.names.unsure.has(name)) this.subjects.set('body', { name, at: this.sentence });
    this.noteMention(name, referent);
  }

  /** Somebody is named on the way. */
  noteMention(name: string, referent: Referent = this.referentOf(name)): void {
    this.mentions.set(referent, { name, at: this.sentence });
    if (referent === 'person') this.notePerson(name);
    if (this.described[this.described.length - 1] !== name) this.described.push(name);
    if (this.described.length > 60) this.described.shift();
  }

  /** A proper name in running text, `before` the word it follows: persons and bodies that are known as such. */
  noteName(words: readonly string[], before: string): void {
    const bare = withoutTitles(words);
    const name = bare.join(' ');
    const gender = bare.length < words.length ? genderOf(words[0] ?? '') : genderOf(capitalised(before));
    if (gender !== null) this.genders.set(this.inFull(name), gender);
    if (this.names.forecasters.has(name)) this.forecaster = { name, at: this.sentence };
    const person = this.names.persons.get(name) ?? (this.names.fullPersons.has(name) ? name : null);
    if (person !== null) this.noteMention(person, 'person');
    else if (bare.length === 1 && bare.length < words.length && /^\p{Lu}\p{Ll}/u.test(name))
      this.noteMention(name, 'person');
    else if (
      !PLACING.has(before) &&
      (this.names.acronyms.has(name) ||
        (looksLikeBody(bare) && (bare.length > 1 || /^\p{Lu}{2,}/u.test(name))))
    )
      this.noteMention(this.inFull(name), 'body');
    else if (
      before !== 'the' &&
      !PLACING.has(before) &&
      bare.length === 1 &&
      !isThingName(bare) &&
      !this.names.things.has(name)
    )
      this.lastName = { name, at: this.sentence };
  }

  /** The market or site spoken of last. */
  lastForecaster(): string | null {
    return this.forecaster !== null && this.sentence - this.forecaster.at <= 3 * REACH
      ? this.forecaster.name
      : null;
  }

  /** Whether a word is part of a person's name somewhere in the text. */
  isNameWord(word: string): boolean {
    return this.names.persons.has(word);
  }

  /** Whether somebody was said to say something before. */
  hasSpoken(name: string): boolean {
    return this.spoken.has(name);
  }

  noteSpoken(name: string): void {
    this.spoken.add(name);
  }

  /** Something of a kind was met in this sentence; `follows` tells whether one was in the sentence before or in this. */
  noteKind(kind: string): void {
    this.kinds.set(kind, this.sentence);
  }

  follows(kind: string): boolean {
    const at = this.kinds.get(kind);
    return at !== undefined && this.sentence - at <= 2;
  }

  isForecaster(name: string): boolean {
    return (
      this.names.forecasters.has(name) || name.split(' ').some((word) => this.names.forecasters.has(word))
    );
  }

  /** Who a pronoun stands for, or null where nobody was named. */
  resolvePronoun(pronoun: string): string | null {
    if (/^(?:he|she|him|his|her)$/u.test(pronoun))
      return (
        this.personCalled(/^h(?:e|im|is)$/u.test(pronoun) ? 'he' : 'she') ??
        (this.lastName !== null && this.sentence - this.lastName.at <= 2 ? this.lastName.name : null)
      );
    if (/^(?:they|them|their)$/u.test(pronoun))
      return this.latest('group') ?? this.latest('body') ?? this.latest('person');
    return /^(?:it|its)$/u.test(pronoun) ? this.latest('body') : null;
  }

  private notePerson(name: string): void {
    this.persons.push({ name, at: this.sentence });
    if (this.persons.length > 30) this.persons.shift();
  }

  /** The person "he" or "she" means: not one whose title or given name says otherwise. */
  private personCalled(pronoun: Gender): string | null {
    const nearest = this.latest('person');
    const fits = (name: string): boolean => (this.genderOf(name) ?? pronoun) === pronoun;
    if (nearest === null || fits(nearest)) return nearest;
    const other = [...this.persons].reverse().find((item) => fits(item.name));
    return other !== undefined && this.sentence - other.at <= REACH ? other.name : null;
  }

  private genderOf(name: string): Gender | null {
    return this.genders.get(name) ?? genderOf(name.split(' ')[0] ?? '');
  }

  private latest(referent: Referent): string | null {
    const subject = this.subjects.get(referent);
    const mention = this.mentions.get(referent);
    const reaches = (item: Mention | undefined): item is Mention =>
      item !== undefined && this.sentence - item.at <= REACH;
    // A subject keeps its hold for three sentences over those that are only mentioned.
    if (reaches(subject) && (!reaches(mention) || mention.at - subject.at <= 3)) return subject.name;
    return reaches(mention) ? mention.name : null;
  }

  /** The person spoken of last, whatever the grammar: who a quotation without a speaker belongs to. */
  lastPerson(): string | null {
    return this.latest('person');
  }

  /**
   * A name in full: "Low" is "Anna Low", "the ACP" and "the Authority" are "Panama Canal Authority (ACP)", "the space
   * agency" is the agency named before. What cannot be told stays as it is.
   */
  inFull(name: string): string {
    const bare = name.replace(/^(?:[Tt]he|[Aa]n?) (?=[\p{L}\d])/u, '');
    const person = this.names.persons.get(withoutTitles(bare.split(' ')).join(' '));
    if (person !== undefined && person !== null) return person;
    const acronym = isCountry(bare) ? undefined : this.names.acronyms.get(bare);
    if (acronym !== undefined) return acronym;
    const byFirst = this.names.shortBodies.get(bare);
    if (byFirst !== undefined) return byFirst;
    const withAcronym = this.bodyByName(bare);
    if (withAcronym !== null) return withAcronym;
    if (/^\p{Ll}+$/u.test(name)) return this.aliases.get(name) ?? name;
    if (/^(?:the|this|that|these|those|an?) /iu.test(name))
      return this.definite(name, bare.replace(/^(?:(?:this|that|these|those) )?(?:same )?/iu, '')) ?? name;
    return name;
  }

  private bodyByName(bare: string): string | null {
    if (!/\s/u.test(bare) || !startsCapital(bare)) return null;
    for (const full of this.names.acronyms.values()) if (full.startsWith(`${bare} (`)) return full;
    return null;
  }

  /** "the Committee", "the lawmaker", "the agency": the one of that kind that was named before. */
  private definite(name: string, bare: string): string | null {
    const words = bare.split(' ');
    const head = words[words.length - 1] ?? '';
    const alias = /^an? /iu.test(name) ? undefined : this.aliases.get(bare.toLowerCase());
    if (alias !== undefined) return alias;
    const forecast = startsSmall(bare) ? this.names.forecasts.get(head) : undefined;
    if (forecast !== undefined) return forecast;
    if (/^an? /iu.test(name)) return null;
    if (startsCapital(head) && words.length === 1 && (isBodyWord(head) || isBodyNoun(head.toLowerCase())))
      return this.bodyCalled(head);
    if (startsCapital(head)) return null;
    const known = [...this.described]
      .reverse()
      .find(
        (item) =>
          endsInWord(item, head) && item.toLowerCase() !== name.toLowerCase() && item.toLowerCase() !== bare,
      );
    if (known !== undefined && words.length === 1) return known;
    if (!GENERIC_BODY.has(head)) return null;
    const body = this.subjects.get('body') ?? this.mentions.get('body');
    return body !== undefined && this.sentence - body.at <= REACH && fits(body.name, head) ? body.name : null;
  }

  private bodyCalled(head: string): string | null {
    const met = [...this.described]
      .reverse()
      .find((item) => item !== head && hasWord(item, head) && /\s/u.test(item));
    const named = met ?? this.names.bodies.find((item) => hasWord(item, head));
    if (named !== undefined) return this.bodyByName(named) ?? named;
    // "the Fund" after "the IMF", "the Alliance" after "NATO": the letter stands in the acronym.
    return (
      [...this.described]
        .reverse()
        .find(
          (item) =>
            /^\p{Lu}{3,6}$/u.test(item) &&
            (item.endsWith(head.charAt(0)) ||
              (/^(?:Bank|Alliance)$/u.test(head) && item.includes(head.charAt(0)))),
        ) ?? null
    );
  }

  /** Whether "he", "it" or "they" stands for a name; asked for the same names again and again. */
  referentOf(name: string): Referent {
    const known = this.referents.get(name);
    if (known !== undefined) return known;
    const referent = this.readReferent(name);
    this.referents.set(name, referent);
    return referent;
  }

  private readReferent(name: string): Referent {
    const bare = name.replace(/^(?:[Tt]he|[Aa]n?) /u, '');
    const words = bare.split(' ');
    if (this.names.fullPersons.has(bare)) return 'person';
    if (words.length === 1 && typeof this.names.persons.get(bare) === 'string') return 'person';
    const head = headWord(words).toLowerCase();
    if (startsCapital(bare) && looksLikeBody(words)) return 'body';
    if (/^(?:one|another|someone|somebody) (?:of|at|in|from|who|with|on)\b/iu.test(bare)) return 'person';
    if (/^(?:some|many|most|others|several|few|both)\b/iu.test(bare) || isStandIn(head)) return 'group';
    if (/^\p{Ll}|^An? |^The /u.test(name) || isPersonNoun(head) || isBodyNoun(head) || isForecastNoun(head)) {
      const isPlural =
        singularOf(head) !== head || /^(?:people|police|folk)$/u.test(head) || / and /u.test(bare);
      if (isPersonNoun(head)) return isPlural ? 'group' : 'person';
      if (isBodyNoun(head) || isForecastNoun(head)) return isPlural ? 'group' : 'body';
    }
    return 'body';
  }
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function isCountry(name: string): boolean {
  return /^(?:US|UK|EU|USA|UAE|USSR|GDR|DRC|PRC)$/u.test(name);
}

function hasWord(name: string, word: string): boolean {
  return name.includes(word) && name.split(/[ ()]/u).includes(word);
}

function endsInWord(name: string, word: string): boolean {
  const lower = name.toLowerCase();
  return lower.includes(word) && headWord(lower.replace(/ \([^)]*\)$/u, '').split(' ')) === word;
}

const AFTER_HEAD = wordSet('of at in for from who which that with on by close familiar polled run');

/** The last word before any "of", "at", "who". */
function headWord(words: readonly string[]): string {
  const cut = words.findIndex((word, i) => i > 0 && AFTER_HEAD.has(word));
  return words[(cut === -1 ? words.length : cut) - 1] ?? '';
}

/** "the agency" may be any body; "the bank", "the institute" one that is called so, or an acronym. */
function fits(name: string, head: string): boolean {
  const lower = name.toLowerCase();
  if (isBodyNoun(lower) || isPersonNoun(lower)) return false;
  if (
    /^(?:agency|body|group|organisation|organization|company|firm|outfit|forecaster|pollster|charity|operator|maker|consultancy|carrier|airline|office)$/u.test(
      head,
    )
  )
    return startsCapital(name);
  return (
    name.toLowerCase().split(/[ ()]/u).includes(head) ||
    (/^\p{Lu}{2,}/u.test(name) && name.toLowerCase().endsWith(head.charAt(0)))
  );
}
