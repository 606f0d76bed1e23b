import { Button, NativeSelect, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { goldItemsQuery } from '../api/queries.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toast } from '../feedback/toast.js';
import { OUTCOMES, type Outcome } from '#core/domain';
import { outcomeWord } from '#ui/format';
import { t } from '#ui/i18n';

type Proposition = Schemas['PropositionDetail'];

/** A lead notes an answer known before anybody reviews, to see how well reviewers do; see the reviewers' page. */
export function KnownAnswer({ proposition }: { readonly proposition: Proposition }) {
  const { data } = useQuery(goldItemsQuery);
  if (data === undefined || proposition.verdicts.length > 0 || proposition.round !== null) return null;
  const noted = data.items.find(({ propositionId }) => propositionId === proposition.id);
  return (
    <section aria-labelledby="known" className="side-section">
      <Title order={2} id="known">
        {t('gold.note')}
      </Title>
      {noted === undefined ? (
        <>
          <p className="ot-soft">{t('gold.note.hint')}</p>
          <NoteForm proposition={proposition} />
        </>
      ) : (
        <p className="ot-soft">
          {t('gold.noted', { answer: noted.answer === null ? t('gold.hidden') : outcomeWord(noted.answer) })}
        </p>
      )}
    </section>
  );
}

function NoteForm({ proposition }: { readonly proposition: Proposition }) {
  const [answer, setAnswer] = useState<Outcome | null>(null);
  const [occurredOn, setOccurredOn] = useState('');
  const queryClient = useQueryClient();
  const hasDay = answer === 'OCCURRED' && proposition.kind !== 'persistence';
  const note = useMutation({
    mutationFn: (known: Outcome) =>
      ask(
        api.PUT('/api/v1/propositions/{id}/gold', {
          params: { path: { id: proposition.id } },
          body: { answer: known, occurredOn: hasDay && occurredOn !== '' ? occurredOn : null },
        }),
      ),
    onSuccess: async () => {
      toast(t('gold.saved'));
      await queryClient.invalidateQueries(goldItemsQuery);
      await queryClient.invalidateQueries({ queryKey: ['inbox'] });
    },
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (answer !== null) note.mutate(answer);
      }}
    >
      <NativeSelect
        label={t('gold.answer')}
        required
        value={answer ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          setAnswer(OUTCOMES.find((one) => one === chosen) ?? null);
        }}
        data={[
          { value: '', label: t('gold.answer.choose') },
          ...OUTCOMES.map((one) => ({ value: one, label: outcomeWord(one) })),
        ]}
      />
      {hasDay ? (
        <TextInput
          type="date"
          label={t('review.occurredOn')}
          required
          value={occurredOn}
          onChange={(event) => setOccurredOn(event.currentTarget.value)}
        />
      ) : null}
      <ProblemAlert error={note.error} />
      <Button type="submit" variant="default" loading={note.isPending} disabled={answer === null}>
        {t('gold.save')}
      </Button>
    </form>
  );
}
