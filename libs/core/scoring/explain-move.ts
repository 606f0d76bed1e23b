import type { CalendarDate, MoveCause } from '#core/domain';
import { recordOf, skillOf } from './claimant-statistics.js';
import type { LedgerClaim } from './ledger.js';
import type { ScoredSeries, StandingForecast } from './series.js';

/** A claim with the day its final verdict was entered. */
export interface DatedLedgerClaim extends LedgerClaim {
  readonly settledOn: CalendarDate | null;
}

/** Claims as the log had them at the end of a day. */
export interface LedgerDay {
  readonly on: CalendarDate;
  readonly claims: readonly DatedLedgerClaim[];
}

/** One series that counts otherwise than before. */
export interface MoveStep {
  readonly kind: MoveCause;
  readonly on: CalendarDate;
  /** The first claim of the series. */
  readonly claimId: string;
  /** Its Brier score by time, 0-1, lower is better; null where it did not count. */
  readonly before: number | null;
  readonly after: number | null;
  /** On the mean skill, higher is better. */
  readonly effect: number;
}

/**
 * What moved a subject's mean skill from one day to another, series by series, the largest effect first. The effects sum
 * to the change: with m the mean before (0 where nothing counted) and n series after, a series that came adds (skill - m)
 * / n, one that went -(skill - m) / n, one that changed the difference / n. Where nothing counts any more, those that
 * went share the loss of m equally.
 *
 * @param subjectId the claimant whose series these are, for whom claims that were somebody else's on a day (before a
 *   merge) do not count then; null for an outlet, whose claims are all given
 * @example a mean of 0.1 over 4 series and a fifth of skill 0.2: one step with effect (0.2 - 0.1) / 5 = 0.02
 */
export function explainMove(subjectId: string | null, from: LedgerDay, to: LedgerDay): MoveStep[] {
  const before = seriesOn(from, subjectId);
  const after = seriesOn(to, subjectId);
  const days: Days = { from: indexed(from), to: indexed(to), subjectId };
  const mean = meanSkill([...before.values()]);
  const n = after.size;
  const steps = [...new Set([...before.keys(), ...after.keys()])].flatMap((key): MoveStep[] => {
    const old = before.get(key) ?? null;
    const now = after.get(key) ?? null;
    const effect = n === 0 ? -mean / before.size : (distance(now, mean) - distance(old, mean)) / n;
    const cause = causeOf(old, now, days);
    return cause === null ? [] : [{ ...cause, before: brierOf(old), after: brierOf(now), effect }];
  });
  return steps.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || (a.claimId < b.claimId ? -1 : 1));
}

function seriesOn({ claims, on }: LedgerDay, subjectId: string | null): Map<string, ScoredSeries> {
  const { series } = recordOf(
    claims.filter((claim) => isOf(claim, subjectId)),
    on,
    'live',
  );
  return new Map(series.map((one) => [`${one.propositionId}\0${one.claimantId}`, one]));
}

function meanSkill(series: readonly ScoredSeries[]): number {
  if (series.length === 0) return 0;
  return series.reduce((sum, one) => sum + skillOf(one), 0) / series.length;
}

function distance(series: ScoredSeries | null, mean: number): number {
  return series === null ? 0 : skillOf(series) - mean;
}

function brierOf(series: ScoredSeries | null): number | null {
  return series === null ? null : series.score.brier;
}

/** A day whose claims are found by their ids. */
interface IndexedDay {
  readonly on: CalendarDate;
  readonly byId: ReadonlyMap<string, DatedLedgerClaim>;
}

function indexed({ on, claims }: LedgerDay): IndexedDay {
  return { on, byId: new Map(claims.map((claim) => [claim.claimId, claim])) };
}

interface Days {
  readonly from: IndexedDay;
  readonly to: IndexedDay;
  readonly subjectId: string | null;
}

function causeOf(
  old: ScoredSeries | null,
  now: ScoredSeries | null,
  days: Days,
): Pick<MoveStep, 'kind' | 'on' | 'claimId'> | null {
  // One of the two is there: the key came from it.
  const claimId = firstClaim((now ?? old) as ScoredSeries);
  const on = days.to.on;
  if (old === null) return { claimId, ...whyCame(claimId, days) };
  if (now === null) return { claimId, kind: isOwn(claimId, days.to, days) ? 'reversal' : 'link', on };
  if (old.outcome !== now.outcome)
    return { claimId, kind: 'reversal', on: find(claimId, days.to)?.settledOn ?? on };
  if (claimIds(old) !== claimIds(now)) return { claimId, kind: newClaimKind(old, now, days), on };
  if (bands(old) !== bands(now)) return { claimId, kind: 'reading', on };
  if (old.score.brier !== now.score.brier)
    return { claimId, kind: 'verdict', on: find(claimId, days.to)?.settledOn ?? on };
  return skillOf(old) === skillOf(now) ? null : { claimId, kind: 'method', on };
}

/** A series counts anew because its deadline passed, because it was settled, or because it was somebody else's. */
function whyCame(claimId: string, { from, to, subjectId }: Days): Pick<MoveStep, 'kind' | 'on'> {
  const then = find(claimId, from);
  const now = find(claimId, to);
  if (then !== undefined && !isOf(then, subjectId)) return { kind: 'link', on: to.on };
  const wasSettled = then?.settlement.kind === 'scored';
  return wasSettled
    ? // What is scored now has a scheduled deadline.
      { kind: 'deadline', on: now?.scheduledDeadlineOn as CalendarDate }
    : { kind: 'verdict', on: now?.settledOn ?? to.on };
}

function newClaimKind(old: ScoredSeries, now: ScoredSeries, { from, subjectId }: Days): MoveCause {
  const known = new Set(old.forecasts.map(({ claimId }) => claimId));
  const added = now.forecasts.filter(({ claimId }) => !known.has(claimId));
  const wereOthers = added.some(({ claimId }) => {
    const then = find(claimId, from);
    return then !== undefined && !isOf(then, subjectId);
  });
  return wereOthers || added.length === 0 ? 'link' : 'claim';
}

function isOwn(claimId: string, day: IndexedDay, { subjectId }: Days): boolean {
  const claim = find(claimId, day);
  return claim !== undefined && isOf(claim, subjectId);
}

function isOf({ claimantId }: LedgerClaim, subjectId: string | null): boolean {
  return subjectId === null || claimantId === subjectId;
}

function find(claimId: string, { byId }: IndexedDay): DatedLedgerClaim | undefined {
  return byId.get(claimId);
}

function firstClaim({ forecasts }: ScoredSeries): string {
  // A series is of at least one claim.
  return (forecasts[0] as StandingForecast).claimId;
}

function claimIds({ forecasts }: ScoredSeries): string {
  return forecasts.map(({ claimId }) => claimId).join();
}

function bands({ forecasts }: ScoredSeries): string {
  return forecasts.map(({ low, point, high }) => `${String(low)}-${String(point)}-${String(high)}`).join();
}
