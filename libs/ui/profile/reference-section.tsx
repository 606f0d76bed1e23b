import type { Reference } from '#core/domain';
import { measureHref } from '#ui/board';
import { Strip, StripAxis, stripScale, type StripScale } from '#ui/charts';
import { formatCount, formatMeanScore, formatSigned } from '#ui/format';
import { t } from '#ui/i18n';
import type { OwnReferenceShape } from './profile-shapes.js';

const MEASURE: Readonly<Record<Reference, string>> = {
  base_rate: 'referenceBaseRate',
  status_quo: 'referenceStatusQuo',
  half: 'referenceHalf',
  market: 'referenceMarket',
};

/** What simple rules would have scored on exactly the claims of this subject. */
export function ReferenceSection({
  references,
  name,
}: {
  readonly references: readonly OwnReferenceShape[];
  readonly name: string;
}) {
  const shown = references.filter((row) => row.n > 0);
  const scale = stripScale([0, ...shown.flatMap((row) => [row.meanBrier, row.ownMeanBrier])], [0, 1]);
  const [, high = 1] = scale.domain();
  return (
    <section aria-labelledby="references">
      <h2 id="references">{t('profile.references')}</h2>
      <p className="ot-soft ot-measure">{t('profile.references.text', { name })}</p>
      {shown.length === 0 ? (
        <p className="ot-empty">{t('profile.references.empty')}</p>
      ) : (
        <table className="ot-cards ot-small ot-own-references" role="table">
          <caption className="ot-hidden">{t('profile.references')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {t('profile.references.col')}
              </th>
              {(['n', 'reference', 'own', 'difference'] as const).map((column) => (
                <th key={column} role="columnheader" scope="col" className="ot-number">
                  {t(`profile.references.col.${column}`)}
                </th>
              ))}
              <th role="columnheader" scope="col" className="ot-strip-cell">
                <span className="ot-under">{t('profile.references.scale')}</span>
                <StripAxis scale={scale} marks={[0, high].map((at) => ({ at, text: String(at) }))} />
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((row) => (
              <Row key={row.reference} row={row} scale={scale} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ row, scale }: { readonly row: OwnReferenceShape; readonly scale: StripScale }) {
  const { meanBrier: theirs, ownMeanBrier: own } = row;
  const name = t(`reference.${row.reference}`);
  const score = (value: number | null) => (value === null ? '–' : formatMeanScore(value));
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a href={measureHref(MEASURE[row.reference])}>{name}</a>
        <span className="ot-under">{t(`reference.${row.reference}.text`)}</span>
      </th>
      <td role="cell" className="ot-number" data-label={t('profile.references.col.n')}>
        {formatCount(row.n)}
      </td>
      <td role="cell" className="ot-number" data-label={t('profile.references.col.reference')}>
        {score(theirs)}
      </td>
      <td role="cell" className="ot-number" data-label={t('profile.references.col.own')}>
        {score(own)}
      </td>
      <td role="cell" className="ot-number" data-label={t('profile.references.col.difference')}>
        {theirs === null || own === null ? '–' : formatSigned(theirs - own)}
      </td>
      <td role="cell" className="ot-strip-cell">
        {theirs === null || own === null ? null : (
          <Strip
            scale={scale}
            label={t('profile.references.chart', { name, reference: score(theirs), own: score(own) })}
            dot={own}
            diamond={theirs}
          />
        )}
      </td>
    </tr>
  );
}
