import { wordSet } from './word-set.js';
import { findFocus } from './find-focus.js';
import type { Focus } from './find-focus.js';
import { taggedAs } from './nlp.js';
import type { Token } from './nlp.js';
import { madeUp } from './print-tokens.js';
import type { Body } from './statement-body.js';
import { hasNominal, startsPhrase } from './statement-body.js';
import type { NeedsEdit } from '#core/domain';
import { linkFrame } from './link-frames.js';
import { PERSISTS } from './proposition-kind.js';
import { affirmPhrase, affirmRest, contrasted } from './take-out-denial.js';
import { trimRest } from './trim-rest.js';
import { findVerbGroups, isNegation } from './verb-groups.js';
import type { VerbGroup } from './verb-groups.js';

/** A statement in its parts, denials taken out. */
export interface Parts {
  readonly lead: readonly Token[];
  readonly subject: readonly Token[];
  /** The verb with its auxiliaries: `group` has places in `tokens`. Null says that there is something, `rest`. */
  readonly verb: {
    readonly tokens: readonly Token[];
    readonly group: VerbGroup;
    readonly isOuter: boolean;
  } | null;
  readonly rest: readonly Token[];
  readonly isDenied: boolean;
  readonly isFrameDenied: boolean;
  /** Whether the text has a plural verb of the subject; null where nothing tells. */
  readonly isPlural: boolean | null;
  readonly flags: readonly NeedsEdit[];
}

/** Cuts what the frames left into subject, verb and rest; null where it has no verb and nothing comes about. */
export function partsOf(body: Body, anchorAt: number): Parts | null {
  // "(expected) by mail": no thing.
  if (body.shape === 'thing' && /^(?:by|for|with|from|of|on|in|to)$/u.test(body.tokens[0]?.lower ?? ''))
    return null;
  if (body.shape === 'thing' && isBareNumber(body.tokens)) return itIs(body.tokens, body);
  if (body.shape === 'thing')
    return whole(body, thereIs(body.lead, body.isFrameDenied ? affirmRest(body.tokens) : body.tokens));
  if (body.shape === 'action') {
    const tokens = withTo(body.tokens);
    const group = findVerbGroups(tokens)[0];
    if (group === undefined) return null;
    const subject = body.subject ?? [];
    const seen = generallySeen(subject, tokens, group, true);
    if (seen !== null) return whole(body, thereIs(body.lead, seen));
    const cut = { lead: body.lead, subject, tokens, group, isOuter: false };
    return whole(body, affirm(cut, body.isFrameDenied), subject.length === 0 ? ['NO_SUBJECT'] : []);
  }
  const focus = findFocus(body.tokens, anchorAt);
  if (focus === null) return doing(body);
  const lead = [...body.lead, ...focus.lead];
  const linked = focus.isOuter
    ? null
    : linkFrame({ tokens: focus.tokens, group: focus.group, subject: focus.subject, lead }, anchorAt);
  if (linked !== null && linked.subject !== null && hasNominal(linked.subject))
    return partsOf(
      { ...body, ...linked, lead, isFrameDenied: body.isFrameDenied !== linked.isDenied },
      anchorAt,
    );
  const seen = generallySeen(focus.subject, focus.tokens, focus.group) ?? comesTo(focus);
  if (seen !== null && isBareNumber(seen))
    return itIs(seen, { ...body, lead, isDenied: focus.group.isNegated });
  if (seen !== null) return whole(body, { ...thereIs(lead, seen), isDenied: focus.group.isNegated });
  return whole(
    body,
    affirm({ ...focus, lead }, body.isFrameDenied),
    focus.subject.length === 0 ? ['NO_SUBJECT'] : [],
  );
}

/** Written out: an object spread with names added has a shape of its own, and whatever reads it pays for that. */
function whole(
  { isFrameDenied, isPlural }: Body,
  { lead, subject, verb, rest, isDenied }: Omit<Parts, 'isFrameDenied' | 'isPlural' | 'flags'>,
  flags: readonly NeedsEdit[] = [],
): Parts {
  return { lead, subject, verb, rest, isDenied, isFrameDenied, isPlural, flags };
}

/** "A destroyer loitering off the coast": without a finite verb, what somebody is doing. */
function doing(body: Body): Parts | null {
  const group = findVerbGroups(body.tokens).find(({ form, from }) => form !== 'infinitive' && from > 0);
  const subject = group === undefined ? [] : body.tokens.slice(0, group.from);
  if (
    group === undefined ||
    !hasNominal(subject) ||
    !startsPhrase(subject[0]) ||
    subject.some(({ lower }) => lower === ',')
  )
    return null;
  const tokens = body.tokens.slice(group.from);
  const own = {
    ...group,
    from: 0,
    to: group.to - group.from,
    verb: group.verb - group.from,
    form: 'participle' as const,
  };
  return {
    ...affirm({ lead: body.lead, subject, tokens, group: own, isOuter: false }, body.isFrameDenied),
    isPlural: null,
    isFrameDenied: body.isFrameDenied,
    flags: ['NO_VERB'],
  };
}

/** A made-up verb has no form of its own; "to" before it says that it is to be put into one. */
function withTo(tokens: readonly Token[]): readonly Token[] {
  const first = tokens[0];
  const isBase =
    first?.pos === 'VERB' &&
    (first.start === first.end ||
      (first.lower === first.lemma.toLowerCase() && !first.lower.endsWith('ing')));
  return isBase ? [...madeUp('to', first.start, 'PART'), ...tokens] : tokens;
}

function thereIs(
  lead: readonly Token[],
  thing: readonly Token[],
): Omit<Parts, 'isFrameDenied' | 'isPlural' | 'flags'> {
  const affirmed = affirmPhrase(thing, true);
  return { lead, subject: [], verb: null, rest: trimRest(affirmed.tokens, 0), isDenied: affirmed.isDenied };
}

/** "four and a half by May", "41 or 42 percent": a number of nothing that is named. */
function isBareNumber(tokens: readonly Token[]): boolean {
  let i = 0;
  while (
    tokens[i]?.pos === 'NUM' ||
    /^(?:and|or|a|half|quarter|%|percent|per|cent|about|around|between|roughly|nearly|to)$/u.test(
      tokens[i]?.lower ?? '',
    )
  )
    i += 1;
  const next = tokens[i];
  return (
    tokens.slice(0, i).some(({ pos }) => pos === 'NUM') &&
    (next === undefined || /^(?:by|in|before|on|this|next|within|at|for|,)$/u.test(next.lower))
  );
}

/** "It is four and a half": what it is, the text says elsewhere. */
function itIs(number: readonly Token[], { lead, isDenied, isFrameDenied }: Body): Parts | null {
  const at = number[0]?.start ?? 0;
  const verb = beVerb(at);
  if (verb === null) return null;
  const subject = madeUp('it', at, 'PRON');
  return { lead, subject, verb, rest: number, isDenied, isFrameDenied, isPlural: false, flags: [] };
}

/** "Is", made up, to be put into the present. */
export function beVerb(at: number): NonNullable<Parts['verb']> | null {
  const tokens = madeUp('to be', at, 'VERB').map((token) =>
    taggedAs(token, token.lower === 'to' ? 'PART' : 'AUX'),
  );
  const group = findVerbGroups(tokens)[0];
  return group === undefined ? null : { tokens, group, isOuter: false };
}

const SEEN = wordSet('see get hear witness find have');
const NEW =
  /^(?:an?|another|more|some|further|no|any|fewer|new|several|many|\d[\d.,]*|two|three|four|five)$/u;

/** "We will see more strikes", "you will have a laptop": there are more strikes, there is a laptop. */
function generallySeen(
  subject: readonly Token[],
  tokens: readonly Token[],
  group: VerbGroup,
  isExpected = false,
): readonly Token[] | null {
  const who = subject[subject.length - 1]?.lower ?? '';
  const verb = tokens[group.verb]?.lemma.toLowerCase() ?? '';
  const rest = tokens.slice(group.to);
  if (subject.length !== 1 || !SEEN.has(verb) || !startsPhrase(rest[0])) return null;
  const isAnybody = who === 'you' || who === 'one';
  const isWe =
    (who === 'we' || (isExpected && who === 'i' && verb === 'see')) &&
    verb !== 'have' &&
    NEW.test(rest[0]?.lower ?? '');
  if (!isWe && !(isAnybody && NEW.test(rest[0]?.lower ?? ''))) return null;
  return hasNominal(rest) ? affirmRest(rest) : null;
}

/** "It will come to a war": there is a war. */
function comesTo({ subject, tokens, group, rest }: Focus): readonly Token[] | null {
  const isIt = subject.length === 1 && subject[0]?.lower === 'it';
  const isComing = tokens[group.verb]?.lemma.toLowerCase() === 'come' && rest[0]?.lower === 'to';
  return isIt && isComing && /^(?:DET|NOUN)$/u.test(rest[1]?.pos ?? '') ? rest.slice(1) : null;
}

/** What a denied verb would have led to ("..., making it the first") is no part of the statement. */
const LONG_AGO = 99;

interface Cut {
  readonly lead: readonly Token[];
  readonly subject: readonly Token[];
  readonly tokens: readonly Token[];
  readonly group: VerbGroup;
  readonly isOuter: boolean;
}

/** Takes the negations of subject, verb and object out; "fails to" and "is unable to" are negations, too. */
function affirm(cut: Cut, isFrameDenied: boolean): Omit<Parts, 'isFrameDenied' | 'isPlural' | 'flags'> {
  const { group, lead } = cut;
  let tokens = cut.tokens;
  let own = group;
  let isDenied = group.isNegated;
  const failing = failsTo(tokens, group);
  if (failing !== null) {
    isDenied = !isDenied;
    tokens = failing.tokens;
    own = failing.group;
  }
  const subject = affirmPhrase(cut.subject, true);
  let rest: readonly Token[] = tokens.slice(
    own.isNegated && isNegation(tokens[own.to]) ? own.to + 1 : own.to,
  );
  if (own.isNegated) {
    const other = contrasted(rest);
    if (other !== null) {
      rest = other;
      isDenied = !isDenied;
    }
  }
  const object = affirmPhrase(rest, false);
  isDenied = (isDenied !== subject.isDenied) !== object.isDenied;
  const spoken = subject.tokens.length + own.to - own.from;
  const trimmed = trimRest(object.tokens, isDenied ? LONG_AGO : spoken);
  const wasDenied = isDenied || subject.isDenied || object.isDenied || isFrameDenied;
  return {
    lead,
    subject: wasDenied && subject.tokens[0]?.lower === 'any' ? affirmRest(subject.tokens) : subject.tokens,
    verb: { tokens, group: own, isOuter: cut.isOuter },
    rest: wasDenied ? affirmRest(trimmed, lasts(tokens[own.verb])) : trimmed,
    isDenied,
  };
}

const lasts = (verb: Token | undefined): boolean =>
  verb !== undefined && PERSISTS.has(verb.lemma.toLowerCase());

/** "will fail to reach": the verb that is failed at. */
function failsTo(
  tokens: readonly Token[],
  group: VerbGroup,
): { tokens: readonly Token[]; group: VerbGroup } | null {
  const isFailing = tokens[group.verb]?.lemma.toLowerCase() === 'fail' && tokens[group.to]?.lower === 'to';
  if (!isFailing) return null;
  const rest = tokens.slice(group.to);
  const first = rest[0];
  if (first === undefined) return null;
  const marked = [{ ...first, pos: 'PART' }, ...rest.slice(1)];
  const next = findVerbGroups(marked)[0];
  return next === undefined || next.from !== 0 ? null : { tokens: marked, group: next };
}
