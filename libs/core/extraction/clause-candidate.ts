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
import type { CueHit, CuedClause } from './cues.js';
import { findCondition } from './find-condition.js';
import { likelihoodOf } from './likelihood-of-clause.js';
import type { ClauseLikelihood } from './likelihood-of-clause.js';
import type { Token } from './nlp.js';
import { findLikelihood } from './read-likelihood.js';
import type { Scene } from './scene.js';
import { settleDenial } from './settle-denial.js';
import { stateClauses } from './state-positively.js';
import type { ClauseView } from './state-positively.js';
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

/** A clause to be read, the stretch of the text that is its quote, and how much it looks like a prediction. */
export interface ClauseReading {
  readonly scene: Scene;
  readonly draft: ClauseDraft;
  readonly span: TextSpan;
}

/**
 * What is stored of clauses. One question after the other, each asked of all of them: the code that answers one is far too
 * much to stay at hand while another is answered.
 */
export function clauseCandidates(readings: readonly ClauseReading[], scores: readonly number[]): Candidate[] {
  const claimants = readings.map(({ scene, draft }) =>
    findClaimant(scene.tokens, draft.reasons.anchor, scene),
  );
  const likelihoods = readings.map(readLikelihoodOf);
  const conditions = readings.map(({ scene, draft }) => findCondition(scene, draft));
  const statements = stateClauses(
    readings.map(({ scene, draft }, k) =>
      viewOf(scene, draft, claimants[k]?.name ?? '', conditions[k] ?? null),
    ),
  );
  const settled = statements.map((stated, k) =>
    settleDenial(likelihoods[k] ?? { band: null, negated: false }, stated),
  );
  const deadlines = readings.map(({ scene, draft }, k) =>
    deadlineOf(
      scene,
      draft,
      spanOf(scene.tokens, draft.clause.from, draft.clause.to),
      settled[k]?.negated === true,
    ),
  );
  return readings.map((reading, k): Candidate => {
    const [claimant, likelihood, stated, due] = [claimants[k], settled[k], statements[k], deadlines[k]];
    if (claimant === undefined || likelihood === undefined || stated === undefined || due === undefined)
      throw new Error('every clause is asked every question');
    return putTogether(reading, scores[k] ?? 0, {
      claimant,
      condition: conditions[k] ?? null,
      likelihood,
      stated,
      due,
    });
  });
}

/** What is stored of a clause. */
export function clauseCandidate(reading: ClauseReading, score: number): Candidate {
  const [candidate] = clauseCandidates([reading], [score]);
  if (candidate === undefined) throw new Error('a clause gives a candidate');
  return candidate;
}

const reasonsOf = ({ draft }: ClauseReading): readonly CueHit[] =>
  draft.reasons.hits.filter((hit) => hit.weight > 0);

function readLikelihoodOf(reading: ClauseReading): ClauseLikelihood {
  const { scene, draft } = reading;
  const hedge = hedgeSpan(scene, draft, spanOf(scene.tokens, draft.clause.from, draft.clause.to));
  return likelihoodOf(
    scene.text,
    hedge.span,
    hedge.anchorEnd,
    reasonsOf(reading),
    scene.about.isRoundUp,
    scene.yardstick,
    scene.section.isScenario ? scene.section.leadIn : null,
  );
}

function putTogether(
  reading: ClauseReading,
  score: number,
  read: {
    readonly claimant: ReturnType<typeof findClaimant>;
    readonly condition: string | null;
    readonly likelihood: ClauseLikelihood;
    readonly stated: Statement;
    readonly due: ReturnType<typeof deadlineOf>;
  },
): Candidate {
  const { scene, span } = reading;
  const { text, tokens } = scene;
  const { claimant, condition, likelihood, stated } = read;
  const { deadline, from } = read.due;
  const quote = text.slice(span.start, span.end);
  return {
    quote,
    start: span.start,
    end: span.end,
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
    cues: cueReasons(text, tokens, reasonsOf(reading), { band: likelihood.band, condition, deadline, from }),
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

function viewOf(scene: Scene, draft: ClauseDraft, claimant: string, condition: string | null): ClauseView {
  const { tokens } = scene;
  const { clause } = draft;
  const { anchor } = draft.reasons;
  const body = Math.min(Math.max(clause.from, bodyStart(scene, draft, clause.from)), clause.to - 1);
  const own = tokens.slice(Math.max(body, anchor - MOST_TOKENS), Math.min(clause.to, anchor + MOST_TOKENS));
  const shared = draft.shared === null ? [] : tokens.slice(draft.shared.from, draft.shared.to);
  return {
    tokens: [...shared.slice(-MOST_TOKENS), ...own],
    anchorAt: tokens[anchor]?.start ?? 0,
    sentence: tokens.slice(Math.max(0, body - MOST_BEFORE), Math.min(clause.to, anchor + MOST_TOKENS)),
    earlier: scene.earlier,
    words: scene.words,
    speaker: { name: claimant, isUnknown: claimant === 'author' },
    condition,
    supposed: tokensOf(scene, draft.condition),
    time: boundedTime(scene, draft),
  };
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
