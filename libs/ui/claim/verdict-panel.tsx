import {
  formatDate,
  formatInstantDay,
  formatRelativeDay,
  outcomeSentence,
  voidReasonWords,
} from '#ui/format';
import { t } from '#ui/i18n';
import type { PublicClaimShape, VerdictShape } from './claim-shapes.js';
import { EvidenceList } from './evidence-list.js';
import { VerdictBadge } from './verdict-badge.js';

interface Seen {
  readonly today: string;
  readonly zone: string;
}

/** The verdict with its reasons and evidence, or what the claim is waiting for. */
export function VerdictPanel({ claim, seen }: { readonly claim: PublicClaimShape; readonly seen: Seen }) {
  if (claim.verdict === null) return <NoVerdict deadlineOn={claim.deadlineOn} today={seen.today} />;
  return (
    <>
      <VerdictText verdict={claim.verdict} zone={seen.zone} />
      <h3>{t('claim.evidence')}</h3>
      <EvidenceList evidence={claim.verdict.evidence} />
    </>
  );
}

function NoVerdict({ deadlineOn, today }: { readonly deadlineOn: string | null; readonly today: string }) {
  return (
    <>
      <p className="ot-figure">{t('claim.verdict.none')}</p>
      <p>{whatItWaitsFor(deadlineOn, today)}</p>
    </>
  );
}

function whatItWaitsFor(deadlineOn: string | null, today: string): string {
  if (deadlineOn === null) return t('claim.verdict.none.undated');
  if (deadlineOn < today) return t('claim.verdict.none.due');
  return t('claim.verdict.none.open', {
    date: formatDate(deadlineOn),
    relative: formatRelativeDay(deadlineOn, today),
  });
}

function VerdictText({ verdict, zone }: { readonly verdict: VerdictShape; readonly zone: string }) {
  const decided = t('claim.verdict.decided', { date: formatInstantDay(verdict.decidedAt, zone) });
  return (
    <>
      <p className="ot-figure">
        <VerdictBadge outcome={verdict.outcome} />
      </p>
      <p>
        {outcomeSentence(verdict.outcome)}
        {verdict.voidReason === null ? null : ` (${voidReasonWords(verdict.voidReason)})`}
        {verdict.occurredOn === null
          ? null
          : ` ${t('claim.verdict.occurredOn', { date: formatDate(verdict.occurredOn) })}`}
      </p>
      <p className="ot-soft">
        <strong>
          {verdict.stage === 'final' ? t('claim.verdict.final') : t('claim.verdict.provisional')}
        </strong>
        {`. ${decided}.`}
        {verdict.stage === 'provisional' && verdict.finaliseDueAt !== null
          ? ` ${t('claim.verdict.provisionalUntil', { date: formatInstantDay(verdict.finaliseDueAt, zone) })}`
          : null}
      </p>
      {verdict.reason === null || verdict.reason === '' ? null : (
        <p>
          <strong>{t('claim.verdict.reason')}:</strong> {verdict.reason}
        </p>
      )}
    </>
  );
}
