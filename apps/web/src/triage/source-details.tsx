import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toast } from '../feedback/toast.js';
import { t } from '#ui/i18n';

interface Details {
  readonly title: string;
  readonly authors: string;
  readonly outlet: string;
  readonly publishedOn: string;
  readonly address: string;
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** What was read about a source, to be corrected. Open from the start where the date is missing: without it nobody can accept. */
export function SourceDetails({ source }: { readonly source: Schemas['SourceDetail'] }) {
  const isDated = source.publishedOn !== null;
  return (
    <details className="source-details" open={!isDated}>
      <summary>{t('triage.details')}</summary>
      {isDated ? null : <p className="flag">{t('triage.details.noDate')}</p>}
      <DetailsForm source={source} />
    </details>
  );
}

function DetailsForm({ source }: { readonly source: Schemas['SourceDetail'] }) {
  const [form, setForm] = useState<Details>({
    title: source.title,
    authors: source.authors.join(', '),
    outlet: source.outlet ?? '',
    publishedOn: source.publishedOn ?? '',
    address: source.address ?? '',
  });
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/api/v1/sources/{id}/metadata', {
          params: { path: { id: source.id } },
          body: {
            title: form.title.trim(),
            authors: form.authors.split(',').flatMap((name) => orNull(name) ?? []),
            outlet: orNull(form.outlet),
            publishedOn: orNull(form.publishedOn),
            address: orNull(form.address),
          },
        }),
      ),
    onSuccess: async () => {
      toast(t('triage.details.saved'));
      await queryClient.invalidateQueries({ queryKey: ['sources'] });
    },
  });
  const problem = save.error instanceof ProblemError ? save.error : null;
  const field = (name: keyof Details) => ({
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      // The event's target is gone by the time the update runs.
      const { value } = event.currentTarget;
      setForm((before) => ({ ...before, [name]: value }));
    },
    error: problem?.fieldMessage(name),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <div className="form-grid">
        <TextInput label={t('sources.title')} required maxLength={500} {...field('title')} />
        <TextInput
          label={t('sources.authors')}
          description={t('sources.authors.hint')}
          {...field('authors')}
        />
        <TextInput label={t('sources.outlet')} maxLength={200} {...field('outlet')} />
        <TextInput type="date" label={t('sources.publishedOn')} {...field('publishedOn')} />
        <TextInput type="url" label={t('sources.address')} placeholder="https://" {...field('address')} />
      </div>
      <ProblemAlert error={save.error} />
      <Button type="submit" size="xs" loading={save.isPending}>
        {t('triage.details.save')}
      </Button>
    </form>
  );
}
