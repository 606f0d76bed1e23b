import { splitClauses } from './clauses.js';
import type { Clause } from './clauses.js';
import { matchFrom, openPatterns } from './cue-openings.js';
import {
  COMMITMENT_VERBS,
  DISCOURSE_VERBS,
  EXPECTATION_VERBS,
  FORECAST_NOUNS,
  STATIVE_VERBS,
} from './cue-patterns.js';
import type { Token } from './nlp.js';

/** One reason for or against taking a clause for a prediction. `weight` below 0 speaks against. */
export interface CueHit {
  readonly code: string;
  readonly weight: number;
  /** Token the cue begins at and the one after it ends. */
  readonly from: number;
  readonly to: number;
}

export interface CuedClause extends Clause {
  readonly cues: readonly CueHit[];
}

/** "X will not agree that ...": the report itself is the prediction, and its that-clause is part of it. */
function joinForecastReports(clauses: readonly CuedClause[]): CuedClause[] {
  const joined: CuedClause[] = [];
  for (const clause of clauses) {
    const before = joined[joined.length - 1];
    const isFuture =
      before?.kind === 'attribution' &&
      before.cues.some(
        (hit) => (hit.code === 'WILL' || hit.code === 'FUTURE_PHRASE') && before.to - hit.from <= 4,
      );
    if (before !== undefined && isFuture)
      joined[joined.length - 1] = {
        from: before.from,
        to: clause.to,
        kind: 'main',
        cues: [...before.cues, ...clause.cues],
      };
    else joined.push(clause);
  }
  return joined;
}

/** The clauses of a sentence, each with the cues found in it. */
export function findCues(tokens: readonly Token[]): CuedClause[] {
  const hits = [...patternHits(tokens), ...modalHits(tokens), ...verbHits(tokens)];
  // Written out: an object spread with a name added has a shape of its own, and whatever reads it pays for that.
  const cued = splitClauses(tokens).map((clause) => ({
    from: clause.from,
    to: clause.to,
    kind: clause.kind,
    cues: hits.filter((hit) => hit.from >= clause.from && hit.from < clause.to),
  }));
  return joinForecastReports(cued);
}

/** "is due to report" speaks of the future, "is due to the cold" and "is going to London" do not. */
function isFollowedByVerb(tokens: readonly Token[], to: number): boolean {
  if (tokens[to - 1]?.lower !== 'to') return true;
  const next = tokens[to];
  const after = tokens[to + 1];
  return (
    next === undefined ||
    next.pos === 'VERB' ||
    next.pos === 'AUX' ||
    (next.pos === 'ADV' && (after?.pos === 'VERB' || after?.pos === 'AUX'))
  );
}

function patternHits(tokens: readonly Token[]): CueHit[] {
  const hits: CueHit[] = [];
  tokens.forEach((token, from) => {
    const open = openPatterns(token, tokens[from + 1]);
    if (open.length === 0) return;
    let best: CueHit | null = null;
    for (const { pattern, slots, index } of open) {
      const to = matchFrom(slots, tokens, from + 1, index + 1);
      if (
        to === null ||
        !isFollowedByVerb(tokens, to) ||
        (best !== null && (best.weight > pattern.weight || to < best.to))
      )
        continue;
      best = { code: pattern.code, weight: pattern.weight, from, to };
    }
    if (best === null) return;
    if (best.code === 'IMPOSSIBLE_TO_SEE' && !hasVerbAfter(tokens, best.to))
      best = { ...best, weight: best.weight * 0.6 };
    // "the likely course": an adjective before its noun says less than "is likely".
    if (
      best.code === 'LIKELIHOOD_WORD' &&
      best.to <= from + 2 &&
      tokens[best.to]?.pos === 'NOUN' &&
      /^(?:DET|ADJ|PRON)$/u.test(tokens[from - 1]?.pos ?? '')
    )
      best = { ...best, weight: 0.35 };
    // "were poised to", "was going to": the future of a past, over by now unless something else says so.
    const isPast =
      token.lower === 'was' || token.lower === 'were' || token.lower === 'been' || token.lower === 'had';
    hits.push(isPast ? { ...best, weight: best.weight * 0.5 } : best);
  });
  return hits;
}

/** "hard to see prices falling", "hard to imagine how": something that happens, not a thing. */
function hasVerbAfter(tokens: readonly Token[], from: number): boolean {
  return (
    tokens
      .slice(from, from + 9)
      .some(
        (token) =>
          (token.pos === 'VERB' && token.lower.endsWith('ing')) ||
          ['how', 'that', 'prospect', 'prospects', 'expectation', 'expectations', 'option'].includes(
            token.lower,
          ) ||
          token.pos === 'AUX',
      ) ||
    tokens
      .slice(Math.max(0, from - 2), from)
      .some((token) =>
        /^(?:expectations?|realistic|prospects?|of|for|will|would|think|expect)$/u.test(token.lower),
      )
  );
}

/** The verb that a modal at `i` governs, over adverbs, negation and an inverted subject. */
function governedVerb(tokens: readonly Token[], i: number): number | null {
  for (let j = i + 1; j < Math.min(tokens.length, i + 9); j += 1) {
    const token = tokens[j];
    if (token === undefined || token.lower === ';' || token.lower === '.') return null;
    if (token.pos === 'VERB') return j;
    if (token.pos === 'AUX') {
      // "will be tested", "would have gone": the first verb after the auxiliary is looked at by the caller.
      return j;
    }
  }
  return null;
}

/** The head of the subject before a verb group at `i`: the last nominal token before it, within the clause. */
export function subjectHead(tokens: readonly Token[], i: number): Token | null {
  for (let j = i - 1; j >= Math.max(0, i - 8); j -= 1) {
    const token = tokens[j];
    if (token === undefined || token.lower === ';' || token.lower === ':') return null;
    if (['NOUN', 'PROPN', 'PRON', 'NUM'].includes(token.pos) || (token.pos === 'DET' && j === i - 1))
      return token;
    if (token.pos === 'VERB') return null;
  }
  return null;
}

function isNounUse(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (before === undefined) return false;
  let j = i + 1;
  while (
    j < i + 4 &&
    (tokens[j]?.pos === 'ADV' || tokens[j]?.pos === 'PART' || tokens[j]?.pos === 'AUX') &&
    tokens[j]?.lower !== 'to'
  )
    j += 1;
  const next = tokens[j];
  // "the will to", "its might", "his will": a determiner, possessive or adjective makes it a noun.
  if (before.pos === 'ADJ' && next?.pos !== 'VERB') return true;
  return (
    /^(?:the|its|their|his|her|my|our|your|a|free|'s|\u2019s)$/u.test(before.lower) && next?.pos !== 'VERB'
  );
}

function modalHits(tokens: readonly Token[]): CueHit[] {
  const hits: CueHit[] = [];
  tokens.forEach((token, i) => {
    const isModal =
      token.pos === 'AUX' ||
      (token.pos === 'VERB' && ['will', 'may', 'might', 'could', 'would', 'shall'].includes(token.lower));
    if (!isModal || isNounUse(tokens, i)) return;
    const verb = governedVerb(tokens, i);
    const word = token.lemma === 'will' ? 'will' : token.lower;
    const hit = modalHit(tokens, i, word, verb);
    if (hit !== null) hits.push(hit);
  });
  return hits;
}

function modalHit(tokens: readonly Token[], i: number, word: string, verb: number | null): CueHit | null {
  const at = { from: i, to: i + 1 };
  const verbToken = verb === null ? undefined : tokens[verb];
  const isPerfect = verbToken?.lemma === 'have' && verbToken.pos === 'AUX';
  const subject = subjectHead(tokens, i);
  const isFirst = subject !== null && ['i', 'we'].includes(subject.lower);
  if (word === 'will' || word === 'shall' || word === "'ll" || word === '\u2019ll') {
    if (isFirst && verbToken !== undefined && DISCOURSE_VERBS.has(verbToken.lemma))
      return { code: 'AUTHOR_PLAN', weight: -0.55, ...at };
    return { code: 'WILL', weight: 0.74, ...at };
  }
  // "I'd build" is "I would build"; "I'd built" is "I had built".
  if (/^['\u2019]d$/u.test(word))
    return verbToken !== undefined && verbToken.lower === verbToken.lemma.toLowerCase()
      ? modalHit(tokens, i, 'would', verb)
      : null;
  if (word === 'should') return isPerfect ? null : { code: 'SHOULD', weight: 0.3, ...at };
  if (word === 'can' || word === 'cannot' || word === 'ca') return { code: 'CAN', weight: 0.12, ...at };
  if (word === 'would' || word === 'could' || word === 'might' || word === 'may') {
    if (isPerfect)
      return {
        code: word === 'may' || word === 'might' ? 'PAST_GUESS' : 'COUNTERFACTUAL',
        weight: -0.6,
        ...at,
      };
    if (
      word === 'would' &&
      (verbToken?.lemma === 'like' ||
        (isFirst && verbToken !== undefined && DISCOURSE_VERBS.has(verbToken.lemma)))
    ) {
      return { code: 'POLITE', weight: -0.5, ...at };
    }
    if (word === 'would') return { code: 'WOULD', weight: 0.4, ...at };
    const isStative = verbToken !== undefined && STATIVE_VERBS.has(verbToken.lemma);
    return { code: word === 'could' ? 'COULD' : 'MAY', weight: isStative ? 0.22 : 0.34, ...at };
  }
  return null;
}

const PRESENT_OR_FIRST = (token: Token): boolean =>
  token.lower === token.lemma ||
  token.lower === `${token.lemma}s` ||
  token.lower === `${token.lemma}es` ||
  token.lower === `${token.lemma.slice(0, -1)}ies`;

const EXPECTATIONS: ReadonlyMap<string, number> = new Map(Object.entries(EXPECTATION_VERBS));
const COMMITMENTS: ReadonlyMap<string, number> = new Map(Object.entries(COMMITMENT_VERBS));

/** A past intention says nothing of the future; a past vow still binds. */
const PLAN_VERBS = new Set(['plan', 'intend', 'aim', 'prepare', 'seek', 'propose']);

function verbHits(tokens: readonly Token[]): CueHit[] {
  const hits: CueHit[] = [];
  tokens.forEach((token, i) => {
    const before = tokens[i - 1];
    const next = tokens[i + 1];
    const isVerb = token.pos === 'VERB';
    const isNoun = token.pos === 'NOUN';
    const expectation = isVerb ? EXPECTATIONS.get(token.lemma) : undefined;
    if (expectation !== undefined) {
      hits.push({ code: 'EXPECTATION', weight: expectation * tenseFactor(tokens, i), from: i, to: i + 1 });
    }
    const commitment = isVerb || isNoun ? COMMITMENTS.get(token.lemma) : undefined;
    if (
      commitment !== undefined &&
      (next?.lower === 'to' || next?.lower === 'that' || isPlanning(tokens, i))
    ) {
      hits.push({
        code: 'COMMITMENT',
        weight:
          commitment *
          (before?.lower === 'had' ||
          (PLAN_VERBS.has(token.lemma) &&
            token.lower.endsWith('ed') &&
            !/^(?:has|have|is|are)$/u.test(before?.lower ?? ''))
            ? 0.4
            : 1) *
          (isNoun ? 0.5 : 1),
        from: i,
        to: i + 2,
      });
    }
    if (token.lemma === 'be' && isBeTo(tokens, i))
      hits.push({ code: 'BE_TO', weight: 0.45, from: i, to: i + 2 });
    if (isNoun && FORECAST_NOUNS.has(token.lemma))
      hits.push({ code: 'FORECAST_NOUN', weight: forecastWeight(tokens, i), from: i, to: i + 1 });
    if (
      token.lower === 'to' &&
      (before?.pos === 'NOUN' || before?.pos === 'PROPN') &&
      next?.pos === 'VERB' &&
      i <= 8 &&
      !tokens.some((t) => t.pos === 'AUX' || (t.pos === 'VERB' && t !== next))
    ) {
      hits.push({ code: 'HEADLINE_TO', weight: 0.5, from: i, to: i + 2 });
    }
  });
  return hits;
}

/** "is planning new talks", "were not planning any": what is planned is a thing. */
function isPlanning(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.lower !== 'planning' || !/^(?:DET|ADJ|NOUN|PROPN|NUM)$/u.test(tokens[i + 1]?.pos ?? ''))
    return false;
  const before = /^(?:not|n't|also|now|already|still)$/u.test(tokens[i - 1]?.lower ?? '') ? i - 2 : i - 1;
  return tokens[before]?.pos === 'AUX';
}

/** "The lights are to be dimmed": an arrangement. "The aim is to win", "it is to blame" are none. */
function isBeTo(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined || !/^(?:is|are)$/u.test(token.lower)) return false;
  let j = i + 1;
  while (j < i + 3 && (tokens[j]?.pos === 'ADV' || tokens[j]?.lower === 'not')) j += 1;
  if (tokens[j]?.lower !== 'to' || tokens[j]?.pos !== 'PART') return false;
  const verb = tokens[j + 1];
  const subject = subjectHead(tokens, i);
  return (
    (verb?.pos === 'VERB' || verb?.pos === 'AUX') &&
    verb.lower !== 'blame' &&
    subject !== null &&
    !/^(?:aim|goal|plan|idea|purpose|task|job|point|way|key|trick|intention|objective|question|challenge|choice|option|answer|strategy|mission|ambition|hope|temptation|thing|what|which)$/u.test(
      subject.lower,
    )
  );
}

/** Expectation in the present counts in full; "is expected to" too; "had expected", "expected at least" much less. */
function tenseFactor(tokens: readonly Token[], i: number): number {
  const token = tokens[i];
  if (token === undefined) return 0;
  const before = [tokens[i - 1]?.lower ?? '', tokens[i - 2]?.lower ?? '', tokens[i - 3]?.lower ?? ''];
  if (PRESENT_OR_FIRST(token))
    return before[0] === 'to' && !before.some((word) => ['is', 'are'].includes(word)) ? 0.4 : 1;
  if (token.lower.endsWith('ing'))
    return before.some((word) => ['was', 'were', 'had', 'been'].includes(word)) ? 0.4 : 0.95;
  if (before.some((word) => ['is', 'are', "'s", "'re", 'be', 'widely', 'now'].includes(word))) return 1.1;
  if (before.some((word) => ['was', 'were', 'had', 'been', 'as', 'than', 'have', 'has'].includes(word)))
    return 0.45;
  return ['to', 'that', 'would'].includes(tokens[i + 1]?.lower ?? '') || token.lemma === 'doubt' ? 0.8 : 0.5;
}

/** "a forecast of 4%", "the projection is", "the forecast that": more than the noun alone. */
function forecastWeight(tokens: readonly Token[], i: number): number {
  const next = tokens[i + 1];
  const hasNumber = tokens.slice(i, i + 12).some((token) => token.pos === 'NUM');
  return (
    (hasNumber ? 0.42 : 0.12) +
    (next !== undefined && ['that', 'of', 'for', 'be'].includes(next.lemma) ? 0.1 : 0)
  );
}
