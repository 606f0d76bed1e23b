import { subjectPath } from '#ui/board';
import { formatDate } from '#ui/format';
import { t } from '#ui/i18n';
import {
  CauseTable,
  moveSentence,
  PassedTable,
  PositionTable,
  type MoveShape,
  type PositionShape,
} from '#ui/moves';
import { todayOf, type PublicInstallation } from './installation.js';
import { PublicLayout } from './public-layout.js';

export interface MovePageProps {
  readonly data: MoveShape;
  readonly installation: PublicInstallation;
}

/** `/claimants/:id/move?from=…&to=…`: what moved a rank between two dates. */
export function MovePage({ data, installation }: MovePageProps) {
  const profile = subjectPath(data.subject) ?? `/claimants/${encodeURIComponent(data.subject.id)}`;
  return (
    <PublicLayout
      installation={installation}
      title={t('move.title', { name: data.subject.name })}
      description={t('move.lead')}
      path={`${profile}/move`}
      noIndex
    >
      <header className="ot-page-header">
        <p className="ot-eyebrow">
          <a href={profile}>{data.subject.name}</a>
        </p>
        <h1>{t('move.heading')}</h1>
        <p className="ot-lead">{t('move.lead')}</p>
      </header>
      <Dates data={data} action={`${profile}/move`} today={todayOf(installation)} />
      {data.from === null || data.to === null ? (
        <Missing data={data} />
      ) : (
        <Move data={data} from={data.from} to={data.to} />
      )}
    </PublicLayout>
  );
}

function Dates({
  data,
  action,
  today,
}: {
  readonly data: MoveShape;
  readonly action: string;
  readonly today: string;
}) {
  const from = data.from?.on ?? data.asked?.from ?? '';
  const to = data.to?.on ?? data.asked?.to ?? '';
  return (
    <form className="ot-filter-form" method="get" action={action} aria-label={t('move.dates')}>
      <label>
        <span>{t('move.from')}</span>
        <input type="date" name="from" defaultValue={from.slice(0, 10)} max={today} required />
      </label>
      <label>
        <span>{t('move.to')}</span>
        <input type="date" name="to" defaultValue={to.slice(0, 10)} max={today} required />
      </label>
      <button type="submit">{t('move.show')}</button>
    </form>
  );
}

/** One of the dates, or both, have no board with this subject on it. */
function Missing({ data }: { readonly data: MoveShape }) {
  return (
    <div className="ot-empty">
      <h2>{t('move.missing.title')}</h2>
      <p>{whatIsMissing(data)}</p>
    </div>
  );
}

function whatIsMissing({ subject: { name }, from, to, asked }: MoveShape): string {
  if (from === null && to === null) return t('move.missing.both', { name });
  const on = from === null ? asked?.from : asked?.to;
  if (on !== null && on !== undefined && on !== '')
    return t('move.missing.text', { name, date: formatDate(on) });
  return t(from === null ? 'move.missing.first' : 'move.missing.second', { name });
}

function Move({
  data,
  from,
  to,
}: {
  readonly data: MoveShape;
  readonly from: PositionShape;
  readonly to: PositionShape;
}) {
  const dates = { from: formatDate(from.on), to: formatDate(to.on) };
  return (
    <>
      <section aria-labelledby="positions">
        <h2 id="positions">{t('move.positions.title', dates)}</h2>
        <p className="ot-figure">{moveSentence(data.subject.name, from, to)}</p>
        <PositionTable from={from} to={to} />
      </section>
      <section aria-labelledby="causes">
        <h2 id="causes">{t('move.causes')}</h2>
        {data.causes.length === 0 ? (
          <p className="ot-empty">{t('move.causes.empty')}</p>
        ) : (
          <CauseTable causes={data.causes} />
        )}
      </section>
      <section aria-labelledby="passed">
        <h2 id="passed">{t('move.others')}</h2>
        {data.others.length === 0 ? (
          <p className="ot-empty">{t('move.others.empty')}</p>
        ) : (
          <PassedTable others={data.others} kind={data.subject.kind} from={from} to={to} />
        )}
      </section>
    </>
  );
}
