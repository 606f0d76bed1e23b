import { NEEDS_EDIT } from '#core/domain';
import type { NeedsEdit } from '#core/domain';
import { isPluralPhrase } from './agreement.js';
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
import { clauseBody, hasNominal } from './statement-body.js';
import type { Body } from './statement-body.js';
import { partsOf } from './statement-parts.js';
import type { Parts } from './statement-parts.js';
import { chanceAlone } from './chance-frames.js';
import { findMainGroup, isTimeNoun } from './split-lead.js';
import type { Statement } from './statement.js';
import { inflectJoined, tameModals, withoutHedges } from './tame-words.js';
import { findVerbGroups } from './verb-groups.js';

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
  const isSurprise = isSurprised(view.tokens) && view.supposed.length > 0;
  const tokens = isSurprise ? [...view.tokens, ...view.supposed] : view.tokens;
  const clean = withAntecedent(
    prepareClause(
      cleanClause(
        tokens,
        view.sentence.filter(({ end }) => end <= (view.tokens[0]?.start ?? 0)),
        view.words,
      ),
    ),
    view,
  );
  const entry = entryWithoutChance(clean);
  const isThing =
    view.isThing === true || (entry !== null && findMainGroup(entry) === null) || isNothing(clean);
  const said = entry ?? clean;
  const body = isThing
    ? (joinedChance(said) ?? thingBody(said))
    : peelFrames(narrowTo(said, view.anchorAt), view.anchorAt);
  const parts = partsOf(body, view.anchorAt) ?? measured(clean);
  if (parts === null) return withoutVerb(clean, view, body.isFrameDenied);
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

/** "..., which will pass": what "which" stands for is before the clause. */
function withAntecedent(clean: readonly Token[], { sentence }: ClauseView): readonly Token[] {
  const first = clean[0];
  if (first === undefined || !/^(?:which|who)$/u.test(first.lower)) return clean;
  const at = sentence.findIndex(({ start }) => start >= first.start);
  const to = sentence[at - 1]?.lower === ',' ? at - 1 : at;
  const antecedent = to > 0 ? antecedentBefore(sentence, to) : [];
  return antecedent.length === 0 ? clean : [...antecedent, ...madeUp(',', first.start, 'PUNCT'), ...clean];
}

/** "I would be astonished": whether something follows or not. */
const isSurprised = (tokens: readonly Token[]): boolean =>
  tokens.slice(-3).some(({ lower }) => /^(?:surprised|astonished|amazed|shocked|surprising)$/u.test(lower));

/** "A launch before the new year: one in five": the words before a colon after which only a chance comes. */
function entryWithoutChance(tokens: readonly Token[]): readonly Token[] | null {
  const colon = tokens.findIndex(({ text }, i) => text === ':' && i > 1);
  const after = tokens.slice(colon + 1);
  if (colon === -1 || after.length === 0 || after.length > 9) return null;
  const isChance = after.some(
    ({ lower }) =>
      /^(?:in|chance|chances|even|evens|likely|unlikely|doubtful|probable)$/u.test(lower) ||
      /-in-/u.test(lower),
  );
  const isOnly = after.every(
    ({ pos, lower }) =>
      pos !== 'VERB' &&
      pos !== 'AUX' &&
      (pos !== 'NOUN' || /^(?:chance|chances|cent|percent|odds|ten|half|third|quarter)$/u.test(lower)) &&
      pos !== 'PROPN' &&
      lower !== ',',
  );
  return isChance && isOnly ? tokens.slice(0, colon) : null;
}

/** "Nothing for the south before Monday": no verb, and a denial. */
const isNothing = (tokens: readonly Token[]): boolean =>
  /^(?:no|nothing|none)$/u.test(tokens[0]?.lower ?? '') && findVerbGroups(tokens).length === 0;

/** "Winning margin: 48 points", "Net sales: $1.66 billion": a thing and its number. */
function measured(tokens: readonly Token[]): Parts | null {
  const colon = tokens.findIndex(({ text }) => text === ':');
  const after = tokens.slice(colon + 1);
  const first = after.findIndex(
    ({ pos, lower }) =>
      pos !== 'ADV' && !/^(?:about|around|roughly|between|just|over|under|up|to)$/u.test(lower),
  );
  const isNumber =
    (after[first]?.pos === 'NUM' || /^[$\u20ac\u00a3]|^US\$/u.test(after[first]?.text ?? '')) &&
    !/^(?:%|percent|cent)$/u.test(after[after.length - 1]?.lower ?? '');
  const subject = tokens.slice(0, colon);
  if (colon < 1 || colon > 7 || !isNumber || !hasNominal(subject) || findMainGroup(tokens) !== null)
    return null;
  const verb = madeUp('to be', tokens[colon]?.start ?? 0, 'VERB').map((token) =>
    token.lower === 'to' ? { ...token, pos: 'PART' } : { ...token, pos: 'AUX' },
  );
  const group = findVerbGroups(verb)[0];
  if (group === undefined) return null;
  return {
    lead: [],
    subject,
    verb: { tokens: verb, group, isOuter: false },
    rest: after,
    isDenied: false,
    isFrameDenied: false,
    isPlural: null,
    flags: [],
  };
}

/** "Chance of a top five" */
function joinedChance(tokens: readonly Token[]): Body | null {
  const peeled = chanceAlone(tokens);
  return peeled === null
    ? null
    : { ...clauseBody(tokens), ...peeled, isPlural: null, isDenied: false, isFrameDenied: peeled.isDenied };
}

const thingBody = (tokens: readonly Token[]): Body => ({
  ...clauseBody(tokens),
  shape: hasNominal(tokens) ? 'thing' : 'clause',
});

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

const HAPPENS =
  /^(?:be|stay|remain|fall|rise|concern|come|last|cost|grow|shrink|drop|break|start|begin|end|open|close|reach|hit|exceed|lead|cause|trigger|generate|increase|decrease|decline|climb|slip|continue|fade|ease|peak|move|run|mean|have|total|average|double|triple|halve|happen|occur|arrive|go|help|become|follow|work|matter|succeed|fail)$/u;

/** Whether the statement's verb says that somebody does something. */
function isDoing({ verb }: Parts): boolean {
  if (verb === null || verb.group.isPassive) return false;
  const token = verb.tokens[verb.group.verb];
  return token !== undefined && !HAPPENS.test(token.lemma.toLowerCase());
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
  const subject = withoutReflexive(withoutHedges(tameModals(namer.name(parts.subject, true))));
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
    tameModals(timeClause(view.time, parts.isDenied && !PERSISTS.test(baseOf(verb)))),
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

/** An opening phrase that says when or where; not a condition, a clause or a turn of speech. */
function leadOf(lead: readonly Token[], condition: string | null): readonly Token[] {
  const bare = trimCommas(lead);
  if (bare.length === 0 || bare.length > (bare.some(isTimeNoun) ? 14 : 8)) return [];
  if (findVerbGroups(bare).some(({ form }) => form !== 'infinitive' && form !== 'participle')) return [];
  const first = bare[0]?.lower ?? '';
  if (
    /^(?:as|for|then|so|now|to|given|despite|like|unlike|beyond|besides|regardless|whatever|according|because|due|thanks|if|unless|with|even|still|again|eventually|finally|again|where|from|first|second|third|secondly|lastly)$/u.test(
      first,
    ) &&
    !(first === 'for' && bare.some(isTimeNoun)) &&
    !(first === 'from' && bare.some(isTimeNoun))
  )
    return first === 'eventually' ? bare : [];
  if (condition !== null && condition.toLowerCase().includes(printTokens(bare).toLowerCase())) return [];
  return bare;
}

function trimCommas(tokens: readonly Token[]): readonly Token[] {
  let from = 0;
  let to = tokens.length;
  while (from < to && /^[,:;-]$/u.test(tokens[from]?.text ?? '')) from += 1;
  while (to > from && /^[,:;-]$/u.test(tokens[to - 1]?.text ?? '')) to -= 1;
  return tokens.slice(from, to);
}

/** The subject comes first; a phrase of time goes to the end where it cannot be taken for part of something else. */
function withLead(
  lead: readonly Token[],
  core: readonly Token[],
  rest: readonly Token[],
  time: readonly Token[],
): readonly Token[] {
  if (lead.length === 0) return [...core, ...time];
  const isShort =
    rest.length <= 12 &&
    !rest.some(
      ({ lower, pos }) =>
        pos === 'AUX' || (/^(?:that|which|who|to|if|when|until)$/u.test(lower) && pos !== 'ADP'),
    );
  if (isShort && time.length === 0) return [...core, ...lead];
  const comma = lead.length > 3 ? madeUp(',', lead[lead.length - 1]?.end ?? 0, 'PUNCT') : [];
  return [...lead, ...comma, ...core, ...time];
}

/** "NATO itself" is NATO. */
const withoutReflexive = (subject: readonly Token[]): readonly Token[] =>
  subject.length > 1
    ? subject.filter(({ lower }) => !/^(?:itself|himself|herself|themselves)$/u.test(lower))
    : subject;

const TIME_OPENER = /^(?:until|till|before|after|once|when|while)$/u;
const PRONOUN = /^(?:i|we|you|he|she|it|they|this|that|one|these|those)$/u;

/** The clause of time that bounds the statement. What was denied until something happens, is claimed before it. */
function timeClause(time: readonly Token[], isDenied: boolean): readonly Token[] {
  const bare = trimCommas(cleanTime(time));
  const first = bare[0];
  if (first === undefined || !TIME_OPENER.test(first.lower) || bare.length > 14) return [];
  const isBound = /^(?:until|till|before)$/u.test(first.lower);
  const groups = findVerbGroups(bare);
  if (
    !isBound &&
    (bare.some(({ lower }) => PRONOUN.test(lower)) || groups.some(({ form }) => form === 'past'))
  )
    return [];
  if (isBound && groups.some(({ form }) => form === 'past')) return [];
  const isUntil = first.lower === 'until' || first.lower === 'till';
  const word = isUntil && isDenied ? 'before' : first.lower;
  return [{ ...first, text: word, lower: word }, ...bare.slice(1)];
}

function cleanTime(time: readonly Token[]): readonly Token[] {
  const comma = time.findIndex(({ text }) => /^[,.;:\u2014\u2013]$/u.test(text));
  return comma > 2 ? time.slice(0, comma) : time.filter(({ text }) => !/^["\u201c\u201d]$/u.test(text));
}

const RELATIVE_TIME =
  /\b(?:by then|before then|until then|since then|at that (?:point|time|stage)|(?:that|the same|the following|the previous) (?:day|week|weekend|month|quarter|year|summer|winter|spring|autumn|fall|decade|time)|then|(?:day|week|month|year|hour|minute)s? later|afterwards?)\b/iu;

function noteWording(text: string, flags: Set<NeedsEdit>): void {
  if (RELATIVE_TIME.test(text)) flags.add('RELATIVE_TIME');
  if (text.split(' ').length > MOST_WORDS) flags.add('LONG');
}

/** "He might", "it will be", "they will do so": the verb is in another sentence. */
function isElliptic(verb: readonly Token[], rest: readonly Token[]): boolean {
  const last = verb[verb.length - 1];
  const after = rest.filter(({ pos }) => pos !== 'ADV' && pos !== 'PUNCT');
  if (last === undefined) return true;
  if (/^(?:is|are|has|have|does|do|can|must|will|would|may|might|could)$/u.test(last.lower))
    return after.every((token) => token.pos === 'ADP' || token.pos === 'DET' || isTimeNoun(token));
  return /^(?:does|do)$/u.test(last.lower) && /^(?:so|that|it|this)$/u.test(after[0]?.lower ?? '');
}

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
