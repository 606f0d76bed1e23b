import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../api/client.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toast } from '../feedback/toast.js';
import { useHasRole } from '../shell/use-me.js';
import { t } from '#ui/i18n';

/** An address that was given for an article and is a feed: what can be done with it. */
export function FeedOffer({ address }: { readonly address: string }) {
  const isAdmin = useHasRole('admin');
  const queryClient = useQueryClient();
  const add = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/feeds', { body: { url: address } })),
    onSuccess: async ({ feed: { title }, created }) => {
      toast(created ? t('feeds.added', { title }) : t('feeds.known', { title }));
      await queryClient.invalidateQueries({ queryKey: ['feeds'] });
    },
  });
  return (
    <section className="panel feed-offer" role="alert">
      <h2>{t('read.feed.title')}</h2>
      <p>{t('read.feed.text')}</p>
      {isAdmin ? (
        <Button loading={add.isPending} disabled={add.isSuccess} onClick={() => add.mutate()}>
          {t('read.feed.add')}
        </Button>
      ) : (
        <p>{t('read.feed.notAdmin')}</p>
      )}
      <ProblemAlert error={add.error} />
    </section>
  );
}
