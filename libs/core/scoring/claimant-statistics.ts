import type { CalendarDate, Inclusion } from '#core/domain';
import { classifyClaim, type LedgerClaim } from './ledger.js';
import { type ForecastScore, type ScoredBand } from './brier-score.js';
import { scoreSeries } from './standing-forecast.js';

/** What a board row is computed from. `n` counts series, the other counts claims. */
export interface ClaimantStatistics {
  readonly claimantId: string;
  readonly n: number;
  readonly sumBrier: number;
  readonly sumBrierLow: number;
  readonly sumBrierHigh: number;
  readonly sumLogScore: number;
  readonly families: number;
  readonly texts: number;
  readonly pending: number;
  readonly void: number;
  readonly conditionUnmet: number;
  readonly ambiguous: number;
  readonly unscoreable: number;
  readonly retrospective: number;
}

type Count = 'pending' | 'void' | 'conditionUnmet' | 'ambiguous' | 'unscoreable' | 'retrospective';

const COUNTED_AS: Record<Exclude<Inclusion, 'scored'>, Count> = {
  pending: 'pending',
  before_deadline: 'pending',
  ambiguous: 'ambiguous',
  void: 'void',
  condition_unmet: 'conditionUnmet',
  condition_unresolved: 'void',
  no_probability: 'unscoreable',
  no_deadline: 'unscoreable',
  policy_deadline: 'unscoreable',
  quantity: 'unscoreable',
  retrospective: 'retrospective',
};

/**
 * One claimant's statistics from scratch, as of a date. The claims may come in any order; claims of other claimants are
 * left out. Sums run over series in the order of their proposition id, so the result is the same to the last bit.
 */
export function computeStatistics(
  claimantId: string,
  ledger: readonly LedgerClaim[],
  asOn: CalendarDate,
): ClaimantStatistics {
  const counts: Record<Count, number> = {
    pending: 0,
    void: 0,
    conditionUnmet: 0,
    ambiguous: 0,
    unscoreable: 0,
    retrospective: 0,
  };
  const series = new Map<string, LedgerClaim[]>();
  for (const claim of ledger) {
    if (claim.claimantId !== claimantId) continue;
    const inclusion = classifyClaim(claim, asOn);
    if (inclusion === 'scored') {
      series.set(claim.propositionId, [...(series.get(claim.propositionId) ?? []), claim]);
    } else counts[COUNTED_AS[inclusion]] += 1;
  }
  return { claimantId, ...counts, ...sumSeries(series) };
}

function sumSeries(series: ReadonlyMap<string, readonly LedgerClaim[]>) {
  const total = { n: 0, sumBrier: 0, sumBrierLow: 0, sumBrierHigh: 0, sumLogScore: 0 };
  const families = new Set<string>();
  const texts = new Set<string>();
  for (const propositionId of [...series.keys()].sort()) {
    const claims = series.get(propositionId) ?? [];
    const score = scoreLedgerSeries(claims);
    if (score === null) continue;
    total.n += 1;
    total.sumBrier += score.brier;
    total.sumBrierLow += score.brierLow;
    total.sumBrierHigh += score.brierHigh;
    total.sumLogScore += score.logScore;
    for (const claim of claims) {
      families.add(claim.familyId);
      texts.add(claim.sourceId);
    }
  }
  return { ...total, families: families.size, texts: texts.size };
}

/** The score of one claimant's claims on one proposition; null unless they are settled with a band and an end. */
export function scoreLedgerSeries(claims: readonly LedgerClaim[]): ForecastScore | null {
  const ordered = [...claims].sort(
    (a, b) => a.saidOn.localeCompare(b.saidOn) || a.claimId.localeCompare(b.claimId),
  );
  const first = ordered[0];
  if (first === undefined || first.settlement.kind !== 'scored') return null;
  const deadline = first.scheduledDeadlineOn ?? first.deadlineOn;
  if (deadline === null) return null;
  const endOn = first.occurredOn !== null && first.occurredOn < deadline ? first.occurredOn : deadline;
  const forecasts = ordered.flatMap((claim) => {
    const band = bandOf(claim);
    return band === null ? [] : [{ ...band, saidOn: claim.saidOn }];
  });
  return scoreSeries(forecasts, first.settlement.outcome, endOn);
}

/** The band of a claim where it has all three numbers. */
export function bandOf(claim: Pick<LedgerClaim, 'low' | 'point' | 'high'>): ScoredBand | null {
  const { low, point, high } = claim;
  return low === null || point === null || high === null ? null : { low, point, high };
}
