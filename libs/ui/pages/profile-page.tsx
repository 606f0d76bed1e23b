import { ALL_LIVE, claimListQuery, claimsHref, rankSentence, subjectPath } from '#ui/board';
import { formatInstantDay, formatShare } from '#ui/format';
import { t } from '#ui/i18n';
import {
  CalibrationSection,
  ClaimsSection,
  ExtremesSection,
  LexiconSection,
  PeersSection,
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
  const query = claimListQuery(data.list.filter, data.list.page.number);
  return (
    <PublicLayout
      installation={installation}
      title={data.name}
      description={`${data.name}. ${t('profile.lead')}`}
      path={`${path}${query}`}
      noIndex={query !== ''}
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
          <ProfileFigures standing={standing} path={path} />
        )}
        <Captured captured={data.captured} />
      </section>
      {standing === null || standing.n === 0 ? null : (
        <>
          <CalibrationSection calibration={data.calibration} />
          <TimeSection overTime={data.overTime} leadTimes={data.leadTimes} />
          <ReferenceSection references={data.references} name={data.name} />
          {data.peers === null ? null : <PeersSection peers={data.peers} />}
        </>
      )}
      <WordingSection wording={data.wording} />
      {data.lexicon === null ? null : (
        <LexiconSection
          lexicon={data.lexicon}
          name={data.name}
          pathOf={(id) => `/${data.kind === 'outlet' ? 'outlets' : 'claimants'}/${encodeURIComponent(id)}`}
        />
      )}
      <ExtremesSection extremes={data.extremes} />
      <ClaimsSection claims={data.claims} list={data.list} path={path} />
    </PublicLayout>
  );
}

/** How much of what was said in the texts the numbers can rest on. */
function Captured({ captured }: Pick<ProfileShape, 'captured'>) {
  if (captured === null) return null;
  return (
    <p className="ot-meta">
      {t('profile.captured', {
        share: formatShare(captured.share),
        low: formatShare(captured.low),
        high: formatShare(captured.high),
        texts: captured.texts,
        found: captured.found,
      })}
    </p>
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
        <a href={claimsHref(path, { ...ALL_LIVE, counts: 'scored' })}>{t('board.count')}</a>
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
