import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Schemas } from '../api/client.js';
import { snapshotQuery, sourceQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { EmptyState, QueryView } from '../feedback/states.js';
import { LaterQuotes } from './later-quotes.js';
import { useToday } from '../shell/use-me.js';
import { compareTexts, type ComparedPart, type ComparedRow } from '#core/text';
import { formatInstantDay } from '#ui/format';
import { t } from '#ui/i18n';

type Source = Schemas['SourceDetail'];

/** A source beside its original, or beside what its address gave later. */
export function ComparePage() {
  const { sourceId } = useParams({ from: '/shell/sources/$sourceId/compare' });
  const { with: other } = useSearch({ from: '/shell/sources/$sourceId/compare' });
  const query = useQuery(sourceQuery(sourceId));
  return (
    <Page title={other === 'original' ? t('compare.copy') : t('compare.fetched')} wide>
      <QueryView query={query}>
        {(source) =>
          other === 'original' ? <WithOriginal source={source} /> : <WithFetched source={source} />
        }
      </QueryView>
    </Page>
  );
}

function WithOriginal({ source }: { readonly source: Source }) {
  const original = useQuery({
    ...sourceQuery(source.copy?.original.id ?? ''),
    enabled: source.copy !== null,
  });
  if (source.copy === null)
    return <EmptyState title={t('compare.none.title')}>{t('compare.none.copy')}</EmptyState>;
  return (
    <QueryView query={original}>
      {(first) => (
        <SideBySide
          left={{ text: first.snapshot.text, title: <SourceLink source={first} />, language: first.language }}
          right={{
            text: source.snapshot.text,
            title: <SourceLink source={source} />,
            language: source.language,
          }}
        />
      )}
    </QueryView>
  );
}

function WithFetched({ source }: { readonly source: Source }) {
  const { zone } = useToday();
  const { lastSeen, snapshot, language } = source;
  const fetched = useQuery({ ...snapshotQuery(lastSeen?.snapshotId ?? ''), enabled: lastSeen !== null });
  if (lastSeen === null)
    return <EmptyState title={t('compare.none.title')}>{t('compare.none.fetched')}</EmptyState>;
  const kept = t('compare.kept', { date: formatInstantDay(snapshot.takenAt, zone) });
  const seen = t('compare.seen', { date: formatInstantDay(lastSeen.at, zone) });
  return (
    <QueryView query={fetched}>
      {({ text }) => (
        <>
          <p>
            <SourceLink source={source} />
          </p>
          <LaterQuotes sourceId={source.id} />
          <SideBySide
            left={{ text: snapshot.text, title: kept, language }}
            right={{ text, title: seen, language }}
          />
        </>
      )}
    </QueryView>
  );
}

function SourceLink({ source }: { readonly source: { readonly id: string; readonly title: string } }) {
  return (
    <Link to="/sources/$sourceId" params={{ sourceId: source.id }}>
      {source.title}
    </Link>
  );
}

interface Side {
  readonly text: string;
  readonly title: React.ReactNode;
  readonly language: string;
}

function SideBySide({ left, right }: { readonly left: Side; readonly right: Side }) {
  const [showsAll, setShowsAll] = useState(false);
  const rows = useMemo(() => compareTexts(left.text, right.text), [left.text, right.text]);
  const changed = rows.filter(({ kind }) => kind !== 'same').length;
  const shown = showsAll ? rows.map((row) => ({ row, skipped: 0 })) : withoutSame(rows);
  return (
    <>
      <p role="status">{changed === 0 ? t('compare.same') : t('compare.changed', { n: changed })}</p>
      <table className="compare">
        <thead>
          <tr>
            <th scope="col">{left.title}</th>
            <th scope="col">{right.title}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ row, skipped }, i) =>
            row === null ? (
              <tr key={i}>
                <td colSpan={2} className="compare-gap">
                  <button type="button" className="link-button" onClick={() => setShowsAll(true)}>
                    {t('compare.skipped', { n: skipped })}
                  </button>
                </td>
              </tr>
            ) : (
              <tr key={i} data-kind={row.kind}>
                <Cell parts={row.before} language={left.language} as="del" />
                <Cell parts={row.after} language={right.language} as="ins" />
              </tr>
            ),
          )}
        </tbody>
      </table>
    </>
  );
}

interface CellProps {
  readonly parts: readonly ComparedPart[] | null;
  readonly language: string;
  readonly as: 'ins' | 'del';
}

function Cell({ parts, language, as: Mark }: CellProps) {
  return (
    <td className="difference-text" lang={language} dir="auto" data-empty={parts === null}>
      {parts?.map((part, i) => (part.isChanged ? <Mark key={i}>{part.text}</Mark> : part.text))}
    </td>
  );
}

/** Long runs of what is the same, but for the paragraph before and after a change. */
function withoutSame(rows: readonly ComparedRow[]) {
  const isNear = (i: number) => [i - 1, i, i + 1].some((k) => (rows[k]?.kind ?? 'same') !== 'same');
  const shown: { row: ComparedRow | null; skipped: number }[] = [];
  rows.forEach((row, i) => {
    const last = shown.at(-1);
    if (isNear(i)) shown.push({ row, skipped: 0 });
    else if (last?.row === null) last.skipped += 1;
    else shown.push({ row: null, skipped: 1 });
  });
  return shown;
}
