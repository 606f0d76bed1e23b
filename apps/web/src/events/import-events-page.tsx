import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../api/client.js';
import { Page } from '../feedback/page.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toast } from '../feedback/toast.js';
import { TextFile } from '../form/text-file.js';
import { t } from '#ui/i18n';

const MAX_BYTES = 10_000_000;
const COLUMNS = 'title,summary,url,publishedAt,occurredOn,feed';
const EXAMPLE = `${COLUMNS}\n"Treaty signed","Both sides signed.",https://example.org/treaty,2022-03-01,2022-02-28,wire`;

/** Events from a CSV file: all rows or none, and every bad row named. */
export function ImportEventsPage() {
  const [csv, setCsv] = useState('');
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const send = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/events/import', { body: { csv } })),
    onSuccess: async ({ created, existing }) => {
      toast(t('events.imported', { created, existing }));
      await queryClient.invalidateQueries({ queryKey: ['events'] });
      await navigate({ to: '/events' });
    },
  });
  const rows = Math.max(0, csv.split('\n').filter((line) => line.trim() !== '').length - 1);
  return (
    <Page title={t('events.import')} lead={t('events.import.lead')}>
      <form
        className="form form-wide"
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate();
        }}
      >
        <TextFile
          label={t('events.import.file')}
          accept=".csv,text/csv,text/plain"
          maxBytes={MAX_BYTES}
          onText={(text) => {
            setFileProblem(null);
            setCsv(text);
          }}
          onProblem={setFileProblem}
        />
        {fileProblem === null ? null : (
          <p className="flag" role="alert">
            {fileProblem}
          </p>
        )}
        <Textarea
          label={t('events.import.text')}
          description={t('events.import.hint', { columns: COLUMNS })}
          placeholder={EXAMPLE}
          required
          autosize
          minRows={8}
          maxRows={20}
          value={csv}
          onChange={(event) => setCsv(event.currentTarget.value)}
          classNames={{ input: 'code-input' }}
        />
        <p className="ot-soft" aria-live="polite">
          {t('events.import.rows', { n: rows })}
        </p>
        <ProblemAlert error={send.error} />
        <Button type="submit" loading={send.isPending} disabled={rows === 0} className="form-submit">
          {t('events.import.submit')}
        </Button>
      </form>
    </Page>
  );
}
