import { BOARD_KINDS, HORIZONS } from '#core/domain';
import { formatDate } from '#ui/format';
import { t } from '#ui/i18n';
import { boardQuery, isFiltered } from './board-address.js';
import { BOARD_BASES, type BoardFilterShape, type BoardShape } from './board-shapes.js';

const NOTHING = { topic: null, period: null, horizon: null, basis: null, asOf: null, track: 'live' } as const;

/** Claimants or outlets; the other choices stay. */
export function BoardTabs({ filter }: { readonly filter: BoardFilterShape }) {
  return (
    <nav className="ot-tabs" aria-label={t('board.tabs')}>
      {BOARD_KINDS.map((kind) => (
        <a
          key={kind}
          href={`/${boardQuery({ ...filter, kind })}`}
          aria-current={filter.kind === kind ? 'page' : undefined}
        >
          {t(`board.tab.${kind}`)}
        </a>
      ))}
    </nav>
  );
}

/** Which claims the board is made of: a form whose every choice has an address, and the choice in words. */
export function BoardFilter({ board, today }: { readonly board: BoardShape; readonly today: string }) {
  const { filter } = board;
  return (
    <section className="ot-filter" aria-labelledby="filter">
      <h2 id="filter" className="ot-hidden">
        {t('board.filter.title')}
      </h2>
      <Choices board={board} today={today} />
      <p className="ot-filter-summary">
        {describeFilter(filter)}
        {isFiltered(filter) ? (
          <>
            {' '}
            <a href={`/${boardQuery({ ...NOTHING, kind: filter.kind })}`}>{t('board.filter.clear')}</a>
          </>
        ) : null}
      </p>
    </section>
  );
}

function Choices({ board, today }: { readonly board: BoardShape; readonly today: string }) {
  const { filter } = board;
  return (
    <form method="get" action="/">
      {filter.kind === 'outlets' ? <input type="hidden" name="kind" value="outlets" /> : null}
      <Select
        name="topic"
        label={t('board.filter.topic')}
        chosen={filter.topic}
        all={t('board.filter.topic.all')}
        options={withChosen(board.topics, filter.topic).map((topic) => [topic, topic])}
      />
      <Select
        name="period"
        label={t('board.filter.period')}
        chosen={filter.period}
        all={t('board.filter.period.all')}
        options={withChosen(board.periods, filter.period).map((period) => [period, period])}
      />
      <Select
        name="horizon"
        label={t('board.filter.horizon')}
        chosen={filter.horizon}
        all={t('board.filter.horizon.all')}
        options={HORIZONS.map((horizon) => [horizon, t(`horizon.${horizon}`)])}
      />
      <Select
        name="basis"
        label={t('board.filter.basis')}
        chosen={filter.basis}
        all={t('board.filter.basis.all')}
        options={BOARD_BASES.map((basis) => [basis, t(`likelihoodBasis.${basis}`)])}
      />
      <Select
        name="track"
        label={t('board.filter.track')}
        chosen={filter.track === 'live' ? null : filter.track}
        all={t('board.track.live')}
        allValue="live"
        options={[['retrospective', t('board.track.retrospective')]]}
      />
      <label>
        <span>{t('board.filter.asOf')}</span>
        <input type="date" name="asOf" defaultValue={filter.asOf ?? ''} max={today} />
      </label>
      <button type="submit">{t('board.filter.show')}</button>
    </form>
  );
}

/** What is chosen stays among the choices, even where the board has nothing of it. */
function withChosen(options: readonly string[], chosen: string | null): readonly string[] {
  return chosen === null || options.includes(chosen) ? options : [...options, chosen];
}

/** "Live claims · topic Grain · due in 2022": the choice in words. */
export function describeFilter(filter: Omit<BoardFilterShape, 'kind'>): string {
  const asOf = filter.asOf ?? null;
  return [
    t(filter.track === 'live' ? 'board.track.live.long' : 'board.track.retrospective.long'),
    filter.topic === null
      ? t('board.filter.topic.every')
      : t('board.filter.topic.is', { topic: filter.topic }),
    filter.period === null ? null : t('board.filter.period.is', { period: filter.period }),
    filter.horizon === null
      ? null
      : t('board.filter.horizon.is', { horizon: t(`horizon.${filter.horizon}`) }),
    filter.basis === null ? null : t(`board.filter.basis.${filter.basis}`),
    asOf === null ? null : t('board.filter.asOf.is', { date: formatDate(asOf) }),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | null;
  readonly all: string;
  /** What the choice of nothing in particular is in the address; empty unless told. */
  readonly allValue?: string;
  readonly options: readonly (readonly [value: string, text: string])[];
}

function Select({ name, label, chosen, all, allValue = '', options }: SelectProps) {
  return (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={chosen ?? allValue}>
        <option value={allValue}>{all}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
