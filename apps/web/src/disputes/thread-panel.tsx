import { Button, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { useHasRole, useToday } from '../shell/use-me.js';
import { formatInstantDay } from '#ui/format';
import { t } from '#ui/i18n';
import { usePropositionChange } from './use-proposition-change.js';

type Proposition = Schemas['PropositionDetail'];

/** Questions on the wording while it is answered. */
export function ThreadPanel({ proposition }: { readonly proposition: Proposition }) {
  const { zone } = useToday();
  const isLead = useHasRole('lead');
  const isAsked = proposition.round !== null && proposition.round.state !== 'decided';
  if (!isAsked && proposition.thread.length === 0) return null;
  return (
    <section aria-labelledby="thread">
      <Title order={2} id="thread">
        {t('thread.title')}
      </Title>
      <p className="ot-soft">{t('thread.notice')}</p>
      {proposition.thread.length === 0 ? <p className="ot-soft">{t('thread.none')}</p> : null}
      <ul className="history">
        {proposition.thread.map((entry) => (
          <li key={entry.id}>
            <p>
              <strong>{entry.author}</strong>{' '}
              <span className="ot-soft">{formatInstantDay(entry.addedAt, zone)}</span>
            </p>
            {entry.text === null ? (
              <p className="ot-soft">{t('thread.hidden')}</p>
            ) : (
              <>
                <p className="ot-pre">{entry.text}</p>
                {isLead ? <Hide id={entry.id} /> : null}
              </>
            )}
          </li>
        ))}
      </ul>
      {isAsked ? <AskForm id={proposition.id} /> : null}
    </section>
  );
}

function Hide({ id }: { readonly id: string }) {
  const hide = usePropositionChange(
    () => ask(api.POST('/api/v1/thread/{id}/hiding', { params: { path: { id } } })),
    t('thread.hidden.done'),
  );
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      loading={hide.isPending}
      onClick={() => hide.mutate(undefined)}
    >
      {t('thread.hide')}
    </Button>
  );
}

function AskForm({ id }: { readonly id: string }) {
  const [text, setText] = useState('');
  const send = usePropositionChange(
    () => ask(api.POST('/api/v1/propositions/{id}/thread', { params: { path: { id } }, body: { text } })),
    t('thread.sent'),
    () => setText(''),
  );
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(undefined);
      }}
    >
      <Textarea
        label={t('thread.text')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ProblemAlert error={send.error} />
      <div className="form-buttons">
        <Button type="submit" variant="default" loading={send.isPending}>
          {t('thread.submit')}
        </Button>
      </div>
    </form>
  );
}
