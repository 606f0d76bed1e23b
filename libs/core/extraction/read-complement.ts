import type { Token } from './nlp.js';
import { isFiniteGroup, isTimeNoun } from './split-lead.js';
import type { Body } from './statement-body.js';
import { hasNominal } from './statement-body.js';
import { findVerbGroups } from './verb-groups.js';
import type { VerbGroup } from './verb-groups.js';

export type Complement = Pick<Body, 'shape' | 'tokens' | 'subject'>;

const OPENERS = new Set(['that', 'whether', 'how']);
const RELATIVES = new Set(['that', 'which', 'who', 'whom', 'whose', 'where']);

/**
 * What a verb, adjective or noun of belief is followed by, from token `at` on: a clause with or without "that", somebody
 * to do something, somebody doing something, or a thing alone. Null where nothing follows.
 *
 * @param controller who does it where the complement names nobody ("plans to leave")
 */
export function readComplement(
  all: readonly Token[],
  at: number,
  controller: readonly Token[] | null,
): Complement | null {
  const tokens = all.slice(0, looseRelativeAt(all, at));
  const from = skipFiller(tokens, at);
  if (from >= tokens.length) return null;
  if (OPENERS.has(tokens[from]?.lower ?? '') && hasFiniteVerb(tokens, from + 1))
    return { shape: 'clause', tokens: tokens.slice(from + 1), subject: null };
  const group = firstOwnGroup(tokens, from);
  if (group === null) return thing(tokens, from);
  const before = tokens.slice(from, group.from);
  const isFinite = isFiniteGroup(tokens, group);
  if (isFinite) {
    // "said on August 8 that it": the report's own time comes before its "that".
    const that = before.findIndex(({ lower }, i) => i > 0 && i < 10 && lower === 'that');
    if (
      that > 0 &&
      hasNominal(before.slice(that + 1)) &&
      before.slice(0, that).every(({ pos }) => pos !== 'VERB')
    )
      return { shape: 'clause', tokens: tokens.slice(from + that + 1), subject: null };
    if (before.length > 0 && hasNominal(before))
      return { shape: 'clause', tokens: tokens.slice(from), subject: null };
    return group.modal === null ? null : { shape: 'clause', tokens: tokens.slice(from), subject: null };
  }
  if (before.length === 0) return { shape: 'action', tokens: tokens.slice(group.from), subject: controller };
  // "expects growth of 3% to slow": the phrase before the verb is who does it, unless a comma parts them.
  if (before.some(({ lower }) => lower === ',') && group.form === 'participle') return thing(tokens, from);
  const subject = before[0]?.lower === 'for' ? before.slice(1) : before;
  if (!hasNominal(subject)) return { shape: 'action', tokens: tokens.slice(group.from), subject: controller };
  return { shape: 'action', tokens: tokens.slice(group.from), subject };
}

/** "two rallies, each of which": a relative after a comma speaks of the complement, it is no part of it. */
function looseRelativeAt(tokens: readonly Token[], from: number): number {
  const which = tokens.findIndex(({ lower }, i) => i > from + 1 && (lower === 'which' || lower === 'whom'));
  if (which === -1) return tokens.length;
  // "the ferry, which has never been late, will": an aside; the verb is still to come.
  const isAside = tokens.some(
    ({ lower }, i) => i > which && lower === ',' && /^(?:AUX|VERB)$/u.test(tokens[i + 1]?.pos ?? ''),
  );
  if (isAside) return tokens.length;
  for (let i = which - 1; i > from && which - i < 5; i -= 1)
    if (tokens[i]?.lower === ',') return hasNominal(tokens.slice(from, i)) ? i : tokens.length;
  return tokens.length;
}

function thing(tokens: readonly Token[], from: number): Complement | null {
  const rest = tokens.slice(from);
  return hasNominal(rest) ? { shape: 'thing', tokens: rest, subject: null } : null;
}

/** "to me", "strongly", "very much": between the verb and what it governs. */
function skipFiller(tokens: readonly Token[], at: number): number {
  let i = at;
  while (
    i < tokens.length &&
    ((tokens[i]?.pos === 'ADV' && !OPENERS.has(tokens[i]?.lower ?? '')) ||
      /^(?:,|:)$/u.test(tokens[i]?.lower ?? ''))
  )
    i += 1;
  if (tokens[i]?.lower === 'to' && /^(?:me|us)$/u.test(tokens[i + 1]?.lower ?? '')) i += 2;
  return afterReportTime(tokens, i);
}

/** "said last week it would", "said on Monday the": when it was said. */
function afterReportTime(tokens: readonly Token[], at: number): number {
  let i = at;
  while (i < at + 4 && /^(?:on|in|last|this|late|early|earlier|next)$/u.test(tokens[i]?.lower ?? '')) i += 1;
  if (!isTimeNoun(tokens[i]) || tokens[i + 1] === undefined) return at;
  const isSubject = /^(?:PRON|DET|PROPN)$/u.test(tokens[i + 1]?.pos ?? '');
  return isSubject ? i + 1 : at;
}

export function hasFiniteVerb(tokens: readonly Token[], from: number): boolean {
  return findVerbGroups(tokens, from).some((group) => isFiniteGroup(tokens, group));
}

/** The first verb that is not inside a relative clause or a modifier ("the deal struck in May"). */
function firstOwnGroup(tokens: readonly Token[], from: number): VerbGroup | null {
  const groups = findVerbGroups(tokens, from);
  let skipUntil = from;
  for (const [k, group] of groups.entries()) {
    if (group.from < skipUntil) continue;
    const before = tokens[group.from - 1];
    const isRelative = relativeBefore(tokens, group, from);
    if (isRelative) {
      skipUntil = group.to;
      continue;
    }
    const next = groups[k + 1];
    // "the deal struck in May falls": a bare participle with another finite verb after it modifies the noun.
    const isModifier =
      group.to - group.from === 1 &&
      (group.form === 'past' || group.form === 'participle') &&
      before !== undefined &&
      group.from > from &&
      next !== undefined &&
      next.form !== 'infinitive' &&
      next.form !== 'participle' &&
      !tokens.slice(group.to, next.from).some(({ lower }) => /^(?:and|but|that|which|who|,)$/u.test(lower));
    if (isModifier) continue;
    return group;
  }
  return null;
}

/** "which", "who", "that" between the phrase's noun and this verb, after `from`. */
function relativeBefore(tokens: readonly Token[], group: VerbGroup, from: number): boolean {
  for (let i = group.from - 1; i > from && group.from - i < 8; i -= 1) {
    const token = tokens[i];
    if (token === undefined || token.pos === 'VERB' || token.pos === 'AUX') return false;
    if (!RELATIVES.has(token.lower)) continue;
    const before = tokens[i - 1];
    if (token.lower === 'that' && before?.lower === ',') return false;
    return (
      before !== undefined &&
      (before.pos === 'NOUN' ||
        before.pos === 'PROPN' ||
        before.pos === 'PRON' ||
        before.lower === ',' ||
        before.pos === 'ADP' ||
        before.pos === 'NUM')
    );
  }
  return false;
}
