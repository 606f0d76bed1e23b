import { SubjectName, type SubjectKind } from '#ui/board';
import { t } from '#ui/i18n';
import type { PassedShape, PositionShape } from './move-shapes.js';

/** Who passed the subject, or was passed. They stand on the same board, so they are of the subject's kind of page. */
export function PassedTable({
  others,
  kind,
  from,
  to,
}: {
  readonly others: readonly PassedShape[];
  readonly kind: SubjectKind;
  readonly from: PositionShape;
  readonly to: PositionShape;
}) {
  const sorted = [...others].sort(
    (a, b) => (a.rankTo ?? Infinity) - (b.rankTo ?? Infinity) || a.name.localeCompare(b.name, 'en'),
  );
  const show = (rank: number | null) => (rank === null ? t('move.unranked') : String(rank));
  return (
    <table className="ot-small ot-positions">
      <caption className="ot-hidden">{t('move.others')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('move.others.name')}</th>
          <th scope="col" className="ot-number">
            {t('move.others.before')}
          </th>
          <th scope="col" className="ot-number">
            {t('move.others.after')}
          </th>
          <th scope="col">{t('move.others.what')}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((other) => (
          <tr key={other.id}>
            <th scope="row">
              <SubjectName subject={{ ...other, kind }} />
            </th>
            <td className="ot-number">{show(other.rankFrom)}</td>
            <td className="ot-number">{show(other.rankTo)}</td>
            <td>{t(`move.others.${whatHappened(other, from, to)}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Passing = 'passed' | 'wasPassed' | 'joined' | 'left' | 'beside';

function whatHappened(other: PassedShape, from: PositionShape, to: PositionShape): Passing {
  if (other.rankFrom === null) return 'joined';
  if (other.rankTo === null) return 'left';
  if (from.rank === null || to.rank === null) return 'beside';
  const [wasAhead, isAhead] = [other.rankFrom < from.rank, other.rankTo < to.rank];
  if (wasAhead === isAhead) return 'beside';
  return isAhead ? 'passed' : 'wasPassed';
}
