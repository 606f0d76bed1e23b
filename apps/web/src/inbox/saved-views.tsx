import { Button, CloseButton, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../api/client.js';
import { inboxViewsQuery } from '../api/queries.js';
import { toast, toastProblem } from '../feedback/toast.js';
import { t } from '#ui/i18n';
import { type InboxSearch, queryOf, searchOf } from './inbox-filter.js';

/** Filters this person has named, one press away, and the naming of the present one. */
export function SavedViews({ search }: { readonly search: InboxSearch }) {
  const views = useQuery(inboxViewsQuery).data?.views ?? [];
  const queryClient = useQueryClient();
  const [name, setName] = useState<string | null>(null);
  const query = queryOf(search);
  const keep = useMutation({
    mutationFn: (view: string) => ask(api.PUT('/api/v1/inbox/views', { body: { name: view, query } })),
    onSuccess: (saved) => {
      queryClient.setQueryData(inboxViewsQuery.queryKey, saved);
      setName(null);
      toast(t('inbox.views.saved'));
    },
    onError: toastProblem,
  });
  const drop = useMutation({
    mutationFn: (view: string) =>
      ask(api.DELETE('/api/v1/inbox/views/{name}', { params: { path: { name: view } } })),
    onSuccess: (saved) => queryClient.setQueryData(inboxViewsQuery.queryKey, saved),
    onError: toastProblem,
  });
  const isKnown = views.some((view) => view.query === query);
  if (views.length === 0 && query === '') return null;
  return (
    <nav className="saved-views" aria-label={t('inbox.views')}>
      {views.map((view) => (
        <span key={view.name} className="saved-view" data-current={view.query === query}>
          <Link
            to="/inbox"
            search={searchOf(view.query)}
            aria-current={view.query === query ? 'page' : undefined}
          >
            {view.name}
          </Link>
          <CloseButton
            size="sm"
            aria-label={t('inbox.views.drop', { name: view.name })}
            onClick={() => drop.mutate(view.name)}
          />
        </span>
      ))}
      {query === '' || isKnown ? null : name === null ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setName('')}>
          {t('inbox.views.save')}
        </Button>
      ) : (
        <form
          className="saved-view-name"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') keep.mutate(name.trim());
          }}
        >
          <TextInput
            size="xs"
            aria-label={t('inbox.views.name')}
            placeholder={t('inbox.views.name')}
            value={name}
            maxLength={80}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" loading={keep.isPending}>
            {t('action.save')}
          </Button>
        </form>
      )}
    </nav>
  );
}
