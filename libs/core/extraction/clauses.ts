import { wordSet } from './word-set.js';
import type { Token } from './nlp.js';

/** How a clause is joined to its sentence. */
export type ClauseKind =
  'main' | 'condition' | 'concession' | 'time' | 'relative' | 'reason' | 'embedded' | 'attribution';

/** Tokens `from` (inclusive) to `to` (exclusive) of one sentence. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly kind: ClauseKind;
}

const CONDITION = new Set(['if', 'unless', 'provided', 'absent', 'lest', 'assuming', 'supposing']);
const TIME = new Set(['when', 'once', 'until', 'till', 'after', 'before', 'whenever', 'while']);
const REASON = new Set(['because', 'since', 'as', 'so', 'though', 'although', 'whereas']);
/** "see if", "determine if": a question, not a condition. */
const ASKING = new Set('see determine ask know wonder decide tell check say judge learn doubt'.split(' '));
const SURPRISED = wordSet(
  'surprised astonished amazed shocked astounded surprising surprise matter care mind',
);
const OPENING_REASON = new Set(['as', 'because', 'although', 'though', 'while', 'whereas']);
const COORDINATORS = new Set([
  'and',
  'but',
  'or',
  'so',
  'yet',
  'nor',
  'while',
  'whereas',
  'although',
  'though',
  'because',
  'then',
  'as',
  'since',
  'which',
  'who',
  'whose',
  'where',
  'thus',
  'hence',
]);
const RELATIVE = new Set(['which', 'who', 'whose', 'where', 'whom']);
/** Verbs whose that-clause is what somebody says or thinks. */
export const REPORTING_VERBS = new Set(
  'say tell state note add argue claim insist warn announce declare tweet write predict forecast expect project anticipate believe think suggest estimate report assert promise pledge vow threaten doubt fear worry maintain acknowledge communicate admit explain conclude caution reckon utter voice assume assess foresee show indicate contend communicate hope agree concede confirm signal stress underline emphasise emphasize hint bet suspect allege reply respond comment remark'.split(
    ' ',
  ),
);

const isFinite = (token: Token | undefined): boolean =>
  token !== undefined && (token.pos === 'AUX' || token.pos === 'VERB');
const isNominal = (token: Token | undefined): boolean =>
  token !== undefined && ['NOUN', 'PROPN', 'PRON', 'DET', 'NUM', 'ADJ'].includes(token.pos);

/** Whether a subject with a finite verb seems to begin at `i` (before the next comma or semicolon). */
function startsClause(tokens: readonly Token[], i: number): boolean {
  let seenSubject = false;
  for (let j = i; j < Math.min(tokens.length, i + 14); j += 1) {
    const token = tokens[j];
    if (token === undefined || token.lower === ';' || token.lower === '.' || token.lower === 'to')
      return false;
    if (token.lower === ',' && seenSubject) return false;
    if (seenSubject && isFinite(token) && !token.lower.endsWith('ing')) return true;
    if (isNominal(token)) seenSubject = true;
  }
  return false;
}

/** Where the subject of the report before `to` begins: after the last mark or conjunction before it. */
function reportSubject(tokens: readonly Token[], from: number, to: number): number {
  for (let i = to - 2; i > from; i -= 1) {
    const token = tokens[i];
    if (
      token === undefined ||
      token.pos === 'CCONJ' ||
      (token.pos === 'PUNCT' && !/^[-'\u2019.]$/u.test(token.text))
    )
      return i + 1;
  }
  return from;
}

/** "said that", "communicated clearly that". */
function isReportBefore(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (before === undefined) return false;
  return (
    REPORTING_VERBS.has(before.lemma) ||
    (before.pos === 'ADV' && REPORTING_VERBS.has(tokens[i - 2]?.lemma ?? ''))
  );
}

interface Cut {
  readonly at: number;
  readonly kind: ClauseKind;
}

/**
 * Splits a sentence into clauses at marks, subordinators and coordinated subjects with a verb of their own. Shallow on
 * purpose: it needs tags, not a parse. One pass with a bounded look-ahead, so linear.
 */
export function splitClauses(tokens: readonly Token[]): Clause[] {
  const cuts: Cut[] = [{ at: 0, kind: openingKind(tokens) }];
  for (let i = 1; i < tokens.length; i += 1) {
    const cut = cutAt(tokens, i, cuts[cuts.length - 1] ?? { at: 0, kind: 'main' });
    if (cut !== null && cut.at > (cuts[cuts.length - 1]?.at ?? 0)) cuts.push(cut);
  }
  return cuts.flatMap((cut, k): Clause[] => {
    const to = cuts[k + 1]?.at ?? tokens.length;
    // "..., and X said that | ...": what leads up to "that" is attribution; what stands before its subject is not.
    if (tokens[to]?.lower !== 'that' || !isReportBefore(tokens, to))
      return [{ from: cut.at, to, kind: cut.kind }];
    const subject = reportSubject(tokens, cut.at, to);
    if (subject - cut.at < 4) return [{ from: cut.at, to, kind: 'attribution' }];
    return [
      { from: cut.at, to: subject, kind: cut.kind },
      { from: subject, to, kind: 'attribution' },
    ];
  });
}

function openingKind(tokens: readonly Token[]): ClauseKind {
  return subordinatorAt(tokens, skipOpening(tokens)) ?? 'main';
}

/** "But if ...", "And when ...", "\u201cIf ...": the subordinator may be the second or third token. */
function skipOpening(tokens: readonly Token[]): number {
  let i = 0;
  while (
    i < 3 &&
    (tokens[i]?.pos === 'PUNCT' ||
      tokens[i]?.pos === 'CCONJ' ||
      ['so', 'yet', 'then', 'now', 'however'].includes(tokens[i]?.lower ?? ''))
  )
    i += 1;
  return i;
}

/** Every word that `subordinatorAt` asks for: most are none of them, which one look-up tells. */
const SUBORDINATING: ReadonlySet<string> = new Set([
  ...CONDITION,
  ...TIME,
  ...OPENING_REASON,
  ...'even as so in conditional should were had without'.split(' '),
]);

function subordinatorAt(tokens: readonly Token[], i: number): ClauseKind | null {
  const word = tokens[i]?.lower ?? '';
  if (!SUBORDINATING.has(word)) return null;
  const before = tokens[i - 1]?.lower ?? '';
  const next = tokens[i + 1]?.lower ?? '';
  if (CONDITION.has(word)) {
    if (ASKING.has(tokens[i - 1]?.lemma ?? '') && word === 'if') return 'embedded';
    if (word === 'assuming' && /^(?:not|never|is|are|be)$/u.test(before)) return null;
    // "I should be surprised if it lasted": the if-clause is what is doubted. "If that", "if any": an aside.
    if (
      word === 'if' &&
      (SURPRISED.has(before) ||
        (/^(?:that|anything|ever|so|need|possible|necessary)$/u.test(next) && isBreak(tokens[i + 2])))
    )
      return null;
    // "Even if": the cut is made at "even".
    if (before === 'even' || (next === 'at' && tokens[i + 2]?.lower === 'all')) return null;
    if (before === 'as' || ((next === 'any' || next === 'not') && tokens[i + 2]?.pos === 'PUNCT'))
      return before === 'as' ? null : 'concession';
    return 'condition';
  }
  if (word === 'even' && (next === 'if' || next === 'though')) return 'concession';
  if ((word === 'as' || word === 'so') && next === 'long' && tokens[i + 2]?.lower === 'as')
    return 'condition';
  if (word === 'in' && next === 'the' && tokens[i + 2]?.lower === 'event') return 'condition';
  if (word === 'conditional' && (next === 'on' || next === 'upon')) return 'condition';
  // "Should the vote fail, ..."; "Were he to win, ...": inversion at the opening of a clause.
  if (
    (word === 'should' || word === 'were' || word === 'had') &&
    (i === 0 || isBreak(tokens[i - 1]) || (i === 1 && /^(?:so|then|now|yet)$/u.test(before))) &&
    (isNominal(tokens[i + 1]) || (i > 0 && tokens[i + 1]?.pos === 'VERB')) &&
    hasCommaAhead(tokens, i)
  ) {
    return word === 'had' ? 'concession' : 'condition';
  }
  if (word === 'without' && (i === 0 || isBreak(tokens[i - 1])) && hasCommaAhead(tokens, i))
    return 'condition';
  if (i <= 1 && OPENING_REASON.has(word) && startsClause(tokens, i + 1) && hasCommaAhead(tokens, i))
    return 'reason';
  if (
    TIME.has(word) &&
    !next.endsWith('ing') &&
    !isPrepositional(tokens, i) &&
    (startsClause(tokens, i + 1) || (i <= 1 && hasCommaAhead(tokens, i)))
  )
    return 'time';
  return null;
}

/** "after a collapse of the government", "before the vote": a preposition with a noun, no verb of its own. */
function isPrepositional(tokens: readonly Token[], i: number): boolean {
  if (!['after', 'before', 'until', 'till', 'once', 'while'].includes(tokens[i]?.lower ?? '')) return false;
  for (let j = i + 1; j < Math.min(tokens.length, i + 9); j += 1) {
    const token = tokens[j];
    if (token === undefined || token.pos === 'ADP' || token.lower === ',') return true;
    if (isFinite(token)) return false;
  }
  return true;
}

function isBreak(token: Token | undefined): boolean {
  return token === undefined || token.pos === 'PUNCT' || token.pos === 'CCONJ' || token.lower === 'that';
}

/** A dash between blanks parts clauses; a hyphen inside a word does not. An em dash needs no blanks. */
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

function hasCommaAhead(tokens: readonly Token[], i: number): boolean {
  for (let j = i + 1; j < Math.min(tokens.length, i + 40); j += 1) if (tokens[j]?.lower === ',') return true;
  return false;
}

function cutAt(tokens: readonly Token[], i: number, last: Cut): Cut | null {
  const token = tokens[i];
  const before = tokens[i - 1];
  if (token === undefined || before === undefined) return null;
  if (before.lower === ';') return { at: i, kind: subordinatorAt(tokens, i) ?? 'main' };
  if ((before.lower === ':' || isFreeDash(tokens, i - 1)) && !isFinite(token) && startsClause(tokens, i)) {
    return { at: i, kind: subordinatorAt(tokens, i) ?? 'main' };
  }
  const isAside = last.kind === 'condition' || last.kind === 'time' || last.kind === 'concession';
  if (isAside && isFreeDash(tokens, i - 1) && hasFinite(tokens, last.at, i - 1))
    return { at: i, kind: 'main' };
  // "If it holds it will ...": no comma, but a pronoun with a modal of its own.
  if (
    isAside &&
    token.pos === 'PRON' &&
    tokens[i + 1]?.pos === 'AUX' &&
    hasFinite(tokens, last.at, i) &&
    tokens[i - 1]?.pos !== 'CCONJ' &&
    !isFinite(before) &&
    tokens[last.at]?.lower !== token.lower
  )
    return { at: i, kind: 'main' };
  const subordinator = subordinatorAt(tokens, i);
  if (subordinator !== null && i > skipOpening(tokens)) return { at: i, kind: subordinator };
  if (before.lower === ',' || before.lower === '\u2014') return cutAfterComma(tokens, i, last);
  if (token.lower === 'whether') return { at: i, kind: 'embedded' };
  if (
    (token.lower === 'and' || token.lower === 'but') &&
    startsClause(tokens, i + 1) &&
    isNominal(tokens[i + 1]) &&
    hasFinite(tokens, last.at, i)
  ) {
    return isSharedObject(tokens, i) ? null : { at: i, kind: 'main' };
  }
  if (
    (token.lower === 'because' || token.lower === 'although' || token.lower === 'though') &&
    startsClause(tokens, i + 1)
  )
    return { at: i, kind: 'reason' };
  const chance = token.lower === 'that' && !isAside ? chanceBefore(tokens, last.at, i) : null;
  if (chance !== null) return { at: chance, kind: 'main' };
  // "If we conclude that it is needed, we will": the whole of it is the condition.
  if (token.lower === 'that' && isReportBefore(tokens, i) && isAside) return null;
  if (token.lower === 'that' && isReportBefore(tokens, i)) return { at: i, kind: 'main' };
  if (
    token.lower === 'that' &&
    !isAside &&
    ['and', 'but', 'or'].includes(before.lower) &&
    startsClause(tokens, i + 1)
  )
    return { at: i, kind: 'main' };
  return null;
}

const CHANCE = wordSet(
  'likelihood probability chance chances possibility risk danger prospect odds certainty',
);
const AFTER_CHANCE = wordSet('given with by of to for about despite from over and');

/**
 * "It will be costly, given the high probability that it will fail": where the second claim begins, with the word that
 * hangs it on the first. Null where the first has no verb, so that the chance is what is said.
 */
function chanceBefore(tokens: readonly Token[], from: number, that: number): number | null {
  if (!CHANCE.has(tokens[that - 1]?.lower ?? '') || !startsClause(tokens, that + 1)) return null;
  let at = that - 1;
  while (at > from && /^(?:ADJ|ADV|DET|NOUN)$/u.test(tokens[at - 1]?.pos ?? '')) at -= 1;
  if (!AFTER_CHANCE.has(tokens[at - 1]?.lower ?? '') || !hasFinite(tokens, from, at - 1)) return null;
  at -= 1;
  while (at > from && (tokens[at - 1]?.pos === 'ADV' || tokens[at - 1]?.lower === 'due')) at -= 1;
  return at;
}

/** "settle the dispute and the parties will ...": a modal soon after the noun shows a clause; else it may be a list. */
function isSharedObject(tokens: readonly Token[], i: number): boolean {
  for (let j = i + 1; j < Math.min(tokens.length, i + 8); j += 1)
    if (tokens[j]?.pos === 'AUX' || tokens[j]?.pos === 'VERB') return false;
  return true;
}

function hasFinite(tokens: readonly Token[], from: number, to: number): boolean {
  for (let j = from; j < to; j += 1) if (isFinite(tokens[j])) return true;
  return false;
}

function cutAfterComma(tokens: readonly Token[], i: number, last: Cut): Cut | null {
  const word = tokens[i]?.lower ?? '';
  const subordinator = subordinatorAt(tokens, i);
  if (subordinator !== null) return { at: i, kind: subordinator };
  // "..., which is unlikely": read with what it is about.
  if (RELATIVE.has(word)) return null;
  if (COORDINATORS.has(word) && startsClause(tokens, i + 1))
    return { at: i, kind: REASON.has(word) && word !== 'so' ? 'reason' : 'main' };
  const isSubordinate =
    last.kind === 'condition' || last.kind === 'time' || last.kind === 'concession' || last.kind === 'reason';
  if (
    isSubordinate &&
    (hasFiniteOrShort(tokens, last, i) || hasModalAhead(tokens, last, i)) &&
    (startsClause(tokens, i) || word === 'then' || word === 'there')
  )
    return { at: i, kind: 'main' };
  return null;
}

function hasFiniteOrShort(tokens: readonly Token[], last: Cut, i: number): boolean {
  return hasFinite(tokens, last.at, i) || ['without', 'absent', 'in'].includes(tokens[last.at]?.lower ?? '');
}

/** "If the dam leaks, the town will": the verb of the condition was taken for a noun, but the next clause has a modal. */
function hasModalAhead(tokens: readonly Token[], last: Cut, i: number): boolean {
  if (last.kind !== 'condition' || i - last.at < 4) return false;
  for (let j = i; j < Math.min(tokens.length, i + 9); j += 1) {
    const token = tokens[j];
    if (token?.lower === ',' || token?.pos === 'VERB') return false;
    if (token?.pos === 'AUX') return /^(?:will|would|may|might|could|can|wo|'ll)$/u.test(token.lower);
  }
  return false;
}
