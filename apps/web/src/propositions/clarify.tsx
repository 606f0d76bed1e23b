import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { usePropositionChange } from '../disputes/use-proposition-change.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { useHasRole } from '../shell/use-me.js';
import { t } from '#ui/i18n';

/** For curators and leads, as long as the question is open or its verdict disputed. */
export function Clarify({ proposition }: { readonly proposition: Schemas['PropositionDetail'] }) {
  const mayClarify = useHasRole('curator', 'lead');
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const clarify = usePropositionChange(
    () =>
      ask(
        api.POST('/api/v1/propositions/{id}/clarifications', {
          params: { path: { id: proposition.id } },
          body: { text },
        }),
      ),
    t('clarifications.added'),
    () => {
      setText('');
      setOpen(false);
    },
  );
  const newest = [...proposition.verdicts].sort((a, b) => b.version - a.version)[0];
  const isDisputed = proposition.disputes.some(({ state }) => state === 'open');
  const isAsked = newest === undefined || newest.stage === 'reopened' || isDisputed;
  if (!mayClarify || !isAsked) return null;
  if (!isOpen)
    return (
      <p>
        <Button variant="default" size="sm" onClick={() => setOpen(true)}>
          {t('clarifications.add')}
        </Button>
      </p>
    );
  return (
    <form
      className="form"
      aria-label={t('clarifications.add')}
      onSubmit={(event) => {
        event.preventDefault();
        clarify.mutate(undefined);
      }}
    >
      <p className="ot-soft">{t('clarifications.add.hint')}</p>
      <Textarea
        label={t('clarifications.text')}
        required
        autoFocus
        autosize
        minRows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ProblemAlert error={clarify.error} />
      <div className="form-buttons">
        <Button type="submit" size="sm" loading={clarify.isPending}>
          {t('clarifications.submit')}
        </Button>
        <Button variant="default" size="sm" onClick={() => setOpen(false)}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
