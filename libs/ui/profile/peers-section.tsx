import { measureHref } from '#ui/board';
import { formatMeanScore, formatPeerScore } from '#ui/format';
import { t } from '#ui/i18n';
import type { PeersShape } from './profile-shapes.js';

/** How a record compares with those of others on the same statements at the same time, or why it cannot be compared. */
export function PeersSection({ peers }: { readonly peers: PeersShape }) {
  const { standing, n, claimants, minClaimants } = peers;
  return (
    <section aria-labelledby="peers">
      <h2 id="peers">{t('profile.peers')}</h2>
      {standing === null ? (
        <NotComparable peers={peers} />
      ) : (
        <>
          <p className="ot-soft ot-measure">{t('profile.peers.text', { n, claimants, minClaimants })}</p>
          <dl className="ot-key-figures ot-key-figures-small">
            <div>
              <dt>
                <a href={measureHref('peer')}>{t('measure.peer.name')}</a>
              </dt>
              <dd>{formatPeerScore(standing.peerScore)}</dd>
              <dd className="ot-explained">{t('profile.peers.score.text')}</dd>
            </div>
            <div>
              <dt>
                <a href={measureHref('adjustedBrier')}>{t('measure.adjustedBrier.name')}</a>
              </dt>
              <dd>{formatMeanScore(standing.adjustedBrier)}</dd>
              <dd className="ot-explained">
                {t('profile.peers.adjusted.text', { shared: formatMeanScore(standing.sharedBrier) })}
              </dd>
            </div>
          </dl>
        </>
      )}
    </section>
  );
}

function NotComparable({ peers }: { readonly peers: PeersShape }) {
  const { why, n, minClaimants, minPropositions } = peers;
  if (why === null) return null;
  return (
    <p className="ot-measure">
      <strong>{t('profile.peers.none')}</strong>{' '}
      {t(`profile.peers.${why}`, { n, minClaimants, minPropositions })}{' '}
      <a href={measureHref('adjustedBrier')}>{t('profile.peers.why')}</a>
    </p>
  );
}
