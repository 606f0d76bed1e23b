import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Schemas } from '../api/client.js';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { Keys } from '../shell/keyboard-help.js';
import { t } from '#ui/i18n';

type Candidate = Schemas['Candidate'];

/** As many as there are keys for; those further away in the text are rarely meant. */
const OFFERED = 9;

interface MergeChoiceProps {
  readonly choices: readonly Candidate[];
  readonly onChoose: (into: Candidate) => void;
  readonly onCancel: () => void;
}

/** Which other candidate says the same: its claim takes this quote as a further one. */
export function MergeChoice({ choices, onChoose, onCancel }: MergeChoiceProps) {
  const box = useRef<HTMLDivElement | null>(null);
  const offered = choices.slice(0, OFFERED);
  useEffect(() => {
    box.current?.querySelector('button')?.focus();
  }, []);
  useShortcuts(t('triage.merge'), [
    ...offered.map((into, index) => ({
      keys: String(index + 1),
      label: into.statement,
      run: () => onChoose(into),
    })),
    { keys: 'Escape', label: t('action.cancel'), run: onCancel },
  ]);
  return (
    <div className="mend-choice" role="group" aria-label={t('triage.merge.title')} ref={box}>
      <p>{offered.length === 0 ? t('triage.merge.none') : t('triage.merge.title')}</p>
      {offered.map((into, index) => (
        <Button key={into.id} size="compact-sm" variant="default" onClick={() => onChoose(into)}>
          {into.statement} <Keys keys={String(index + 1)} />
        </Button>
      ))}
      <Button size="compact-sm" variant="subtle" onClick={onCancel}>
        {t('action.cancel')}
      </Button>
    </div>
  );
}
