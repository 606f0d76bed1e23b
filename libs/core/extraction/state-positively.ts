import { wordSet } from './word-set.js';
import { NEEDS_EDIT } from '#core/domain';
import type { NeedsEdit } from '#core/domain';
import { isPluralPhrase } from './agreement.js';
import { leadOf, timeClause, withLead } from './around-clause.js';
import { entryWithoutChance, isNothing, joinedChance, measured, thingBody } from './bare-entries.js';
import { cleanClause } from './clean-clause.js';
import { antecedentBefore, narrowTo } from './find-focus.js';
import { PronounNamer } from './name-subjects.js';
import type { Speaker } from './name-subjects.js';
import type { Token } from './nlp.js';
import { peelFrames } from './peel-frames.js';
import { prepareClause } from './prepare-clause.js';
import { capitalised, madeUp, printTokens, uncapitalised } from './print-tokens.js';
import { kindOf, PERSISTS } from './proposition-kind.js';
import type { Surroundings } from './resolve-pronouns.js';
import { baseForm } from './inflect.js';
import { sayInPresent } from './say-in-present.js';
import type { Body } from './statement-body.js';
import { partsOf } from './statement-parts.js';
import type { Parts } from './statement-parts.js';
import { verdictAt } from './opinion-frames.js';
import { findMainGroup, isTimeNoun } from './split-lead.js';
import type { Statement } from './statement.js';
import { inflectJoined, tameModals, withoutHedges } from './tame-words.js';

/** A clause and what is known around it. */
export interface ClauseView extends Surroundings {
  /** Tokens of the clause, of `sentence`. */
  readonly tokens: readonly Token[];
  /** Place in the text of the word that makes it a prediction. */
  readonly anchorAt: number;
  readonly speaker: Speaker;
  /** The condition it stands under: kept apart, so not part of the statement. */
  readonly condition: string | null;
  /** The if-clause next to it: what "I would be surprised if ..." is about. */
  readonly supposed: readonly Token[];
  /** A clause of time that belongs to it ("until the money runs out"), without its mark. */
  readonly time: readonly Token[];
  /** The words name a thing that is said to come about, not a clause. */
  readonly isThing?: boolean;
}

const MOST_WORDS = 30;

/**
 * Words a clause as a positive statement about the world: subject first, the verb in the simple present, without who says
 * it and how sure they are, negation taken out and told apart ("NATO will hardly agree" becomes "NATO agrees", denied).
 * A drafted wording for the analyst; what it is not sure of it flags.
 *
 * @example stateClause(viewOf('No branch will close before May.')).text === 'A branch closes before May'
 */
export function stateClause(view: ClauseView): Statement {
  const [statement] = stateClauses([view]);
  if (statement === undefined) throw new Error('a clause gives a statement');
  return statement;
}

/** As `stateClause`, step after step for all of them: the code of one step stays at hand while it is needed. */
export function stateClauses(views: readonly ClauseView[]): Statement[] {
  const cleaned = views.map(cleanedOf);
  const bodies = cleaned.map(bodyOf);
  const parts = cleaned.map(({ clean, view }, k) => {
    const body = bodies[k];
    return (body === undefined ? null : partsOf(body, view.anchorAt)) ?? measured(clean);
  });
  return cleaned.map((own, k) => {
    const part = parts[k] ?? null;
    return part === null
      ? withoutVerb(own.clean, own.view, bodies[k]?.isFrameDenied === true)
      : statedOf(own, part);
  });
}

/** A clause without the words that only lead in to it or colour it. */
interface Cleaned {
  readonly view: ClauseView;
  readonly clean: readonly Token[];
  readonly isSurprise: boolean;
}

function cleanedOf(view: ClauseView): Cleaned {
  const isSurprise = isSurprised(view.tokens) && view.supposed.length > 0;
  const tokens = isSurprise ? [...view.tokens, ...view.supposed] : view.tokens;
  const clean = withAntecedent(
    prepareClause(cleanClause(tokens, before(view.sentence, view.tokens[0]?.start ?? 0), view.words)),
    view,
  );
  return { view, clean, isSurprise };
}

function bodyOf({ view, clean }: Cleaned): Body {
  const entry = entryWithoutChance(clean);
  const isThing =
    view.isThing === true || (entry !== null && findMainGroup(entry) === null) || isNothing(clean);
  const said = entry ?? clean;
  return isThing
    ? (joinedChance(said) ?? thingBody(said))
    : peelFrames(narrowTo(said, view.anchorAt), view.anchorAt);
}

function statedOf({ view, clean, isSurprise }: Cleaned, parts: Parts): Statement {
  const namer = new PronounNamer(view.speaker, view, startOf(parts, clean), isDoing(parts));
  const { words, subject, verb, rest, whole, isJoined } = say(parts, namer, view);
  const text = capitalised(printTokens(words));
  const flags = new Set<NeedsEdit>([...parts.flags, ...namer.flags]);
  if (parts.verb !== null && (subject.length === 0 || /^(?:which|who|what)$/u.test(subject[0]?.lower ?? '')))
    flags.add('NO_SUBJECT');
  if (isJoined) flags.add('TWO_EVENTS');
  if (isElliptic(verb, rest)) flags.add('ELLIPSIS');
  noteWording(text, flags);
  return {
    text,
    kind: kindOf({
      verb: baseOf(verb),
      subject,
      rest: [...verb.filter(({ lower }) => lower === 'still'), ...whole],
      isPassive: isPassive(parts),
      isDenied: parts.isDenied,
    }),
    needsEdit: NEEDS_EDIT.filter((code) => flags.has(code)),
    isDenied: parts.isDenied,
    isFrameDenied: parts.isFrameDenied,
    isAboutCondition: isSurprise,
  };
}

/** The tokens of a sentence that end before a place in the text. */
function before(sentence: readonly Token[], place: number): readonly Token[] {
  let to = 0;
  while (to < sentence.length && (sentence[to]?.end ?? place) <= place) to += 1;
  return sentence.slice(0, to);
}

/** "..., which will pass": what "which" stands for is before the clause. */
function withAntecedent(clean: readonly Token[], { sentence }: ClauseView): readonly Token[] {
  const first = clean[0];
  if (first === undefined || !/^(?:which|who)$/u.test(first.lower)) return clean;
  const at = sentence.findIndex(({ start }) => start >= first.start);
  const to = sentence[at - 1]?.lower === ',' ? at - 1 : at;
  const whole = first.lower === 'which' && verdictAt(clean, 1) !== null ? clauseBefore(sentence, to) : [];
  if (whole.length > 0) return [...whole, ...madeUp(',', first.start, 'PUNCT'), ...clean];
  const antecedent = to > 0 ? antecedentBefore(sentence, to) : [];
  return antecedent.length === 0 ? clean : [...antecedent, ...madeUp(',', first.start, 'PUNCT'), ...clean];
}

/** "After the king falls, which is certain": the clause that "which" speaks of, without what opens it. */
function clauseBefore(sentence: readonly Token[], to: number): readonly Token[] {
  let from = to;
  while (
    from > 0 &&
    to - from < 30 &&
    !/^(?:[,;:]|after|when|once|if|before|that|and|but|until)$/u.test(sentence[from - 1]?.lower ?? '')
  )
    from -= 1;
  const clause = sentence.slice(from, to);
  return findMainGroup(clause) === null ? [] : clause;
}

/** "I would be astonished": whether something follows or not. */
const isSurprised = (tokens: readonly Token[]): boolean =>
  tokens.slice(-3).some(({ lower }) => /^(?:surprised|astonished|amazed|shocked|surprising)$/u.test(lower));

/** No verb, so nothing to put into the present: the words as they are, flagged. */
function withoutVerb(clean: readonly Token[], view: ClauseView, isFrameDenied: boolean): Statement {
  const namer = new PronounNamer(view.speaker, view, clean[0]?.start ?? 0, false);
  const words = namer
    .name(clean, true)
    .filter(({ pos, lower }) => pos !== 'AUX' || !/^(?:will|would|may|might|could|shall)$/u.test(lower));
  const text = capitalised(printTokens(withoutHedges(words)));
  const flags = new Set<NeedsEdit>([...namer.flags, 'NO_VERB']);
  noteWording(text, flags);
  return {
    text,
    kind: 'change',
    needsEdit: NEEDS_EDIT.filter((code) => flags.has(code)),
    isDenied: false,
    isFrameDenied,
    isAboutCondition: false,
  };
}

const HAPPENS = wordSet(
  'be stay remain fall rise concern come last cost grow shrink drop break start begin end open close reach hit exceed lead cause trigger generate increase decrease decline climb slip continue fade ease peak move run mean have total average double triple halve happen occur arrive go help become follow work matter succeed fail',
);

/** Whether the statement's verb says that somebody does something. */
function isDoing({ verb }: Parts): boolean {
  if (verb === null || verb.group.isPassive) return false;
  const token = verb.tokens[verb.group.verb];
  return token !== undefined && !HAPPENS.has(token.lemma.toLowerCase());
}

/** Where the clause of the statement begins in the text, its opening phrase included. */
function startOf({ lead, subject, rest }: Parts, clean: readonly Token[]): number {
  const first = [...lead, ...subject, ...rest].map(({ start }) => start);
  return first.length === 0 ? (clean[0]?.start ?? 0) : Math.min(...first);
}

interface Said {
  readonly words: readonly Token[];
  readonly subject: readonly Token[];
  readonly verb: readonly Token[];
  readonly rest: readonly Token[];
  /** With the phrases of time. */
  readonly whole: readonly Token[];
  readonly isJoined: boolean;
}

function say(parts: Parts, namer: PronounNamer, view: ClauseView): Said {
  const subject = withoutReflexive(
    withoutHedges(tameModals(namer.name(parts.subject, true, predicateOf(parts)))),
  );
  const isRenamed =
    parts.subject.length > 0 &&
    /^(?:i|we|you|they)$/u.test(parts.subject[parts.subject.length - 1]?.lower ?? '');
  const isThere = parts.verb === null || subject[0]?.lower === 'there';
  const isPlural =
    (isRenamed || isThere ? null : parts.isPlural) ?? isPluralPhrase(isThere ? parts.rest : subject);
  const keepsModal = !parts.isDenied && !parts.isFrameDenied;
  const at = parts.rest[0]?.start ?? 0;
  const verb =
    parts.verb === null
      ? madeUp(isPlural ? 'are' : 'is', at, 'AUX')
      : sayInPresent(parts.verb.tokens, parts.verb.group, isPlural, {
          keepsModal,
          agrees: isRenamed,
          keepsTense: parts.verb.isOuter,
        });
  const isBase =
    parts.verb !== null &&
    (parts.verb.group.modal !== null || parts.verb.group.form === 'infinitive' || isRenamed);
  const joined = isBase ? inflectJoined(parts.rest, isPlural) : { tokens: parts.rest, isJoined: false };
  const rest = namer.name(withoutHedges(tameModals(joined.tokens)), false);
  const time = namer.name(
    tameModals(timeClause(ownTime(view, parts), parts.isDenied && !PERSISTS.has(baseOf(verb)))),
    false,
  );
  const opening = parts.verb === null ? madeUp('there', at, 'PRON') : [];
  const core = [
    ...uncapitalised(opening.length > 0 ? [] : subject),
    ...opening,
    ...verb,
    ...(opening.length > 0 ? uncapitalised(rest) : rest),
  ];
  const lead = uncapitalised(namer.name(leadOf(parts.lead, view.condition), false));
  return {
    words: withLead(lead, core, rest, time),
    subject: [...opening, ...subject],
    verb,
    rest,
    whole: [...rest, ...lead, ...time],
    isJoined: joined.isJoined,
  };
}

/** "After the king falls, which is certain": the clause of time is what is claimed, then. */
const ownTime = ({ time }: ClauseView, { subject }: Parts): readonly Token[] =>
  subject.length > 0 && subject.every((token) => time.some(({ start }) => start === token.start)) ? [] : time;

const predicateOf = ({ verb, rest }: Parts): readonly Token[] =>
  verb === null ? rest : [...verb.tokens.slice(verb.group.verb, verb.group.to), ...rest];

/** "NATO itself" is NATO, "leaders also" are leaders. */
const withoutReflexive = (subject: readonly Token[]): readonly Token[] =>
  subject.length > 1
    ? subject.filter(
        ({ lower }, i) =>
          !/^(?:itself|himself|herself|themselves)$/u.test(lower) &&
          !(i === subject.length - 1 && /^(?:also|too|then)$/u.test(lower)),
      )
    : subject;

const RELATIVE_TIME =
  /\b(?:by then|before then|until then|since then|at that (?:point|time|stage)|(?:that|the same|the following|the previous) (?:day|week|weekend|month|quarter|year|summer|winter|spring|autumn|fall|decade|time)|then|(?:day|week|month|year|hour|minute)s? later|afterwards?)\b/iu;

function noteWording(text: string, flags: Set<NeedsEdit>): void {
  if (RELATIVE_TIME.test(text)) flags.add('RELATIVE_TIME');
  if (text.length > MOST_WORDS && text.split(' ').length > MOST_WORDS) flags.add('LONG');
}

/** "He might", "it will be", "they will do so": the verb is in another sentence. */
function isElliptic(verb: readonly Token[], rest: readonly Token[]): boolean {
  const last = verb[verb.length - 1];
  const after = rest.filter(({ pos }) => pos !== 'ADV' && pos !== 'PUNCT');
  if (last === undefined) return true;
  if (/^(?:is|are|has|have|does|do|can|must|will|would|may|might|could)$/u.test(last.lower))
    return after.every((token) => token.pos === 'ADP' || token.pos === 'DET' || isTimeNoun(token));
  // "The market is at 31%", "the site says 12.5%": how likely, not what.
  if (/^(?:is|are|says|say|stands|stand|runs|run)$/u.test(last.lower) && isBareChance(after)) return true;
  return /^(?:does|do)$/u.test(last.lower) && /^(?:so|that|it|this)$/u.test(after[0]?.lower ?? '');
}

/** "at 31%", "12.5 percent", "from about 30% to 40%", and nothing else. */
const isBareChance = (after: readonly Token[]): boolean =>
  after.length <= 8 &&
  after.some(({ lower }) => /^(?:%|percent|cent)$/u.test(lower) || /\d%$/u.test(lower)) &&
  after.every(
    ({ pos, lower }) =>
      pos === 'NUM' ||
      /^(?:%|percent|per|cent|at|about|around|from|to|between|and|roughly|nearly|only)$/u.test(lower),
  );

const baseOf = (verb: readonly Token[]): string => {
  const words = verb.filter(({ pos }) => pos === 'VERB' || pos === 'AUX');
  const last = words[words.length - 1];
  if (last === undefined) return 'be';
  if (/^(?:is|are|was|were)$/u.test(last.lower)) return 'be';
  if (/^(?:has|had)$/u.test(last.lower)) return 'have';
  return baseForm({
    lower: last.lower,
    lemma: last.lemma === last.lower ? last.lower.replace(/(?<=[a-z]{2})s$/u, '') : last.lemma,
  });
};

function isPassive({ verb }: Parts): boolean {
  return verb?.group.isPassive === true;
}

export type { Speaker } from './name-subjects.js';
