import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schemas } from '../api/client.js';
import { sourceQuery } from '../api/queries.js';
import { announce } from '../feedback/announcer.js';
import { Page } from '../feedback/page.js';
import { EmptyState, ErrorState, PageSkeleton } from '../feedback/states.js';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { useHasRole, useToday } from '../shell/use-me.js';
import { SourceKinship } from '../sources/source-kinship.js';
import { DateText, OutsideLink } from '#ui/claim';
import { t } from '#ui/i18n';
import { CandidateCard } from './candidate-card.js';
import { ModelReadingNote } from './model-reading-note.js';
import { SourceDetails } from './source-details.js';
import { SourceNotes } from './source-notes.js';
import { SourceText } from './source-text.js';
import { useRejections } from './use-rejections.js';

type Candidate = Schemas['Candidate'];

const READING_LOOK_MS = 4_000;

/** A source and its candidates: the text on one side, one decision at a time on the other. */
export function TriagePage() {
  const { sourceId } = useParams({ from: '/shell/sources/$sourceId' });
  const query = useQuery({
    ...sourceQuery(sourceId),
    // What the model found comes by itself; nobody has to reload for it.
    refetchInterval: ({ state }) => (state.data?.modelReading?.state === 'waiting' ? READING_LOOK_MS : false),
  });
  if (query.data !== undefined) return <Triage key={sourceId} source={query.data} />;
  if (query.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    </div>
  );
}

/** Those the extractor was sure of, those the model found as well, and what is decided. */
const isWorthALook = (one: Candidate) =>
  one.tier === 'proposed' || one.agreement === 'both' || one.state !== 'pending';

const inOrder = (a: Candidate, b: Candidate) => a.start - b.start || a.end - b.end;

/** The next undecided candidate after a position, round the corner; null when all are decided. */
function nextPending(list: readonly Candidate[], afterIndex: number, exceptId: string): Candidate | null {
  const order = [...list.slice(afterIndex + 1), ...list.slice(0, afterIndex + 1)];
  return order.find((one) => one.state === 'pending' && one.id !== exceptId) ?? null;
}

function Triage({ source }: { readonly source: Schemas['SourceDetail'] }) {
  const { candidate: wantedId } = useSearch({ from: '/shell/sources/$sourceId' });
  const navigate = useNavigate({ from: '/sources/$sourceId' });
  const isCurator = useHasRole('curator');
  // Those the extractor was unsure of are shown on request only.
  const [showsMaybe, setShowsMaybe] = useState(false);
  const list = source.candidateList
    .filter((one) => showsMaybe || isWorthALook(one) || one.id === wantedId)
    .sort(inOrder);
  const hidden = source.candidateList.length - list.length;
  const chosen =
    list.find((one) => one.id === wantedId) ?? list.find((one) => one.state === 'pending') ?? list[0];
  const index = chosen === undefined ? -1 : list.indexOf(chosen);
  const choose = (id: string) => void navigate({ search: { candidate: id }, replace: true });
  const goOn = (from: Candidate) => {
    const next = nextPending(list, list.indexOf(from), from.id);
    if (next === null) announce(t('triage.allDone'));
    else choose(next.id);
  };
  const rejections = useRejections(source.id);
  const step = (by: number) => {
    const next = list[Math.max(0, Math.min(list.length - 1, index + by))];
    if (next !== undefined) choose(next.id);
  };
  useShortcuts(t('triage.title'), [
    { keys: 'j', label: t('help.next'), run: () => step(1) },
    { keys: 'k', label: t('help.previous'), run: () => step(-1) },
    { keys: 'z', label: t('triage.undo'), run: () => rejections.undoLast(choose) },
  ]);
  return (
    <Page title={source.title} lead={<SourceLine source={source} />} wide>
      {isCurator ? (
        <SourceDetails key={JSON.stringify(source.origins) + String(source.publishedOn)} source={source} />
      ) : null}
      <SourceKinship source={source} canChange={isCurator} />
      <SourceNotes notes={source.notes} />
      <ModelReadingNote source={source} canAsk={isCurator} />
      <Progress candidates={list} />
      {hidden === 0 ? null : (
        <p>
          <button type="button" className="link-button" onClick={() => setShowsMaybe(true)}>
            {t('triage.showMaybe', { n: hidden })}
          </button>
        </p>
      )}
      <div className="triage">
        <SourceText
          text={source.snapshot.text}
          candidates={list}
          chosenId={chosen?.id ?? null}
          onChoose={choose}
        />
        {chosen === undefined ? (
          <EmptyState title={t('triage.none.title')}>{t('triage.none.text')}</EmptyState>
        ) : (
          <CandidateCard
            // A new version of the candidate is a new card: what it was filled with is no longer true.
            key={`${chosen.id} ${String(chosen.version)}`}
            candidate={chosen}
            position={t('triage.position', { n: index + 1, total: list.length })}
            isReadOnly={!isCurator}
            onDecided={goOn}
            onReject={(reason) => {
              rejections.reject(chosen, reason);
              goOn(chosen);
            }}
            onRestore={() => rejections.restore(chosen)}
            onStep={step}
          />
        )}
      </div>
    </Page>
  );
}

function SourceLine({ source }: { readonly source: Schemas['SourceDetail'] }) {
  const { today } = useToday();
  const who = [...source.authors, source.outlet].filter((part) => part !== null && part !== '').join(', ');
  return (
    <>
      <OutsideLink address={source.address}>{who === '' ? source.title : who}</OutsideLink>
      {source.publishedOn === null ? null : (
        <>
          {' · '}
          <DateText on={source.publishedOn} today={today} />
        </>
      )}
    </>
  );
}

function Progress({ candidates }: { readonly candidates: readonly Candidate[] }) {
  const total = candidates.length;
  const done = candidates.filter((one) => one.state !== 'pending').length;
  if (total === 0) return null;
  return (
    <div className="progress">
      <progress max={total} value={done} aria-label={t('triage.progress')} />
      <span>{t('triage.progress.text', { done, total })}</span>
    </div>
  );
}
