import type { PublicClaim } from '#contracts/http';
import {
  type CalendarDate,
  calendarDateIn,
  hasProfile,
  numberSeries,
  type Outcome,
  type Restatement,
  settle,
} from '#core/domain';
import { bandOf, claimEffects, classifyClaim, type LedgerClaim, recordOf, scoreBand } from '#core/scoring';
import { fromDateColumn, type readPublicClaim } from '#platform/db';
import type { z } from 'zod';

type Wire = z.input<typeof PublicClaim>;
type Found = NonNullable<Awaited<ReturnType<typeof readPublicClaim>>>;

/** The public page of a claim. A provisional verdict is shown with what it would come to, and counts nowhere. */
export function toPublicClaim(
  found: Found,
  ledger: readonly LedgerClaim[],
  roots: ReadonlyMap<string, string>,
  today: CalendarDate,
): Wire {
  const claim = ledger.find(({ claimId }) => claimId === found.row.id) ?? null;
  const effect = claimEffects(recordOf(ledger, today, 'live').series).get(found.row.id);
  const { row, verdict } = found;
  const { proposition, claimant } = row;
  const series = toSeries(found, roots);
  const source = row.snapshot.source;
  const anchor = row.anchors[0];
  return {
    id: row.id,
    statement: proposition.statement,
    kind: proposition.kind,
    claimant: {
      id: claimant.id,
      name: claimant.name,
      kind: claimant.kind,
      hasPage: hasProfile(claimant.kind),
    },
    role: row.role,
    probability: toBand(row),
    condition: row.conditionText,
    saidOn: fromDateColumn(row.saidOn),
    retrospective: row.retrospective,
    quote: { prefix: anchor?.prefix ?? '', exact: anchor?.exact ?? '', suffix: anchor?.suffix ?? '' },
    source: {
      title: source.title,
      outlet: source.outlet?.name ?? null,
      address: source.url,
      publishedOn: fromDateColumn(source.publishedOn),
    },
    deadlineOn: fromDateColumn(proposition.deadlineOn),
    deadlineBasis: proposition.deadlineBasis,
    criteria: proposition.criteria,
    verdict: toWireVerdict(found),
    ...toWhatIsSaid(found),
    corrections: toCorrections(found),
    score: verdict?.stage === 'final' ? scoreOf(claim, verdict.outcome, found) : null,
    preview: verdict?.stage === 'provisional' ? scoreOf(claim, verdict.outcome, found) : null,
    reference: claim?.references.baseRate ?? null,
    weight: effect?.weight ?? null,
    effect: effect?.effect ?? null,
    inclusion: claim === null ? 'pending' : classifyClaim(claim, today),
    timeline: toTimeline(found),
    series: series.map(({ id, saidOn, change, probability }) => ({ id, saidOn, change, probability })),
    otherClaims: proposition.claims
      .filter((other) => other.id !== row.id && !series.some(({ id }) => id === other.id))
      .map((other) => ({
        id: other.id,
        claimant: other.claimant.name,
        saidOn: fromDateColumn(other.saidOn),
        probability: toBand(other),
      })),
  };
}

/** What this claimant, after merges, said of the proposition, in order; empty where that is this claim alone. */
function toSeries(
  { row }: Found,
  roots: ReadonlyMap<string, string>,
): (Wire['series'][number] & Restatement)[] {
  const rootOf = (claimantId: string) => roots.get(claimantId) ?? claimantId;
  const own = row.proposition.claims.filter((other) => rootOf(other.claimantId) === rootOf(row.claimantId));
  const said = own.map((other) => ({
    id: other.id,
    claimantId: rootOf(other.claimantId),
    saidOn: fromDateColumn(other.saidOn),
    point: other.point,
    probability: toBand(other),
  }));
  const places = numberSeries(said);
  return said
    .flatMap(({ claimantId: _claimantId, point: _point, ...claim }) => {
      const place = places.get(claim.id);
      return place === undefined ? [] : [{ ...claim, ...place }];
    })
    .sort((a, b) => a.number - b.number);
}

/** What stands beside the verdict: claimants' answers, disputes, notes on how the proposition is read. */
function toWhatIsSaid(found: Found): Pick<Wire, 'answers' | 'disputes' | 'clarifications'> {
  return {
    answers: found.answers.map(({ claimantId: _claimantId, answeredAt, ...answer }) => ({
      ...answer,
      answeredAt: answeredAt.toISOString(),
    })),
    disputes: found.disputes.map(({ kind, state, raisedAt, resolvedAt, resolution }) => ({
      kind,
      state,
      raisedAt: raisedAt.toISOString(),
      resolvedAt: resolvedAt?.toISOString() ?? null,
      resolution,
    })),
    clarifications: found.clarifications.map(({ text, addedAt }) => ({
      text,
      addedAt: addedAt.toISOString(),
    })),
  };
}

/** Final verdicts that were taken back; a provisional one is nobody's record yet. */
function toCorrections({ verdicts }: Found): Wire['corrections'] {
  return verdicts.flatMap((verdict, index) => {
    const before = verdicts[index - 1];
    if (verdict.stage !== 'reopened' || before?.stage !== 'final' || before.outcome === null) return [];
    return [{ at: verdict.decidedAt.toISOString(), before: before.outcome, reason: verdict.reason }];
  });
}

/** A provisional verdict on the condition settles nothing yet, as in the ledger. */
function finalOutcome(verdict: Found['conditionVerdict']): Outcome | null {
  return verdict?.stage === 'final' ? verdict.outcome : null;
}

type BandColumns = Pick<Found['row'], 'low' | 'point' | 'high' | 'phrase' | 'basis'>;

function toBand({ low, point, high, phrase, basis }: BandColumns): Wire['probability'] {
  return { low, point, high, phrase, basis };
}

function toWireVerdict({ verdict, evidence }: Found): Wire['verdict'] {
  if (verdict === null || verdict.stage === 'reopened' || verdict.outcome === null) return null;
  return {
    outcome: verdict.outcome,
    voidReason: verdict.voidReason,
    stage: verdict.stage,
    occurredOn: verdict.occurredOn,
    decidedAt: verdict.decidedAt.toISOString(),
    finaliseDueAt: verdict.finaliseDueAt?.toISOString() ?? null,
    reason: verdict.reason === '' ? null : verdict.reason,
    evidence,
  };
}

/** What the claim scores under the current verdict, provisional or final; null where it is never scored. */
function scoreOf(claim: LedgerClaim | null, outcome: Outcome | null, found: Found): Wire['score'] {
  const band = claim === null ? null : bandOf(claim);
  if (claim === null || band === null) return null;
  const hasCondition = found.row.conditionText !== null || found.row.conditionPropositionId !== null;
  const condition = hasCondition ? finalOutcome(found.conditionVerdict) : ('unconditional' as const);
  const settlement = settle({ outcome, condition });
  const never = ['no_probability', 'no_deadline', 'policy_deadline', 'quantity'];
  if (settlement.kind !== 'scored' || never.includes(classifyClaim({ ...claim, settlement }, claim.saidOn)))
    return null;
  const { brier, brierLow, brierHigh } = scoreBand(band, settlement.outcome);
  return { brier, brierLow, brierHigh };
}

function toTimeline({ row, verdict }: Found): Wire['timeline'] {
  const { proposition } = row;
  const { source } = row.snapshot;
  const zone = proposition.zone;
  const timeline: Wire['timeline'] = [
    { on: fromDateColumn(row.saidOn), kind: 'said', label: source.title, url: source.url },
    ...proposition.matches.map(({ event }) => ({
      on: fromDateColumn(event.occurredOn) ?? calendarDateIn(event.publishedAt, zone),
      kind: 'event' as const,
      label: event.title,
      url: event.url,
    })),
  ];
  const deadlineOn = fromDateColumn(proposition.deadlineOn);
  if (deadlineOn !== null) timeline.push({ on: deadlineOn, kind: 'due', label: '', url: null });
  if (verdict !== null && verdict.stage !== 'reopened') {
    if (verdict.occurredOn !== null)
      timeline.push({ on: verdict.occurredOn, kind: 'occurred', label: '', url: null });
    const kind = verdict.stage === 'final' ? 'final' : 'verdict';
    timeline.push({ on: calendarDateIn(verdict.decidedAt, zone), kind, label: '', url: null });
  }
  return timeline.sort((a, b) => a.on.localeCompare(b.on));
}
