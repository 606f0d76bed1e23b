import { Strip, type StripScale } from '#ui/charts';
import { formatCount, formatMeanScore, formatSigned } from '#ui/format';
import { t } from '#ui/i18n';
import { COUNT_COLUMNS } from './board-columns.js';
import type { ReferenceRowShape } from './board-shapes.js';

/** The rows that are nobody: what simple rules would have scored on the same claims. */
export function ReferenceRows({
  references,
  scale,
}: {
  readonly references: readonly ReferenceRowShape[];
  readonly scale: StripScale;
}) {
  const shown = references.filter((row) => row.n > 0);
  if (shown.length === 0) return null;
  const base = findBase(references);
  return (
    <tbody role="rowgroup" className="ot-references">
      {shown.map((row) => (
        <ReferenceRow key={row.reference} row={row} difference={against(base, row)} scale={scale} />
      ))}
    </tbody>
  );
}

/** The differences the rows show, for the scale they share with the others. */
export function referenceSkills(references: readonly ReferenceRowShape[]): readonly number[] {
  const base = findBase(references);
  return references.flatMap((row) => against(base, row) ?? []);
}

const findBase = (references: readonly ReferenceRowShape[]) =>
  references.find((row) => row.reference === 'base_rate') ?? null;

/** Skill of a reference against the base rate; only where both were scored on the same number of claims. */
function against(base: ReferenceRowShape | null, row: ReferenceRowShape): number | null {
  if (base === null || base.meanBrier === null || row.meanBrier === null || base.n !== row.n) return null;
  return base.meanBrier - row.meanBrier;
}

function ReferenceRow({
  row,
  difference,
  scale,
}: {
  readonly row: ReferenceRowShape;
  readonly difference: number | null;
  readonly scale: StripScale;
}) {
  const name = t(`reference.${row.reference}`);
  return (
    <tr role="row">
      <td role="cell" className="ot-board-rank">
        <span className="ot-under">{t('reference.tag')}</span>
      </td>
      <th role="rowheader" scope="row">
        {name}
      </th>
      <td role="cell" className="ot-board-skill" data-label={t('board.col.skill.card')}>
        {difference === null ? (
          <span className="ot-soft">–</span>
        ) : (
          <span className="ot-skill">
            <span>{formatSigned(difference)}</span>
            <Strip
              scale={scale}
              label={t('reference.chart', { name, skill: formatSigned(difference) })}
              base={0}
              diamond={difference}
            />
          </span>
        )}
      </td>
      <td role="cell" className="ot-number" data-label={t('board.col.brier')}>
        {row.meanBrier === null ? '–' : formatMeanScore(row.meanBrier)}
      </td>
      <td role="cell" className="ot-number" data-label={t('board.col.n')}>
        {formatCount(row.n)}
      </td>
      <td role="cell" className="ot-references-text" colSpan={COUNT_COLUMNS.length + 1}>
        {t(`reference.${row.reference}.text`)}
      </td>
    </tr>
  );
}
