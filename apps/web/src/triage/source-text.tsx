import { memo, useEffect, type RefObject } from 'react';
import type { Schemas } from '../api/client.js';
import { t } from '#ui/i18n';
import { CLAIMANT_COLOURS, cutAtQuotes, type HighlightBy } from './highlight.js';

type Candidate = Schemas['Candidate'];

interface SourceTextProps {
  readonly text: string;
  readonly candidates: readonly Candidate[];
  readonly chosenId: string | null;
  readonly by: HighlightBy;
  /** Numbers of the claimants, as the legend has them. */
  readonly claimants: ReadonlyMap<string, number>;
  /** Large letters for the chosen quote, with the focus on it. */
  readonly isZoomed: boolean;
  readonly boxRef: RefObject<HTMLDivElement | null>;
  readonly onChoose: (candidateId: string) => void;
}

/** The text with its quotes marked by state or by claimant: by line, number and label as well as by colour. */
export const SourceText = memo(function SourceText(props: SourceTextProps) {
  const { text, candidates, chosenId, isZoomed, boxRef } = props;
  const runs = cutAtQuotes(text, candidates, chosenId);
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  useEffect(() => {
    if (chosenId === null) return;
    const box = boxRef.current;
    const mark = box?.querySelector<HTMLElement>(`[data-candidate="${CSS.escape(chosenId)}"]`) ?? null;
    if (box === null || mark === null) return;
    // The text scrolls in its own frame; the page must not jump.
    box.scrollTop = mark.offsetTop - box.clientHeight / 2;
    if (!isZoomed) return;
    box.scrollIntoView({ block: 'nearest' });
    mark.focus({ preventScroll: true });
  }, [chosenId, isZoomed, boxRef]);
  return (
    <div
      className={isZoomed ? 'source-text source-text-zoomed' : 'source-text'}
      ref={boxRef}
      tabIndex={0}
      role="region"
      aria-label={t('triage.text')}
    >
      {runs.map((run) => {
        const candidate = run.candidateId === null ? undefined : byId.get(run.candidateId);
        if (candidate === undefined)
          return (
            <span key={run.start} data-start={run.start}>
              {run.text}
            </span>
          );
        return (
          <Highlight key={run.start} {...props} candidate={candidate} start={run.start} words={run.text} />
        );
      })}
    </div>
  );
});

interface HighlightProps extends SourceTextProps {
  readonly candidate: Candidate;
  readonly start: number;
  readonly words: string;
}

// A mark and not a button element: a button would break the line it stands in.
function Highlight({ candidate, start, words, by, claimants, chosenId, onChoose }: HighlightProps) {
  const choose = () => onChoose(candidate.id);
  const number = claimants.get(candidate.claimant) ?? 0;
  const look =
    by === 'claimant'
      ? `highlight-claimant highlight-claimant-${String(number % CLAIMANT_COLOURS)}`
      : `highlight-${candidate.state} highlight-${candidate.tier}`;
  const state = t(`triage.state.${candidate.state}`);
  return (
    <mark
      role="button"
      tabIndex={0}
      className={`highlight ${look}`}
      data-candidate={candidate.id}
      data-start={start}
      data-number={by === 'claimant' ? number + 1 : undefined}
      aria-pressed={candidate.id === chosenId}
      title={by === 'claimant' ? `${candidate.claimant} · ${state}` : state}
      onClick={() => {
        // Whoever marks words in a quote does not mean to choose it.
        if (window.getSelection()?.isCollapsed !== false) choose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        choose();
      }}
    >
      {words}
    </mark>
  );
}
