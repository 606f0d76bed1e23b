import { Button, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { claimantAddressesQuery } from '../api/queries.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toast } from '../feedback/toast.js';
import { useHasRole, useToday } from '../shell/use-me.js';
import { formatInstantDay } from '#ui/format';
import { t } from '#ui/i18n';
import { usePropositionChange } from './use-proposition-change.js';

type Proposition = Schemas['PropositionDetail'];

/** What claimants answered, and for a lead where they are written to. */
export function ClaimantsPanel({ proposition }: { readonly proposition: Proposition }) {
  const isLead = useHasRole('lead');
  return (
    <>
      {proposition.claimantsSay.length === 0 ? null : (
        <section aria-labelledby="answers" className="side-section">
          <Title order={2} id="answers">
            {t('answers.title')}
          </Title>
          <ul className="history">
            {proposition.claimantsSay.map((answer) => (
              <Answer key={answer.id} answer={answer} mayHide={isLead} />
            ))}
          </ul>
        </section>
      )}
      {isLead ? <Addresses id={proposition.id} /> : null}
    </>
  );
}

interface AnswerProps {
  readonly answer: Proposition['claimantsSay'][number];
  readonly mayHide: boolean;
}

function Answer({ answer, mayHide }: AnswerProps) {
  const { zone } = useToday();
  const [isHiding, setHiding] = useState(false);
  const [reason, setReason] = useState('');
  const hide = usePropositionChange(
    () =>
      ask(api.POST('/api/v1/answers/{id}/hiding', { params: { path: { id: answer.id } }, body: { reason } })),
    t('answers.hide.done'),
  );
  return (
    <li>
      <p className="ot-soft">
        {t('answers.of', { name: answer.claimant, date: formatInstantDay(answer.answeredAt, zone) })}
      </p>
      <p className="ot-pre">{answer.text ?? t('answers.hidden', { reason: answer.hiddenReason ?? '' })}</p>
      {!mayHide || answer.text === null ? null : isHiding ? (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            hide.mutate(undefined);
          }}
        >
          <TextInput
            label={t('answers.hide.reason')}
            required
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ProblemAlert error={hide.error} />
          <Button type="submit" variant="default" loading={hide.isPending}>
            {t('answers.hide')}
          </Button>
        </form>
      ) : (
        <Button variant="subtle" size="compact-sm" onClick={() => setHiding(true)}>
          {t('answers.hide')}
        </Button>
      )}
    </li>
  );
}

function Addresses({ id }: { readonly id: string }) {
  const query = useQuery(claimantAddressesQuery(id));
  if (query.data === undefined) return <ProblemAlert error={query.error} />;
  return (
    <section aria-labelledby="addresses" className="side-section">
      <Title order={2} id="addresses">
        {t('addresses.title')}
      </Title>
      <p className="ot-soft">{t('addresses.text')}</p>
      {query.data.items.map((item) => (
        <Address key={item.claimantId} item={item} propositionId={id} />
      ))}
    </section>
  );
}

interface AddressProps {
  readonly item: Schemas['ClaimantAddress'];
  readonly propositionId: string;
}

function Address({ item, propositionId }: AddressProps) {
  const [email, setEmail] = useState(item.email ?? '');
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/api/v1/claimants/{id}/address', {
          params: { path: { id: item.claimantId } },
          body: { email: email.trim() === '' ? null : email.trim() },
        }),
      ),
    onSuccess: async () => {
      toast(t('addresses.saved'));
      await queryClient.invalidateQueries({ queryKey: claimantAddressesQuery(propositionId).queryKey });
    },
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <TextInput
        type="email"
        label={t('addresses.email', { name: item.name })}
        description={item.optedOut ? t('addresses.optedOut') : null}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <ProblemAlert error={save.error} />
      <div className="form-buttons">
        <Button type="submit" variant="default" loading={save.isPending}>
          {t('addresses.save')}
        </Button>
      </div>
    </form>
  );
}
