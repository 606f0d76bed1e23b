import { useEffect, useRef, useSyncExternalStore } from 'react';
import { singleKeysEnabled } from './preferences.js';

/**
 * One key, as `KeyboardEvent.key` names it ("j", "?", "Enter"); with "mod+" it wants Ctrl or Cmd and works in fields
 * too; "g i" is g, then i within a second.
 */
export interface Shortcut {
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
}

interface Group {
  readonly title: string;
  shortcuts: readonly Shortcut[];
}

// The registry stands outside of React: one listener for the page, the newest group first.
let groups: readonly Group[] = [];
const listeners = new Set<() => void>();
let prefix: string | null = null;
let prefixTimer = 0;

function change(next: readonly Group[]): void {
  groups = next;
  for (const listener of listeners) listener();
}

/** Offers keys while the component is on screen; they appear in the help on `?`. */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[]): void {
  const group = useRef<Group | null>(null);
  useEffect(() => {
    const mine: Group = { title, shortcuts: [] };
    group.current = mine;
    change([mine, ...groups]);
    return () => {
      change(groups.filter((other) => other !== mine));
    };
  }, [title]);
  // Every render may close over newer state; the list itself is looked up when a key comes.
  useEffect(() => {
    if (group.current !== null) group.current.shortcuts = shortcuts;
  });
}

export function useShortcutGroups(): readonly Group[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => groups,
  );
}

const FIELDS = new Set(['INPUT', 'TEXTAREA', 'SELECT']);
const FREE_INPUTS = new Set(['checkbox', 'radio', 'button', 'submit', 'range']);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement && FREE_INPUTS.has(target.type)) return false;
  return FIELDS.has(target.tagName);
}

const hasDialog = () => document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

/** The spelling under which a key is looked up, or null when it is none of ours. */
function spell(event: KeyboardEvent): string | null {
  if (event.altKey || event.isComposing) return null;
  if (event.ctrlKey || event.metaKey) return `mod+${event.key}`;
  return singleKeysEnabled() && !isTyping(event.target) ? event.key : null;
}

/** Enter and space on something that can be pressed belong to it. */
function belongsToControl(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  return (
    event.target instanceof HTMLElement &&
    event.target.closest('a, button, [role="button"], summary') !== null
  );
}

function find(spelling: string): Shortcut | undefined {
  for (const group of groups) {
    const found = group.shortcuts.find((shortcut) => shortcut.keys === spelling);
    if (found !== undefined) return found;
  }
  return undefined;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.repeat || hasDialog()) return;
  const key = spell(event);
  if (key === null) return;
  if (!key.startsWith('mod+') && belongsToControl(event)) return;
  const sequence = prefix === null ? key : `${prefix} ${key}`;
  prefix = null;
  window.clearTimeout(prefixTimer);
  const shortcut = find(sequence) ?? find(key);
  if (shortcut !== undefined) {
    event.preventDefault();
    shortcut.run();
    return;
  }
  if (key === 'g') {
    prefix = 'g';
    prefixTimer = window.setTimeout(() => {
      prefix = null;
    }, 1000);
  }
}

/** Called once, by the entry of the app. */
export function listenForShortcuts(): void {
  window.addEventListener('keydown', onKeyDown);
}
