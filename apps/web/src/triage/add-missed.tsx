import { Button, TextInput } from '@mantine/core';
import { useEffect, useState, type RefObject } from 'react';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { Keys } from '../shell/keyboard-help.js';
import { t } from '#ui/i18n';
import { findWords, type Marked, readMarked } from './text-place.js';

interface AddMissedProps {
  readonly text: string;
  readonly boxRef: RefObject<HTMLDivElement | null>;
  readonly isBusy: boolean;
  readonly onAdd: (marked: Marked) => void;
}

/** Adds a claim that nothing found: the words marked in the text, or, without a mouse, words typed as they stand there. */
export function AddMissed({ text, boxRef, isBusy, onAdd }: AddMissedProps) {
  const [marked, setMarked] = useState<Marked | null>(null);
  const [isTyping, setTyping] = useState(false);
  useEffect(() => {
    const look = () => setMarked(readMarked(boxRef.current, text));
    document.addEventListener('selectionchange', look);
    return () => {
      document.removeEventListener('selectionchange', look);
    };
  }, [boxRef, text]);
  const start = () => {
    const now = readMarked(boxRef.current, text);
    if (now === null) {
      setTyping(true);
      return;
    }
    window.getSelection()?.removeAllRanges();
    onAdd(now);
  };
  useShortcuts(t('triage.title'), [{ keys: 'n', label: t('triage.add'), run: start }]);
  return (
    <div className="add-missed">
      <Button
        size="compact-sm"
        variant={marked === null ? 'default' : undefined}
        loading={isBusy}
        // Pressed with the mouse it must not take what is marked away.
        onMouseDown={(event) => event.preventDefault()}
        onClick={start}
      >
        {marked === null ? t('triage.add') : t('triage.add.marked')} <Keys keys="n" />
      </Button>
      {isTyping ? (
        <TypedWords
          text={text}
          onAdd={(words) => {
            setTyping(false);
            onAdd(words);
          }}
          onCancel={() => setTyping(false)}
        />
      ) : null}
    </div>
  );
}

interface TypedWordsProps {
  readonly text: string;
  readonly onAdd: (marked: Marked) => void;
  readonly onCancel: () => void;
}

function TypedWords({ text, onAdd, onCancel }: TypedWordsProps) {
  const [words, setWords] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  return (
    <form
      className="mend-choice"
      onSubmit={(event) => {
        event.preventDefault();
        const found = findWords(text, words);
        if (typeof found === 'number') setFault(t('triage.add.places', { n: found }));
        else onAdd(found);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <TextInput
        autoFocus
        label={t('triage.add.words')}
        description={t('triage.add.hint')}
        value={words}
        error={fault}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setFault(null);
        }}
      />
      <div className="candidate-steps">
        <Button type="submit" size="compact-sm">
          {t('triage.add.do')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
