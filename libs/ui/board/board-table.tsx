import { t } from '#ui/i18n';
import type { StripScale } from '#ui/charts';
import { COUNT_COLUMNS, SCORE_COLUMNS } from './board-columns.js';
import { BoardHead } from './board-head.js';
import type { BoardFilterShape, BoardShape, StandingShape } from './board-shapes.js';
import { orderStandings } from './order-standings.js';
import { RankCell } from './rank-text.js';
import { ReferenceRows, referenceSkills } from './reference-rows.js';
import { SkillStrip, skillScale } from './skill-strip.js';
import { SubjectName, SubjectUnder } from './subject-name.js';

/** The board in two parts: those with enough to compare, and, apart and in order of name, those still building a record. */
export function BoardTable({ board }: { readonly board: BoardShape }) {
  const { established, building } = orderStandings(board.standings);
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
      {established.length === 0 ? (
        <NobodyEstablished board={board} />
      ) : (
        <Established board={board} rows={established} />
      )}
      {building.length === 0 ? null : (
        <section aria-labelledby="building">
          <h2 id="building">{t('board.building.title')}</h2>
          <p className="ot-soft ot-measure">{t('board.building.note', minimum)}</p>
          <table className="ot-board ot-cards ot-board-building" role="table">
            <caption>{t('board.building.caption', minimum)}</caption>
            <BoardHead kind={board.filter.kind} scale={null} />
            <tbody role="rowgroup">
              {building.map((row) => (
                <Row key={row.id} row={row} scale={null} filter={board.filter} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

/** On a later part of a long board the established stand on an earlier one. */
function NobodyEstablished({ board }: { readonly board: BoardShape }) {
  if ((board.page?.number ?? 1) > 1) return null;
  const minimum = { families: board.minFamilies, texts: board.minTexts };
  return <p className="ot-empty">{t('board.established.none', minimum)}</p>;
}

function Established({
  board,
  rows,
}: {
  readonly board: BoardShape;
  readonly rows: readonly StandingShape[];
}) {
  const scale = skillScale(rows, referenceSkills(board.references));
  return (
    <>
      <p className="ot-legend ot-measure">
        <LegendSigns /> {t('board.legend')}
      </p>
      <table className="ot-board ot-cards ot-board-established" role="table">
        <caption>
          {t('board.caption', { families: board.minFamilies, texts: board.minTexts })}{' '}
          <span className="ot-soft">{t('board.order')}</span>
        </caption>
        <BoardHead kind={board.filter.kind} scale={scale} />
        <ReferenceRows references={board.references} scale={scale} />
        <tbody role="rowgroup">
          {rows.map((row) => (
            <Row key={row.id} row={row} scale={scale} filter={board.filter} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function LegendSigns() {
  return (
    <svg className="ot-legend-sign" width="58" height="14" aria-hidden="true" focusable="false">
      <line className="ot-whisker" x1="1" x2="57" y1="7" y2="7" />
      <line className="ot-whisker" x1="1" x2="1" y1="3" y2="11" />
      <line className="ot-whisker" x1="57" x2="57" y1="3" y2="11" />
      <circle className="ot-dot" cx="22" cy="7" r="4.5" />
      <circle className="ot-ring" cx="36" cy="7" r="4" />
    </svg>
  );
}

function Row({
  row,
  scale,
  filter,
}: {
  readonly row: StandingShape;
  readonly scale: StripScale | null;
  readonly filter: BoardFilterShape;
}) {
  return (
    <tr role="row" className={row.suspended ? 'ot-suspended' : undefined}>
      {scale === null ? null : (
        <td role="cell" className="ot-board-rank">
          {/* Where rows are cards, the figure stands without its column's head. */}
          <span className="ot-hidden">{t('board.col.rank')} </span>
          <RankCell row={row} />
        </td>
      )}
      <th role="rowheader" scope="row">
        <SubjectName subject={row} />
        <SubjectUnder subject={row} filter={filter} />
      </th>
      {scale === null ? null : (
        <td role="cell" className="ot-board-skill" data-label={t('board.col.skill.card')}>
          <SkillStrip row={row} scale={scale} />
        </td>
      )}
      {[...SCORE_COLUMNS, ...COUNT_COLUMNS].map((column) => (
        <td
          key={column.label}
          role="cell"
          className={column.isZero?.(row) === true ? 'ot-number ot-zero' : 'ot-number'}
          data-label={t(column.label)}
        >
          {column.show(row)}
        </td>
      ))}
    </tr>
  );
}
