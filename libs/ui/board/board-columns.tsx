import type { ReactNode } from 'react';
import { formatCount, formatMeanScore, formatShare } from '#ui/format';
import { t, type PlainMessageId } from '#ui/i18n';
import type { StandingShape } from './board-shapes.js';
import { BrierText } from './skill-strip.js';

/** A column of figures, the same for established records and those building one. */
export interface Column {
  readonly label: PlainMessageId;
  /** The measure that explains it on the method page. */
  readonly measure?: string;
  readonly hint?: PlainMessageId;
  readonly isZero?: (row: StandingShape) => boolean;
  readonly show: (row: StandingShape) => ReactNode;
}

type Count = 'pending' | 'beforeDeadline' | 'void' | 'conditionUnmet' | 'unscoreable';

const count = (key: Count): Column => ({
  label: `board.col.${key}`,
  isZero: (row) => row[key] === 0,
  show: (row) => formatCount(row[key]),
});

/** How good it was. */
export const SCORE_COLUMNS: readonly Column[] = [
  {
    label: 'board.col.brier',
    measure: 'brier',
    hint: 'board.col.brier.hint',
    show: (row) => <BrierText mean={row.meanBrier} low={row.meanBrierLow} high={row.meanBrierHigh} />,
  },
  { label: 'board.col.n', show: (row) => <ScoredCount row={row} /> },
  { label: 'board.col.hitRate', measure: 'hitRate', show: (row) => <HitRate row={row} /> },
];

/** What was counted and not scored. */
export const COUNT_COLUMNS: readonly Column[] = [
  {
    label: 'board.col.scoreable',
    measure: 'scoreableShare',
    show: (row) => (row.scoreableShare === null ? '–' : formatShare(row.scoreableShare)),
  },
  count('pending'),
  count('beforeDeadline'),
  count('void'),
  count('conditionUnmet'),
  {
    label: 'board.col.ambiguous',
    measure: 'ambiguousBounds',
    isZero: (row) => row.ambiguous === 0,
    show: (row) => <Ambiguous row={row} />,
  },
  count('unscoreable'),
];

function ScoredCount({ row }: { readonly row: StandingShape }) {
  return (
    <>
      {formatCount(row.n)}
      <span className="ot-under">
        <span className="ot-nowrap">{t('board.families', { n: row.families })}</span>,{' '}
        <span className="ot-nowrap">{t('board.texts', { n: row.texts })}</span>
      </span>
    </>
  );
}

function HitRate({ row }: { readonly row: StandingShape }) {
  if (row.hitRate === null) return '–';
  return (
    <>
      {formatShare(row.hitRate)}
      {row.referenceHitRate === null ? null : (
        <span className="ot-under ot-nowrap">
          {t('board.hitRate.base', { rate: formatShare(row.referenceHitRate) })}
        </span>
      )}
    </>
  );
}

function Ambiguous({ row }: { readonly row: StandingShape }) {
  return (
    <>
      {formatCount(row.ambiguous)}
      {row.ambiguous === 0 || row.boundLow === null || row.boundHigh === null ? null : (
        <span className="ot-under ot-nowrap">
          {t('format.range.short', {
            low: formatMeanScore(row.boundLow),
            high: formatMeanScore(row.boundHigh),
          })}
        </span>
      )}
    </>
  );
}
