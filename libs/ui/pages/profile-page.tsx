import { rankSentence, subjectPath } from '#ui/board';
import { formatInstantDay } from '#ui/format';
import { t } from '#ui/i18n';
import {
  CalibrationSection,
  ClaimsTable,
  ExtremesSection,
  ProfileFigures,
  ReferenceSection,
  TimeSection,
  WordingSection,
  type ProfileShape,
} from '#ui/profile';
import { zoneOf, type PublicInstallation } from './installation.js';
import { PublicLayout } from './public-layout.js';

export interface ProfilePageProps {
  readonly data: ProfileShape;
  readonly installation: PublicInstallation;
}

/** `/claimants/:id`, `/outlets/:id`: numbers with their uncertainty, and the exact claims behind them. No adjective. */
export function ProfilePage({ data, installation }: ProfilePageProps) {
  const path = subjectPath(data) ?? `/claimants/${encodeURIComponent(data.id)}`;
  const { standing } = data;
  return (
    <PublicLayout
      installation={installation}
      title={data.name}
      description={`${data.name}. ${t('profile.lead')}`}
      path={path}
    >
      <header className="ot-page-header">
        <p className="ot-eyebrow">{t(`kind.${data.kind}`)}</p>
        <h1>{data.name}</h1>
        <p className="ot-lead">{t('profile.lead')}</p>
        <Place data={data} path={path} zone={zoneOf(installation)} />
      </header>
      <section aria-labelledby="figures">
        <h2 id="figures">{t('profile.figures')}</h2>
        {standing === null ? (
          <p className="ot-empty">{t('profile.noStanding')}</p>
        ) : (
          <ProfileFigures standing={standing} />
        )}
      </section>
      {standing === null || standing.n === 0 ? null : (
        <>
          <CalibrationSection calibration={data.calibration} />
          <TimeSection overTime={data.overTime} leadTimes={data.leadTimes} />
          <ReferenceSection references={data.references} name={data.name} />
        </>
      )}
      <WordingSection wording={data.wording} />
      <ExtremesSection claims={data.claims} />
      <section aria-labelledby="claims">
        <h2 id="claims">{t('profile.claims', { n: data.claims.length })}</h2>
        {data.claims.length === 0 ? (
          <p className="ot-empty">{t('profile.claims.empty')}</p>
        ) : (
          <ClaimsTable claims={data.claims} />
        )}
      </section>
    </PublicLayout>
  );
}

/** Where the record stands on the board, as of when, and why it moved. */
function Place({
  data,
  path,
  zone,
}: {
  readonly data: ProfileShape;
  readonly path: string;
  readonly zone: string;
}) {
  if (data.standing === null || data.asOf === null) return null;
  const rank = rankSentence(data.standing);
  const isEstablished = data.standing.record === 'established';
  return (
    <>
      {rank === null ? null : <p className="ot-figure">{rank}</p>}
      <p className="ot-meta">
        {t('board.asOf', { date: formatInstantDay(data.asOf, zone) })}
        {' · '}
        <a href="#claims">{t('board.count')}</a>
        {isEstablished ? (
          <>
            {' · '}
            <a href={`${path}/move`}>{t('profile.move')}</a>
          </>
        ) : null}
      </p>
    </>
  );
}

/** The name the page had when only claimants had one. */
export const ClaimantPage = ProfilePage;
