import { deadlinesIn, inheritedDeadline, isAhead } from './attach-deadline.js';
import type { Candidate } from './candidate.js';
import { carriedCues } from './carried-cues.js';
import { clauseCandidate, lineCandidate, spanOf } from './clause-candidate.js';
import type { Scene } from './clause-candidate.js';
import { findCues } from './cues.js';
import type { CueHit, CuedClause } from './cues.js';
import { readStructure } from './document-structure.js';
import type { Paragraph, TextMeta } from './document-structure.js';
import { findAttributions } from './find-claimant.js';
import type { NameMemory } from './find-claimant.js';
import { readForecastLine } from './forecast-line.js';
import { looksEnglish } from './looks-english.js';
import { mergeRepeats } from './merge-repeats.js';
import { tokenise } from './nlp.js';
import type { Token } from './nlp.js';
import { findNumber, findPercentage } from './number-likelihood.js';
import { MAYBE_FROM, scoreClause } from './score-clause.js';

/**
 * Finds the predictions in a text. Deterministic: the same text, meta and `EXTRACTOR_VERSION` give the same list.
 * Never throws on any string; text that is not English gives none.
 *
 * @param text the text as it is; offsets (UTF-16 code units) refer to it, byte order mark and CRLF included
 * @param meta what is known about it; header lines and the opening of the text fill in what is missing
 * @returns candidates in order of place; `quote === text.slice(start, end)` for every one
 * @example extractCandidates('Prices will fall by 2031.', { author: 'A. Low' })[0]?.deadline?.deadlineOn === '2031-12-31'
 */
export function extractCandidates(text: string, meta: TextMeta): Candidate[] {
  if (!looksEnglish(text)) return [];
  const structure = readStructure(text, meta);
  const author = structure.author ?? structure.outlet ?? 'author';
  const inherited = inheritedDeadline(structure.title, structure.publishedOn);
  const memory: NameMemory = { lastName: null, lastPerson: null, lastGroup: null, fullNames: new Map() };
  const found: Candidate[] = [];
  const isRoundUp = ROUND_UP.test(text);
  let lastSpeaker: string | null = null;
  let isScenario = false;
  for (const paragraph of structure.paragraphs) {
    if (paragraph.kind === 'note') continue;
    // A speaker is remembered into the next paragraph only while a quote stays open or is being introduced.
    if (!paragraph.quotes.some((quote) => quote.start <= paragraph.start + 2)) lastSpeaker = null;
    let supposition: string | null = null;
    for (const sentence of paragraph.sentences) {
      // Tables of marks and digits are no sentences; the tokeniser would only be slow on them.
      if (!/\p{L}{2}[^\p{L}]+\p{L}/u.test(text.slice(sentence.start, sentence.end))) continue;
      const tokens = tokenise(text, sentence);
      const attributions = findAttributions(text, tokens, paragraph.quotes, memory);
      const clauses = findCues(tokens);
      const scene = {
        text,
        structure,
        paragraph,
        sentence,
        tokens,
        clauses,
        attributions,
        lastSpeaker,
        author,
        inherited,
        isScenario,
        isRoundUp,
        supposition,
      };
      const candidates = candidatesOf(scene);
      supposition =
        candidates.find(
          (candidate) => candidate.condition !== null && candidate.cues.some((cue) => cue.code === 'WOULD'),
        )?.condition ?? supposition;
      found.push(...candidates);
      lastSpeaker = attributions[attributions.length - 1]?.name ?? lastSpeaker;
    }
    isScenario = introducesScenario(text, paragraph) || (isScenario && paragraph.kind === 'list');
  }
  // The last guard of the contract: what is not verbatim in the text is not shown.
  return mergeRepeats(
    found.filter(
      (candidate) => candidate.quote !== '' && candidate.quote === text.slice(candidate.start, candidate.end),
    ),
  );
}

/** "The market 'Will it snow?' is thin": what stands in a quoted question is asked. */
function isInQuestion(scene: Scene, anchor: number): boolean {
  const at = scene.tokens[anchor]?.start ?? 0;
  return scene.paragraph.quotes.some(
    (quote) =>
      at >= quote.start &&
      at < quote.end &&
      (scene.text.charAt(quote.end - 1) === '?' ||
        /^(?:Will|Would|Is|Are|Does|Do|Did|Can|Could) \p{L}+ /u.test(
          scene.text.slice(quote.start, quote.start + 30),
        )),
  );
}

/** "The likely course of events: opens a list whose entries are steps, told in the present tense. */
function introducesScenario(text: string, paragraph: Paragraph): boolean {
  const last = text.slice(Math.max(paragraph.start, paragraph.end - 200), paragraph.end);
  return (
    /:$/u.test(last) &&
    /\b(?:likely|scenario|course of events|predict|forecast|expect|unfold|sequence|by (?:20|21)\d\d)/iu.test(
      last,
    )
  );
}

function candidatesOf(scene: Scene): Candidate[] {
  const { text, sentence, paragraph, structure } = scene;
  const raw = text.slice(sentence.start, sentence.end);
  const line = readForecastLine(raw);
  if (line !== null) return [lineCandidate(scene, line)];
  if (isQuestion(raw, scene.tokens)) return [];
  const found: Candidate[] = [];
  scene.clauses.forEach((clause, k) => {
    if (
      clause.kind === 'condition' ||
      clause.kind === 'concession' ||
      clause.kind === 'time' ||
      clause.kind === 'attribution'
    )
      return;
    const carried = [...carriedCues(scene.clauses, k), ...numberCue(scene, clause)];
    const condition = neighbour(scene.clauses, k, 'condition');
    const time = neighbour(scene.clauses, k, 'time');
    const span = spanOf(scene.tokens, clause.from, clause.to);
    const deadlines = deadlinesIn(text, span, structure.publishedOn);
    const scored = scoreClause(scene.tokens, clause, carried, {
      kind: paragraph.kind,
      hasCondition: condition !== null,
      hasTimeClause: time !== null,
      isSupposed: scene.supposition !== null,
      hasFutureTime: deadlines.some((item) => isAhead(item, structure.publishedOn) && !item.isWeak),
      hasDatedFuture: deadlines.some(
        (item) =>
          item.deadline.deadlineOn !== null &&
          item.deadline.basis !== 'vague' &&
          isAhead(item, structure.publishedOn) &&
          !item.isWeak,
      ),
      isScenario: scene.isScenario && paragraph.kind === 'list',
      hasPastTime: hasPastTime(text.slice(span.start, span.end), structure.publishedOn),
      isReported: scene.attributions.some(
        (item) => item.verbIndex < clause.to && item.verbIndex >= clause.from - 12,
      ),
    });
    if (scored === null || scored.score < MAYBE_FROM || isInQuestion(scene, scored.anchor)) return;
    const candidate = clauseCandidate(scene, { clause, scored, condition, time, carried });
    if (hasSubstance(candidate.quote)) found.push(candidate);
    else if (candidate.tier === 'proposed' && hasVerb(scene.tokens, clause))
      found.push({ ...candidate, quote: raw, ...sentence });
  });
  return found;
}

function hasVerb(tokens: readonly Token[], clause: CuedClause): boolean {
  return tokens.slice(clause.from, clause.to).some((token) => token.pos === 'VERB' || token.pos === 'AUX');
}

/** Fewer than three words cannot be judged by anyone. */
function hasSubstance(quote: string): boolean {
  return (quote.match(/[\p{L}\p{N}]{2,}/gu) ?? []).length >= 3;
}

const ROUND_UP =
  /\b(?:prediction markets?|forecasting (?:site|platform|tournament)s?|metaculus|polymarket|predictit|manifold markets?|betting (?:markets?|odds)|bookmakers?)\b/iu;

/** A probability in numbers inside the clause. */
function numberCue(scene: Scene, clause: CuedClause): CueHit[] {
  const span = spanOf(scene.tokens, clause.from, clause.to);
  const clauseText = scene.text.slice(span.start, span.end);
  const near = findNumber(clauseText, false);
  const number = near ?? (scene.isRoundUp ? findPercentage(clauseText) : null);
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
