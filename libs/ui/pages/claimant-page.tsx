import type { ClaimantKind, Inclusion, LikelihoodBand, Outcome } from '#core/domain';
import { BrierRange, type StandingShape } from '#ui/board';
import { DateText, VerdictBadge } from '#ui/claim';
import { describeLikelihood, formatInstantDay, formatScore } from '#ui/format';
import { t, type PlainMessageId } from '#ui/i18n';
import { zoneOf, type PublicInstallation } from './installation.js';
import { PublicLayout } from './public-layout.js';

export interface ClaimantPageShape {
  readonly id: string;
  readonly name: string;
  readonly kind: ClaimantKind;
  readonly standing: StandingShape | null;
  readonly asOf: string | null;
  readonly claims: readonly ClaimRowShape[];
}

export interface ClaimRowShape {
  readonly id: string;
  readonly statement: string;
  readonly saidOn: string;
  readonly deadlineOn: string | null;
  readonly probability: LikelihoodBand;
  readonly outcome: Outcome | null;
  readonly brier: number | null;
  readonly counts: Inclusion;
}

export interface ClaimantPageProps {
  readonly data: ClaimantPageShape;
  readonly installation: PublicInstallation;
}

/** `/claimants/:id`: numbers with their uncertainty, and the exact claims behind them. No rank, no adjective. */
export function ClaimantPage({ data, installation }: ClaimantPageProps) {
  return (
    <PublicLayout
      installation={installation}
      title={data.name}
      description={`${data.name}. ${t('claimant.lead')}`}
      path={`/claimants/${encodeURIComponent(data.id)}`}
    >
      <header className="ot-page-header">
        <p className="ot-eyebrow">{t(`kind.${data.kind}`)}</p>
        <h1>{data.name}</h1>
        <p className="ot-lead">{t('claimant.lead')}</p>
        {data.asOf === null ? null : (
          <p className="ot-meta">
            {t('board.asOf', { date: formatInstantDay(data.asOf, zoneOf(installation)) })}
          </p>
        )}
      </header>
      <section aria-labelledby="figures">
        <h2 id="figures">{t('claimant.figures')}</h2>
        {data.standing === null ? (
          <p className="ot-empty">{t('claimant.noStanding')}</p>
        ) : (
          <Figures standing={data.standing} />
        )}
      </section>
      <section aria-labelledby="claims">
        <h2 id="claims">{t('claimant.claims', { n: data.claims.length })}</h2>
        {data.claims.length === 0 ? (
          <p className="ot-empty">{t('claimant.claims.empty')}</p>
        ) : (
          <Claims claims={data.claims} />
        )}
      </section>
    </PublicLayout>
  );
}

const COUNTS = [
  ['n', 'board.col.n'],
  ['families', 'board.col.families'],
  ['texts', 'board.col.texts'],
  ['pending', 'board.col.pending'],
  ['void', 'board.col.void'],
  ['conditionUnmet', 'board.col.conditionUnmet'],
  ['ambiguous', 'board.col.ambiguous'],
  ['unscoreable', 'board.col.unscoreable'],
  ['retrospective', 'board.col.retrospective'],
] as const satisfies readonly (readonly [keyof StandingShape, PlainMessageId])[];

function Figures({ standing }: { readonly standing: StandingShape }) {
  return (
    <>
      {standing.record === 'building' ? (
        <p className="ot-note">
          {t('claimant.building', { families: standing.families, texts: standing.texts })}
        </p>
      ) : null}
      <dl className="ot-figures">
        <div className="ot-figures-brier">
          <dt>
            {t('board.col.brier')}, <span className="ot-soft">{t('board.col.brier.hint')}</span>
          </dt>
          <dd>
            <BrierRange
              mean={standing.meanBrier}
              low={standing.meanBrierLow}
              high={standing.meanBrierHigh}
              labelled
            />
          </dd>
        </div>
        {COUNTS.map(([key, label]) => (
          <div key={key}>
            <dt>{t(label)}</dt>
            <dd>{standing[key]}</dd>
          </div>
        ))}
      </dl>
      <p className="ot-scale-caption">{t('board.scale.caption')}</p>
    </>
  );
}

function Claims({ claims }: { readonly claims: readonly ClaimRowShape[] }) {
  const newestFirst = [...claims].sort((a, b) => b.saidOn.localeCompare(a.saidOn));
  return (
    <table className="ot-claims" role="table">
      <caption>{t('claimant.claims.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {HEADINGS.map((heading) => (
            <th key={heading} role="columnheader" scope="col">
              {t(heading)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {newestFirst.map((claim) => (
          <ClaimRow key={claim.id} claim={claim} />
        ))}
      </tbody>
    </table>
  );
}

const HEADINGS = [
  'claimant.col.statement',
  'claimant.col.said',
  'claimant.col.likelihood',
  'claimant.col.deadline',
  'claimant.col.outcome',
  'claimant.col.brier',
  'claimant.col.counts',
] as const satisfies readonly PlainMessageId[];

function ClaimRow({ claim }: { readonly claim: ClaimRowShape }) {
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a href={`/claims/${encodeURIComponent(claim.id)}`}>{claim.statement}</a>
      </th>
      <td role="cell" data-label={t('claimant.col.said')}>
        <DateText on={claim.saidOn} short />
      </td>
      <td role="cell" data-label={t('claimant.col.likelihood')}>
        {describeLikelihood(claim.probability)}
      </td>
      <td role="cell" data-label={t('claimant.col.deadline')}>
        {claim.deadlineOn === null ? (
          <span className="ot-soft">{t('claimant.deadline.none')}</span>
        ) : (
          <DateText on={claim.deadlineOn} short />
        )}
      </td>
      <td role="cell" data-label={t('claimant.col.outcome')}>
        {claim.outcome === null ? (
          <span className="ot-soft">{t('claimant.outcome.none')}</span>
        ) : (
          <VerdictBadge outcome={claim.outcome} />
        )}
      </td>
      <td role="cell" className="ot-number" data-label={t('claimant.col.brier')}>
        {claim.brier === null ? '–' : formatScore(claim.brier)}
      </td>
      <td role="cell" data-label={t('claimant.col.counts')}>
        {t(`inclusion.${claim.counts}`)}
      </td>
    </tr>
  );
}
