import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { t } from '#ui/i18n';
import { cutPoints, likelyCut } from './cut-points.js';

interface SplitChoiceProps {
  readonly quote: string;
  /** Where in the quote the second part begins. */
  readonly onChoose: (at: number) => void;
  readonly onCancel: () => void;
}

/** Where a quote that says two things is cut: arrow keys move the cut from word to word, Enter cuts. */
export function SplitChoice({ quote, onChoose, onCancel }: SplitChoiceProps) {
  const points = cutPoints(quote);
  const [index, setIndex] = useState(() => likelyCut(quote));
  const slider = useRef<HTMLInputElement | null>(null);
  useEffect(() => {
    slider.current?.focus();
  }, []);
  useShortcuts(t('triage.split'), [{ keys: 'Escape', label: t('action.cancel'), run: onCancel }]);
  const at = points[index];
  if (at === undefined) return <p role="status">{t('triage.split.oneWord')}</p>;
  const first = quote.slice(0, at).trim();
  const second = quote.slice(at).trim();
  return (
    <form
      className="mend-choice"
      aria-label={t('triage.split.title')}
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(at);
      }}
    >
      <label htmlFor="split-at">{t('triage.split.title')}</label>
      <input
        id="split-at"
        ref={slider}
        type="range"
        min={0}
        max={points.length - 1}
        value={index}
        aria-valuetext={t('triage.split.halves', { first, second })}
        onChange={(event) => setIndex(Number(event.currentTarget.value))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onChoose(at);
        }}
      />
      <ol>
        <li>{first}</li>
        <li>{second}</li>
      </ol>
      <div className="candidate-steps">
        <Button type="submit" size="compact-sm">
          {t('triage.split.do')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
