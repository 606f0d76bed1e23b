import { Button, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { hooksQuery } from '../api/queries.js';
import { announce } from '../feedback/announcer.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { QueryView } from '../feedback/states.js';
import { toast } from '../feedback/toast.js';
import { useToday } from '../shell/use-me.js';
import { formatInstant } from '#ui/format';
import { t } from '#ui/i18n';

type Hook = Schemas['Hook'];

/** A secret as it is shown, once. */
interface Shown {
  readonly hookId: string;
  readonly address: string;
  readonly secret: string;
}

/** Programs that send events themselves, signed. */
export function Senders() {
  const [title, setTitle] = useState('');
  const [shown, setShown] = useState<Shown | null>(null);
  const query = useQuery(hooksQuery);
  const queryClient = useQueryClient();
  const show = async ({ hook, secret }: { readonly hook: Hook; readonly secret: string }) => {
    setShown({ hookId: hook.id, address: hook.address, secret });
    announce(t('senders.secret'));
    await queryClient.invalidateQueries({ queryKey: ['hooks'] });
  };
  const add = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/hooks', { body: { title: title.trim() } })),
    onSuccess: async (added) => {
      setTitle('');
      await show(added);
    },
  });
  return (
    <section className="panel form feed-lists" aria-labelledby="senders">
      <Title order={2} id="senders">
        {t('senders.title')}
      </Title>
      <p className="ot-soft">{t('senders.hint')}</p>
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? null : (
            <ul className="row-list">
              {items.map((hook) => (
                <SenderRow
                  key={hook.id}
                  hook={hook}
                  secret={shown?.hookId === hook.id ? shown.secret : null}
                  onSecret={show}
                />
              ))}
            </ul>
          )
        }
      </QueryView>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <TextInput
          label={t('senders.name')}
          required
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <ProblemAlert error={add.error} />
        <Button type="submit" variant="default" loading={add.isPending} disabled={title.trim() === ''}>
          {t('senders.add')}
        </Button>
      </form>
    </section>
  );
}

interface SenderRowProps {
  readonly hook: Hook;
  /** Where it was made just now. */
  readonly secret: string | null;
  readonly onSecret: (made: { hook: Hook; secret: string }) => Promise<void>;
}

function SenderRow({ hook, secret, onSecret }: SenderRowProps) {
  const { zone } = useToday();
  const [isRemoving, setRemoving] = useState(false);
  const queryClient = useQueryClient();
  const params = { path: { id: hook.id } };
  const renew = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/hooks/{id}/secret', { params })),
    onSuccess: onSecret,
  });
  const remove = useMutation({
    mutationFn: () => ask(api.DELETE('/api/v1/hooks/{id}', { params })),
    onSuccess: async () => {
      toast(t('feed.removed', { title: hook.title }));
      await queryClient.invalidateQueries({ queryKey: ['hooks'] });
    },
  });
  const button = { size: 'compact-sm', variant: 'default' } as const;
  return (
    <li className="feed-row">
      <p className="row-title">{hook.title}</p>
      <p className="ot-soft row-facts">
        <span className="web-address">{hook.address}</span>
      </p>
      <p className="ot-soft row-facts">
        <span>
          {hook.lastDeliveryAt === null
            ? t('senders.never')
            : t('senders.last', { date: formatInstant(hook.lastDeliveryAt, zone) })}
        </span>
        <span>{t('feed.events', { n: hook.events })}</span>
        {hook.previousSecretUntil === null ? null : (
          <span>{t('senders.previous', { date: formatInstant(hook.previousSecretUntil, zone) })}</span>
        )}
      </p>
      {secret === null ? null : (
        <div className="link-once" role="status">
          <p>{t('senders.secret')}</p>
          <code>{secret}</code>
        </div>
      )}
      <div className="feed-actions">
        <Button
          {...button}
          loading={renew.isPending}
          onClick={() => renew.mutate()}
          aria-label={t('senders.renew', { title: hook.title })}
        >
          {t('senders.renew.short')}
        </Button>
        <Button
          {...button}
          onClick={() => setRemoving(true)}
          aria-label={t('feed.remove', { title: hook.title })}
        >
          {t('feed.remove.short')}
        </Button>
      </div>
      {isRemoving ? (
        <p className="feed-sure" role="alert">
          {t('senders.remove.sure')}{' '}
          <Button {...button} color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('feed.remove.yes')}
          </Button>{' '}
          <Button {...button} onClick={() => setRemoving(false)}>
            {t('action.cancel')}
          </Button>
        </p>
      ) : null}
      <ProblemAlert error={renew.error ?? remove.error} />
    </li>
  );
}
