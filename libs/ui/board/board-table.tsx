import { hasProfile } from '#core/domain';
import { t, type PlainMessageId } from '#ui/i18n';
import type { BoardShape, StandingShape } from './board-shapes.js';
import { BrierRange, BrierScaleLabels } from './brier-range.js';

type Count =
  | 'n'
  | 'families'
  | 'texts'
  | 'pending'
  | 'void'
  | 'conditionUnmet'
  | 'ambiguous'
  | 'unscoreable'
  | 'retrospective';

const COUNTED: readonly { readonly key: Count; readonly label: PlainMessageId }[] = [
  { key: 'n', label: 'board.col.n' },
  { key: 'families', label: 'board.col.families' },
  { key: 'texts', label: 'board.col.texts' },
];
const NOT_SCORED: readonly { readonly key: Count; readonly label: PlainMessageId }[] = [
  { key: 'pending', label: 'board.col.pending' },
  { key: 'void', label: 'board.col.void' },
  { key: 'conditionUnmet', label: 'board.col.conditionUnmet' },
  { key: 'ambiguous', label: 'board.col.ambiguous' },
  { key: 'unscoreable', label: 'board.col.unscoreable' },
  { key: 'retrospective', label: 'board.col.retrospective' },
];
const COLUMNS = [...COUNTED, ...NOT_SCORED];

const byName = (a: StandingShape, b: StandingShape) => a.claimant.localeCompare(b.claimant, 'en');
const byBrier = (a: StandingShape, b: StandingShape) =>
  (a.meanBrier ?? Infinity) - (b.meanBrier ?? Infinity) || byName(a, b);

/** The board in two parts: those with enough to compare, and, apart and in order of name, those still building a record. */
export function BoardTable({ board }: { readonly board: BoardShape }) {
  const established = board.standings.filter((row) => row.record === 'established').sort(byBrier);
  const building = board.standings.filter((row) => row.record === 'building').sort(byName);
  const minimum = { families: board.minFamilies, texts: board.minTexts };
  if (board.standings.length === 0)
    return (
      <div className="ot-empty">
        <h2>{t('board.empty.rows.title')}</h2>
        <p>{t('board.empty.rows.text')}</p>
      </div>
    );
  return (
    <>
      <p className="ot-scale-caption">
        {t('board.scale.caption')} {t('board.scale.range')}
      </p>
      {established.length === 0 ? (
        <p className="ot-empty">
          {t('board.established.none', { families: board.minFamilies, texts: board.minTexts })}
        </p>
      ) : (
        <Standings
          rows={established}
          caption={t('board.caption', minimum)}
          note={t('board.order')}
          className="ot-board-established"
        />
      )}
      {building.length === 0 ? null : (
        <section aria-labelledby="building">
          <h2 id="building">{t('board.building.title')}</h2>
          <p className="ot-soft ot-measure">{t('board.building.note', minimum)}</p>
          <Standings
            rows={building}
            caption={t('board.building.caption', minimum)}
            className="ot-board-building"
          />
        </section>
      )}
    </>
  );
}

interface StandingsProps {
  readonly rows: readonly StandingShape[];
  readonly caption: string;
  readonly note?: string;
  readonly className: string;
}

// The explicit roles keep it a table for screen readers where a narrow screen lays the rows out as cards.
function Standings({ rows, caption, note, className }: StandingsProps) {
  return (
    <table className={`ot-board ${className}`} role="table">
      <caption>
        {caption}
        {note === undefined ? null : <span className="ot-soft"> {note}</span>}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('board.col.claimant')}
          </th>
          <th role="columnheader" scope="col" className="ot-board-brier">
            {t('board.col.brier')}, <span className="ot-soft">{t('board.col.brier.hint')}</span>
            <BrierScaleLabels />
          </th>
          {COLUMNS.map((column) => (
            <th key={column.key} role="columnheader" scope="col" className="ot-number">
              {t(column.label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={row.claimantId} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: StandingShape }) {
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <ClaimantName row={row} />
        <span className="ot-kind">{t(`kind.${row.kind}`)}</span>
      </th>
      <td role="cell" className="ot-board-brier" data-label={t('board.col.brier')}>
        <BrierRange mean={row.meanBrier} low={row.meanBrierLow} high={row.meanBrierHigh} />
      </td>
      {COLUMNS.map((column) => (
        <td
          key={column.key}
          role="cell"
          className={row[column.key] === 0 ? 'ot-number ot-zero' : 'ot-number'}
          data-label={t(column.label)}
        >
          {row[column.key]}
        </td>
      ))}
    </tr>
  );
}

function ClaimantName({ row }: { readonly row: StandingShape }) {
  if (!hasProfile(row.kind)) return <span>{row.claimant}</span>;
  return (
    <a href={`/claimants/${encodeURIComponent(row.claimantId)}`} title={t('board.count')}>
      {row.claimant}
    </a>
  );
}
