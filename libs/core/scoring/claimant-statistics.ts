import { group } from 'd3-array';
import { type CalendarDate, countedAs, type CountedAs, type Track } from '#core/domain';
import { classifyClaim, type LedgerClaim } from './ledger.js';
import { countHits } from './hit-rate.js';
import { baseRatesOf, forecastsOf, type ScoredSeries, scoreLedgerSeries } from './series.js';

/** What did not become a score, in claims. */
export interface ClaimCounts {
  readonly pending: number;
  /** Settled before the scheduled deadline: counted "so far", scored when it passes. */
  readonly beforeDeadline: number;
  readonly void: number;
  readonly conditionUnmet: number;
  readonly ambiguous: number;
  readonly unscoreable: number;
  readonly retrospective: number;
}

/** What a board row is computed from. `n` counts series, the other counts claims. */
export interface ClaimantStatistics extends ClaimCounts {
  readonly claimantId: string;
  readonly n: number;
  readonly sumBrier: number;
  readonly sumBrierLow: number;
  readonly sumBrierHigh: number;
  readonly sumLogScore: number;
  /** Sum over series of base rate's Brier - own Brier, higher is better, and of its squares. */
  readonly sumSkill: number;
  readonly sumSkillSquared: number;
  /** Series whose outcome lay on the side stated as more likely; one at 50 % is half a hit. */
  readonly hits: number;
  /** Hits of whoever says the base rate of everything. */
  readonly referenceHits: number;
  readonly families: number;
  readonly texts: number;
}

const COUNT_OF: Record<Exclude<CountedAs, 'scored'>, keyof ClaimCounts> = {
  pending: 'pending',
  before_deadline: 'beforeDeadline',
  ambiguous: 'ambiguous',
  void: 'void',
  condition_unmet: 'conditionUnmet',
  unscoreable: 'unscoreable',
  retrospective: 'retrospective',
};

type MutableCounts = { -readonly [K in keyof ClaimCounts]: number };

export interface SubjectRecord {
  readonly counts: ClaimCounts;
  /** All claims of the track, scored or not. */
  readonly claims: number;
  /** In the order of their proposition ids. */
  readonly series: readonly ScoredSeries[];
  /** Ambiguous ones past their scheduled deadline, as if they had occurred, and as if not. */
  readonly undecided: readonly (readonly [ifOccurred: ScoredSeries, ifNot: ScoredSeries])[];
}

/**
 * What a subject's claims come to on a board of a track as of a date: scored series, and counts of the claims that are
 * not scored. The claims may come in any order. The board of retrospective claims knows nothing of live ones.
 */
export function recordOf(claims: readonly LedgerClaim[], asOn: CalendarDate, track: Track): SubjectRecord {
  const counts: MutableCounts = {
    pending: 0,
    beforeDeadline: 0,
    void: 0,
    conditionUnmet: 0,
    ambiguous: 0,
    unscoreable: 0,
    retrospective: 0,
  };
  const tracked = track === 'live' ? claims : claims.filter(({ retrospective }) => retrospective);
  const scored: LedgerClaim[] = [];
  const undecided: LedgerClaim[] = [];
  for (const claim of tracked) {
    const counted = countedAs(classifyClaim(claim, asOn, track));
    if (counted === 'scored') scored.push(claim);
    else counts[COUNT_OF[counted]] += 1;
    if (counted === 'ambiguous' && isDecidable(claim, asOn, track)) undecided.push(claim);
  }
  return {
    counts,
    claims: tracked.length,
    series: bySeries(scored).flatMap((series) => scoreLedgerSeries(series) ?? []),
    undecided: bySeries(undecided).flatMap((series) => {
      const [ifOccurred, ifNot] = ([1, 0] as const).map((outcome) =>
        scoreLedgerSeries(series.map((claim) => ({ ...claim, settlement: { kind: 'scored', outcome } }))),
      );
      return ifOccurred && ifNot ? [[ifOccurred, ifNot] as const] : [];
    }),
  };
}

/** Whether an ambiguous claim would be scored had it come out either way. */
function isDecidable(claim: LedgerClaim, asOn: CalendarDate, track: Track): boolean {
  return classifyClaim({ ...claim, settlement: { kind: 'scored', outcome: 1 } }, asOn, track) === 'scored';
}

/** Claims of one claimant on one proposition together, in the order of their proposition ids. */
function bySeries(claims: readonly LedgerClaim[]): LedgerClaim[][] {
  const groups = group(claims, ({ propositionId, claimantId }) => `${propositionId}\0${claimantId}`);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, series]) => series);
}

/**
 * One claimant's statistics from scratch, as of a date. The claims may come in any order; claims of other claimants are
 * left out. Sums run over series in the order of their proposition id, so the result is the same to the last bit.
 */
export function computeStatistics(
  claimantId: string,
  ledger: readonly LedgerClaim[],
  asOn: CalendarDate,
  track: Track = 'live',
): ClaimantStatistics {
  const own = ledger.filter((claim) => claim.claimantId === claimantId);
  const { counts, series } = recordOf(own, asOn, track);
  return { claimantId, ...counts, ...sumSeries(series) };
}

/** Sums over series; `families` and `texts` count different ones. */
export function sumSeries(
  series: readonly ScoredSeries[],
): Omit<ClaimantStatistics, keyof ClaimCounts | 'claimantId'> {
  const sum = (of: (one: ScoredSeries) => number): number =>
    series.reduce((total, one) => total + of(one), 0);
  return {
    n: series.length,
    sumBrier: sum(({ score }) => score.brier),
    sumBrierLow: sum(({ score }) => score.brierLow),
    sumBrierHigh: sum(({ score }) => score.brierHigh),
    sumLogScore: sum(({ score }) => score.logScore),
    sumSkill: sum(skillOf),
    sumSkillSquared: sum((one) => skillOf(one) ** 2),
    hits: countHits(forecastsOf(series)).hits,
    referenceHits: countHits(baseRatesOf(series)).hits,
    families: new Set(series.map(({ familyId }) => familyId)).size,
    texts: new Set(series.flatMap(({ sourceIds }) => sourceIds)).size,
  };
}

/** Base rate's Brier - own Brier of a series, higher is better; always 50 % stands in where no base rate was kept. */
export function skillOf({ referenceBrier, score }: ScoredSeries): number {
  return (referenceBrier.base_rate ?? referenceBrier.half) - score.brier;
}
