import { wordSet } from './word-set.js';
import type { Attribution } from './attribution.js';
import { isFreeDash } from './clauses.js';
import type { Clause } from './clauses.js';
import type { Token } from './nlp.js';
import { groupStart } from './subject-of.js';

/**
 * The report that governs a word: the nearest one before it whose reach includes it, else the one its clause ends in
 * ("..., he said"), else one that stands apart ("according to X").
 */
export function governingReport(
  tokens: readonly Token[],
  attributions: readonly Attribution[],
  clauses: readonly Clause[],
  anchor: number,
): Attribution | null {
  const before = [...attributions]
    .reverse()
    .find(
      (item) =>
        item.covers === 'after' &&
        reachesBack(tokens, item, anchor) &&
        anchor < scopeEnd(tokens, item, clauses),
    );
  if (before !== undefined) return before;
  const apart = attributions.filter(
    (item) =>
      item.covers !== 'after' &&
      isOneSegment(tokens, item.verbIndex, anchor) &&
      !isOfOwnClause(tokens, item, anchor),
  );
  return apart.find((item) => item.verbIndex >= anchor) ?? apart[apart.length - 1] ?? null;
}

/** The anchor is the verb or follows, or stands among the words for the speaker ("a broker I have known told me that"). */
function reachesBack(tokens: readonly Token[], item: Attribution, anchor: number): boolean {
  if (isInSubject(tokens, item)) return anchor > item.verbIndex;
  return anchor >= Math.min(item.from, groupStart(tokens, item.verbIndex));
}

/** "It will rain, and the fair, as the mayor has said, will close": an aside inside the second clause is about that. */
function isOfOwnClause(tokens: readonly Token[], item: Attribution, anchor: number): boolean {
  if (item.covers !== 'all' || tokens[item.from - 1]?.lower !== 'as' || anchor > item.from) return false;
  const rest = tokens.slice(item.bodyFrom);
  if (!/^(?:,|[\u2013\u2014-])$/u.test(rest[0]?.text ?? '') || rest[1]?.pos !== 'AUX') return false;
  for (let i = anchor; i < item.from - 3; i += 1)
    if (/^(?:and|but)$/u.test(tokens[i]?.lower ?? '') && tokens[i - 1]?.lower === ',') return true;
  return false;
}

/** No semicolon between: what stands on the other side of one is a statement of its own. */
function isOneSegment(tokens: readonly Token[], a: number, b: number): boolean {
  for (let i = Math.min(a, b); i < Math.max(a, b); i += 1) if (tokens[i]?.lower === ';') return false;
  return true;
}

const SUBORDINATE: ReadonlySet<Clause['kind']> = new Set(['condition', 'concession', 'time']);
const PLAIN_FUTURE = wordSet("will 'll wo");
const SHIFTED = wordSet('would was were had could might');
const CONTRAST = wordSet('but yet so');

/** The first token a report no longer covers. */
function scopeEnd(tokens: readonly Token[], item: Attribution, clauses: readonly Clause[]): number {
  const clause = clauses.find(({ from, to }) => item.verbIndex >= from && item.verbIndex < to);
  // "When the minister announced it, ...": a report inside a subordinate clause ends with it.
  const limit =
    clause !== undefined && SUBORDINATE.has(clause.kind) && !hasThatNext(tokens, item)
      ? clause.to
      : tokens.length;
  const main = isInSubject(tokens, item) ? mainVerb(tokens, item, clause?.to ?? tokens.length) : -1;
  if (main !== -1) return main;
  const isRelative = isInRelativeClause(tokens, item);
  const isPast = /(?:ed|id|ought|old|ote|ore)$/u.test(tokens[item.verbIndex]?.lower ?? '');
  let hasShift = false;
  let depth = 0;
  for (let i = item.verbIndex + 1; i < limit; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.lower === '(') depth += 1;
    if (token.lower === ')') {
      if (depth === 0) return i;
      depth -= 1;
    }
    // "They have it at 87 million; one in nine would be over 80": the same forecast goes on.
    if (token.lower === ';' && item.kind === 'number' && hasOwnFuture(tokens, i + 1, limit) === 'shifted')
      continue;
    if (token.lower === ';' || (token.lower === ':' && item.kind !== 'say' && i > item.verbIndex + 1))
      return i;
    if (depth > 0) continue;
    if (SHIFTED.has(token.lower)) hasShift = true;
    if (isFreeDash(tokens, i) && i > item.verbIndex + 1) {
      const close = closingDash(tokens, i);
      if (close === -1) return isLead(tokens, i) ? limit : i;
      i = close;
      continue;
    }
    if (token.lower !== ',' && token.pos !== 'CCONJ') continue;
    const next = token.lower === ',' ? i + 1 : i;
    const word = tokens[next];
    if (word === undefined) continue;
    if (isRelative && token.lower === ',' && (word.pos === 'VERB' || word.pos === 'AUX')) return i;
    if (isRelative && /^(?:who|which|whose)$/u.test(tokens[next + 1]?.lower ?? '')) return i;
    if (tokens[next + 1]?.lower === 'that') continue;
    if (
      token.lower === ',' &&
      CONTRAST.has(word.lower) &&
      hasOwnFuture(tokens, next + 1, limit) !== 'shifted'
    )
      return i;
    if (
      isPast &&
      hasShift &&
      /^(?:and|but|so|while|which|although|though)$/u.test(word.lower) &&
      hasOwnFuture(tokens, next + 1, limit) === 'plain'
    )
      return i;
  }
  return limit;
}

function hasThatNext(tokens: readonly Token[], item: Attribution): boolean {
  return tokens[item.bodyFrom - 1]?.lower === 'that' && item.kind === 'think';
}

/** What the next clause is about, by its first verb: a plain "will", a shifted "would", or neither. */
function hasOwnFuture(tokens: readonly Token[], from: number, limit: number): 'plain' | 'shifted' | null {
  for (let i = from; i < Math.min(limit, from + 14); i += 1) {
    const token = tokens[i];
    if (token === undefined || token.lower === ',' || token.lower === ';') return null;
    if (PLAIN_FUTURE.has(token.lower)) return 'plain';
    if (SHIFTED.has(token.lower)) return 'shifted';
    if (token.pos === 'AUX' || (token.pos === 'VERB' && !token.lower.endsWith('ing'))) return null;
  }
  return null;
}

/** "X, who says it will fail, is ...": the report ends with its clause. */
function isInRelativeClause(tokens: readonly Token[], item: Attribution): boolean {
  const start = groupStart(tokens, item.verbIndex);
  return /^(?:who|which)$/u.test(tokens[start - 1]?.lower ?? '') && tokens[start - 2]?.lower === ',';
}

/** "Those who predicted peace were wrong", "the party that promised it will lose": the report only says who is meant. */
function isInSubject(tokens: readonly Token[], item: Attribution): boolean {
  const start = groupStart(tokens, item.verbIndex);
  const before = tokens[item.from - 1];
  const opens = before === undefined || /^(?:PUNCT|CCONJ|SCONJ|ADV)$/u.test(before.pos);
  return (
    opens &&
    item.covers === 'after' &&
    start - item.from >= 2 &&
    /^(?:who|that|which)$/u.test(tokens[start - 1]?.lower ?? '') &&
    tokens[start - 2]?.lower !== ','
  );
}

/** The verb of the sentence after such a report: the last finite one of its clause; -1 where there is none. */
function mainVerb(tokens: readonly Token[], item: Attribution, to: number): number {
  for (let i = to - 1; i > item.verbIndex; i -= 1) {
    const token = tokens[i];
    if (token === undefined || (token.pos !== 'AUX' && token.pos !== 'VERB')) continue;
    if (
      tokens[i - 1]?.lower === 'to' ||
      (token.pos === 'VERB' && /(?:ing|ed|en)$/u.test(token.lower) && tokens[i - 1]?.pos !== 'NOUN')
    )
      continue;
    const start = groupStart(tokens, i);
    if (tokens[start - 1]?.lower === 'to') continue;
    return start > item.verbIndex ? start : -1;
  }
  return -1;
}

function closingDash(tokens: readonly Token[], open: number): number {
  for (let i = open + 1; i < Math.min(tokens.length, open + 30); i += 1) if (isFreeDash(tokens, i)) return i;
  return -1;
}

/** "He is sure of one thing \u2013 that it will fail": what follows the dash is still said. */
function isLead(tokens: readonly Token[], dash: number): boolean {
  return tokens[dash + 1]?.lower === 'that';
}
