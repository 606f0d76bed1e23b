import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../api/client.js';
import { propositionQuery } from '../api/queries.js';
import { ProblemError } from '../api/problem.js';
import { Page } from '../feedback/page.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toast } from '../feedback/toast.js';
import { StanceChoice } from '../matches/stance-choice.js';
import { askMatchesAgain } from '../matches/use-decide-match.js';
import { useToday } from '../shell/use-me.js';
import type { Stance } from '#core/domain';
import { t } from '#ui/i18n';

interface EventForm {
  readonly title: string;
  readonly summary: string;
  readonly url: string;
  readonly publishedAt: string;
  readonly occurredOn: string;
}

/** A report somebody came across, by hand; matching follows in the background. */
export function NewEventPage() {
  const { today } = useToday();
  const { about } = useSearch({ from: '/shell/events/new' });
  const [stance, setStance] = useState<Stance>('supports');
  const proposition = useQuery({ ...propositionQuery(about ?? ''), enabled: about !== undefined });
  const [form, setForm] = useState<EventForm>({
    title: '',
    summary: '',
    url: '',
    publishedAt: today,
    occurredOn: '',
  });
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const add = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/events', {
          body: {
            title: form.title,
            summary: form.summary,
            url: form.url.trim() === '' ? null : form.url.trim(),
            publishedAt: form.publishedAt,
            occurredOn: form.occurredOn === '' ? null : form.occurredOn,
            feed: null,
            about: about === undefined ? null : { propositionId: about, stance },
          },
        }),
      ),
    onSuccess: async ({ created }) => {
      toast(created ? t('events.added') : t('events.known'));
      await askMatchesAgain(queryClient);
      if (about === undefined) await navigate({ to: '/events' });
      else await navigate({ to: '/propositions/$propositionId', params: { propositionId: about } });
    },
  });
  const problem = add.error instanceof ProblemError ? add.error : null;
  const field = (name: keyof EventForm) => ({
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setForm((before) => ({ ...before, [name]: value }));
    },
    error: problem?.fieldMessage(name),
  });
  return (
    <Page title={t('events.add')} lead={t('events.add.lead')}>
      <form
        className="form form-wide"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        {about === undefined ? null : (
          <div className="event-about">
            <p>
              {t('events.about')} <strong>{proposition.data?.statement ?? ''}</strong>
            </p>
            <StanceChoice stance={stance} onChoose={setStance} />
          </div>
        )}
        <TextInput label={t('events.title')} required maxLength={500} {...field('title')} />
        <Textarea label={t('events.summary')} autosize minRows={3} maxLength={5000} {...field('summary')} />
        <TextInput type="url" label={t('events.url')} placeholder="https://" {...field('url')} />
        <div className="form-grid">
          <TextInput type="date" label={t('events.publishedAt')} required {...field('publishedAt')} />
          <TextInput
            type="date"
            label={t('events.occurredOn')}
            description={t('events.occurredOn.hint')}
            {...field('occurredOn')}
          />
        </div>
        <ProblemAlert error={add.error} />
        <Button type="submit" loading={add.isPending} className="form-submit">
          {t('events.submit')}
        </Button>
      </form>
    </Page>
  );
}
