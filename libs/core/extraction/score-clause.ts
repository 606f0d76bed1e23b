import { governedVerb, subjectHead } from './cues.js';
import type { CueHit, CuedClause } from './cues.js';
import type { ParagraphKind } from './document-structure.js';
import type { Token } from './nlp.js';

/** At or above: shown by default. */
export const PROPOSED_FROM = 0.5;
/** At or above: kept as "maybe". */
export const MAYBE_FROM = 0.3;

/** What stands around a clause and changes what its words are worth. */
export interface ClauseContext {
  readonly kind: ParagraphKind;
  readonly hasCondition: boolean;
  readonly hasTimeClause: boolean;
  /** An earlier sentence of the paragraph set up a supposition. */
  readonly isSupposed: boolean;
  /** The clause itself names a time after the day of publication. */
  readonly hasFutureTime: boolean;
  /** The same, and the time is a date rather than "soon". */
  readonly hasDatedFuture: boolean;
  readonly hasPastTime: boolean;
  /** A step of a scenario or an entry of a list of forecasts. */
  readonly isScenario: boolean;
  readonly isReported: boolean;
}

export interface ScoredClause {
  readonly score: number;
  readonly reasons: readonly CueHit[];
  /** Token that carries the claim: its likelihood, claimant and verb are looked for around it. */
  readonly anchor: number;
}

const MODAL_CODES = new Set(['WOULD', 'COULD', 'MAY']);
const WH = new Set(['what', 'how', 'why', 'whether', 'whatever', 'however', 'whichever', 'wherever']);
const SHORT = 4;
const TENSELESS = new Set(['FUTURE_HINT', 'POSSIBILITY_WORD', 'NEGATED_HOPE']);

/**
 * Weighs the reasons for and against one clause. Reasons for it are joined as independent evidence (1 - product of
 * the complements), the traps of the survey are subtracted; nothing is a veto by itself.
 */
export function scoreClause(
  tokens: readonly Token[],
  clause: CuedClause,
  carried: readonly CueHit[],
  context: ClauseContext,
): ScoredClause | null {
  const found = [...strongestByCode([...clause.cues, ...carried])];
  const reasons = found.filter((hit) => hit.weight > 0);
  const extra = structural(tokens, clause, reasons, context);
  if (reasons.length === 0 && extra === null) return null;
  const all = extra === null ? reasons : [...reasons, extra];
  let miss = 1;
  for (const hit of all) miss *= 1 - Math.min(0.95, hit.weight);
  let score = 1 - miss;
  for (const hit of found) if (hit.weight < 0) score += hit.weight;
  score += adjustments(tokens, clause, reasons, context);
  const anchor = pickAnchor(clause, all);
  return { score: Math.max(0, Math.min(1, Math.round(score * 100) / 100)), reasons: all, anchor };
}

function strongestByCode(hits: readonly CueHit[]): CueHit[] {
  const best = new Map<string, CueHit>();
  for (const hit of hits) {
    const other = best.get(hit.code);
    if (other === undefined || Math.abs(hit.weight) > Math.abs(other.weight)) best.set(hit.code, hit);
  }
  return [...best.values()];
}

function pickAnchor(clause: CuedClause, reasons: readonly CueHit[]): number {
  let best: CueHit | null = null;
  for (const hit of reasons)
    if (hit.from >= clause.from && (best === null || hit.weight > best.weight)) best = hit;
  return best?.from ?? clause.from;
}

/** Futures without a word for it: "if X, Y happens"; "the treaty expires in January". */
function structural(
  tokens: readonly Token[],
  clause: CuedClause,
  reasons: readonly CueHit[],
  context: ClauseContext,
): CueHit | null {
  if (reasons.some((hit) => !TENSELESS.has(hit.code))) return null;
  const verb = mainVerb(tokens, clause);
  if (verb === null || isPast(tokens, verb)) return null;
  const at = { from: verb, to: verb + 1 };
  const subject = subjectHead(tokens, verb);
  const isSpecific =
    subject !== null &&
    (subject.pos === 'PROPN' || subject.pos === 'PRON' || tokens[verb]?.lower !== tokens[verb]?.lemma);
  if (context.hasCondition && isSpecific) return { code: 'CONDITIONAL_PRESENT', weight: 0.38, ...at };
  if (context.isScenario && subject !== null) return { code: 'SCENARIO_STEP', weight: 0.55, ...at };
  if (context.hasDatedFuture && tokens[verb]?.lemma !== 'be')
    return { code: 'PRESENT_FOR_FUTURE', weight: 0.36, ...at };
  return null;
}

function mainVerb(tokens: readonly Token[], clause: CuedClause): number | null {
  for (let i = clause.from; i < clause.to; i += 1) {
    const token = tokens[i];
    if (
      (token?.pos === 'VERB' || token?.pos === 'AUX') &&
      !/ing$/u.test(token.lower) &&
      tokens[i - 1]?.lower !== 'to'
    )
      return i;
  }
  return null;
}

/** The verb a hedge at `anchor` belongs to: the nearest finite one before it. */
function verbBefore(tokens: readonly Token[], clause: CuedClause, anchor: number): number | null {
  for (let i = anchor; i >= clause.from; i -= 1) {
    const token = tokens[i];
    if (
      (token?.pos === 'VERB' || token?.pos === 'AUX') &&
      !/ing$/u.test(token.lower) &&
      tokens[i - 1]?.lower !== 'to'
    )
      return i;
  }
  return null;
}

/** Whether the verb at `i` is in a past or perfect form. */
function isPast(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined) return false;
  if (['was', 'were', 'had', 'did', 'has', 'have', "'ve", '\u2019ve'].includes(token.lower)) return true;
  if (token.pos !== 'VERB' || token.lower === token.lemma || /(?:s|ing)$/u.test(token.lower)) return false;
  const before = tokens[i - 1];
  return !(before?.pos === 'AUX' || before?.pos === 'PART' || tokens[i - 2]?.pos === 'AUX');
}

function adjustments(
  tokens: readonly Token[],
  clause: CuedClause,
  reasons: readonly CueHit[],
  context: ClauseContext,
): number {
  const codes = new Set(reasons.map((hit) => hit.code));
  const isFirm = codes.has('WILL') || codes.has('FUTURE_PHRASE') || codes.has('NUMBER');
  const isModal = [...codes].some((code) => MODAL_CODES.has(code));
  let change = 0;
  if (isModal && !isFirm) change += modalChange(tokens, clause, reasons, context);
  if (context.hasFutureTime && reasons.length > 0) change += 0.12;
  if (context.isReported && (isModal || codes.has('WILL'))) change += 0.12;
  if (!isFirm && context.hasPastTime) change -= 0.2;
  if (clause.kind === 'embedded') change -= 0.5;
  // "They hope it will": a wish, however firm its words.
  if (reasons.some((hit) => hit.code === 'EXPECTATION' && hit.weight <= 0.11)) change -= 0.45;
  if (clause.kind === 'reason' && !isFirm) change -= 0.1;
  if (context.kind === 'heading') change -= 0.15;
  const verb = verbBefore(tokens, clause, pickAnchor(clause, reasons)) ?? mainVerb(tokens, clause);
  if (
    !isFirm &&
    !isModal &&
    verb !== null &&
    isPast(tokens, verb) &&
    !codes.has('EXPECTATION') &&
    !codes.has('COMMITMENT') &&
    !(codes.has('FORECAST_NOUN') && context.hasFutureTime)
  )
    change -= 0.3;
  if (words(tokens, clause) < SHORT && !context.hasCondition && !context.isReported) change -= 0.2;
  if (isIndirectQuestion(tokens, clause, reasons)) change -= 0.4;
  return change;
}

function words(tokens: readonly Token[], clause: CuedClause): number {
  return tokens.slice(clause.from, clause.to).filter((token) => token.pos !== 'PUNCT').length;
}

function modalChange(
  tokens: readonly Token[],
  clause: CuedClause,
  reasons: readonly CueHit[],
  context: ClauseContext,
): number {
  let change = 0;
  if (context.hasCondition) change += 0.22;
  else if (context.hasTimeClause) change += 0.12;
  const modal = reasons.find((hit) => MODAL_CODES.has(hit.code));
  if (modal === undefined) return change;
  const subject = subjectHead(tokens, modal.from);
  // "an order that would include": what a thing is like, not what happens.
  if (subject !== null && /^(?:which|who|that)$/u.test(subject.lower)) change -= 0.12;
  if (modal.code === 'WOULD' && isHypotheticalSubject(tokens, clause, modal.from)) change += 0.16;
  if (subject?.pos === 'PROPN' && modal.code !== 'WOULD') change += 0.06;
  // "One may ask", "we could say": a turn of phrase.
  if (subject !== null && /^(?:one|i|you)$/u.test(subject.lower) && !context.hasCondition) change -= 0.25;
  const verb = governedVerb(tokens, modal.from);
  const isNegatedAbility =
    modal.code === 'COULD' &&
    (tokens[modal.from + 1]?.lemma === 'not' || tokens[modal.from + 1]?.lower === "n't");
  if (isNegatedAbility && !context.hasCondition) change -= 0.2;
  if (verb === null && !context.hasCondition) change -= 0.1;
  if (modal.code === 'WOULD' && context.isSupposed && !context.hasCondition) change += 0.14;
  return change;
}

/** "An attack would", "any vote would", "leaving would", "such a move would": the subject itself is the condition. */
export function isHypotheticalSubject(
  tokens: readonly Token[],
  clause: { readonly from: number },
  modal: number,
): boolean {
  let i = clause.from;
  while (i < modal && (tokens[i]?.pos === 'CCONJ' || tokens[i]?.pos === 'PUNCT' || tokens[i]?.pos === 'ADV'))
    i += 1;
  const first = tokens[i];
  if (first === undefined || i >= modal) return false;
  return (
    /^(?:a|an|any|such|another|failure|use|doing)$/u.test(first.lower) ||
    (first.pos === 'VERB' && /ing$/u.test(first.lower))
  );
}

/** "What will happen", "how it would end", "whether it may": asked, not said. */
function isIndirectQuestion(
  tokens: readonly Token[],
  clause: CuedClause,
  reasons: readonly CueHit[],
): boolean {
  const modal = reasons.find(
    (hit) => MODAL_CODES.has(hit.code) || hit.code === 'WILL' || hit.code === 'FUTURE_PHRASE',
  );
  if (modal === undefined) return false;
  for (let i = modal.from - 1; i >= Math.max(clause.from, modal.from - 6); i -= 1) {
    const token = tokens[i];
    if (token === undefined || token.pos === 'VERB' || token.lower === ',') return false;
    if (WH.has(token.lower)) return true;
  }
  return false;
}
