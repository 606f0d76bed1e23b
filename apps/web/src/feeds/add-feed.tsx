import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { announce } from '../feedback/announcer.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toast } from '../feedback/toast.js';
import { useToday } from '../shell/use-me.js';
import { formatInstantDay } from '#ui/format';
import { t } from '#ui/i18n';

/** Finds the feeds at an address first, so that what is added is what was meant. */
export function AddFeed() {
  const [url, setUrl] = useState('');
  const find = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/feeds/discover', { body: { url } })),
    onSuccess: ({ feeds }) => announce(t('feeds.add.found', { n: feeds.length })),
  });
  const problem = find.error instanceof ProblemError ? find.error.fieldMessage('url') : undefined;
  return (
    <form
      className="form panel"
      onSubmit={(event) => {
        event.preventDefault();
        find.mutate();
      }}
    >
      <h2>{t('feeds.add')}</h2>
      <TextInput
        label={t('feeds.add.address')}
        description={t('feeds.add.hint')}
        required
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        inputMode="url"
        maxLength={2000}
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
        error={problem}
      />
      {problem === undefined ? <ProblemAlert error={find.error} /> : null}
      <Button type="submit" loading={find.isPending} disabled={url.trim() === ''}>
        {t('feeds.add.find')}
      </Button>
      {find.data === undefined ? null : (
        <FoundFeeds
          feeds={find.data.feeds}
          onAdded={() => {
            setUrl('');
            find.reset();
          }}
        />
      )}
    </form>
  );
}

interface FoundFeedsProps {
  readonly feeds: readonly Schemas['FoundFeed'][];
  readonly onAdded: () => void;
}

function FoundFeeds({ feeds, onAdded }: FoundFeedsProps) {
  const { zone } = useToday();
  const queryClient = useQueryClient();
  const add = useMutation({
    mutationFn: ({ url, title }: Schemas['FoundFeed']) =>
      ask(api.POST('/api/v1/feeds', { body: { url, title } })),
    onSuccess: async ({ feed, created }) => {
      toast(created ? t('feeds.added', { title: feed.title }) : t('feeds.known', { title: feed.title }));
      await queryClient.invalidateQueries({ queryKey: ['feeds'] });
      if (feeds.length === 1) onAdded();
    },
  });
  return (
    <div className="found-feeds">
      <p>{t('feeds.add.found', { n: feeds.length })}</p>
      <ul className="row-list">
        {feeds.map((feed) => (
          <li key={feed.url}>
            <p className="row-title">{feed.title}</p>
            <p className="ot-soft row-facts">
              <span className="web-address">{feed.url}</span>
              {feed.items === null ? null : <span>{t('feeds.add.items', { n: feed.items })}</span>}
              {feed.newestAt === null ? null : (
                <span>{t('feeds.add.newest', { date: formatInstantDay(feed.newestAt, zone) })}</span>
              )}
            </p>
            <Button
              type="button"
              size="compact-sm"
              loading={add.isPending && add.variables.url === feed.url}
              onClick={() => add.mutate(feed)}
            >
              {t('feeds.add.submit', { title: feed.title })}
            </Button>
          </li>
        ))}
      </ul>
      <ProblemAlert error={add.error} />
    </div>
  );
}
