import type { ClaimList, ProfileClaim, ProfileQuery } from '#contracts/http';
import { type CalendarDate, type Inclusion, type Outcome, SCORED_BASES } from '#core/domain';
import {
  bandOf,
  type ClaimEffect,
  claimEffects,
  type ClaimExtremes,
  classifyClaim,
  findExtremes,
  type LedgerClaim,
  type ListedClaim,
  listClaims,
  recordOf,
  scoreBand,
  tallyClaims,
} from '#core/scoring';
import type { ClaimDetails } from '#platform/db';
import type { z } from 'zod';

type WireClaim = z.input<typeof ProfileClaim>;
type WireList = z.input<typeof ClaimList>;
type Asked = z.output<typeof ProfileQuery>;

const CLAIMS_AT_ONCE = 100;
const EXTREMES_AT_MOST = 5;

/** One page of a list, before it is put into words. */
export interface PickedClaims {
  readonly rows: readonly ListedClaim[];
  readonly effects: ReadonlyMap<string, ClaimEffect>;
  readonly list: WireList;
}

/** The page that is asked for of the claims behind the numbers of `ledger`, as of the end of the day before `asOn`. */
export function pickClaims(
  ledger: readonly LedgerClaim[],
  asked: Asked,
  { asOn, ofTopic }: { readonly asOn: CalendarDate; readonly ofTopic: ReadonlySet<string> | null },
): PickedClaims {
  const { track, page: number } = asked;
  const filter = {
    track,
    period: asked.period || null,
    horizon: asked.horizon || null,
    basis: asked.basis || null,
  };
  const all = listClaims(ledger, { ...filter, ofTopic }, asOn);
  const { series } = recordOf(
    all.map(({ claim }) => claim),
    asOn,
    track,
  );
  const counts = asked.counts || null;
  const wanted = counts === null ? all : all.filter(({ counted }) => counted === counts);
  return {
    rows: wanted.slice((number - 1) * CLAIMS_AT_ONCE, number * CLAIMS_AT_ONCE),
    effects: claimEffects(series),
    list: {
      filter: { ...filter, topic: asked.topic || null, asOf: asked.asOf || null, counts },
      page: { number, size: CLAIMS_AT_ONCE, total: wanted.length },
      tally: tallyClaims(all),
      series: series.length,
    },
  };
}

/** The scored claims furthest from their outcome. */
export function pickExtremes(ledger: readonly LedgerClaim[], today: CalendarDate): ClaimExtremes {
  return findExtremes(
    ledger.flatMap((claim) => {
      const { claimId, point, basis, settlement } = claim;
      const counts = classifyClaim(claim, today) === 'scored' && settlement.kind === 'scored';
      return counts && point !== null && SCORED_BASES.has(basis)
        ? [{ claimId, point, outcome: settlement.outcome }]
        : [];
    }),
    EXTREMES_AT_MOST,
  );
}

/** A row of a list in words and numbers. */
export function toWireClaim(
  { claim, inclusion }: Pick<ListedClaim, 'claim' | 'inclusion'>,
  { statement, phrase }: ClaimDetails,
  effect: ClaimEffect | null,
): WireClaim {
  const { low, point, high, basis, settlement } = claim;
  const band = bandOf(claim);
  const score =
    settlement.kind === 'scored' && SHOWN.has(inclusion) && band !== null
      ? scoreBand(band, settlement.outcome)
      : null;
  return {
    id: claim.claimId,
    statement,
    saidOn: claim.saidOn,
    deadlineOn: claim.deadlineOn,
    probability: { low, point, high, phrase, basis },
    outcome: outcomeOf(claim),
    brier: score?.brier ?? null,
    brierLow: score?.brierLow ?? null,
    brierHigh: score?.brierHigh ?? null,
    weight: effect?.weight ?? null,
    reference: claim.references.baseRate,
    effect: effect?.effect ?? null,
    counts: inclusion,
  };
}

/** Inclusions under which the score of a settled claim is shown, though it may not count yet. */
const SHOWN: ReadonlySet<Inclusion> = new Set(['scored', 'before_deadline', 'retrospective']);

function outcomeOf({ settlement }: LedgerClaim): Outcome | null {
  switch (settlement.kind) {
    case 'scored':
      return settlement.outcome === 1 ? 'OCCURRED' : 'NOT_OCCURRED';
    case 'pending':
      return null;
    case 'ambiguous':
      return 'AMBIGUOUS';
    case 'void':
      return 'VOID';
  }
}
