import type { TextSpan } from '#core/text';
import type { Candidate } from './candidate.js';
import { carriedCues, reportBefore } from './carried-cues.js';
import type { ClauseDraft } from './clause-drafts.js';
import { spanOf } from './clause-span.js';
import { cueReasons } from './cue-reasons.js';
import { deadlineOf } from './deadline-of-clause.js';
import { dateWords } from './date-words.js';
import type { Structure } from './document-structure.js';
import { findClaimant } from './find-claimant.js';
import type { CuedClause } from './cues.js';
import { findCondition } from './find-condition.js';
import { likelihoodOf } from './likelihood-of-clause.js';
import type { Token } from './nlp.js';
import { findLikelihood } from './read-likelihood.js';
import type { Scene } from './scene.js';
import { settleDenial } from './settle-denial.js';
import { stateClause } from './state-positively.js';
import type { Statement } from './statement.js';

/** Where the quote of a clause begins and ends, its condition or time clause included. */
export function quoteSpan(scene: Scene, draft: ClauseDraft): TextSpan {
  const { clause, condition, time, shared } = draft;
  // Between a second verb and the condition before the first one stands what the first verb claims.
  const isNear = (item: CuedClause): boolean => shared === null || item.from >= clause.to;
  const around = [clause, ...[condition, time].filter((item) => item !== null).filter(isNear)];
  const from = Math.min(...around.map((item) => item.from));
  const to = Math.max(...around.map((item) => item.to));
  return closeSpan(scene.text, spanOf(scene.tokens, bodyStart(scene, draft, from), to), scene.sentence);
}

/** What is stored of a clause. */
export function clauseCandidate(scene: Scene, draft: ClauseDraft, span: TextSpan, score: number): Candidate {
  const { text, tokens } = scene;
  const { clause } = draft;
  const { anchor } = draft.reasons;
  const reasons = draft.reasons.hits.filter((hit) => hit.weight > 0);
  const own = spanOf(tokens, clause.from, clause.to);
  const claimant = findClaimant(tokens, anchor, scene);
  const hedge = hedgeSpan(scene, draft, own);
  const read = likelihoodOf(
    text,
    hedge.span,
    hedge.anchorEnd,
    reasons,
    scene.about.isRoundUp,
    scene.yardstick,
    scene.section.isScenario ? scene.section.leadIn : null,
  );
  const condition = findCondition(scene, draft);
  const stated = statementOf(scene, draft, claimant.name, condition);
  const likelihood = settleDenial(read, stated);
  const { deadline, from } = deadlineOf(scene, draft, own, likelihood.negated);
  const quote = text.slice(span.start, span.end);
  return {
    quote,
    ...span,
    also: [],
    claimant: claimant.name,
    claimantRole: roleOf(claimant, scene.structure),
    statement: dateWords(stated.text === '' ? quote : stated.text, scene.structure.publishedOn, deadline),
    kind: stated.kind,
    needsEdit: stated.needsEdit,
    probability: likelihood.band,
    negated: likelihood.negated,
    condition: stated.isAboutCondition ? null : condition,
    deadline,
    tier: 'maybe',
    cues: cueReasons(text, tokens, reasons, { band: likelihood.band, condition, deadline, from }),
    score,
  };
}

/** What is looked at of a clause and of what comes before it, in tokens: a bound for text without full stops. */
const MOST_TOKENS = 90;
const MOST_BEFORE = 200;

const tokensOf = ({ tokens }: Scene, clause: ClauseDraft['clause'] | null): readonly Token[] =>
  clause === null ? [] : tokens.slice(clause.from, Math.min(clause.to, clause.from + MOST_TOKENS));

/** The clause of time next to a claim: after it, or before it with a comma between. */
function boundedTime(scene: Scene, { clause, time }: ClauseDraft): readonly Token[] {
  const isOwn = time !== null && (time.from >= clause.to || scene.tokens[time.to - 1]?.lower === ',');
  return isOwn ? tokensOf(scene, time) : [];
}

function statementOf(
  scene: Scene,
  draft: ClauseDraft,
  claimant: string,
  condition: string | null,
): Statement {
  const { tokens } = scene;
  const { clause } = draft;
  const { anchor } = draft.reasons;
  const body = Math.min(Math.max(clause.from, bodyStart(scene, draft, clause.from)), clause.to - 1);
  const own = tokens.slice(Math.max(body, anchor - MOST_TOKENS), Math.min(clause.to, anchor + MOST_TOKENS));
  const shared = draft.shared === null ? [] : tokens.slice(draft.shared.from, draft.shared.to);
  return stateClause({
    tokens: [...shared.slice(-MOST_TOKENS), ...own],
    anchorAt: tokens[anchor]?.start ?? 0,
    sentence: tokens.slice(Math.max(0, body - MOST_BEFORE), Math.min(clause.to, anchor + MOST_TOKENS)),
    earlier: scene.earlier,
    words: scene.words,
    speaker: { name: claimant, isUnknown: claimant === 'author' },
    condition,
    supposed: tokensOf(scene, draft.condition),
    time: boundedTime(scene, draft),
  });
}

/**
 * Where the words for the likelihood stand: the clause, and the report it hangs on ("I seriously doubt that"); of a second
 * verb without any, those of the first ("will probably close and move").
 */
function hedgeSpan(
  scene: Scene,
  { index, reasons, shared }: ClauseDraft,
  own: TextSpan,
): { span: TextSpan; anchorEnd: number } {
  const { clauses, tokens, text, yardstick } = scene;
  const anchorEnd = tokens[reasons.anchor]?.end ?? own.end;
  if (shared !== null && findLikelihood(text.slice(own.start, own.end), false, { yardstick }) === null) {
    const end = tokens[shared.to]?.end ?? own.end;
    return { span: { start: tokens[shared.from]?.start ?? own.start, end }, anchorEnd: end };
  }
  const before = clauses[reportBefore(clauses, index)];
  return before?.kind !== 'attribution' || carriedCues(clauses, index).length === 0
    ? { span: own, anchorEnd }
    : { span: { start: tokens[before.from]?.start ?? own.start, end: own.end }, anchorEnd };
}

export function roleOf(
  claimant: { name: string; role: Candidate['claimantRole'] },
  structure: Structure,
): Candidate['claimantRole'] {
  return claimant.role === 'author' &&
    structure.author === null &&
    structure.outlet !== null &&
    claimant.name === structure.outlet
    ? 'outlet'
    : claimant.role;
}

/** Where the claim itself begins: after "X said that", which is attribution and not part of the prediction. */
function bodyStart(scene: Scene, draft: ClauseDraft, from: number): number {
  const { anchor } = draft.reasons;
  const leading = scene.attributions
    .filter(
      (item) =>
        !item.isTrailing &&
        item.verbIndex >= from &&
        item.bodyFrom <= anchor &&
        scene.tokens[item.bodyFrom - 1]?.lower === 'that',
    )
    .pop();
  return leading === undefined ? from : leading.bodyFrom;
}

/** Takes in the full stop when the claim runs to the end of its sentence. */
function closeSpan(text: string, span: TextSpan, sentence: TextSpan): TextSpan {
  const said = text.slice(span.start, span.end);
  const bracket = said.lastIndexOf('(');
  // A clause may end inside brackets that it does not close: what is in them is an aside.
  if (bracket > said.length / 2 && !said.slice(bracket).includes(')')) {
    return { start: span.start, end: span.start + said.slice(0, bracket).trimEnd().length };
  }
  const rest = text.slice(span.end, sentence.end);
  return /^[.!\u2026]{1,3}$/u.test(rest) ? { start: span.start, end: sentence.end } : span;
}
