import { BoardTable, BoardTerms, type BoardShape } from '#ui/board';
import { formatInstantDay } from '#ui/format';
import { t } from '#ui/i18n';
import { zoneOf, type PublicInstallation } from './installation.js';
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
      path="/"
    >
      <header className="ot-page-header">
        <h1>{t('board.title')}</h1>
        <p className="ot-lead">{t('board.lead')}</p>
        {data === null ? null : (
          <p className="ot-meta">
            {t('board.asOf', { date: formatInstantDay(data.asOf, zoneOf(installation)) })}
            {' · '}
            {t('board.method', { version: data.methodVersion })}
          </p>
        )}
      </header>
      {data === null ? (
        <div className="ot-empty">
          <h2>{t('board.empty.title')}</h2>
          <p>{t('board.empty.text')}</p>
        </div>
      ) : (
        <BoardTable board={data} />
      )}
      {data === null || data.standings.length === 0 ? null : <BoardTerms />}
    </PublicLayout>
  );
}
