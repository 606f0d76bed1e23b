import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, ask } from '../api/client.js';
import { draftQuery } from '../api/queries.js';
import type { DraftBody } from './review-form-state.js';

export type SaveState = 'idle' | 'saving' | 'saved' | 'failed';

const QUIET_MS = 1_200;
const RETRY_MS = 10_000;

/**
 * Keeps the draft on the server: a moment after the last change, again when that failed, at once on demand and on
 * leaving. What is kept also goes into the cache, so that coming back finds it without waiting.
 */
export function useAutosave(
  propositionId: string,
  body: DraftBody,
): { state: SaveState; saveNow: () => void } {
  const queryClient = useQueryClient();
  const [state, setState] = useState<SaveState>('idle');
  const text = JSON.stringify(body);
  // What the server has; the form starts out as the draft it was read from.
  const kept = useRef(text);
  const newest = useRef(text);

  const send = useCallback(
    async (draftText: string) => {
      const draft = JSON.parse(draftText) as DraftBody;
      queryClient.setQueryData(draftQuery(propositionId).queryKey, { draft, savedAt: null });
      await ask(
        api.PUT('/api/v1/propositions/{id}/draft', {
          params: { path: { id: propositionId } },
          body: draft,
          keepalive: true,
        }),
      );
      kept.current = draftText;
    },
    [propositionId, queryClient],
  );
  const save = useCallback(
    async (draftText: string) => {
      setState('saving');
      try {
        await send(draftText);
        setState('saved');
      } catch {
        setState('failed');
      }
    },
    [send],
  );

  const hasFailed = state === 'failed';
  useEffect(() => {
    newest.current = text;
    if (text === kept.current) return undefined;
    const timer = window.setTimeout(() => void save(text), hasFailed ? RETRY_MS : QUIET_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [text, hasFailed, save]);

  useEffect(() => {
    const flush = () => {
      if (newest.current === kept.current) return;
      // Nobody is left to be told of a failure; the cache still has it.
      send(newest.current).catch(() => null);
    };
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [send]);

  return { state, saveNow: () => void save(text) };
}
