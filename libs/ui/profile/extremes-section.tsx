import { SCORED_BASES, type Outcome } from '#core/domain';
import { describeLikelihood, formatShortDate } from '#ui/format';
import { t } from '#ui/i18n';
import type { ClaimRowShape } from './profile-shapes.js';

const SHOWN = 5;

const pointOf = (claim: ClaimRowShape) =>
  SCORED_BASES.has(claim.probability.basis) ? claim.probability.point : null;

/** The scored claims furthest from their outcome, in both directions; no adjective, no count of mistakes. */
export function findExtremes(claims: readonly ClaimRowShape[]) {
  const pick = (outcome: Outcome, isOn: (point: number) => boolean) =>
    claims
      .flatMap((claim) => {
        const point = pointOf(claim);
        const counts = claim.counts === 'scored' && claim.outcome === outcome;
        return counts && point !== null && isOn(point) ? [{ claim, distance: Math.abs(point - 0.5) }] : [];
      })
      .sort((a, b) => b.distance - a.distance || a.claim.id.localeCompare(b.claim.id))
      .slice(0, SHOWN)
      .map(({ claim }) => claim);
  return {
    likelyNot: pick('NOT_OCCURRED', (point) => point > 0.5),
    unlikelyYes: pick('OCCURRED', (point) => point < 0.5),
  };
}

export function ExtremesSection({ claims }: { readonly claims: readonly ClaimRowShape[] }) {
  const { likelyNot, unlikelyYes } = findExtremes(claims);
  if (!claims.some((claim) => claim.counts === 'scored')) return null;
  return (
    <section aria-labelledby="stated">
      <h2 id="stated">{t('profile.stated')}</h2>
      <div className="ot-two">
        <Claims title={t('profile.stated.likelyNot')} claims={likelyNot} />
        <Claims title={t('profile.stated.unlikelyYes')} claims={unlikelyYes} />
      </div>
    </section>
  );
}

function Claims({ title, claims }: { readonly title: string; readonly claims: readonly ClaimRowShape[] }) {
  return (
    <div>
      <h3>{title}</h3>
      {claims.length === 0 ? (
        <p className="ot-soft">{t('profile.stated.none')}</p>
      ) : (
        <ol className="ot-list">
          {claims.map((claim) => (
            <li key={claim.id}>
              <a href={`/claims/${encodeURIComponent(claim.id)}`}>{claim.statement}</a>
              <span className="ot-under">
                {describeLikelihood(claim.probability)} · {formatShortDate(claim.saidOn)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
