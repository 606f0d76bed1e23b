import { useEffect, useRef } from 'react';
import type { Schemas } from '../api/client.js';
import { t } from '#ui/i18n';
import { cutAtQuotes } from './highlight.js';

type Candidate = Schemas['Candidate'];

interface SourceTextProps {
  readonly text: string;
  readonly candidates: readonly Candidate[];
  readonly chosenId: string | null;
  readonly onChoose: (candidateId: string) => void;
}

/** The text with its quotes marked by state: by line and label as well as by colour. */
export function SourceText({ text, candidates, chosenId, onChoose }: SourceTextProps) {
  const container = useRef<HTMLDivElement | null>(null);
  const runs = cutAtQuotes(text, candidates, chosenId);
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  useEffect(() => {
    if (chosenId === null) return;
    const box = container.current;
    const mark = box?.querySelector<HTMLElement>(`[data-candidate="${CSS.escape(chosenId)}"]`);
    // The text scrolls in its own frame; the page must not jump.
    if (box !== null && mark !== null && mark !== undefined)
      box.scrollTop = mark.offsetTop - box.clientHeight / 2;
  }, [chosenId]);
  return (
    <div className="source-text" ref={container} tabIndex={0} role="region" aria-label={t('triage.text')}>
      {runs.map((run) => {
        const candidate = run.candidateId === null ? undefined : byId.get(run.candidateId);
        if (candidate === undefined) return <span key={run.start}>{run.text}</span>;
        return (
          <Highlight
            key={run.start}
            candidate={candidate}
            text={run.text}
            isChosen={candidate.id === chosenId}
            onChoose={onChoose}
          />
        );
      })}
    </div>
  );
}

interface HighlightProps {
  readonly candidate: Candidate;
  readonly text: string;
  readonly isChosen: boolean;
  readonly onChoose: (candidateId: string) => void;
}

// A mark and not a button element: a button would break the line it stands in.
function Highlight({ candidate, text, isChosen, onChoose }: HighlightProps) {
  const choose = () => onChoose(candidate.id);
  return (
    <mark
      role="button"
      tabIndex={0}
      className={`highlight highlight-${candidate.state} highlight-${candidate.tier}`}
      data-candidate={candidate.id}
      aria-pressed={isChosen}
      title={t(`triage.state.${candidate.state}`)}
      onClick={choose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        choose();
      }}
    >
      {text}
    </mark>
  );
}
