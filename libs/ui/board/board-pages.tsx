import { formatCount } from '#ui/format';
import { t } from '#ui/i18n';
import { boardPageQuery } from './board-address.js';
import type { BoardShape } from './board-shapes.js';

/** The other parts of a board too long for one page; nothing where all rows are here. */
export function BoardPages({ board }: { readonly board: BoardShape }) {
  const { page, filter } = board;
  if (page === undefined || page.total <= page.size) return null;
  const last = Math.ceil(page.total / page.size);
  const href = (number: number) => `/${boardPageQuery(filter, number)}`;
  return (
    <nav className="ot-pages" aria-label={t('board.pages')}>
      {page.number > 1 ? (
        <a href={href(page.number - 1)} rel="prev">
          {t('board.pages.previous')}
        </a>
      ) : null}
      <span className="ot-soft">
        {t('board.pages.rows', {
          from: formatCount((page.number - 1) * page.size + 1),
          to: formatCount(Math.min(page.total, page.number * page.size)),
          total: formatCount(page.total),
        })}
      </span>
      {page.number < last ? (
        <a href={href(page.number + 1)} rel="next">
          {t('board.pages.next')}
        </a>
      ) : null}
    </nav>
  );
}
