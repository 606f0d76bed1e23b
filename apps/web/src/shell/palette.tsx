import { useMantineColorScheme } from '@mantine/core';
import { Spotlight, spotlight } from '@mantine/spotlight';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { inboxQuery, meQuery } from '../api/queries.js';
import { t } from '#ui/i18n';
import { destinationsFor } from './navigation.js';

interface PaletteAction {
  readonly id: string;
  readonly label: string;
  readonly onClick: () => void;
}

/** Ctrl or Cmd and K: every place, the commonest actions, and what waits for review, by typing. */
export function Palette({ onHelp }: { readonly onHelp: () => void }) {
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const roles = useQuery(meQuery).data?.user?.roles ?? [];
  const reviews = roles.includes('reviewer') || roles.includes('lead');
  const inbox = useInfiniteQuery({ ...inboxQuery({}), enabled: reviews });
  useEffect(() => {
    spotlight.open();
  }, []);

  const places: readonly PaletteAction[] = destinationsFor(roles).map((place) => ({
    id: place.to,
    label: t(place.label),
    onClick: () => void navigate({ to: place.to }),
  }));
  const actions: readonly PaletteAction[] = [
    ...(roles.includes('curator')
      ? [{ id: 'add-source', label: t('sources.add'), onClick: () => void navigate({ to: '/sources/new' }) }]
      : []),
    { id: 'light', label: t('palette.light'), onClick: () => setColorScheme('light') },
    { id: 'dark', label: t('palette.dark'), onClick: () => setColorScheme('dark') },
    { id: 'auto', label: t('palette.auto'), onClick: () => setColorScheme('auto') },
    { id: 'help', label: t('help.title'), onClick: onHelp },
    { id: 'board', label: t('nav.board'), onClick: () => window.location.assign('/') },
  ];
  const waiting: readonly PaletteAction[] = (inbox.data?.pages.flatMap((page) => page.items) ?? []).map(
    (item) => ({
      id: `review ${item.propositionId}`,
      label: item.statement,
      onClick: () =>
        void navigate({ to: '/review/$propositionId', params: { propositionId: item.propositionId } }),
    }),
  );
  return (
    <Spotlight
      shortcut={null}
      attributes={{ content: { 'aria-label': t('palette.label') } }}
      limit={12}
      nothingFound={t('palette.nothing')}
      searchProps={{ placeholder: t('palette.placeholder'), 'aria-label': t('palette.placeholder') }}
      actions={[
        { group: t('palette.group.places'), actions: [...places] },
        ...(waiting.length === 0 ? [] : [{ group: t('palette.group.review'), actions: [...waiting] }]),
        { group: t('palette.group.actions'), actions: [...actions] },
      ]}
    />
  );
}
