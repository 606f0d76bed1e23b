import { useRef, useState, type RefObject } from 'react';
import { t } from '#ui/i18n';
import { useSingleKeys } from './preferences.js';
import { useShortcuts } from './shortcuts.js';

interface ListKeys {
  readonly selected: number;
  readonly select: (index: number) => void;
  readonly listRef: RefObject<HTMLUListElement | null>;
}

/** j and k walk a list, Enter opens. The focus goes along, so that what is read aloud and what is marked are the same. */
export function useListKeys(title: string, length: number, open: (index: number) => void): ListKeys {
  const [index, setIndex] = useState(-1);
  const listRef = useRef<HTMLUListElement | null>(null);
  const selected = Math.min(index, length - 1);
  const go = (step: number) => {
    const next = Math.max(0, Math.min(length - 1, selected + step));
    setIndex(next);
    const links = listRef.current?.querySelectorAll<HTMLElement>('[data-row-link]');
    links?.[next]?.focus();
  };
  useShortcuts(title, [
    { keys: 'j', label: t('help.next'), run: () => go(1) },
    { keys: 'k', label: t('help.previous'), run: () => go(-1) },
    { keys: 'Enter', label: t('help.open.item'), run: () => open(Math.max(0, selected)) },
  ]);
  return { selected, select: setIndex, listRef };
}

export function ListKeysHint() {
  return useSingleKeys() ? <p className="keys-hint ot-soft">{t('help.list')}</p> : null;
}
