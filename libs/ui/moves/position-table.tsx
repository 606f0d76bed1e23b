import { formatCount, formatShortDate, formatSigned } from '#ui/format';
import { t } from '#ui/i18n';
import type { PositionShape } from './move-shapes.js';

interface Line {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly change: string;
}

/** Where the subject stood on both dates, and the difference. */
export function PositionTable({ from, to }: { readonly from: PositionShape; readonly to: PositionShape }) {
  const lines: readonly Line[] = [
    rankLine(from, to),
    line(t('move.shrunk'), from.shrunk, to.shrunk, formatSigned),
    line(t('move.skill'), from.skill, to.skill, formatSigned),
    line(t('board.col.n'), from.n, to.n, formatCount, (n) => (n > 0 ? `+${formatCount(n)}` : formatCount(n))),
  ];
  return (
    <table className="ot-small ot-positions">
      <caption className="ot-hidden">{t('move.positions')}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col" className="ot-number">
            {formatShortDate(from.on)}
          </th>
          <th scope="col" className="ot-number">
            {formatShortDate(to.on)}
          </th>
          <th scope="col" className="ot-number">
            {t('move.change')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td className="ot-number">{row.from}</td>
            <td className="ot-number">{row.to}</td>
            <td className="ot-number">{row.change}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Format = (value: number) => string;

function line(
  label: string,
  from: number | null,
  to: number | null,
  format: Format,
  formatChange: Format = format,
): Line {
  const show = (value: number | null) => (value === null ? '–' : format(value));
  const change = from === null || to === null ? '–' : formatChange(to - from);
  return { label, from: show(from), to: show(to), change };
}

function rankLine(from: PositionShape, to: PositionShape): Line {
  const show = (rank: number | null) => (rank === null ? t('move.unranked') : String(rank));
  return {
    label: t('board.col.rank'),
    from: show(from.rank),
    to: show(to.rank),
    change: from.rank === null || to.rank === null ? '–' : places(from.rank - to.rank),
  };
}

/** Ranks count downwards: three places up is from 5 to 2. */
function places(up: number): string {
  if (up === 0) return t('move.places.same');
  return up > 0 ? t('move.places.up', { n: up }) : t('move.places.down', { n: -up });
}

/** The move in a sentence. */
export function moveSentence(name: string, from: PositionShape, to: PositionShape): string {
  if (from.rank === null && to.rank === null) return t('move.sentence.never', { name });
  if (from.rank === null) return t('move.sentence.new', { name, to: to.rank ?? 0 });
  if (to.rank === null) return t('move.sentence.gone', { name, from: from.rank });
  if (from.rank === to.rank) return t('move.sentence.same', { name, rank: to.rank });
  return t('move.sentence', { name, from: from.rank, to: to.rank });
}
