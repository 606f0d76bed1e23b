import type { Deadline, LikelihoodBand } from '#core/domain';
import type { TextSpan } from '#core/text';
import { bestDeadline, deadlinesIn, eventDeadline, isAhead } from './attach-deadline.js';
import type { Candidate } from './candidate.js';
import { carriedCues, reportBefore } from './carried-cues.js';
import { cueReasons } from './cue-reasons.js';
import type { CueHit, CuedClause } from './cues.js';
import type { Paragraph, Structure } from './document-structure.js';
import { findClaimant } from './find-claimant.js';
import type { Attribution } from './find-claimant.js';
import { likelihoodOf } from './likelihood-of-clause.js';
import type { Token } from './nlp.js';
import { PROPOSED_FROM, isHypotheticalSubject } from './score-clause.js';
import type { ScoredClause } from './score-clause.js';
import { statePositively } from './state-positively.js';

/** Everything known about the sentence under work. */
export interface Scene {
  readonly text: string;
  readonly structure: Structure;
  readonly paragraph: Paragraph;
  readonly sentence: TextSpan;
  readonly tokens: readonly Token[];
  readonly clauses: readonly CuedClause[];
  readonly attributions: readonly Attribution[];
  readonly lastSpeaker: string | null;
  readonly author: string;
  readonly inherited: Deadline | null;
  readonly isScenario: boolean;
  /** The text reports what markets and forecasters say: a bare percentage is a probability. */
  readonly isRoundUp: boolean;
  /** The supposition that earlier sentences of the paragraph argue under ("An attack would ... It would also ..."). */
  readonly supposition: string | null;
}

export function spanOf(tokens: readonly Token[], from: number, to: number): TextSpan {
  let first = from;
  let last = to - 1;
  while (first < last && isEdge(tokens[first])) first += 1;
  while (last > first && /^(?:[,;:\u2014\u2013(\[-]|and|but|or|so)$/u.test(tokens[last]?.lower ?? ''))
    last -= 1;
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}

function isEdge(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (/^[,;:)\u2014\u2013\u2022*-]+$/u.test(token.text) ||
      ['and', 'but', 'or', 'so', 'that', 'yet'].includes(token.lower))
  );
}

/** A clause that passed, with what belongs to it. */
export interface Draft {
  readonly clause: CuedClause;
  readonly scored: ScoredClause;
  readonly condition: CuedClause | null;
  readonly time: CuedClause | null;
  readonly carried: readonly CueHit[];
}

export function clauseCandidate(scene: Scene, draft: Draft): Candidate {
  const { text, tokens, structure } = scene;
  const { clause, scored, condition, time } = draft;
  const around = [clause, condition, time].filter((item) => item !== null);
  const from = Math.min(...around.map((item) => item.from));
  const to = Math.max(...around.map((item) => item.to));
  const body = bodyStart(scene, draft, from);
  const span = closeSpan(text, spanOf(tokens, body, to), scene.sentence);
  const own = spanOf(tokens, clause.from, clause.to);
  const claimant = findClaimant(tokens, span, scored.anchor, {
    paragraph: scene.paragraph,
    attributions: scene.attributions,
    lastSpeaker: scene.lastSpeaker,
    author: scene.author,
  });
  const likelihood = likelihoodOf(
    text,
    hedgeSpan(scene, draft, own),
    tokens[scored.anchor]?.end ?? own.end,
    scored.reasons,
    scene.isRoundUp,
  );
  const deadline = deadlineOf(scene, draft, own);
  const stated = statePositively(text, tokens.slice(Math.max(clause.from, body), clause.to));
  const conditionText = conditionOf(scene, draft);
  return {
    quote: text.slice(span.start, span.end),
    ...span,
    also: [],
    claimant: claimant.name,
    claimantRole: roleOf(claimant, structure),
    statement: stated === '' ? text.slice(span.start, span.end) : stated,
    probability: likelihood.band,
    negated: likelihood.negated,
    condition: conditionText,
    deadline,
    tier: scored.score >= PROPOSED_FROM ? 'proposed' : 'maybe',
    cues: cueReasons(text, tokens, scored.reasons, {
      band: likelihood.band,
      condition: conditionText,
      deadline,
    }),
    score: scored.score,
  };
}

/** Where the words for the likelihood stand: the clause, and the report it hangs on ("I seriously doubt that"). */
function hedgeSpan(scene: Scene, draft: Draft, own: TextSpan): TextSpan {
  const { clauses, tokens } = scene;
  const before = clauses[reportBefore(clauses, clauses.indexOf(draft.clause))];
  if (before?.kind !== 'attribution' || carriedCues(clauses, clauses.indexOf(draft.clause)).length === 0)
    return own;
  return { start: tokens[before.from]?.start ?? own.start, end: own.end };
}

function roleOf(
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
function bodyStart(scene: Scene, draft: Draft, from: number): number {
  const { anchor } = draft.scored;
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

function conditionOf(scene: Scene, draft: Draft): string | null {
  const { text, tokens } = scene;
  if (draft.condition !== null) {
    const span = spanOf(tokens, draft.condition.from, draft.condition.to);
    return text.slice(span.start, span.end).replace(/[.,;]+$/u, '');
  }
  const would = draft.scored.reasons.find((hit) => hit.code === 'WOULD');
  if (would === undefined) return null;
  if (!isHypotheticalSubject(tokens, draft.clause, would.from)) return scene.supposition;
  const span = spanOf(tokens, draft.clause.from, would.from);
  return text.slice(span.start, span.end);
}

function deadlineOf(scene: Scene, draft: Draft, own: TextSpan): Deadline | null {
  const { text, structure, sentence } = scene;
  const ahead = (span: TextSpan): Deadline | null =>
    bestDeadline(
      deadlinesIn(text, span, structure.publishedOn).filter(
        (item) => isAhead(item, structure.publishedOn) && !inBrackets(text, item.start, sentence),
      ),
    );
  const found = ahead(own);
  if (found !== null && found.basis !== 'vague') return found;
  if (draft.time !== null) {
    const span = spanOf(scene.tokens, draft.time.from, draft.time.to);
    return ahead(span) ?? eventDeadline(text.slice(span.start, span.end));
  }
  return found ?? scene.inherited;
}

/** A date in brackets cites a source. */
function inBrackets(text: string, at: number, sentence: TextSpan): boolean {
  const before = text.slice(sentence.start, at);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

export function lineCandidate(
  scene: Scene,
  line: { band: LikelihoodBand; negated: boolean; statement: string },
): Candidate {
  const { text, sentence, structure } = scene;
  const found = bestDeadline(
    deadlinesIn(text, sentence, structure.publishedOn).filter((item) => isAhead(item, structure.publishedOn)),
  );
  const deadline = found ?? scene.inherited;
  const name = scene.paragraph.sectionAuthor ?? scene.author;
  return {
    quote: text.slice(sentence.start, sentence.end),
    start: sentence.start,
    end: sentence.end,
    also: [],
    claimant: name,
    claimantRole: roleOf({ name, role: 'author' }, structure),
    statement: line.statement,
    probability: line.band,
    negated: line.negated,
    condition: null,
    deadline,
    tier: 'proposed',
    cues: [{ code: 'FORECAST_LINE', text: `a list entry with a probability, '${line.band.phrase}'` }],
    score: 0.95,
  };
}
