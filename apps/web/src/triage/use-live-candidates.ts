import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../api/client.js';
import { fetchCandidates, sourceQuery } from '../api/queries.js';
import { announce } from '../feedback/announcer.js';
import { t } from '#ui/i18n';
import { changedByOthers, mergeFresh } from './fresh-candidates.js';

type Candidate = Schemas['Candidate'];

const LOOK_MS = 5_000;

/**
 * Several people triage one text: what others decide is on screen a few seconds later, and whoever looks at such a
 * candidate is told. Returns which ones others have changed under the eyes of this person.
 */
export function useLiveCandidates(sourceId: string, isWatching: boolean) {
  const queryClient = useQueryClient();
  const [overtaken, setOvertaken] = useState<ReadonlySet<string>>(new Set());
  const mark = (ids: readonly string[]) => {
    setOvertaken((before) => new Set([...before, ...ids]));
  };
  const takeOver = (fresh: readonly Candidate[]) => {
    const { queryKey } = sourceQuery(sourceId);
    const before: readonly Candidate[] = queryClient.getQueryData(queryKey)?.candidateList ?? [];
    const changed = changedByOthers(before, fresh);
    queryClient.setQueryData(queryKey, (source) =>
      source === undefined ? source : { ...source, candidateList: mergeFresh(before, fresh) },
    );
    if (changed.length === 0) return;
    mark(changed.map(({ id }) => id));
    announce(t('triage.others', { n: changed.length }));
  };
  useQuery({
    queryKey: ['candidates', sourceId],
    queryFn: async ({ signal }) => {
      const { items } = await fetchCandidates(sourceId, signal);
      // A change that was made meanwhile has called this off; its answer knows better.
      if (!signal.aborted) takeOver(items);
      return items.length;
    },
    enabled: isWatching,
    refetchInterval: LOOK_MS,
    gcTime: 0,
  });
  return { overtaken, markOvertaken: (id: string) => mark([id]) };
}
