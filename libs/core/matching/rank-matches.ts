import { compareDates, type DateComparison } from './compare-dates.js';
import { compareIds, comparePairs, type ComparedPair } from './compare-pairs.js';
import type { MatchStrength } from '#core/domain';
import { isPassed } from './find-terms.js';
import { explainMatch } from './explain-match.js';
import { isOpenToMeaning, type NearnessOf, type WeighedMatch, weighMeaning } from './meaning.js';
import { MATCH_WEIGHTS } from './match-weights.js';
import type { RankedMatch } from './matchable.js';
import { breadthPenalty, type MatchWeights, PENALTIES, sumFeatures, toScore } from './match-model.js';
import { MATCH_THRESHOLDS, strengthOf } from './match-thresholds.js';
import type { ReadEvent, ReadProposition } from './read-pair.js';
import type { TermWeigher } from './term-statistics.js';

/**
 * Ranks candidates for one event, best first (equal scores by id); what is below the floor is left out. The half that
 * compares: what was read once is only looked at. For the 50 to 200 best by `indexTerms`; linear in their number. A
 * match only prompts: nothing is settled by it. Pure and total: no input throws.
 *
 * @param weigh rarity of a term, from `termWeigher`; the same for all candidates
 * @param nearnessOf what an embedding model says of each candidate; by default there is none, and words decide alone
 * @returns at most one match for each candidate
 * @example rankMatches(readEvent(event), candidates.map(readProposition), termWeigher(statistics))
 */
export function rankMatches(
  event: ReadEvent,
  candidates: readonly ReadProposition[],
  weigh: TermWeigher,
  nearnessOf: NearnessOf = () => null,
): RankedMatch[] {
  return comparePairs(event, candidates, weigh)
    .map((pair) => toMatch(pair, event, weigh, nearnessOf))
    .filter((match) => match !== null)
    .sort((a, b) => b.score - a.score || compareIds(a.propositionId, b.propositionId));
}

/**
 * The match score of a compared pair by a model, 0-1: its features, less what breadth, swapped roles and dates take.
 *
 * @param model the one in use, or one in training
 */
export function scorePair(
  pair: ComparedPair,
  event: ReadEvent,
  model: Pick<MatchWeights, 'bias' | 'weights'> = MATCH_WEIGHTS,
): number {
  const { source } = pair.proposition;
  return toScore(
    sumFeatures(pair.features, pair.rival?.strength ?? 0, model) -
      breadthPenalty(source.recentEvents ?? 0) -
      (pair.swapped === null ? 0 : PENALTIES.swapped) -
      (pair.otherAction === null ? 0 : PENALTIES.otherAction) -
      PENALTIES.farNumber * farNumber(pair.features) -
      compareDates(event.source, source).penalty,
  );
}

/** How far the report's nearest number of the same unit is, 0-1; 0 where there is none to compare. */
function farNumber({ number, nearNumber }: ComparedPair['features']): number {
  return number === 0.5 || nearNumber === 0 ? 0 : 1 - nearNumber;
}

function toMatch(
  pair: ComparedPair,
  event: ReadEvent,
  weigh: TermWeigher,
  nearnessOf: NearnessOf,
): RankedMatch | null {
  const score = Math.round(scorePair(pair, event) * 10_000) / 10_000;
  if (score < MATCH_THRESHOLDS.floor) return null;
  const { source } = pair.proposition;
  const dates = compareDates(event.source, source);
  const byWords = strengthOf(score);
  const strength = byWords === 'strong' ? strongestOf(pair, event) : byWords;
  const words = { score, strength, isContradicted: isContradicted(pair, dates) };
  const nearness = isOpenToMeaning(words) ? nearnessOf(source) : null;
  const meaning = nearness === null ? null : weighMeaning(words, nearness);
  return {
    propositionId: source.id,
    score: meaning?.score ?? score,
    strength: meaning?.strength ?? strength,
    reasons: explainMatch(pair, event, alsoSaid(dates, isFar(pair, event), meaning), weigh),
    predatesClaim: dates.predatesClaim,
    isByMeaning: meaning !== null,
  };
}

/**
 * What a pair may be called at best, whatever its score. A strong match asks a reviewer to look: it must be about what
 * the statement says is done, in time, and about its number where it has one.
 */
export function strongestOf(pair: ComparedPair, event: ReadEvent): MatchStrength {
  if (pair.otherAction !== null || isFar(pair, event)) return 'suggest';
  return compareDates(event.source, pair.proposition.source).atMost;
}

/** Numbers further apart than this are not the same; a threshold that was passed is never far. */
const FAR = 0.25;

function isFar({ features, proposition }: ComparedPair, event: ReadEvent): boolean {
  if (farNumber(features) < FAR) return false;
  return ![...proposition.statement.quantities.values()].some((quantity) => isPassed(quantity, event));
}

/** Whether the report has another actor, place, number or date than the statement: nothing that nearness makes up for. */
function isContradicted(
  { features, rival, swapped, otherAction }: ComparedPair,
  dates: DateComparison,
): boolean {
  return (
    features.missingActors > 0 ||
    features.otherCountry > 0 ||
    farNumber(features) > 0 ||
    rival !== null ||
    swapped !== null ||
    otherAction !== null ||
    dates.opposing.length > 0
  );
}

type Said = Pick<DateComparison, 'supporting' | 'opposing'>;

function alsoSaid(dates: Said, isNumberFar: boolean, meaning: WeighedMatch | null): Said {
  const listed = (reason: string | null | undefined) =>
    reason === null || reason === undefined ? [] : [reason];
  return {
    supporting: [...dates.supporting, ...listed(meaning?.supporting)],
    opposing: [
      ...dates.opposing,
      ...listed(isNumberFar ? 'the number in the report is far off' : null),
      ...listed(meaning?.opposing),
    ],
  };
}
