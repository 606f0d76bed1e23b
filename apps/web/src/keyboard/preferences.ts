import { useSyncExternalStore } from 'react';

const KEY = 'outturn.single-keys';
const listeners = new Set<() => void>();

function read(): boolean {
  try {
    return window.localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

let current = read();

/** Whether keys without a modifier do anything: who dictates or has a tremor can switch them off (WCAG 2.1.4). */
export function singleKeysEnabled(): boolean {
  return current;
}

export function setSingleKeys(enabled: boolean): void {
  current = enabled;
  try {
    window.localStorage.setItem(KEY, enabled ? 'on' : 'off');
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
