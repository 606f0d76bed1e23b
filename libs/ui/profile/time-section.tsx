import { ChartEmpty, ScoreOverTime, Strip, StripAxis, stripScale } from '#ui/charts';
import { formatCount, formatMeanScore } from '#ui/format';
import { t } from '#ui/i18n';
import type { LeadTimeShape, TimePointShape } from './profile-shapes.js';

/** How the mean came about, and how it looks from how long before the deadline. */
export function TimeSection({
  overTime,
  leadTimes,
}: {
  readonly overTime: readonly TimePointShape[];
  readonly leadTimes: readonly LeadTimeShape[];
}) {
  return (
    <section aria-labelledby="time">
      <h2 id="time">{t('profile.time')}</h2>
      <div className="ot-time">
        <ScoreOverTime points={overTime} title={t('profile.time.chart')} empty={t('profile.time.empty')} />
        <LeadTimes leadTimes={leadTimes} />
      </div>
    </section>
  );
}

function LeadTimes({ leadTimes }: { readonly leadTimes: readonly LeadTimeShape[] }) {
  const rows = [...leadTimes].sort((a, b) => a.days - b.days);
  if (rows.every((row) => row.meanBrier === null))
    return <ChartEmpty title={t('profile.lead.title')} text={t('profile.lead.empty')} />;
  const scale = stripScale([0, 0.25, ...rows.map((row) => row.meanBrier)], [0, 1]);
  const [, high = 1] = scale.domain();
  return (
    <table className="ot-small">
      <caption>
        {t('profile.lead.title')} <span className="ot-soft">{t('profile.lead.note')}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('profile.lead.days')}</th>
          <th scope="col" className="ot-number">
            {t('chart.col.n')}
          </th>
          <th scope="col" className="ot-number">
            {t('chart.col.brier')}
          </th>
          <th scope="col" className="ot-strip-cell">
            <span className="ot-hidden">{t('profile.onScale')}</span>
            <StripAxis scale={scale} marks={[0.25, 0, high].map((at) => ({ at, text: String(at) }))} />
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.days}>
            <th scope="row">{formatCount(row.days)}</th>
            <td className="ot-number">{formatCount(row.n)}</td>
            <td className="ot-number">{row.meanBrier === null ? '–' : formatMeanScore(row.meanBrier)}</td>
            <td className="ot-strip-cell">
              {row.meanBrier === null ? null : (
                <Strip
                  scale={scale}
                  label={t('profile.brier.chart', { score: formatMeanScore(row.meanBrier) })}
                  base={0.25}
                  dot={row.meanBrier}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
