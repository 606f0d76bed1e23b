import { group } from 'd3-array';
import { type CalendarDate, daysBetween, type NotComparable } from '#core/domain';
import { brierScore } from './brier-score.js';
import { DEFAULT_OVERLAP, findComparableSet, type OverlapRule, type ScoredPair } from './comparable-set.js';
import { clipSpan, type ForecastHorizon, type ForecastSpan } from './forecast-span.js';
import { classifyClaim, type LedgerClaim } from './ledger.js';
import { peerScoresOverTime } from './metaculus-scores.js';
import { endOf } from './series.js';
import { fitDifficulty } from './two-way-difficulty.js';

/** A claimant beside the others of a comparable set. */
export interface PeerStanding {
  /** Mean over shared statements, x 100: higher is better, 0 is as good as the others. */
  readonly peerScore: number;
  /** Mean Brier as if everybody had answered everything, lower is better; may leave 0-1. */
  readonly adjustedBrier: number;
  /** Mean Brier on the shared statements in the shared time, 0-1, lower is better. */
  readonly sharedBrier: number;
}

export interface PeerComparison {
  /** Null where not comparable. */
  readonly standing: PeerStanding | null;
  readonly why: NotComparable | null;
  /** Statements it rests on; where not comparable, those there are. */
  readonly n: number;
  /** Claimants of the set, this one among them; 0 where not comparable. */
  readonly claimants: number;
}

interface Forecaster {
  readonly claimantId: string;
  readonly spans: readonly ForecastSpan[];
}

/** A settled proposition with everybody who said something scored of it. */
interface Field {
  readonly propositionId: string;
  readonly outcome: 0 | 1;
  readonly endDay: number;
  readonly forecasters: readonly Forecaster[];
}

interface PeerPair extends ScoredPair {
  /** Mean over the shared time, x 100. */
  readonly peerScore: number;
}

/**
 * Where a claimant stands among others on the same statements at the same time. Time is shared from the day on which enough
 * claimants have spoken; what somebody said earlier, with nobody to compare with, is left out, and so are statements and
 * claimants with too little overlap (`findComparableSet`). Peer scores and difficulty are those of the set that is left.
 * Claims may come in any order; those that do not count as of `asOn` are left out.
 *
 * Three say 20, 50 and 80 % of 30 things, all of which come about: Brier 0.64, 0.25, 0.04, peer score of the last
 * 100 (ln 0.8 - (ln 0.2 + ln 0.5) / 2) = 92.8.
 */
export function comparePeers(
  claimantId: string,
  claims: readonly LedgerClaim[],
  asOn: CalendarDate,
  rule: OverlapRule = DEFAULT_OVERLAP,
): PeerComparison {
  const fields = toFields(claims.filter((claim) => classifyClaim(claim, asOn) === 'scored'));
  const isOwn = (one: { readonly claimantId: string }): boolean => one.claimantId === claimantId;
  const own = fields.filter(({ forecasters }) => forecasters.some(isOwn)).length;
  if (own < rule.minPropositions) return apart('few_own', own);
  const pairs = toPairs(fields, rule.minClaimants);
  const shared = pairs.filter(isOwn).length;
  if (shared < rule.minPropositions) return apart('few_shared', shared);
  const set = settleSet(fields, pairs, rule);
  const ownPairs = set.filter(isOwn);
  if (ownPairs.length === 0) return apart('others_apart', shared);
  const { scores } = fitDifficulty(set);
  const mean = (of: (pair: PeerPair) => number): number =>
    ownPairs.reduce((sum, pair) => sum + of(pair), 0) / ownPairs.length;
  return {
    standing: {
      peerScore: mean(({ peerScore }) => peerScore),
      sharedBrier: mean(({ brier }) => brier),
      // Everybody in the set has a score.
      adjustedBrier: (scores.find(isOwn) as (typeof scores)[number]).adjustedBrier,
    },
    why: null,
    n: ownPairs.length,
    claimants: scores.length,
  };
}

const apart = (why: NotComparable, n: number): PeerComparison => ({ standing: null, why, n, claimants: 0 });

/** Days are counted from here; which day it is makes no difference. */
const EPOCH: CalendarDate = '2000-01-01';

function toFields(claims: readonly LedgerClaim[]): Field[] {
  return [...group(claims, ({ propositionId }) => propositionId)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([propositionId, said]) => {
      const first = said[0] as LedgerClaim;
      return {
        propositionId,
        outcome: (first.settlement as { readonly outcome: 0 | 1 }).outcome,
        // What is scored has a scheduled deadline.
        endDay: daysBetween(EPOCH, endOf(first) as CalendarDate),
        forecasters: [...group(said, (claim) => claim.claimantId)]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([claimantId, own]) => ({ claimantId, spans: toSpans(own) })),
      };
    });
}

/** Each forecast stands until the next; of two said on one day the later in the order of ids stands. */
function toSpans(claims: readonly LedgerClaim[]): ForecastSpan[] {
  const ordered = [...claims].sort(
    (a, b) => a.saidOn.localeCompare(b.saidOn) || a.claimId.localeCompare(b.claimId),
  );
  const days = ordered.map(({ saidOn }) => daysBetween(EPOCH, saidOn));
  return ordered.map(({ point }, index) => ({
    probability: point as number,
    startDay: days[index] as number,
    endDay: days[index + 1] ?? null,
  }));
}

/** Scores in the shared time of each field; nothing of fields that never have enough claimants at once. */
function toPairs(fields: readonly Field[], minClaimants: number): PeerPair[] {
  return fields.flatMap((field) => {
    const starts = field.forecasters
      .map(({ spans }) => (spans[0] as ForecastSpan).startDay)
      .sort((a, b) => a - b);
    const startDay = starts[minClaimants - 1];
    if (startDay === undefined || startDay >= field.endDay) return [];
    return scoreField(field, { startDay, endDay: field.endDay, closeDay: field.endDay });
  });
}

function scoreField({ propositionId, outcome, forecasters }: Field, horizon: ForecastHorizon): PeerPair[] {
  const spans = forecasters.flatMap((forecaster) => forecaster.spans.map((span) => ({ forecaster, span })));
  const scores = peerScoresOverTime(
    spans.map(({ span }) => span),
    outcome,
    horizon,
  );
  const sums = new Map<Forecaster, { days: number; brier: number; peer: number; shared: number }>();
  spans.forEach(({ forecaster, span }, index) => {
    const days = clipSpan(span, horizon);
    if (days === null) return;
    const length = days.until - days.from;
    const sum = sums.get(forecaster) ?? { days: 0, brier: 0, peer: 0, shared: 0 };
    sums.set(forecaster, sum);
    const { score, shared } = scores[index] as (typeof scores)[number];
    sum.days += length;
    sum.brier += length * brierScore(span.probability, outcome);
    // Whoever stands in the shared time has peers.
    sum.peer += score as number;
    sum.shared += shared;
  });
  return [...sums].map(([{ claimantId }, { days, brier, peer, shared }]) => ({
    claimantId,
    propositionId,
    brier: brier / days,
    peerScore: peer / shared,
  }));
}

/** Takes away what is not comparable and scores anew what is left, among itself, until all of it is. */
function settleSet(fields: readonly Field[], pairs: PeerPair[], rule: OverlapRule): PeerPair[] {
  const set = findComparableSet(pairs, rule);
  if (set === null) return [];
  if (set.length === pairs.length) return pairs;
  const kept = new Set(set.map((pair) => `${pair.propositionId}\0${pair.claimantId}`));
  const left = fields.map((field) => ({
    ...field,
    forecasters: field.forecasters.filter(({ claimantId }) =>
      kept.has(`${field.propositionId}\0${claimantId}`),
    ),
  }));
  return settleSet(left, toPairs(left, rule.minClaimants), rule);
}
