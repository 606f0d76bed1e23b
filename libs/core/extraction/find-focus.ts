import { wordSet } from './word-set.js';
import { REPORTING_VERBS } from './clauses.js';
import type { Token } from './nlp.js';
import { findMainGroup, isFiniteGroup, splitLead } from './split-lead.js';
import { hasNominal, isNominal, startsPhrase } from './statement-body.js';
import { findVerbGroups } from './verb-groups.js';
import type { VerbGroup } from './verb-groups.js';

/** The clause that carries the claim, cut into its parts. */
export interface Focus {
  readonly lead: readonly Token[];
  readonly subject: readonly Token[];
  /** The verb with its auxiliaries; places in `tokens`. */
  readonly group: VerbGroup;
  readonly tokens: readonly Token[];
  readonly rest: readonly Token[];
  /** The claim is made inside what follows the verb: the verb keeps its tense. */
  readonly isOuter: boolean;
}

/**
 * Finds the verb that carries the claim and the clause around it.
 *
 * @param anchorAt place in the text of the word that makes the clause a prediction
 * @returns null where there is no finite verb
 */
export function findFocus(tokens: readonly Token[], anchorAt: number): Focus | null {
  const groups = findVerbGroups(tokens).filter((group) => isFiniteGroup(tokens, group));
  const main = findMainGroup(tokens);
  const wanted = groupAt(tokens, groups, anchorAt) ?? main ?? groups[0];
  if (wanted === undefined) return null;
  const relative = looseRelative(tokens, wanted);
  if (relative !== null && !isAhead(main, wanted)) return ofRelative(tokens, wanted, relative);
  const isInside = main !== null && wanted.from > main.from && isBound(tokens, wanted, main);
  const isInSubject =
    main !== null &&
    wanted.from < main.from &&
    !tokens.slice(wanted.to, main.from).some(({ pos, text }) => pos === 'CCONJ' || /^[;:]$/u.test(text));
  const group = (isInside || isInSubject) && main !== null ? main : wanted;
  const start = clauseStart(tokens, groups, group);
  const subjectAt = splitLead(tokens, start, group.from);
  const own = withoutAside(tokens.slice(subjectAt, group.from));
  return {
    lead: tokens.slice(start, subjectAt),
    subject:
      own.some(
        (token) => isNominal(token) || token.pos === 'DET' || token.pos === 'VERB' || token.pos === 'ADJ',
      ) || start === 0
        ? own
        : sharedSubject(tokens, groups, start),
    group,
    tokens,
    rest: tokens.slice(group.to),
    isOuter: isInside,
  };
}

/** "X would have to face Y, who could help": the clause itself tells of the future. */
const isAhead = (main: VerbGroup | null, wanted: VerbGroup): boolean =>
  main !== null && main.from < wanted.from && /^(?:will|would|shall)$/u.test(main.modal ?? '');

/** "A would be a blow and would draw a response": the subject of the verb before, where there is none of one's own. */
function sharedSubject(tokens: readonly Token[], groups: readonly VerbGroup[], at: number): readonly Token[] {
  const first = findMainGroup(tokens.slice(0, at)) ?? groups.find((group) => group.to <= at);
  if (first === undefined) return [];
  const from = splitLead(tokens, 0, first.from);
  return withoutAside(tokens.slice(from, first.from));
}

/** The verb that holds the place, or follows it over adverbs ("probably falls"), or is the last before it. */
function groupAt(tokens: readonly Token[], groups: readonly VerbGroup[], anchorAt: number): VerbGroup | null {
  const before = groups.filter((group) => (tokens[group.from]?.start ?? 0) <= anchorAt).pop() ?? null;
  if (before !== null && (tokens[before.to - 1]?.end ?? 0) > anchorAt) return before;
  const at = tokens.findIndex(({ start, end }) => start <= anchorAt && end > anchorAt);
  const next = groups.find((group) => group.from > at);
  const isNext =
    at !== -1 &&
    next !== undefined &&
    tokens[at]?.pos === 'ADV' &&
    tokens.slice(at, next.from).every(({ pos }) => pos === 'ADV');
  return isNext ? next : before;
}

/**
 * The part of a sentence's clause that holds the word at `anchorAt`: from the mark or conjunction that parts it from a
 * clause before, to the end.
 */
export function narrowTo(tokens: readonly Token[], anchorAt: number): readonly Token[] {
  const groups = findVerbGroups(tokens).filter((group) => isFiniteGroup(tokens, group));
  const group = groupAt(tokens, groups, anchorAt) ?? undefined;
  if (group === undefined || group === groups[0] || looseRelative(tokens, group) !== null) return tokens;
  const start = clauseStart(tokens, groups, group);
  if (start === 0) return tokens;
  const isOwn = tokens.slice(start, group.from).some((token) => isNominal(token) || token.pos === 'DET');
  // "They tell me X is discussed and could be announced": who shares a subject is told once the report is off.
  const main = findMainGroup(tokens);
  if (!isOwn && main !== null && REPORTING_VERBS.has(tokens[main.verb]?.lemma.toLowerCase() ?? ''))
    return tokens;
  return isOwn ? tokens.slice(start) : [...sharedSubject(tokens, groups, start), ...tokens.slice(start)];
}

/** The comma before the "which" or "who" that a verb belongs to. */
function looseRelative(tokens: readonly Token[], group: VerbGroup): number | null {
  for (let i = group.from - 1; i > 0 && group.from - i < 12; i -= 1) {
    const token = tokens[i];
    if (token === undefined || token.pos === 'VERB' || token.pos === 'AUX') return null;
    if (token.lower === 'which' || token.lower === 'who') return tokens[i - 1]?.lower === ',' ? i : null;
    // "which they consider a risk": the relative has a subject of its own.
    if (isNominal(token)) return null;
  }
  return null;
}

function ofRelative(tokens: readonly Token[], group: VerbGroup, relative: number): Focus {
  return {
    lead: [],
    subject: antecedentBefore(tokens, relative - 1),
    group,
    tokens,
    rest: tokens.slice(group.to),
    isOuter: false,
  };
}

/** The noun phrase that ends before token `to`. "Which" may speak of the whole clause; then this is empty. */
export function antecedentBefore(tokens: readonly Token[], to: number): readonly Token[] {
  let from = to;
  while (from > 0 && to - from < 12) {
    const token = tokens[from - 1];
    if (token === undefined) break;
    const isPart =
      ['NOUN', 'PROPN', 'NUM', 'ADJ', 'DET', 'SYM'].includes(token.pos) ||
      /^(?:['\u2019]s?|-|of|herself|himself|itself|themselves)$/u.test(token.lower);
    if (!isPart) break;
    from -= 1;
    if (token.pos === 'DET') break;
  }
  const found = tokens.slice(from, to);
  // A bare noun ("back into use, which") is part of something that is meant as a whole.
  const isWhole = found.length > 1 || found[0]?.pos === 'PROPN' || (found[0]?.lower ?? '').endsWith('s');
  return hasNominal(found) && isWhole ? found : [];
}

/** Whether a verb belongs to something inside the main clause: a relative without a comma, a that-clause, "what". */
function isBound(tokens: readonly Token[], group: VerbGroup, main: VerbGroup): boolean {
  for (let i = group.from - 1; i >= main.to; i -= 1) {
    const token = tokens[i];
    if (token === undefined || /^[;:]$/u.test(token.lower)) return false;
    if (/^(?:that|who|which|what|whose|whom|where|whether|how|why|whoever|whatever|to)$/u.test(token.lower))
      return true;
    // "on any date he would care": a pronoun right after a noun opens a clause about it.
    if (
      i === group.from - 1 &&
      /^(?:i|we|you|they|he|she)$/u.test(token.lower) &&
      tokens[i - 1]?.pos === 'NOUN'
    )
      return true;
    // "could soon be a gain as he becomes": a clause that hangs on the main one.
    if (
      /^(?:as|while|because|although|though|when|after|before|until|since|whereas|unless|once)$/u.test(
        token.lower,
      ) &&
      startsPhrase(tokens[i + 1])
    )
      return true;
    if (token.pos === 'CCONJ' || token.lower === ',') return false;
  }
  return false;
}

/** Where the clause of a verb begins: after the mark or conjunction that parts it from a clause before. */
function clauseStart(tokens: readonly Token[], groups: readonly VerbGroup[], group: VerbGroup): number {
  let i = group.from - 1;
  // "The share, which has fallen, will": the comma right before the verb closes an aside.
  if (tokens[i]?.lower === ',') i = asideStart(tokens, i) - 1;
  for (; i > 0; i -= 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (/^[;:]$/u.test(token.text) || isFreeDash(tokens, i)) return i + 1;
    if (token.lower !== ',' && token.pos !== 'CCONJ') continue;
    const next = tokens[i + 1];
    // ", that they will not": still what is reported.
    // ", where he hopes that ...": a clause of its own.
    if (token.lower === ',' && next?.lower === 'where') return i + 2;
    if (tokens[i - 1]?.pos === 'ADJ' && next?.pos === 'ADJ') continue;
    if (next?.lower === 'that' || joinsSubject(tokens, groups, i)) continue;
    if (
      groups.some(
        (other) =>
          other.from > i &&
          other.to <= group.from &&
          other !== group &&
          isNominal(tokens[other.from - 1]) &&
          !/^(?:who|which|that)$/u.test(tokens[other.from - 1]?.lower ?? ''),
      )
    )
      continue;
    const hasClauseBefore = groups.some((other) => other.to <= i && other.from < group.from);
    const segment = tokens.slice(i + 1, group.from);
    const last = segment.filter(({ pos }) => pos !== 'ADV').pop();
    const isPronoun = last !== undefined && /^(?:it|he|she|they|we|i|you|there|this)$/u.test(last.lower);
    const hasLead = next?.pos === 'ADP' && splitLead(tokens, i + 1, group.from) > i + 1;
    const isOwnSubject =
      segment.length > 0 &&
      (startsPhrase(next) || isPronoun || hasLead) &&
      segment.some((word) => isNominal(word) || word.pos === 'DET');
    const isReported =
      segment.some(({ lower }) => lower === 'that') &&
      !groups.some((other) => other.from > i && other.to <= group.from);
    const isRelative = isReported || segment.some(({ lower }) => /^(?:which|whom|whose)$/u.test(lower));
    const isPredicate =
      segment.every((word) => word.pos === 'ADV' || word.pos === 'PART') && token.pos === 'CCONJ';
    if (hasClauseBefore && !isRelative && (isOwnSubject || isPredicate) && !isInRelative(tokens, groups, i))
      return i + 1;
  }
  return 0;
}

/** "the deal that France and Italy want will": the "and" stands inside the subject's own relative clause. */
function isInRelative(tokens: readonly Token[], groups: readonly VerbGroup[], at: number): boolean {
  const before = groups.filter((other) => other.to <= at).pop();
  if (before === undefined) return false;
  const first = groups[0];
  return (
    first === before &&
    tokens
      .slice(Math.max(0, before.from - 4), before.from)
      .some(({ lower }) => /^(?:which|who|that|whose)$/u.test(lower)) &&
    tokens[at]?.lower === ',' &&
    tokens[at + 1]?.pos === 'ADV'
  );
}

/** "a chance that Ann Bell and Pavel Novak will": since "that" there was no verb, so "and" joins two names. */
function joinsSubject(tokens: readonly Token[], groups: readonly VerbGroup[], at: number): boolean {
  for (let i = at - 1; i > 0 && at - i < 14; i -= 1) {
    const token = tokens[i];
    if (token?.lower === 'that') return !groups.some((group) => group.from > i && group.to <= at);
    // "I think Ann Bell and Pavel Novak will": these verbs take no thing for an object.
    if (token?.pos === 'VERB' || token?.lower === ',') return NO_OBJECT.has(token.lemma.toLowerCase());
  }
  return false;
}

const NO_OBJECT = wordSet('think say believe reckon suspect guess doubt argue insist claim hope bet');

function asideStart(tokens: readonly Token[], comma: number): number {
  let nearest = comma;
  for (let i = comma - 1; i > 0 && comma - i < 30; i -= 1) {
    if (tokens[i]?.lower !== ',') continue;
    const next = tokens[i + 1];
    if (nearest === comma) nearest = i;
    if (
      next !== undefined &&
      (/^(?:which|who|whose|including|especially|like)$/u.test(next.lower) ||
        (next.pos === 'VERB' && /(?:ing|ed)$/u.test(next.lower)))
    )
      return i;
  }
  return nearest;
}

/** A dash between blanks, or a long one. */
export function isFreeDash(tokens: readonly Token[], i: number): boolean {
  const dash = tokens[i];
  if (dash === undefined) return false;
  if (dash.text === '\u2014' || dash.text === '--') return true;
  return (
    (dash.text === '-' || dash.text === '\u2013') &&
    (tokens[i - 1]?.end ?? dash.start) < dash.start &&
    (tokens[i + 1]?.start ?? 0) > dash.end
  );
}

/** A subject without an aside between commas or dashes: "The share, which has been falling," is "The share". */
function withoutAside(subject: readonly Token[]): readonly Token[] {
  const comma = subject.findIndex((token, i) => i > 0 && (token.lower === ',' || isFreeDash(subject, i)));
  if (comma === -1) return subject;
  const next = subject[comma + 1];
  const last = subject[subject.length - 1];
  const isList =
    subject.slice(comma + 1).some(({ lower }) => lower === 'and' || lower === 'or') && startsPhrase(next);
  const isRelative =
    /^(?:which|who|whose|whom|where|including|especially|particularly|not|like|such|both|sitting|led|based|now|once|then|already|long|as|from|with|at|by|in)$/u.test(
      next?.lower ?? '',
    ) ||
    (next?.pos === 'VERB' && /(?:ing|ed)$/u.test(next.lower));
  // "some entertainers, including A, B and C,": the aside runs to the verb.
  if (last?.lower === ',' && /^(?:including|especially|like|such)$/u.test(next?.lower ?? ''))
    return subject.slice(0, comma);
  if (last?.lower === ',' || isRelative || isFreeDash(subject, comma) || !isList) {
    const close = subject.findIndex(
      (token, i) => i > comma && (token.lower === ',' || isFreeDash(subject, i)),
    );
    const after = close === -1 ? [] : subject.slice(close + 1);
    return hasNominal(after) && !startsPhrase(after[0])
      ? [...subject.slice(0, comma), ...after]
      : subject.slice(0, comma);
  }
  return subject;
}
