import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { Strip, StripAxis, StripBar, unitScale } from '#ui/charts';
import { formatCount, formatPercent, formatPercentRange, formatShare } from '#ui/format';
import { t } from '#ui/i18n';
import type { PhraseShape, WordingShape } from './profile-shapes.js';

/** How somebody puts predictions: with or without a deadline, in numbers or words, and in which words. */
export function WordingSection({ wording }: { readonly wording: WordingShape }) {
  if (wording.claims === 0) return null;
  const share = (n: number) => formatShare(n / wording.claims);
  return (
    <section aria-labelledby="wording">
      <h2 id="wording">{t('profile.wording')}</h2>
      <p className="ot-measure">
        {t('profile.wording.text', {
          claims: wording.claims,
          withoutDeadline: formatCount(wording.withoutDeadline),
          deadlineShare: share(wording.withoutDeadline),
          withoutProbability: formatCount(wording.withoutProbability),
          probabilityShare: share(wording.withoutProbability),
        })}
      </p>
      <div className="ot-wording">
        <Bases wording={wording} />
        <Phrases phrases={wording.phrases} />
      </div>
    </section>
  );
}

function Bases({ wording }: { readonly wording: WordingShape }) {
  const scale = scaleLinear()
    .domain([0, max(wording.bases, (row) => row.n) ?? 1])
    .range([0, 100]);
  return (
    <table className="ot-small">
      <caption>{t('profile.bases')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('profile.bases.col')}</th>
          <th scope="col" className="ot-number">
            {t('profile.bases.n')}
          </th>
          <th scope="col" className="ot-number">
            {t('profile.bases.share')}
          </th>
          <th scope="col" className="ot-strip-cell">
            <span className="ot-hidden">{t('profile.onScale')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {wording.bases.map(({ basis, n }) => (
          <tr key={basis}>
            <th scope="row">
              {t(`likelihoodBasis.${basis}`)}
              <span className="ot-under">{t(`likelihoodBasis.${basis}.text`)}</span>
            </th>
            <td className="ot-number">{formatCount(n)}</td>
            <td className="ot-number">{formatShare(n / wording.claims)}</td>
            <td className="ot-strip-cell">
              <StripBar
                scale={scale}
                value={n}
                label={t('profile.bases.chart', { n: formatCount(n), claims: formatCount(wording.claims) })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Phrases({ phrases }: { readonly phrases: readonly PhraseShape[] }) {
  if (phrases.length === 0) return null;
  const rows = [...phrases].sort((a, b) => b.n - a.n || a.phrase.localeCompare(b.phrase, 'en'));
  return (
    <table className="ot-cards ot-small ot-phrases" role="table">
      <caption>
        {t('profile.phrases')} <span className="ot-soft">{t('profile.phrases.note')}</span>
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('profile.phrases.col')}
          </th>
          <th role="columnheader" scope="col" className="ot-number">
            {t('profile.phrases.n')}
          </th>
          <th role="columnheader" scope="col" className="ot-number">
            {t('profile.phrases.band')}
          </th>
          <th role="columnheader" scope="col" className="ot-number">
            {t('profile.phrases.happened')}
          </th>
          <th role="columnheader" scope="col" className="ot-strip-cell">
            <span className="ot-hidden">{t('profile.onScale')}</span>
            <StripAxis scale={unitScale} marks={[0, 0.5, 1].map((at) => ({ at, text: formatPercent(at) }))} />
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <PhraseRow key={row.phrase} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function PhraseRow({ row }: { readonly row: PhraseShape }) {
  const band = row.low === null || row.high === null ? null : ([row.low, row.high] as const);
  const bandText = band === null ? '–' : formatPercentRange(band[0], band[1]);
  const happened = row.settled === 0 ? null : row.occurred / row.settled;
  const happenedText = t('profile.phrases.of', {
    occurred: formatCount(row.occurred),
    settled: formatCount(row.settled),
  });
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {row.phrase === '' ? t('likelihood.none') : t('likelihood.phrase', { phrase: row.phrase })}
      </th>
      <td role="cell" className="ot-number" data-label={t('profile.phrases.n')}>
        {formatCount(row.n)}
      </td>
      <td role="cell" className="ot-number" data-label={t('profile.phrases.band')}>
        {bandText}
      </td>
      <td role="cell" className="ot-number" data-label={t('profile.phrases.happened')}>
        {happened === null ? '–' : `${happenedText} (${formatShare(happened)})`}
      </td>
      <td role="cell" className="ot-strip-cell">
        {band === null && happened === null ? null : (
          <Strip
            scale={unitScale}
            label={t('profile.phrases.chart', {
              phrase: row.phrase,
              band: bandText,
              happened: happened === null ? '–' : happenedText,
            })}
            band={band}
            dot={happened}
          />
        )}
      </td>
    </tr>
  );
}
