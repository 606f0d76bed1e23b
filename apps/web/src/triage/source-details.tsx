import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toast } from '../feedback/toast.js';
import { orNull, SourceFields, type SourceForm, toForm, toNames } from '../sources/source-fields.js';
import { t } from '#ui/i18n';

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
  const [form, setForm] = useState<SourceForm>(toForm(source));
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/api/v1/sources/{id}/metadata', {
          params: { path: { id: source.id } },
          body: {
            title: form.title.trim(),
            authors: toNames(form.authors),
            outlet: orNull(form.outlet),
            publishedOn: orNull(form.publishedOn),
            address: orNull(form.address),
            language: form.language.trim(),
          },
        }),
      ),
    onSuccess: async () => {
      toast(t('triage.details.saved'));
      await queryClient.invalidateQueries({ queryKey: ['sources'] });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <SourceFields
        known={source}
        form={form}
        onChange={(change) => setForm((before) => ({ ...before, ...change }))}
        error={save.error}
      />
      <ProblemAlert error={save.error} />
      <Button type="submit" size="xs" loading={save.isPending}>
        {t('triage.details.save')}
      </Button>
    </form>
  );
}
