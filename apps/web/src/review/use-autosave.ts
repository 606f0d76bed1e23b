import { useCallback, useEffect, useRef, useState } from 'react';
import { api, ask } from '../api/client.js';
import type { DraftBody } from './review-form-state.js';

export type SaveState = 'idle' | 'waiting' | 'saving' | 'saved' | 'failed';

const QUIET_MS = 1_200;
const RETRY_MS = 10_000;

/** Keeps the draft on the server: a moment after the last change, again when that failed, and at once on demand. */
export function useAutosave(
  propositionId: string,
  body: DraftBody,
): { state: SaveState; saveNow: () => void } {
  const [state, setState] = useState<SaveState>('idle');
  const text = JSON.stringify(body);
  // What the server has; the form starts out as the draft it was read from.
  const kept = useRef(text);

  const save = useCallback(
    async (draft: string) => {
      setState('saving');
      try {
        await ask(
          api.PUT('/api/v1/propositions/{id}/draft', {
            params: { path: { id: propositionId } },
            body: JSON.parse(draft) as DraftBody,
          }),
        );
        kept.current = draft;
        setState('saved');
      } catch {
        setState('failed');
      }
    },
    [propositionId],
  );

  const hasFailed = state === 'failed';
  useEffect(() => {
    if (text === kept.current) return undefined;
    const timer = window.setTimeout(() => void save(text), hasFailed ? RETRY_MS : QUIET_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [text, hasFailed, save]);

  return { state, saveNow: () => void save(text) };
}
