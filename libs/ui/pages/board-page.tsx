import {
  BoardFilter,
  boardPageQuery,
  BoardPages,
  boardQuery,
  BoardTable,
  BoardTabs,
  BoardTerms,
  isFiltered,
  type BoardShape,
} from '#ui/board';
import { formatCount, formatInstant } from '#ui/format';
import { t } from '#ui/i18n';
import { todayOf, zoneOf, type PublicInstallation } from './installation.js';
import { PublicLayout } from './public-layout.js';

export interface BoardPageProps {
  /** null before the first board was made. */
  readonly data: BoardShape | null;
  readonly installation: PublicInstallation;
}

/** `/`: the board. */
export function BoardPage({ data, installation }: BoardPageProps) {
  return (
    <PublicLayout
      installation={installation}
      title={t('board.title')}
      description={`${t('site.tagline')}. ${t('board.lead')}`}
      path={data === null ? '/' : `/${boardPageQuery(data.filter, data.page?.number ?? 1)}`}
      noIndex={data !== null && isFiltered(data.filter)}
      isWide
    >
      <header className="ot-page-header">
        <h1>{t('board.title')}</h1>
        <p className="ot-lead">{t('board.lead')}</p>
      </header>
      {data === null ? (
        <div className="ot-empty">
          <h2>{t('board.empty.title')}</h2>
          <p>{t('board.empty.text')}</p>
        </div>
      ) : (
        <Board board={data} installation={installation} />
      )}
    </PublicLayout>
  );
}

function Board({
  board,
  installation,
}: {
  readonly board: BoardShape;
  readonly installation: PublicInstallation;
}) {
  return (
    <>
      <BoardTabs filter={board.filter} />
      <BoardFilter board={board} today={todayOf(installation)} />
      {board.isBuilding && board.standings.length === 0 ? (
        <Awaited board={board} />
      ) : (
        <>
          <Provenance board={board} zone={zoneOf(installation)} />
          <BoardTable board={board} />
          <BoardPages board={board} />
        </>
      )}
      {board.standings.length === 0 ? null : <BoardTerms />}
    </>
  );
}

/** Nobody asked for this choice before: it is not reloaded by itself, which would take the page from under a reader. */
function Awaited({ board }: { readonly board: BoardShape }) {
  return (
    <div className="ot-empty">
      <h2>{t('board.awaited.title')}</h2>
      <p>{t('board.awaited.text')}</p>
      <p>
        <a href={`/${boardPageQuery(board.filter, board.page?.number ?? 1)}`}>{t('board.awaited.again')}</a>
      </p>
    </div>
  );
}

/** As of when, by which method, of how much, and the same as data. */
function Provenance({ board, zone }: { readonly board: BoardShape; readonly zone: string }) {
  const { totals } = board;
  return (
    <div className="ot-meta ot-provenance">
      <p>
        {t('board.asOf', { date: formatInstant(board.asOf, zone) })}
        {' · '}
        <a href="/method">{t('board.method', { version: board.method.version })}</a>
        {' · '}
        <a href={`/api/v1/board${boardQuery(board.filter)}`}>{t('board.data')}</a>
      </p>
      <p>
        {t('board.totals', {
          claims: formatCount(totals.claims),
          scored: formatCount(totals.scored),
          families: formatCount(totals.families),
          claimants: formatCount(totals.claimants),
        })}
      </p>
      {board.isBuilding ? <p>{t('board.isBuilding')}</p> : null}
    </div>
  );
}
