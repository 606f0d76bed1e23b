import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toast } from '../feedback/toast.js';
import { t } from '#ui/i18n';

type Feed = Schemas['Feed'];
type Change = { readonly state?: 'active' | 'paused'; readonly pollMinutes?: number; readonly url?: string };

const PERIODS = [5, 15, 30, 60, 360, 1440, 10080] as const;

/** What can be done with a feed. */
export function FeedActions({ feed }: { readonly feed: Feed }) {
  const { id, title, state, version, movedTo, url, restingUntil } = feed;
  const [isRemoving, setRemoving] = useState(false);
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['feeds'] });
  const path = { id };
  const change = useMutation({
    mutationFn: (body: Change) =>
      ask(api.PATCH('/api/v1/feeds/{id}', { params: { path }, body: { version, ...body } })),
    onSuccess: async (_feed, body) => {
      toast(saidOf(body, title));
      await refresh();
    },
  });
  const poll = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/feeds/{id}/poll', { params: { path } })),
    onSuccess: async () => {
      // Where its server asked for peace, the row says until when.
      if (restingUntil === null) toast(t('feed.pollSoon', { title }));
      await refresh();
    },
  });
  const remove = useMutation({
    mutationFn: () => ask(api.DELETE('/api/v1/feeds/{id}', { params: { path } })),
    onSuccess: async () => {
      toast(t('feed.removed', { title }));
      await refresh();
    },
  });
  const button = { size: 'compact-sm', variant: 'default' } as const;
  const isActive = state === 'active';
  return (
    <>
      {movedTo === null || movedTo === url ? null : (
        <p>
          {t('feed.moved', { url: movedTo })}{' '}
          <Button {...button} loading={change.isPending} onClick={() => change.mutate({ url: movedTo })}>
            {t('feed.moved.use')}
          </Button>
        </p>
      )}
      <div className="feed-actions">
        {isActive ? (
          <>
            <Button
              {...button}
              loading={poll.isPending}
              onClick={() => poll.mutate()}
              aria-label={t('feed.poll', { title })}
            >
              {t('feed.poll.short')}
            </Button>
            <Button
              {...button}
              loading={change.isPending}
              onClick={() => change.mutate({ state: 'paused' })}
              aria-label={t('feed.pause', { title })}
            >
              {t('feed.pause.short')}
            </Button>
          </>
        ) : (
          <Button
            {...button}
            loading={change.isPending}
            onClick={() => change.mutate({ state: 'active' })}
            aria-label={t('feed.resume', { title })}
          >
            {t('feed.resume.short')}
          </Button>
        )}
        <Button {...button} onClick={() => setRemoving(true)} aria-label={t('feed.remove', { title })}>
          {t('feed.remove.short')}
        </Button>
        <Period feed={feed} onChange={(pollMinutes) => change.mutate({ pollMinutes })} />
      </div>
      {isRemoving ? (
        <p className="feed-sure" role="alert">
          {t('feed.remove.sure')}{' '}
          <Button {...button} color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('feed.remove.yes')}
          </Button>{' '}
          <Button {...button} onClick={() => setRemoving(false)}>
            {t('action.cancel')}
          </Button>
        </p>
      ) : null}
      <ProblemAlert error={change.error ?? poll.error ?? remove.error} onReload={() => void refresh()} />
    </>
  );
}

function Period({ feed, onChange }: { readonly feed: Feed; readonly onChange: (minutes: number) => void }) {
  const { pollMinutes, title } = feed;
  const isOther = !PERIODS.some((minutes) => minutes === pollMinutes);
  return (
    <label className="feed-period">
      <span aria-hidden="true">{t('feed.every.short')}</span>
      <NativeSelect
        size="xs"
        aria-label={t('feed.every', { title })}
        value={String(pollMinutes)}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
        data={[
          ...PERIODS.map((minutes) => ({ value: String(minutes), label: t(`feed.every.${minutes}`) })),
          ...(isOther
            ? [{ value: String(pollMinutes), label: t('feed.every.other', { minutes: pollMinutes }) }]
            : []),
        ]}
      />
    </label>
  );
}

function saidOf({ state, url }: Change, title: string): string {
  if (url !== undefined) return t('feed.moved.used', { title });
  if (state === undefined) return t('feed.every.saved', { title });
  return state === 'paused' ? t('feed.pausedNow', { title }) : t('feed.resumedNow', { title });
}
