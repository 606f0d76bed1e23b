import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { Page } from '../feedback/page.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toast } from '../feedback/toast.js';
import { TextFile } from '../form/text-file.js';
import { t } from '#ui/i18n';

const MAX_BYTES = 5_000_000;

interface SourceForm {
  readonly text: string;
  readonly title: string;
  readonly authors: string;
  readonly outlet: string;
  readonly publishedOn: string;
  readonly address: string;
}

const EMPTY: SourceForm = { text: '', title: '', authors: '', outlet: '', publishedOn: '', address: '' };

/** Fields left empty are left out: the server reads them from the text's own header lines. */
function bodyOf(form: SourceForm) {
  const authors = form.authors
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return {
    text: form.text,
    ...(form.title.trim() === '' ? {} : { title: form.title.trim() }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(form.outlet.trim() === '' ? {} : { outlet: form.outlet.trim() }),
    ...(form.publishedOn === '' ? {} : { publishedOn: form.publishedOn }),
    ...(form.address.trim() === '' ? {} : { address: form.address.trim() }),
  };
}

export function NewSourcePage() {
  const [form, setForm] = useState<SourceForm>(EMPTY);
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const add = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/sources', { body: bodyOf(form) })),
    onSuccess: async ({ source, created }) => {
      toast(created ? t('sources.added') : t('sources.known'));
      await queryClient.invalidateQueries({ queryKey: ['sources'] });
      await queryClient.invalidateQueries({ queryKey: ['me'] });
      await navigate({ to: '/sources/$sourceId', params: { sourceId: source.id } });
    },
  });
  const problem = add.error instanceof ProblemError ? add.error : null;
  const field = (name: keyof SourceForm) => ({
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      // The event's target is gone by the time the update runs.
      const { value } = event.currentTarget;
      setForm((before) => ({ ...before, [name]: value }));
    },
    error: problem?.fieldMessage(name),
  });
  return (
    <Page title={t('sources.add')} lead={t('sources.add.lead')}>
      <form
        className="form form-wide"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <TextFile
          label={t('sources.file')}
          accept=".txt,.md,text/plain,text/markdown"
          maxBytes={MAX_BYTES}
          onText={(text) => {
            setFileProblem(null);
            setForm((before) => ({ ...before, text }));
          }}
          onProblem={setFileProblem}
        />
        {fileProblem === null ? null : (
          <p className="flag" role="alert">
            {fileProblem}
          </p>
        )}
        <Textarea
          label={t('sources.text')}
          description={t('sources.text.hint')}
          required
          autosize
          minRows={10}
          maxRows={24}
          {...field('text')}
        />
        <div className="form-grid">
          <TextInput label={t('sources.title')} maxLength={500} {...field('title')} />
          <TextInput
            label={t('sources.authors')}
            description={t('sources.authors.hint')}
            {...field('authors')}
          />
          <TextInput label={t('sources.outlet')} maxLength={200} {...field('outlet')} />
          <TextInput
            type="date"
            label={t('sources.publishedOn')}
            description={t('sources.publishedOn.hint')}
            {...field('publishedOn')}
          />
          <TextInput type="url" label={t('sources.address')} placeholder="https://" {...field('address')} />
        </div>
        <ProblemAlert error={add.error} />
        <Button type="submit" loading={add.isPending} className="form-submit">
          {t('sources.submit')}
        </Button>
      </form>
    </Page>
  );
}
