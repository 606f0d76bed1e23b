import { wordSet } from './word-set.js';
import { startsCapital } from '#core/text';
import { isPluralPhrase } from './agreement.js';
import { REPORTING_VERBS } from './clauses.js';
import type { Mention } from './mentions.js';
import type { Token } from './nlp.js';
import { reworded } from './print-tokens.js';
import { THIRD_PERSONS, familyOf, isThirdPerson, namedAt, resolvePronoun } from './resolve-pronouns.js';
import type { Surroundings } from './resolve-pronouns.js';
import type { NeedsEdit } from '#core/domain';
import { isTimeNoun } from './split-lead.js';
import { looksLikePerson } from './who-speaks.js';

/** Who says it, for "I" and "we". */
export interface Speaker {
  readonly name: string;
  /** Nobody's name is known. */
  readonly isUnknown: boolean;
}

const FIRST_SINGULAR = wordSet('i me my mine myself');
const FIRST_PLURAL = wordSet('we us our ours ourselves');
const SECOND = wordSet('you your yours yourself');
const POINTING = wordSet('this that these those');
const NOMINATIVE: Readonly<Record<string, string>> = { them: 'they', him: 'he', me: 'I', us: 'we' };
const OBJECT = wordSet('it them');
const POSSESSIVE = wordSet('my our his her its their your');

/** The words that may stand for somebody, or point back; all others stay as they are. */
const STANDS_FOR: ReadonlySet<string> = new Set([
  ...FIRST_SINGULAR,
  ...FIRST_PLURAL,
  ...SECOND,
  ...POINTING,
  ...THIRD_PERSONS,
  ...'such first second third last latter former other others one ones'.split(' '),
]);

/** The name without what follows it ("Ada Low, senior analyst") and without marks. */
function nameOf(speaker: Speaker): string {
  const bare = speaker.name
    .replace(/["\u201c\u201d]/gu, '')
    .split(/[,(]/u, 1)
    .join('')
    .trim();
  return bare === '' ? speaker.name : bare;
}

/** Who "we" is: a body under its own name, a person's side, or those who are said to speak. */
function sideOf(speaker: Speaker): string {
  if (speaker.isUnknown) return 'the author\u2019s side';
  const name = nameOf(speaker);
  if (!looksLikePerson(name.split(' '), false)) return name;
  return `${name}${name.endsWith('s') ? '\u2019' : '\u2019s'} side`;
}

const authorOf = (speaker: Speaker): string => (speaker.isUnknown ? 'the author' : nameOf(speaker));

/**
 * Replaces the pronouns of a statement, part by part in the order in which they are read: "I" and "we" by who speaks, those
 * of the third person by what they stand for where that is safe. A pronoun that the statement itself explains ("Russia
 * ... its image") stays. What it cannot name it flags.
 */
export class PronounNamer {
  readonly flags = new Set<NeedsEdit>();
  private readonly subject: Token[] = [];
  private said: Token[] = [];
  private readonly known = new Map<string, Mention | null>();
  /** Pronouns of the subject: later ones of the same person mean it. */
  private readonly families = new Set<string>();
  private spoken: 'one' | 'side' | null = null;

  constructor(
    private readonly speaker: Speaker,
    private readonly around: Surroundings,
    /** Place in the text where the clause begins. */
    private readonly clauseAt: number,
    /** The verb is one of doing. */
    private readonly acts: boolean,
  ) {}

  /**
   * @param isSubject what the statement is about; the rest is read after it
   * @param predicate verb and what follows, without auxiliaries: "it" may stand for nothing
   */
  name(tokens: readonly Token[], isSubject: boolean, predicate: readonly Token[] = []): Token[] {
    const out: Token[] = [];
    if (isSubject && tokens.length === 1 && isDummy([...tokens, ...predicate], 0)) return [...tokens];
    if (!isSubject) this.said = [];
    const read = isSubject ? this.subject : this.said;
    tokens.forEach((token, i) => {
      if (STANDS_FOR.has(token.lower)) {
        const named = this.nameOne(tokens, i, isSubject);
        out.push(...named);
        read.push(...named);
      } else {
        out.push(token);
        read.push(token);
      }
    });
    return out;
  }

  private nameOne(tokens: readonly Token[], i: number, isSubject: boolean): Token[] {
    const token = tokens[i];
    if (token === undefined) return [];
    const isPossessive = POSSESSIVE.has(token.lower) && isBeforeNoun(token, tokens[i + 1]);
    if (FIRST_SINGULAR.has(token.lower) && token.pos !== 'NUM')
      return this.speakerHere(token, 'one', isPossessive, tokens[i + 1]);
    if (FIRST_PLURAL.has(token.lower) && token.text !== 'US')
      return this.speakerHere(token, 'side', isPossessive, tokens[i + 1]);
    if (
      SECOND.has(token.lower) ||
      (POINTING.has(token.lower) && isAlone(tokens, i, isSubject)) ||
      (isSubject && pointsBack(tokens, i))
    )
      this.flags.add('PRONOUN');
    if (!isSubject && this.families.has(familyOf(token.lower))) return [token];
    if (isSubject && isThirdPerson(token.lower)) this.families.add(familyOf(token.lower));
    if (!isThirdPerson(token.lower) || isDummy(tokens, i) || isExplained(token, this.subject, this.said))
      return [token];
    if (!isSubject && OBJECT.has(token.lower) && !isPossessive) {
      this.flags.add('PRONOUN');
      return [token];
    }
    if (this.isReporter(token)) return namedAt(authorOf(this.speaker), token, isPossessive);
    const mention = this.mentionFor(token, isSubject);
    if (mention !== null && (isSubject || mention.tokens.length <= 6))
      return standIn(this.ownNamed(mention), token, isPossessive);
    this.flags.add('PRONOUN');
    const nominative =
      isSubject && tokens.length === 1 && Object.hasOwn(NOMINATIVE, token.lower) && !isPossessive
        ? NOMINATIVE[token.lower]
        : undefined;
    return [nominative === undefined ? token : reworded(token, nominative, 'PRON')];
  }

  private mentionFor(token: Token, isSubject: boolean): Mention | null {
    const known = this.known.get(token.lower);
    if (known !== undefined) return known;
    const mention = resolvePronoun(token.lower, this.clauseAt, this.around, { isSubject, acts: this.acts });
    this.known.set(token.lower, mention);
    return mention;
  }

  /** "She says she will": she is who makes the claim. */
  private isReporter(token: Token): boolean {
    if (this.speaker.isUnknown || !looksLikePerson(nameOf(this.speaker).split(' '), false)) return false;
    const { sentence } = this.around;
    return sentence.some(
      ({ lower, end }, i) =>
        end <= this.clauseAt &&
        lower === token.lower &&
        /^(?:he|she)$/u.test(lower) &&
        REPORTING_VERBS.has(sentence[i + 1]?.lemma.toLowerCase() ?? ''),
    );
  }

  /** "My grandson" is the speaker's. */
  private ownNamed(mention: Mention): Mention {
    const [first, ...others] = mention.tokens;
    if (first === undefined || !/^(?:my|our)$/u.test(first.lower)) return mention;
    if (others[0]?.lower === nameOf(this.speaker).toLowerCase())
      return { ...mention, tokens: [reworded(first, 'the', 'DET'), ...others] };
    return { ...mention, tokens: [...namedAt(authorOf(this.speaker), first, true), ...others] };
  }

  /** The subject is the speaker under his own name. */
  private isSpeakerNamed(): boolean {
    const last = nameOf(this.speaker).split(/\s/u).pop();
    return last !== undefined && this.subject.some(({ text, start, end }) => text === last && end > start);
  }

  private speakerHere(
    token: Token,
    who: 'one' | 'side',
    isPossessive: boolean,
    next: Token | undefined,
  ): Token[] {
    if (who === 'side') this.flags.add('WHO_IS_WE');
    // "Our model" said by a model.
    if (isPossessive && next?.lower === nameOf(this.speaker).toLowerCase())
      return [reworded(token, 'the', 'DET')];
    const isAgain = this.spoken === who || this.isSpeakerNamed();
    this.spoken = who;
    // "Our plan" of somebody is his plan; only "we" and "us" ask for a side.
    if (!isAgain)
      return namedAt(
        who === 'one' || isPossessive ? authorOf(this.speaker) : sideOf(this.speaker),
        token,
        isPossessive,
      );
    if (this.spoken === 'side' && isPossessive && !looksLikePerson(this.speaker.name.split(' '), false))
      return [reworded(token, 'its', 'PRON')];
    const isNominative = /^(?:i|we)$/u.test(token.lower);
    return [reworded(token, isPossessive ? 'their' : isNominative ? 'they' : 'them', 'PRON')];
  }
}

/** Whether a phrase before the pronoun, in the statement itself, agrees with it: its subject, or a noun since. */
function isExplained(token: Token, subject: readonly Token[], said: readonly Token[]): boolean {
  const nouns = said.filter(({ pos }) => pos === 'NOUN' || pos === 'PROPN');
  const own = subject.filter(({ pos }) => pos === 'NOUN' || pos === 'PROPN' || pos === 'X');
  // "A European side wins it": an object of the main verb is not its subject.
  const isObject =
    /^(?:it|them|him)$/u.test(token.lower) &&
    !said.some(
      ({ pos, lower }) =>
        pos === 'VERB' || pos === 'AUX' || /^(?:that|which|who|if|when|before|until)$/u.test(lower),
    );
  if (isObject && said.length < 4)
    return nouns.some((noun) => (token.lower === 'them') === isPluralPhrase([noun]));
  const isMany = (noun: Token): boolean => isPluralPhrase([noun]);
  if (/^(?:they|them|their)$/u.test(token.lower))
    return (
      (own.length > 0 && (isPluralPhrase(subject) || token.lower === 'their')) ||
      nouns.some(isMany) ||
      /^(?:everyone|everybody|somebody|someone|nobody|people|many|most|some|both)$/u.test(
        subject[0]?.lower ?? '',
      )
    );
  if (/^(?:he|him|his|she|her|hers)$/u.test(token.lower))
    return (
      [...own, ...nouns].some(({ pos, text }) => pos === 'PROPN' && startsCapital(text)) ||
      subject[0]?.lower === 'somebody'
    );
  return (own.length > 0 && !isPluralPhrase(subject)) || nouns.some((noun) => !isMany(noun));
}

function isBeforeNoun(token: Token, next: Token | undefined): boolean {
  if (next === undefined || (token.lower === 'her' && next.pos === 'VERB')) return false;
  return ['NOUN', 'ADJ', 'PROPN', 'NUM', 'VERB', 'ADV'].includes(next.pos);
}

/** The phrase itself in the place of the pronoun, "the" before a second mention of something new. */
function standIn(mention: Mention, at: Token, isPossessive: boolean): Token[] {
  const phrase = mention.tokens.map((token, i) => {
    const isOpening = i === 0 && /^(?:an?|any|some|another)$/u.test(token.lower);
    const word = isOpening ? 'the' : i === 0 && token.pos !== 'PROPN' ? token.lower : token.text;
    return { ...token, text: word, lower: word.toLowerCase(), start: at.start, end: at.start };
  });
  return isPossessive
    ? [
        ...phrase,
        ...namedAt((phrase[phrase.length - 1]?.lower ?? '').endsWith('s') ? '\u2019' : '\u2019s', at, false),
      ]
    : phrase;
}

/** "This will force": no noun follows that it points to. */
function isAlone(tokens: readonly Token[], i: number, isSubject: boolean): boolean {
  const next = tokens[i + 1];
  if (tokens[i]?.lower === 'that' && (i > 0 || !isSubject)) return next === undefined || next.pos === 'PUNCT';
  return (
    next === undefined ||
    !(
      ['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(next.pos) ||
      (next.pos === 'VERB' && /(?:ing|ed)$/u.test(next.lower)) ||
      /^(?:of|who|that|to|in|with|from|at)$/u.test(next.lower)
    )
  );
}

/** "This company", "the first", "the American one": the text says which, the statement does not. */
function pointsBack(tokens: readonly Token[], i: number): boolean {
  const [token, next] = [tokens[i], tokens[i + 1]];
  if (token === undefined) return false;
  if (i === 0 && /^(?:this|that|these|those|such)$/u.test(token.lower))
    return (
      next?.pos === 'NOUN' && !isTimeNoun(next) && !/^(?:who|that|of)$/u.test(tokens[i + 2]?.lower ?? '')
    );
  const isOrdinal = /^(?:first|second|third|last|latter|former|other|others|one|ones)$/u.test(token.lower);
  const isBare = next === undefined || next.pos === 'PUNCT';
  return isOrdinal && isBare && i > 0 && i < 4 && /^(?:the|this|that)$/u.test(tokens[0]?.lower ?? '');
}

/** "It takes years to", "it rains": it stands for nothing. */
function isDummy(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.lower !== 'it') return false;
  const verb = tokens[i + 1];
  return (
    (verb !== undefined &&
      verb.lemma.toLowerCase() === 'take' &&
      tokens.slice(i + 2, i + 6).some(isTimeNoun)) ||
    (verb !== undefined &&
      /^(?:rain|snow|pour|freeze|take|require)/u.test(verb.lemma.toLowerCase()) &&
      (verb.lower !== 'takes' || tokens.slice(i).some(({ lower }) => lower === 'to'))) ||
    (/^(?:is|be)$/u.test(verb?.lower ?? '') &&
      tokens.slice(i + 2, i + 6).some(({ pos, lower }) => pos === 'ADJ' || lower === 'time') &&
      tokens.slice(i + 3, i + 9).some(({ lower }) => lower === 'to' || lower === 'that'))
  );
}
