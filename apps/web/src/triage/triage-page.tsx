import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
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
import { AddMissed } from './add-missed.js';
import { BulkAccept } from './bulk-accept.js';
import { CandidateCard } from './candidate-card.js';
import type { HighlightBy } from './highlight.js';
import { HighlightLegend, numberClaimants } from './highlight-legend.js';
import { ModelReadingNote } from './model-reading-note.js';
import { SourceDetails } from './source-details.js';
import { SourceNotes } from './source-notes.js';
import { SourceText } from './source-text.js';
import { listToTriage, mergeChoices, nextPending } from './triage-order.js';
import { TriageProgress } from './triage-progress.js';
import { useDecisions } from './use-decisions.js';
import { useLiveCandidates } from './use-live-candidates.js';
import { useMending } from './use-mending.js';

type Candidate = Schemas['Candidate'];
type Source = Schemas['SourceDetail'];

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

/** What is triaged, which one is on the card, and how to go to another. */
function useTriageList(source: Source) {
  const { candidate: wantedId } = useSearch({ from: '/shell/sources/$sourceId' });
  const navigate = useNavigate({ from: '/sources/$sourceId' });
  // Those the extractor was unsure of are shown on request only.
  const [showsMaybe, setShowsMaybe] = useState(false);
  const list = useMemo(
    () => listToTriage(source.candidateList, { showsMaybe, wantedId }),
    [source.candidateList, showsMaybe, wantedId],
  );
  const chosen =
    list.find((one) => one.id === wantedId) ?? list.find((one) => one.state === 'pending') ?? list[0];
  const choose = useCallback(
    (id: string) => void navigate({ search: { candidate: id }, replace: true }),
    [navigate],
  );
  const index = chosen === undefined ? -1 : list.indexOf(chosen);
  const hidden = source.candidateList.filter(({ state }) => state !== 'split').length - list.length;
  return {
    list,
    chosen,
    index,
    choose,
    hidden: Math.max(0, hidden),
    showMaybe: () => setShowsMaybe(true),
    step: (by: number) => {
      const next = list[Math.max(0, Math.min(list.length - 1, index + by))];
      if (next !== undefined) choose(next.id);
    },
    goOn: (from: Candidate) => {
      const next = nextPending(
        list,
        list.findIndex(({ id }) => id === from.id),
        from.id,
      );
      if (next === null) announce(t('triage.allDone'));
      else choose(next.id);
    },
  };
}

function Triage({ source }: { readonly source: Source }) {
  const isCurator = useHasRole('curator');
  const triage = useTriageList(source);
  const { list, chosen, choose } = triage;
  const { overtaken, markOvertaken } = useLiveCandidates(source.id, isCurator);
  const decisions = useDecisions(source.id, markOvertaken);
  const mending = useMending({
    sourceId: source.id,
    onRefused: markOvertaken,
    onDone: decisions.remember,
    show: choose,
    goOn: triage.goOn,
  });
  const [isZoomed, setZoomed] = useState(false);
  const zoom = () => setZoomed((before) => !before);
  const boxRef = useRef<HTMLDivElement | null>(null);
  useShortcuts(t('triage.title'), [
    { keys: 'j', label: t('help.next'), run: () => triage.step(1) },
    { keys: 'k', label: t('help.previous'), run: () => triage.step(-1) },
    { keys: 'q', label: t('triage.zoom'), run: zoom },
    { keys: 'z', label: t('triage.undo'), run: () => decisions.undoLast(choose) },
  ]);
  const splitFrom = source.candidateList.find(({ id }) => id === chosen?.splitFromId);
  return (
    <Page title={source.title} lead={<SourceLine source={source} />} wide>
      {isCurator ? (
        <SourceDetails key={JSON.stringify(source.origins) + String(source.publishedOn)} source={source} />
      ) : null}
      <SourceKinship source={source} canChange={isCurator} />
      <SourceNotes notes={source.notes} />
      <ModelReadingNote source={source} canAsk={isCurator} />
      <TriageProgress candidates={list} />
      <div className="triage-tools">
        {triage.hidden === 0 ? null : (
          <button type="button" className="link-button" onClick={triage.showMaybe}>
            {t('triage.showMaybe', { n: triage.hidden })}
          </button>
        )}
        {isCurator ? (
          <>
            <AddMissed
              text={source.snapshot.text}
              boxRef={boxRef}
              isBusy={mending.add.isPending}
              onAdd={(marked) => mending.add.mutate(marked)}
            />
            <BulkAccept source={source} candidates={list} onAccepted={decisions.remember} />
          </>
        ) : null}
      </div>
      <div className="triage">
        <MarkedText source={source} triage={triage} isZoomed={isZoomed} boxRef={boxRef} />
        {chosen === undefined ? (
          <EmptyState title={t('triage.none.title')}>{t('triage.none.text')}</EmptyState>
        ) : (
          <CandidateCard
            // A new version of the candidate is a new card: what it was filled with is no longer true.
            key={`${chosen.id} ${String(chosen.version)}`}
            candidate={chosen}
            position={t('triage.position', { n: triage.index + 1, total: list.length })}
            publishedOn={source.publishedOn}
            isReadOnly={!isCurator}
            isOvertaken={overtaken.has(chosen.id)}
            mergeChoices={mergeChoices(list, chosen)}
            onRefused={markOvertaken}
            onDecided={(candidate) => {
              decisions.remember(candidate.id);
              triage.goOn(candidate);
            }}
            onReject={(reason) => {
              decisions.reject(chosen, reason);
              triage.goOn(chosen);
            }}
            onMerge={(into) => mending.merge.mutate({ candidate: chosen, intoId: into.id })}
            onSplit={(at) => mending.split.mutate({ candidate: chosen, at })}
            onRestore={() => decisions.restore(chosen)}
            onRejoin={splitFrom === undefined ? null : () => rejoin(splitFrom, decisions.restore, choose)}
            onStep={triage.step}
            onZoom={zoom}
          />
        )}
      </div>
    </Page>
  );
}

function rejoin(
  whole: Candidate,
  restore: (candidate: Candidate) => void,
  choose: (candidateId: string) => void,
): void {
  restore(whole);
  choose(whole.id);
}

interface MarkedTextProps {
  readonly source: Source;
  readonly triage: ReturnType<typeof useTriageList>;
  readonly isZoomed: boolean;
  readonly boxRef: React.RefObject<HTMLDivElement | null>;
}

function MarkedText({ source, triage, isZoomed, boxRef }: MarkedTextProps) {
  const [by, setBy] = useState<HighlightBy>('state');
  const { list, chosen, choose } = triage;
  const claimants = useMemo(() => numberClaimants(list), [list]);
  return (
    <div className="marked-text">
      <HighlightLegend by={by} claimants={claimants} candidates={list} onChange={setBy} />
      <SourceText
        text={source.snapshot.text}
        candidates={list}
        chosenId={chosen?.id ?? null}
        by={by}
        claimants={claimants}
        isZoomed={isZoomed}
        boxRef={boxRef}
        onChoose={choose}
      />
    </div>
  );
}

function SourceLine({ source }: { readonly source: Source }) {
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
