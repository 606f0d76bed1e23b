import type { Schemas } from '../api/client.js';
import { useToday } from '../shell/use-me.js';
import { EvidenceList } from '#ui/claim';
import { formatInstantDay } from '#ui/format';
import { t } from '#ui/i18n';

type DisputeShape = Pick<
  Schemas['Dispute'],
  | 'kind'
  | 'state'
  | 'reason'
  | 'evidence'
  | 'raisedAt'
  | 'raisedBy'
  | 'claimant'
  | 'resolvedAt'
  | 'resolvedBy'
  | 'resolution'
>;

/** One dispute: who objects and why, and what came of it. */
export function DisputeText({ dispute }: { readonly dispute: DisputeShape }) {
  const { zone } = useToday();
  const { resolvedAt, resolvedBy, resolution } = dispute;
  return (
    <>
      <p>
        <strong>{t(`dispute.kind.${dispute.kind}`)}</strong>, {t(`dispute.state.${dispute.state}`)}
      </p>
      <p className="ot-soft">{raisedText(dispute, formatInstantDay(dispute.raisedAt, zone))}</p>
      <p className="ot-pre">{dispute.reason}</p>
      {dispute.evidence.length === 0 ? null : <EvidenceList evidence={dispute.evidence} />}
      {resolvedAt === null || resolvedBy === null || dispute.state === 'withdrawn' ? null : (
        <p className="ot-soft">
          {t('disputes.resolvedBy', { name: resolvedBy, date: formatInstantDay(resolvedAt, zone) })}
        </p>
      )}
      {resolution === null ? null : <p className="ot-pre">{resolution}</p>}
    </>
  );
}

function raisedText({ raisedBy, claimant }: DisputeShape, date: string): string {
  if (raisedBy === null) return t('disputes.raisedByClaimant', { name: claimant ?? '', date });
  if (claimant === null) return t('disputes.raisedBy', { name: raisedBy, date });
  return t('disputes.raisedFor', { name: raisedBy, claimant, date });
}
