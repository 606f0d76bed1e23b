import { DateText, VerdictBadge } from '#ui/claim';
import { describeLikelihood, formatEffect, formatScore, formatShare } from '#ui/format';
import { t, type PlainMessageId } from '#ui/i18n';
import type { ClaimRowShape } from './profile-shapes.js';

const HEADINGS = [
  ['profile.col.statement', false],
  ['profile.col.said', false],
  ['profile.col.likelihood', false],
  ['profile.col.deadline', false],
  ['profile.col.outcome', false],
  ['profile.col.brier', true],
  ['profile.col.reference', true],
  ['profile.col.effect', true],
  ['profile.col.counts', false],
] as const satisfies readonly (readonly [PlainMessageId, boolean])[];

/** Claims, counted or not, with the reason why; in the order they come in. */
export function ClaimsTable({ claims }: { readonly claims: readonly ClaimRowShape[] }) {
  return (
    <table className="ot-claims ot-cards" role="table">
      <caption>
        {t('profile.claims.caption')} <span className="ot-soft">{t('profile.claims.note')}</span>
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {HEADINGS.map(([heading, isNumber]) => (
            <th key={heading} role="columnheader" scope="col" className={isNumber ? 'ot-number' : undefined}>
              {t(heading)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {claims.map((claim) => (
          <ClaimRow key={claim.id} claim={claim} />
        ))}
      </tbody>
    </table>
  );
}

function ClaimRow({ claim }: { readonly claim: ClaimRowShape }) {
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a href={`/claims/${encodeURIComponent(claim.id)}`}>{claim.statement}</a>
      </th>
      <td role="cell" data-label={t('profile.col.said')}>
        <DateText on={claim.saidOn} short />
      </td>
      <td role="cell" data-label={t('profile.col.likelihood')}>
        {describeLikelihood(claim.probability)}
      </td>
      <td role="cell" data-label={t('profile.col.deadline')}>
        {claim.deadlineOn === null ? (
          <span className="ot-soft">{t('profile.deadline.none')}</span>
        ) : (
          <DateText on={claim.deadlineOn} short />
        )}
      </td>
      <td role="cell" data-label={t('profile.col.outcome')}>
        {claim.outcome === null ? (
          <span className="ot-soft">{t('profile.outcome.none')}</span>
        ) : (
          <VerdictBadge outcome={claim.outcome} />
        )}
      </td>
      <Numbers claim={claim} />
      <td role="cell" className="ot-why" data-label={t('profile.col.counts')}>
        {t(`inclusion.${claim.counts}`)}
        {isPart(claim.weight) ? (
          <span className="ot-under">{t('profile.weight', { share: formatShare(claim.weight) })}</span>
        ) : null}
      </td>
    </tr>
  );
}

const isPart = (weight: number | null | undefined): weight is number =>
  weight !== null && weight !== undefined && weight < 1;

function Numbers({ claim }: { readonly claim: ClaimRowShape }) {
  const { brier, brierLow = null, brierHigh = null, reference = null, effect = null } = claim;
  return (
    <>
      <td role="cell" className="ot-number" data-label={t('profile.col.brier')}>
        {brier === null ? '–' : formatScore(brier)}
        {brierLow === null || brierHigh === null || brierLow === brierHigh ? null : (
          <span className="ot-under ot-nowrap">
            {t('format.range.short', { low: formatScore(brierLow), high: formatScore(brierHigh) })}
          </span>
        )}
      </td>
      <td role="cell" className="ot-number" data-label={t('profile.col.reference')}>
        {reference === null ? '–' : formatShare(reference)}
      </td>
      <td role="cell" className="ot-number" data-label={t('profile.col.effect')}>
        {effect === null ? '–' : formatEffect(effect)}
      </td>
    </>
  );
}
