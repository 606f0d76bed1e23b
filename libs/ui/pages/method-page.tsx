import { t, type PlainMessageId } from '#ui/i18n';
import {
  BandTable,
  CodingTable,
  groupMeasures,
  InclusionList,
  MeasureList,
  measureName,
  MethodVersions,
  placeName,
  SettingsTable,
  type MethodShape,
} from '#ui/method';
import type { ReactNode } from 'react';
import { zoneOf, type PublicInstallation } from './installation.js';
import { PublicLayout } from './public-layout.js';

export interface MethodPageProps {
  readonly data: MethodShape;
  readonly installation: PublicInstallation;
}

/** `/method`: every formula, setting and version, as the code has them. */
export function MethodPage({ data, installation }: MethodPageProps) {
  return (
    <PublicLayout
      installation={installation}
      title={t('method.title')}
      description={t('method.lead')}
      path="/method"
    >
      <header className="ot-page-header">
        <h1>{t('method.title')}</h1>
        <p className="ot-lead">{t('method.lead')}</p>
      </header>
      <div className="ot-method">
        <Contents data={data} />
        <div>
          <Part id="measures" title="method.measures">
            <p className="ot-soft ot-measure">{t('method.measures.text')}</p>
            <MeasureList measures={data.measures} />
          </Part>
          <Part id="inclusion" title="method.inclusion">
            <p className="ot-soft ot-measure">{t('method.inclusion.text')}</p>
            <InclusionList />
          </Part>
          <Part id="bands" title="method.bands">
            <p className="ot-soft ot-measure">{t('method.bands.text')}</p>
            <BandTable bands={data.bands} />
          </Part>
          {data.codings === null ? null : (
            <Part id="codings" title="coding.agreement">
              <CodingTable codings={data.codings} />
            </Part>
          )}
          <Part id="settings" title="method.settings">
            <SettingsTable settings={data.settings} />
          </Part>
          <Part id="versions" title="method.versions">
            <p className="ot-soft ot-measure">{t('method.versions.text')}</p>
            <MethodVersions method={data} zone={zoneOf(installation)} />
          </Part>
        </div>
      </div>
    </PublicLayout>
  );
}

function Part({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: PlainMessageId;
  readonly children: ReactNode;
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t(title)}</h2>
      {children}
    </section>
  );
}

const PARTS = [
  ['inclusion', 'method.inclusion'],
  ['bands', 'method.bands'],
  ['codings', 'coding.agreement'],
  ['settings', 'method.settings'],
  ['versions', 'method.versions'],
] as const satisfies readonly (readonly [string, PlainMessageId])[];

function Contents({ data }: { readonly data: MethodShape }) {
  return (
    <nav className="ot-contents" aria-label={t('method.contents')}>
      <ul>
        {groupMeasures(data.measures).map(({ place, members }) => (
          <li key={place}>
            <a href={`#place-${place}`}>{placeName(place)}</a>
            {members.length === 1 ? null : (
              <ul>
                {members.map((measure) => (
                  <li key={measure.key}>
                    <a href={`#measure-${measure.key}`}>{measureName(measure)}</a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
        {PARTS.filter(([id]) => id !== 'codings' || data.codings !== null).map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{t(title)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
