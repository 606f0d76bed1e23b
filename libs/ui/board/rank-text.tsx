import { t } from '#ui/i18n';
import type { StandingShape } from './board-shapes.js';
import { shownRank } from './order-standings.js';

/** "3", and below it "between 1 and 6"; where there is no rank, why. */
export function RankCell({ row }: { readonly row: StandingShape }) {
  const rank = shownRank(row);
  if (row.suspended) return <span className="ot-under">{t('board.rank.suspended')}</span>;
  if (rank === null) return <span className="ot-under">{t('board.rank.none')}</span>;
  const range = rankRange(row);
  return (
    <>
      <span className="ot-rank">{rank}</span>
      {range === null ? null : <span className="ot-under">{range}</span>}
    </>
  );
}

function rankRange(row: StandingShape): string | null {
  if (row.rankLow === null || row.rankHigh === null) return null;
  if (row.rankLow === row.rankHigh) return t('board.rank.sure');
  return t('board.rank.between', { low: row.rankLow, high: row.rankHigh });
}

/** The same in one line: "Rank 3, between 1 and 6"; null where there is none to say. */
export function rankSentence(row: StandingShape): string | null {
  const rank = shownRank(row);
  if (row.suspended) return t('board.rank.suspended.long');
  if (rank === null) return null;
  const range = rankRange(row);
  return range === null ? t('board.rank', { rank }) : `${t('board.rank', { rank })}, ${range}`;
}
