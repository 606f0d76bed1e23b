import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { t } from '#ui/i18n';

const QUIET_MS = 350;

/** A search that is part of the address: it is told after a short pause, and at once on Enter. `/` goes here. */
export function SearchField({
  label,
  value,
  onSearch,
}: {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
}) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const [told, setTold] = useState(value);
  // A link or the way back has changed the address: what stood here before must not be told again.
  if (value !== seen) {
    setSeen(value);
    if (value !== told) {
      setText(value);
      setTold(value);
    }
  }
  const field = useRef<HTMLInputElement | null>(null);
  const tell = useRef(onSearch);
  useEffect(() => {
    tell.current = (words) => {
      setTold(words);
      onSearch(words);
    };
  });
  useEffect(() => {
    if (text === value) return undefined;
    const timer = window.setTimeout(() => tell.current(text.trim()), QUIET_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [text, value]);
  useShortcuts(t('action.search'), [
    { keys: '/', label: t('action.search'), run: () => field.current?.focus() },
  ]);
  return (
    <form
      role="search"
      className="search-field"
      onSubmit={(event) => {
        event.preventDefault();
        tell.current(text.trim());
      }}
    >
      <TextInput
        ref={field}
        type="search"
        label={label}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </form>
  );
}
