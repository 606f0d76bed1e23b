import { wordSet } from './word-set.js';
import type { ClauseDraft } from './clause-drafts.js';
import { spanOf } from './clause-span.js';
import { REPORTING_VERBS } from './clauses.js';
import { conditionPhrase } from './condition-phrase.js';
import type { CuedClause } from './cues.js';
import {
  hypotheticalSubject,
  indefiniteCause,
  orderBefore,
  ordered,
  survived,
} from './hypothetical-subject.js';
import type { Token } from './nlp.js';
import type { Scene } from './scene.js';
import { isUncertainEvent } from './uncertain-event.js';
import { findVerbGroups, isPastForm } from './verb-groups.js';
import type { VerbGroup } from './verb-groups.js';

/** "Then", "in that case", "this would": what was supposed before still holds. */
const GOES_ON =
  /^(?:and |but |so |nevertheless,? |nonetheless,? |even )?(?:then|in that case|in that event|that|this|it|these|those|all (?:this|that|these|those)|such|such a|doing so|the result|as a result|after that|next|from there|otherwise|having|doing)\b/iu;
const OPEN = wordSet('could might may will can');

/** The words of the condition a clause stands under, or null. */
export function findCondition(scene: Scene, draft: ClauseDraft): string | null {
  const { tokens } = scene;
  const { clause, condition } = draft;
  if (condition !== null && bindsClause(scene, draft, condition)) return wordsOf(scene, condition);
  const group = groupAt(tokens, clause, draft.reasons.anchor);
  const modal = group?.modal ?? null;
  if (draft.time !== null && isUncertainEvent(tokens.slice(draft.time.from, draft.time.to)))
    return wordsOf(scene, draft.time);
  const phrase = conditionPhrase(clauseWords(scene, clause), modal, isDenied(tokens, clause, group));
  if (phrase !== null) return phrase.words;
  const supposed =
    group === undefined || modal === null
      ? (indefiniteCause(tokens, clause) ?? ordered(tokens, clause))
      : (hypotheticalSubject(tokens, clause, group.from, isToldInPast(scene, group.from)) ??
        survived(tokens, clause, group) ??
        ordered(tokens, clause));
  if (supposed !== null) return wordsOf(scene, supposed);
  const order = orderBefore(tokens, clause);
  if (order !== null) return wordsOf(scene, order);
  const shared = sharedCondition(scene, draft, modal);
  if (shared !== null) return shared;
  if (scene.section.condition !== null && scene.section.isScenario) return scene.section.condition;
  return draft.supposition !== null && goesOn(scene, clause, group) ? draft.supposition : null;
}

function wordsOf({ text, tokens }: Scene, { from, to }: { from: number; to: number }): string {
  const span = spanOf(tokens, from, to);
  const start = keepsOpening(tokens, from) ? (tokens[from]?.start ?? span.start) : span.start;
  return text.slice(start, span.end).replace(/(?<![.,;])[.,;]+$/u, '');
}

function clauseWords({ text, tokens }: Scene, { from, to }: CuedClause): string {
  const span = spanOf(tokens, from, to);
  const start = keepsOpening(tokens, from) ? (tokens[from]?.start ?? span.start) : span.start;
  return text.slice(start, span.end);
}

/** "so long as", "but for": no conjunctions. */
const keepsOpening = (tokens: readonly Token[], from: number): boolean =>
  (tokens[from]?.lower === 'so' && tokens[from + 1]?.lower === 'long') ||
  (tokens[from]?.lower === 'but' && tokens[from + 1]?.lower === 'for');

/** The verb with a modal that makes the claim: the one at the anchor or the last before it, else the first. */
function groupAt(tokens: readonly Token[], clause: CuedClause, anchor: number): VerbGroup | undefined {
  const groups = findVerbGroups(tokens, clause.from, clause.to).filter(({ modal }) => modal !== null);
  return groups.filter(({ from }) => from <= anchor).pop() ?? groups[0];
}

function isDenied(tokens: readonly Token[], clause: CuedClause, group: VerbGroup | undefined): boolean {
  return (
    group?.isNegated === true ||
    /^(?:no|nothing|nobody|none|neither|few)$/u.test(tokens[clause.from]?.lower ?? '')
  );
}

/** "He said a vote would": told in the past, "would" may stand for "will". */
function isToldInPast(scene: Scene, at: number): boolean {
  return scene.attributions.some(({ verbIndex, kind, isTrailing }) => {
    const verb = scene.tokens[verbIndex];
    const isSaying = kind === 'say' || kind === 'think';
    return isSaying && verb !== undefined && isPastForm(verb) && (verbIndex < at || isTrailing);
  });
}

const PARTICIPLE = /(?:ed|en|wn|ght|pt)$/u;

/** Whether the clause of condition next to a claim is its own. */
function bindsClause(scene: Scene, { clause, reasons }: ClauseDraft, condition: CuedClause): boolean {
  const { tokens } = scene;
  const first = tokens[condition.from];
  const second = tokens[condition.from + 1];
  // "(demands) were doomed": no inversion.
  if (
    first?.lower === 'were' &&
    second !== undefined &&
    second.pos !== 'NOUN' &&
    PARTICIPLE.test(second.lower)
  )
    return false;
  if (first?.lower === 'assuming' && /^(?:not|and|are|is|be)$/u.test(tokens[condition.from - 1]?.lower ?? ''))
    return false;
  if (SPEAKING.test(wordsOf(scene, condition))) return false;
  if (condition.from < clause.from) {
    // "If it exists, somebody will find it, but I think ...": the condition has its own claim.
    return (
      !(tokens[clause.from]?.lower === 'but' && hasOwnClaim(tokens, condition)) && !trails(scene, condition)
    );
  }
  return !isOfInnerClause(tokens, clause, reasons.anchor) && !isManner(tokens, condition);
}

/** "If you ask me", "if I had to bet", "if history is a guide": how it is said. */
const SPEAKING =
  /^if (?:(?:i|we|you) (?:\p{L}+ )?(?:ask(?:ed)?|press(?:ed)?|pushed|forced|bet|betting|guess|choose|had to|have to)\b|(?:pressed|asked|pushed|forced|memory serves|history is)\b)/iu;

/** "A will fall if B rises, and C will fail": the condition ends the claim before it. */
function trails({ clauses, tokens }: Scene, condition: CuedClause): boolean {
  const before = clauses[clauses.indexOf(condition) - 1];
  const last = tokens[condition.from - 1];
  return (
    before?.kind === 'main' &&
    before.cues.length > 0 &&
    last !== undefined &&
    !/^(?:PUNCT|CCONJ|SCONJ)$/u.test(last.pos) &&
    last.lower !== 'that' &&
    !REPORTING_VERBS.has(last.lemma.toLowerCase())
  );
}

/** "if it existed someone would find it": condition and claim in one. */
function hasOwnClaim(tokens: readonly Token[], condition: CuedClause): boolean {
  const groups = findVerbGroups(tokens, condition.from, condition.to).filter(
    ({ form }) => form !== 'infinitive' && form !== 'participle',
  );
  return groups.length > 1 && groups.some(({ modal }) => modal === 'would' || modal === 'will');
}

/** ", without a majority": at the end after a comma, how it happens. */
const isManner = (tokens: readonly Token[], condition: CuedClause): boolean =>
  tokens[condition.from]?.lower === 'without';

/** "a process that it can speed up | if it likes", "what happens | if": the condition is of the inner clause. */
function isOfInnerClause(tokens: readonly Token[], clause: CuedClause, anchor: number): boolean {
  if (tokens[clause.to - 1]?.lower === ',') return false;
  const last = findVerbGroups(tokens, anchor + 1, clause.to)
    .filter(({ form }) => form !== 'infinitive' && form !== 'participle')
    .pop();
  const own = findVerbGroups(tokens, clause.from, clause.to).find(
    ({ from, to }) => from <= anchor && to > anchor,
  );
  if (last === undefined || (own !== undefined && last.from < own.to)) return false;
  for (let i = last.from - 1; i > anchor; i -= 1) {
    const token = tokens[i];
    if (token === undefined) return false;
    if (/^(?:where|what|which|who)$/u.test(token.lower)) return true;
    // "a process Russia can speed up"
    if (token.pos === 'PROPN' && tokens[i - 1]?.pos === 'NOUN' && last.modal !== null) return true;
    if (token.pos === 'CCONJ' || token.pos === 'VERB' || token.lower === ',') return false;
  }
  return false;
}

/** "If X, A, B and C": what the sentence opens with holds for all that is joined to its first claim. */
function sharedCondition(scene: Scene, { clause }: ClauseDraft, modal: string | null): string | null {
  const { clauses, tokens } = scene;
  const k = clauses.indexOf(clause);
  let first = -1;
  for (let j = 0; j < k && first === -1; j += 1) {
    const kind = clauses[j]?.kind;
    if (kind === 'condition') first = j;
    else if (kind === 'main' && (clauses[j]?.cues.length ?? 0) > 0) break;
  }
  const condition = clauses[first];
  if (condition === undefined) return modal === 'would' ? phraseBefore(scene, k) : null;
  if (k - first > MOST_JOINED || (modal === null && k - first > 2)) return null;
  for (let j = first + 1; j <= k; j += 1) {
    const part = clauses[j];
    const opening = tokens[part?.from ?? 0]?.lower ?? '';
    if (part === undefined || part.kind === 'reason' || /^(?:but|yet|nor|while|though)$/u.test(opening))
      return null;
  }
  const words = wordsOf(scene, condition);
  return SPEAKING.test(words) ? null : words;
}

const MOST_JOINED = 5;

/** "at ten dollars A would fall and B would rise": the phrase of the clause before. */
function phraseBefore(scene: Scene, k: number): string | null {
  const before = scene.clauses[k - 1];
  if (before?.kind !== 'main') return null;
  const words = clauseWords(scene, before);
  return /\bwould\b/u.test(words) ? (conditionPhrase(words, 'would', false)?.words ?? null) : null;
}

/** A supposition of an earlier sentence holds for what "would" happen, and for what goes on from it. */
function goesOn(scene: Scene, clause: CuedClause, group: VerbGroup | undefined): boolean {
  const { tokens, text } = scene;
  const modal = group?.modal ?? null;
  const isOwnView = group !== undefined && /^(?:i|we)$/u.test(tokens[group.from - 1]?.lower ?? '');
  if (modal === 'would') return !isOwnView;
  const span = spanOf(tokens, clause.from, clause.to);
  if (modal !== null && hasThen(tokens, group?.from ?? 0)) return true;
  const isConnected = GOES_ON.test(text.slice(span.start, span.start + 36));
  return isConnected && modal !== null && OPEN.has(modal);
}

/** "could all then be expected" */
const hasThen = (tokens: readonly Token[], at: number): boolean =>
  [1, 2].some((step) => tokens[at + step]?.lower === 'then');
