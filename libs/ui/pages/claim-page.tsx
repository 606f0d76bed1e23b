import {
  changeWords,
  DateText,
  EffectPanel,
  LikelihoodBar,
  OutsideLink,
  Quote,
  SaidPanel,
  Timeline,
  VerdictPanel,
  type PublicClaimShape,
} from '#ui/claim';
import { describeLikelihood, formatDate, outcomeWord, safeWebAddress } from '#ui/format';
import { t } from '#ui/i18n';
import { todayOf, zoneOf, type PublicInstallation } from './installation.js';
import { PublicLayout } from './public-layout.js';

export interface ClaimPageProps {
  readonly data: PublicClaimShape;
  readonly installation: PublicInstallation;
}

/** `/claims/:id`: the quote in its context, what was claimed, what came of it, and what that does to the record. */
export function ClaimPage({ data: claim, installation }: ClaimPageProps) {
  const today = todayOf(installation);
  return (
    <PublicLayout
      installation={installation}
      title={claim.statement}
      description={describe(claim)}
      path={`/claims/${encodeURIComponent(claim.id)}`}
    >
      <article className="ot-claim">
        <header className="ot-page-header">
          <p className="ot-eyebrow">
            {t('claim.eyebrow')}
            {claim.retrospective ? <span className="ot-tag">{t('claim.retrospective')}</span> : null}
          </p>
          <h1>{claim.statement}</h1>
          <p className="ot-byline">
            <Claimant claim={claim} />
            {', '}
            {t(`role.${claim.role}`)}
            {' · '}
            <DateText on={claim.saidOn} today={today} />
          </p>
          {claim.retrospective ? <p className="ot-soft">{t('claim.retrospective.text')}</p> : null}
        </header>
        <div className="ot-claim-columns">
          <Said claim={claim} today={today} />
          <aside className="ot-claim-side">
            <section className="ot-panel ot-panel-verdict" aria-labelledby="verdict">
              <h2 id="verdict">{t('claim.verdict')}</h2>
              <VerdictPanel claim={claim} seen={{ today, zone: zoneOf(installation) }} />
              <SaidPanel said={claim} zone={zoneOf(installation)} />
            </section>
            <section className="ot-panel" aria-labelledby="effect">
              <h2 id="effect">{t('claim.effect')}</h2>
              <EffectPanel claim={claim} />
            </section>
          </aside>
        </div>
        <section aria-labelledby="timeline">
          <h2 id="timeline">{t('claim.timeline')}</h2>
          <Timeline entries={claim.timeline} today={today} />
        </section>
        <Series claim={claim} />
        <OtherClaims claim={claim} />
      </article>
    </PublicLayout>
  );
}

function describe(claim: PublicClaimShape): string {
  const outcome = claim.verdict === null ? t('claim.verdict.none') : outcomeWord(claim.verdict.outcome);
  return `${claim.claimant.name}, ${formatDate(claim.saidOn)}: ${describeLikelihood(claim.probability)}. ${outcome}.`;
}

function Claimant({ claim }: { readonly claim: PublicClaimShape }) {
  if (!claim.claimant.hasPage) return <span>{claim.claimant.name}</span>;
  return <a href={`/claimants/${encodeURIComponent(claim.claimant.id)}`}>{claim.claimant.name}</a>;
}

function Said({ claim, today }: { readonly claim: PublicClaimShape; readonly today: string }) {
  const { source } = claim;
  return (
    <div className="ot-claim-main">
      <section aria-labelledby="quote">
        <h2 id="quote">{t('claim.quote')}</h2>
        <Quote quote={claim.quote} cite={safeWebAddress(source.address)} />
        <p className="ot-source">
          <OutsideLink address={source.address}>{source.title}</OutsideLink>
          {source.outlet === null ? null : `, ${source.outlet}`}
          {source.publishedOn === null ? null : (
            <span className="ot-soft">
              , {t('claim.source.published', { date: formatDate(source.publishedOn) })}
            </span>
          )}
        </p>
      </section>
      <dl className="ot-facts">
        <div>
          <dt>{t('claim.likelihood')}</dt>
          <dd>
            <p className="ot-figure">{describeLikelihood(claim.probability)}</p>
            <LikelihoodBar band={claim.probability} />
          </dd>
        </div>
        {claim.condition === null ? null : (
          <div>
            <dt>{t('claim.condition')}</dt>
            <dd>
              {claim.condition} <span className="ot-soft">{t('claim.condition.note')}</span>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('claim.deadline')}</dt>
          <dd>
            {claim.deadlineOn === null ? (
              t('claim.deadline.none')
            ) : (
              <>
                <DateText on={claim.deadlineOn} today={today} />
                <span className="ot-soft">, {t(`basis.${claim.deadlineBasis}`)}</span>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('claim.criteria')}</dt>
          <dd className="ot-pre">{claim.criteria === '' ? t('claim.criteria.none') : claim.criteria}</dd>
        </div>
      </dl>
    </div>
  );
}

/** The same claimant on the same statement, again and again: they count once, each for the time it stood. */
function Series({ claim }: { readonly claim: PublicClaimShape }) {
  if (claim.series.length === 0) return null;
  return (
    <section aria-labelledby="series">
      <h2 id="series">{t('series.title', { name: claim.claimant.name })}</h2>
      <p className="ot-soft">{t('series.hint')}</p>
      <ol className="ot-list">
        {claim.series.map(({ id, saidOn, probability, change }) => {
          const words = changeWords(change);
          const said = (
            <>
              {formatDate(saidOn)} · {describeLikelihood(probability)}
            </>
          );
          return (
            <li key={id} aria-current={id === claim.id ? 'true' : undefined}>
              {id === claim.id ? (
                <strong>{said}</strong>
              ) : (
                <a href={`/claims/${encodeURIComponent(id)}`}>{said}</a>
              )}
              {words === null ? null : <span className="ot-soft"> · {words}</span>}
              {id === claim.id ? <span className="ot-soft"> · {t('series.this')}</span> : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function OtherClaims({ claim }: { readonly claim: PublicClaimShape }) {
  if (claim.otherClaims.length === 0) return null;
  return (
    <section aria-labelledby="others">
      <h2 id="others">{t('claim.others')}</h2>
      <ul className="ot-list">
        {claim.otherClaims.map((other) => (
          <li key={other.id}>
            <a href={`/claims/${encodeURIComponent(other.id)}`}>{other.claimant}</a>
            <span className="ot-soft">
              {' '}
              · {formatDate(other.saidOn)} · {describeLikelihood(other.probability)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
