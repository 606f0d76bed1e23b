import { isAhead, timesIn } from './attach-deadline.js';
import { carriedCues } from './carried-cues.js';
import { leadsToScenario } from './describe-text.js';
import { clauseFeatures } from './clause-features.js';
import type { ClauseContext, Features } from './clause-features.js';
import { clauseReasons } from './clause-reasons.js';
import { conjunctsOf } from './conjuncts.js';
import type { SharedWords } from './conjuncts.js';
import type { ClauseReasons, ClauseSetting } from './clause-reasons.js';
import type { TextSpan } from '#core/text';
import { spanOf } from './clause-span.js';
import type { CueHit, CuedClause } from './cues.js';
import type { Token } from './nlp.js';
import { findNumber, findPercentage } from './number-likelihood.js';
import type { FoundDeadline } from './read-deadline.js';
import type { Scene } from './scene.js';
import { findVerbGroups } from './verb-groups.js';
import { scoreClause } from './weigh-clause.js';

/** A clause that might be a prediction, with what belongs to it. */
export interface ClauseDraft {
  readonly clause: CuedClause;
  /** Which of the sentence's clauses it is, or is a part of. */
  readonly index: number;
  /** Subject and modal that a second verb takes from the first; null of a clause with its own. */
  readonly shared: SharedWords | null;
  readonly reasons: ClauseReasons;
  readonly condition: CuedClause | null;
  readonly time: CuedClause | null;
  readonly carried: readonly CueHit[];
  /** The supposition that earlier sentences of the paragraph argue under ("An attack would ... It would also ..."). */
  readonly supposition: string | null;
  /** What the trained model is told of it, as far as it is known by now. */
  readonly setting: Setting;
}

const NO_CLAIM: ReadonlySet<CuedClause['kind']> = new Set(['condition', 'concession', 'time', 'attribution']);

/** The clauses of a sentence that might be predictions; none of a question. */
export function clauseDrafts(scene: Scene, supposition: string | null): ClauseDraft[] {
  const raw = scene.text.slice(scene.sentence.start, scene.sentence.end);
  // "The likely course of events:" leads in to what is claimed.
  if (isQuestion(raw, scene.tokens) || leadsToScenario(raw)) return [];
  const mayHaveNumber = NUMBER_WORD.test(raw);
  return scene.clauses.flatMap((whole, index): ClauseDraft[] => {
    if (NO_CLAIM.has(whole.kind)) return [];
    const conjuncts = conjunctsOf(scene.tokens, whole);
    return conjuncts.flatMap(({ clause, shared }, n): ClauseDraft[] => {
      const number = mayHaveNumber ? numberCue(scene, clause) : [];
      const carried = [...carriedCues(scene.clauses, index), ...number];
      const condition = neighbour(scene.clauses, index, 'condition');
      const time = neighbour(scene.clauses, index, 'time');
      const verbs = shared !== null ? 'further' : conjuncts.length > 1 ? 'first' : 'only';
      const setting = settingOf(scene, clause, { condition, time, verbs });
      const reasons = clauseReasons(scene.tokens, clause, carried, setting);
      if (reasons === null || isInQuestion(scene, reasons.anchor)) return [];
      const ownTime = time !== null && n < conjuncts.length - 1 && time.from >= whole.to ? null : time;
      return [{ clause, index, shared, reasons, condition, time: ownTime, carried, supposition, setting }];
    });
  });
}

/** What decides whether a clause speaks of the future at all, and what is found out on the way; most clauses do not. */
interface Setting extends ClauseSetting {
  readonly span: TextSpan;
  readonly times: readonly FoundDeadline[];
  readonly ahead: readonly FoundDeadline[];
  readonly isTold: boolean;
  readonly hasTimeClause: boolean;
  readonly verbs: ClauseContext['verbs'];
}

function settingOf(
  scene: Scene,
  clause: CuedClause,
  around: { condition: CuedClause | null; time: CuedClause | null; verbs: ClauseContext['verbs'] },
): Setting {
  const { structure, tokens, about, section } = scene;
  const span = spanOf(tokens, clause.from, clause.to);
  const times = timesIn(scene, span).filter((item) => !item.isWeak);
  const isTold = times.length > 0 && isToldInPast(tokens, clause);
  // "It fell on Thursday", "he said in May": a day or month without a year, told in the past, is the last one.
  const ahead = times.filter(
    (item) =>
      isAhead(item, structure.publishedOn) &&
      !(isTold && !/\d{4}/u.test(item.deadline.phrase)) &&
      !isTimeOfReport(scene, item),
  );
  return {
    span,
    times,
    ahead,
    isTold,
    section,
    isAlone: scene.clauses.length === 1,
    isAmongForecasts:
      scene.futureAround >= 0.25 ||
      about.isForecastTitle ||
      section.isForecast ||
      section.isScenario ||
      about.isRoundUp,
    hasCondition: around.condition !== null,
    hasTimeClause: around.time !== null,
    verbs: around.verbs,
    hasDatedFuture: ahead.some(
      (item) => item.deadline.deadlineOn !== null && item.deadline.basis !== 'vague',
    ),
  };
}

/** What the trained model sees of a clause. */
export function featuresOf(scene: Scene, draft: ClauseDraft): Features {
  return clauseFeatures(scene.tokens, draft.clause, draft.reasons, contextOf(scene, draft));
}

/** How much a clause looks like a prediction, 0-1. */
export function scoreOf(scene: Scene, draft: ClauseDraft): number {
  return scoreClause(scene.tokens, draft.clause, draft.reasons, contextOf(scene, draft));
}

function contextOf(scene: Scene, { clause, setting, supposition }: ClauseDraft): ClauseContext {
  const { text, structure, paragraph, about, section } = scene;
  const { span, times, ahead, isTold } = setting;
  const before = text.slice(scene.sentence.start, span.start);
  return {
    about,
    section,
    kind: paragraph.kind,
    isAlone: setting.isAlone,
    isAmongForecasts: setting.isAmongForecasts,
    hasCondition: setting.hasCondition,
    hasTimeClause: setting.hasTimeClause,
    isSupposed: supposition !== null,
    verbs: setting.verbs,
    hasDatedFuture: setting.hasDatedFuture,
    hasVagueFuture: ahead.some((item) => item.deadline.basis === 'vague'),
    hasPastTime:
      (isTold && times.length > ahead.length) ||
      hasPastTime(text.slice(span.start, span.end), structure.publishedOn),
    isQuoted: paragraph.quotes.some((quote) => span.start >= quote.start && span.end <= quote.end),
    isSpoken: paragraph.speaker !== null,
    inBrackets: before.lastIndexOf('(') > before.lastIndexOf(')'),
    isReported: scene.attributions.some(
      (item) => item.name !== null && item.verbIndex < clause.to && item.verbIndex >= clause.from - 12,
    ),
    futureAround: scene.futureAround,
    mood: scene.mood,
    pastShare: scene.pastShare,
    pastAround: scene.pastAround,
    place: span.start / Math.max(1, text.length),
  };
}

/** Whether the first finite verb of the clause is in a past form. */
function isToldInPast(tokens: readonly Token[], clause: CuedClause): boolean {
  const finite = findVerbGroups(tokens, clause.from, clause.to).find(
    ({ form }) => form !== 'infinitive' && form !== 'participle',
  );
  return finite?.form === 'past';
}

/** "..., he told the station on Thursday": when it was said. */
function isTimeOfReport(scene: Scene, item: FoundDeadline): boolean {
  return scene.attributions.some(
    ({ isTrailing, verbAt }) => isTrailing && item.start > verbAt && item.start - verbAt < REPORT_REACH,
  );
}

/** Characters after a reporting verb within which a time belongs to it. */
const REPORT_REACH = 48;

/** "The market 'Will it snow?' is thin": what stands in a quoted question is asked. */
function isInQuestion(scene: Scene, anchor: number): boolean {
  const at = scene.tokens[anchor]?.start ?? 0;
  const { sentence, text } = scene;
  return scene.paragraph.quotes.some((quote) => {
    if (at < quote.start || at >= quote.end) return false;
    if (quote.start < sentence.start && quote.end > sentence.end) return false;
    const said = text.slice(Math.max(quote.start, sentence.start), Math.min(quote.end, sentence.end));
    return said.endsWith('?') || (quote.end < sentence.end && INVERTED.test(said.slice(0, 30)));
  });
}

const INVERTED = /^(?:Will|Would|Is|Are|Does|Do|Did|Can|Could) \p{L}+ /u;

/** Without one of these there is no number, in a clause or in its whole sentence. */
const NUMBER_WORD = /\d|\b(?:one|two|three|four|nine|half|third|quarter|even|evens)\b/iu;

/** A probability in numbers inside the clause. */
function numberCue(scene: Scene, clause: CuedClause): CueHit[] {
  const span = spanOf(scene.tokens, clause.from, clause.to);
  const clauseText = scene.text.slice(span.start, span.end);
  if (!NUMBER_WORD.test(clauseText)) return [];
  const near = findNumber(clauseText, false);
  const number = near ?? (scene.about.isRoundUp ? findPercentage(clauseText) : null);
  if (number === null) return [];
  const from = scene.tokens.findIndex((token) => token.end > span.start + number.start);
  return from === -1 ? [] : [{ code: 'NUMBER', weight: near !== null ? 0.72 : 0.52, from, to: from + 1 }];
}

/** A question asserts nothing; its answer, if any, is a sentence of its own. */
function isQuestion(raw: string, tokens: readonly Token[]): boolean {
  if (/\?["'\u201d\u2019)\]]*$/u.test(raw)) return true;
  const first = tokens.find((token) => token.pos !== 'PUNCT');
  return (
    raw.includes('?') &&
    first !== undefined &&
    (first.pos === 'AUX' || /^(?:who|what|when|where|why|how|which|whether)$/u.test(first.lower))
  );
}

/** The condition or time clause next to clause `k`: directly before it, else directly after it. */
function neighbour(clauses: readonly CuedClause[], k: number, kind: CuedClause['kind']): CuedClause | null {
  const before = clauses[k - 1];
  if (before?.kind === kind) return before;
  const after = clauses[k + 1];
  if (after?.kind !== kind) return null;
  // "X happens. If Y, Z happens": a condition followed by a main clause after a comma belongs to that one, unless none follows.
  const next = clauses[k + 2];
  return next !== undefined && next.kind === 'main' && kind === 'condition' && next.cues.length > 0 && k > 0
    ? null
    : after;
}

function hasPastTime(clause: string, publishedOn: string | null): boolean {
  if (
    /\b(?:ago|yesterday|last (?:week|month|year|summer|winter|spring|fall|autumn|night|decade|century)|previously|formerly)\b/iu.test(
      clause,
    )
  )
    return true;
  if (publishedOn === null) return false;
  const years = clause.match(/\b(?:1[5-9]|20)\d\d\b/gu) ?? [];
  return years.length > 0 && years.every((year) => year < publishedOn.slice(0, 4));
}
