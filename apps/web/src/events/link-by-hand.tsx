import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api, ask } from '../api/client.js';
import { foundPropositionsQuery } from '../api/queries.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toast } from '../feedback/toast.js';
import { StanceChoice } from '../matches/stance-choice.js';
import { askMatchesAgain } from '../matches/use-decide-match.js';
import type { Stance } from '#core/domain';
import { t } from '#ui/i18n';

/** Finds a proposition that an event bears on though nothing suggested it, and links the two. */
export function LinkByHand({ eventId }: { readonly eventId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen)
    return (
      <Button size="compact-sm" variant="subtle" onClick={() => setIsOpen(true)}>
        {t('events.link')}
      </Button>
    );
  return <LinkForm eventId={eventId} onDone={() => setIsOpen(false)} />;
}

function LinkForm({ eventId, onDone }: { readonly eventId: string; readonly onDone: () => void }) {
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [stance, setStance] = useState<Stance>('supports');
  const name = useId();
  const queryClient = useQueryClient();
  const found = useQuery({ ...foundPropositionsQuery(words.trim()), enabled: words.trim().length > 2 });
  const link = useMutation({
    mutationFn: (propositionId: string) =>
      ask(
        api.POST('/api/v1/events/{id}/matches', {
          params: { path: { id: eventId } },
          body: { propositionId, stance },
        }),
      ),
    onSuccess: async () => {
      toast(t('events.linked'));
      onDone();
      await askMatchesAgain(queryClient);
    },
  });
  const items = found.data?.items ?? [];
  return (
    <form
      className="link-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== null) link.mutate(chosen);
      }}
    >
      <TextInput
        type="search"
        label={t('events.link.search')}
        value={words}
        data-autofocus
        autoFocus
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {items.length === 0 ? (
        <p className="ot-soft" role="status">
          {found.isSuccess ? t('events.link.none') : t('events.link.hint')}
        </p>
      ) : (
        <fieldset className="field-group">
          <legend>{t('events.link.choose')}</legend>
          {items.map((item) => (
            <label key={item.id}>
              <input
                type="radio"
                name={name}
                checked={chosen === item.id}
                onChange={() => setChosen(item.id)}
              />
              <span>{item.statement}</span>
            </label>
          ))}
        </fieldset>
      )}
      <StanceChoice stance={stance} onChoose={setStance} />
      <ProblemAlert error={link.error ?? found.error} />
      <div className="match-buttons">
        <Button type="submit" size="compact-md" disabled={chosen === null} loading={link.isPending}>
          {t('events.link.submit')}
        </Button>
        <Button size="compact-md" variant="subtle" onClick={onDone}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
