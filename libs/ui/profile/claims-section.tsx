import type { CountedAs } from '#core/domain';
import { claimListQuery, claimsHref, describeFilter } from '#ui/board';
import { formatCount } from '#ui/format';
import { t, type PlainMessageId } from '#ui/i18n';
import { ClaimsTable } from './claims-table.js';
import type { ClaimListShape, ClaimRowShape } from './profile-shapes.js';

/** The names that the numbers of a row have. */
const NAMES: Readonly<Record<CountedAs, PlainMessageId>> = {
  scored: 'board.col.n',
  pending: 'board.col.pending',
  before_deadline: 'board.col.beforeDeadline',
  void: 'board.col.void',
  condition_unmet: 'board.col.conditionUnmet',
  ambiguous: 'board.col.ambiguous',
  unscoreable: 'board.col.unscoreable',
  retrospective: 'board.col.retrospective',
};

interface ListProps {
  readonly list: ClaimListShape;
  /** Of the profile. */
  readonly path: string;
}

/** The exact claims behind the numbers: all of a row, or those counted as one thing, page by page. */
export function ClaimsSection({
  claims,
  list,
  path,
}: ListProps & { readonly claims: readonly ClaimRowShape[] }) {
  const all = list.tally.reduce((sum, row) => sum + row.claims, 0);
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">{t('profile.claims', { n: all })}</h2>
      <OfWhichBoard list={list} path={path} />
      {all === 0 ? <NoClaims list={list} /> : <Choices list={list} path={path} />}
      <AsSeries list={list} />
      {claims.length > 0 ? <ClaimsTable claims={claims} /> : null}
      {claims.length === 0 && all > 0 ? <Nothing list={list} path={path} /> : null}
      <Pages list={list} path={path} />
    </section>
  );
}

const isOfBoard = ({ filter }: ClaimListShape) => claimListQuery({ ...filter, counts: null }) !== '';

function NoClaims({ list }: Pick<ListProps, 'list'>) {
  return <p className="ot-empty">{t(isOfBoard(list) ? 'profile.claims.none' : 'profile.claims.empty')}</p>;
}

/** Reached from a board of a filter, the list is that of its row. */
function OfWhichBoard({ list, path }: ListProps) {
  const { filter } = list;
  if (!isOfBoard(list)) return null;
  return (
    <p className="ot-note">
      {t('profile.claims.ofBoard', { filter: describeFilter(filter) })}{' '}
      <a href={`${path}#claims`}>{t('profile.claims.ofAll')}</a>
    </p>
  );
}

function Choices({ list, path }: ListProps) {
  const { filter, tally } = list;
  const all = tally.reduce((sum, row) => sum + row.claims, 0);
  const choices = [
    { counts: null, name: t('profile.claims.all'), n: all },
    ...tally
      .filter(({ counted, claims }) => claims > 0 || counted === filter.counts)
      .map(({ counted, claims }) => ({ counts: counted, name: t(NAMES[counted]), n: claims })),
  ];
  return (
    <nav className="ot-choices" aria-label={t('profile.claims.choices')}>
      {choices.map(({ counts, name, n }) => (
        <a
          key={counts ?? ''}
          href={claimsHref(path, { ...filter, counts })}
          aria-current={filter.counts === counts ? 'page' : undefined}
        >
          {name} <span className="ot-soft">{formatCount(n)}</span>
        </a>
      ))}
    </nav>
  );
}

/** Why there may be more claims than are scored. */
function AsSeries({ list }: Pick<ListProps, 'list'>) {
  const scored = list.tally.find(({ counted }) => counted === 'scored')?.claims ?? 0;
  if (list.filter.counts !== 'scored' || scored === list.series) return null;
  return (
    <p className="ot-soft ot-measure">
      {t('profile.claims.series', { claims: formatCount(scored), series: formatCount(list.series) })}
    </p>
  );
}

function Nothing({ list, path }: ListProps) {
  const { filter, page } = list;
  const isPast = page.total > 0;
  return (
    <p className="ot-empty">
      {t(isPast ? 'profile.claims.past' : 'profile.claims.none')}{' '}
      <a href={claimsHref(path, isPast ? filter : { ...filter, counts: null })}>
        {t(isPast ? 'profile.claims.first' : 'profile.claims.all')}
      </a>
    </p>
  );
}

function Pages({ list, path }: ListProps) {
  const { filter, page } = list;
  if (page.total <= page.size) return null;
  const last = Math.ceil(page.total / page.size);
  if (page.number > last) return null;
  return (
    <nav className="ot-pages" aria-label={t('profile.claims.pages')}>
      {page.number > 1 ? (
        <a href={claimsHref(path, filter, page.number - 1)} rel="prev">
          {t('profile.claims.previous')}
        </a>
      ) : null}
      <span className="ot-soft">
        {t('profile.claims.part', {
          from: formatCount((page.number - 1) * page.size + 1),
          to: formatCount(Math.min(page.total, page.number * page.size)),
          total: formatCount(page.total),
        })}
      </span>
      {page.number < last ? (
        <a href={claimsHref(path, filter, page.number + 1)} rel="next">
          {t('profile.claims.next')}
        </a>
      ) : null}
    </nav>
  );
}
