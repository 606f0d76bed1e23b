import { Button, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../api/client.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toast } from '../feedback/toast.js';
import { TextFile } from '../form/text-file.js';
import { t } from '#ui/i18n';

const MAX_BYTES = 5_000_000;

/** Lists as other feed readers write and read them. */
export function FeedLists() {
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const queryClient = useQueryClient();
  const take = useMutation({
    mutationFn: (opml: string) => ask(api.POST('/api/v1/feeds/opml', { body: { opml } })),
    onSuccess: async ({ created, existing }) => {
      toast(t('feeds.opml.imported', { created, existing }));
      await queryClient.invalidateQueries({ queryKey: ['feeds'] });
    },
  });
  const give = useMutation({
    mutationFn: () => ask(api.GET('/api/v1/feeds/opml')),
    onSuccess: ({ opml }) => save(opml),
  });
  const refused = take.data?.refused ?? [];
  return (
    <section className="panel form feed-lists" aria-labelledby="opml">
      <Title order={2} id="opml">
        {t('feeds.opml')}
      </Title>
      <p className="ot-soft">{t('feeds.opml.hint')}</p>
      <TextFile
        label={t('feeds.opml.file')}
        accept=".opml,.xml,text/xml,text/x-opml"
        maxBytes={MAX_BYTES}
        onText={(text) => {
          setFileProblem(null);
          take.mutate(text);
        }}
        onProblem={setFileProblem}
      />
      {fileProblem === null ? null : (
        <p className="flag" role="alert">
          {fileProblem}
        </p>
      )}
      {refused.length === 0 ? null : (
        <div className="flag" role="status">
          <p>{t('feeds.opml.refused', { n: refused.length })}</p>
          <ul>
            {refused.map(({ url, message }) => (
              <li key={url}>
                <span className="web-address">{url}</span>: {message}
              </li>
            ))}
          </ul>
        </div>
      )}
      <ProblemAlert error={take.error ?? give.error} />
      <Button variant="default" loading={give.isPending} onClick={() => give.mutate()}>
        {t('feeds.opml.export')}
      </Button>
    </section>
  );
}

function save(opml: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([opml], { type: 'text/x-opml' }));
  link.download = 'feeds.opml';
  link.click();
  URL.revokeObjectURL(link.href);
}
