import { describeLikelihood, formatShortDate } from '#ui/format';
import { t } from '#ui/i18n';
import type { ClaimRowShape, ProfileShape } from './profile-shapes.js';

/** The scored claims furthest from their outcome, in both directions; no adjective, no count of mistakes. */
export function ExtremesSection({ extremes }: { readonly extremes: ProfileShape['extremes'] }) {
  const { likelyNot, unlikelyYes } = extremes;
  if (likelyNot.length === 0 && unlikelyYes.length === 0) return null;
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
