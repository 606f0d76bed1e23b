import { subjectHead } from './cues.js';
import type { CueHit, CuedClause } from './cues.js';
import type { Token } from './nlp.js';
import { isPastForm } from './verb-groups.js';

/** What stands around a clause and lets a plain present speak of the future. */
export interface ClauseSetting {
  readonly hasCondition: boolean;
  /** The clause itself names a date after the day of publication. */
  readonly hasDatedFuture: boolean;
  readonly section: { readonly isScenario: boolean };
  /** The only clause of its sentence. */
  readonly isAlone: boolean;
  /** Forecasts stand around it, so that a plain statement may be one. */
  readonly isAmongForecasts: boolean;
}

export interface ClauseReasons {
  /** Cues for it, at most one of a kind, and cues against it (weight below 0). */
  readonly hits: readonly CueHit[];
  /** Token that carries the claim: its likelihood, claimant and verb are looked for around it. */
  readonly anchor: number;
}

const TENSELESS = new Set(['FUTURE_HINT', 'POSSIBILITY_WORD', 'NEGATED_HOPE']);

/** The cues of a clause, those its report hands on included, or null where nothing speaks of the future. */
export function clauseReasons(
  tokens: readonly Token[],
  clause: CuedClause,
  carried: readonly CueHit[],
  setting: ClauseSetting,
): ClauseReasons | null {
  const found = strongestByCode([...clause.cues, ...carried]);
  const reasons = found.filter((hit) => hit.weight > 0);
  const extra = tenseless(tokens, clause, reasons, setting);
  if (reasons.length === 0 && extra === null) return null;
  const hits = extra === null ? found : [...found, extra];
  return { hits, anchor: pickAnchor(clause, hits) };
}

function strongestByCode(hits: readonly CueHit[]): CueHit[] {
  const best = new Map<string, CueHit>();
  for (const hit of hits) {
    const other = best.get(hit.code);
    if (other === undefined || Math.abs(hit.weight) > Math.abs(other.weight)) best.set(hit.code, hit);
  }
  return [...best.values()];
}

function pickAnchor(clause: CuedClause, hits: readonly CueHit[]): number {
  let best: CueHit | null = null;
  for (const hit of hits)
    if (hit.weight > 0 && hit.from >= clause.from && (best === null || hit.weight > best.weight)) best = hit;
  return best?.from ?? clause.from;
}

/** Futures without a word for it: "if X, Y happens"; "the treaty expires in January"; a step of a scenario. */
function tenseless(
  tokens: readonly Token[],
  clause: CuedClause,
  reasons: readonly CueHit[],
  setting: ClauseSetting,
): CueHit | null {
  if (reasons.some((hit) => !TENSELESS.has(hit.code))) return null;
  const verb = finiteVerb(tokens, clause);
  if (verb === null) return reasons.length > 0 ? null : verbless(tokens, clause, setting);
  if (isPastForm(verb.token)) return null;
  const at = { from: verb.index, to: verb.index + 1 };
  if (setting.section.isScenario) return { code: 'SCENARIO_STEP', weight: 0.55, ...at };
  if (setting.hasCondition && subjectHead(tokens, verb.index) !== null)
    return { code: 'CONDITIONAL_PRESENT', weight: 0.38, ...at };
  if (setting.hasDatedFuture) return { code: 'PRESENT_FOR_FUTURE', weight: 0.36, ...at };
  return reasons.length > 0 || !setting.isAmongForecasts
    ? null
    : { code: 'PLAIN_PRESENT', weight: PLAIN, ...at };
}

/** A plain statement is kept for what stands around it: among forecasts it may be one. */
const PLAIN = 0.05;
const VERBLESS_FROM = 3;

/** "No cut before the summer.": a sentence without a verb. */
function verbless(tokens: readonly Token[], clause: CuedClause, setting: ClauseSetting): CueHit | null {
  if (!setting.isAlone || !setting.isAmongForecasts) return null;
  const words = tokens.slice(clause.from, clause.to).filter((token) => token.pos !== 'PUNCT').length;
  return words < VERBLESS_FROM
    ? null
    : { code: 'VERBLESS', weight: PLAIN, from: clause.from, to: clause.from + 1 };
}

function finiteVerb(tokens: readonly Token[], clause: CuedClause): { index: number; token: Token } | null {
  for (let i = clause.from; i < clause.to; i += 1) {
    const token = tokens[i];
    if (token === undefined || (token.pos !== 'VERB' && token.pos !== 'AUX')) continue;
    if (token.lower.endsWith('ing') || tokens[i - 1]?.lower === 'to') continue;
    return { index: i, token };
  }
  return null;
}
