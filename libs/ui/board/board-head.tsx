import type { StripScale } from '#ui/charts';
import { StripAxis } from '#ui/charts';
import { t } from '#ui/i18n';
import { measureHref } from './board-address.js';
import { COUNT_COLUMNS, SCORE_COLUMNS, type Column } from './board-columns.js';
import type { BoardFilterShape } from './board-shapes.js';
import { skillMarks } from './skill-strip.js';

// The explicit roles keep it a table for screen readers where a narrow screen lays the rows out as cards.
/** The head of a board; `scale` is that of skill, null where the part shows none. */
export function BoardHead({
  kind,
  scale,
}: {
  readonly kind: BoardFilterShape['kind'];
  readonly scale: StripScale | null;
}) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {scale === null ? null : (
          <th role="columnheader" scope="col">
            <a href={measureHref('rankRange')}>{t('board.col.rank')}</a>
          </th>
        )}
        <th role="columnheader" scope="col">
          {t(`board.col.${kind}`)}
        </th>
        {scale === null ? null : (
          <th role="columnheader" scope="col" className="ot-board-skill">
            <a href={measureHref('skill')}>{t('board.col.skill')}</a>
            <span className="ot-under">{t('board.col.skill.hint')}</span>
            <StripAxis scale={scale} marks={skillMarks(scale)} />
          </th>
        )}
        {[...SCORE_COLUMNS, ...COUNT_COLUMNS].map((column) => (
          <Heading key={column.label} column={column} />
        ))}
      </tr>
    </thead>
  );
}

function Heading({ column }: { readonly column: Column }) {
  const isCount = COUNT_COLUMNS.includes(column);
  return (
    <th role="columnheader" scope="col" className={isCount ? 'ot-number ot-count' : 'ot-number'}>
      {column.measure === undefined ? (
        t(column.label)
      ) : (
        <a href={measureHref(column.measure)}>{t(column.label)}</a>
      )}
      {column.hint === undefined ? null : <span className="ot-under">{t(column.hint)}</span>}
    </th>
  );
}
