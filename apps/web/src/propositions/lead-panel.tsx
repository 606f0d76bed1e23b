import { Button, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { propositionQuery } from '../api/queries.js';
import { CauseChoice } from '../disputes/cause-choice.js';
import { FindingFields, findingOf, NO_FINDING } from '../disputes/finding-fields.js';
import { ResolveDispute } from '../disputes/resolve-dispute.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { ReasonField } from '../form/reason-field.js';
import { toast } from '../feedback/toast.js';
import { KnownAnswer } from './known-answer.js';
import type { DisagreementCause, Outcome } from '#core/domain';
import { t } from '#ui/i18n';

type Proposition = Schemas['PropositionDetail'];

/** What only a lead may do: decide a round that stays split, take a verdict back. Both want a written reason. */
export function LeadPanel({ proposition }: { readonly proposition: Proposition }) {
  const newest = [...proposition.verdicts].sort((a, b) => b.version - a.version)[0];
  const isDisputed = proposition.disputes.some(({ state }) => state === 'open');
  const hasVerdict = newest !== undefined && newest.stage !== 'reopened';
  return (
    <>
      {proposition.round?.state !== 'split' ? null : proposition.round.reason === 'dispute' ? (
        <ResolveDispute proposition={proposition} />
      ) : (
        <DecideSplit proposition={proposition} />
      )}
      {hasVerdict && !isDisputed ? <Reopen proposition={proposition} /> : null}
      <KnownAnswer proposition={proposition} />
    </>
  );
}

function useAfterDecision(proposition: Proposition, text: string) {
  const queryClient = useQueryClient();
  return async (changed: Proposition) => {
    toast(text);
    queryClient.setQueryData(propositionQuery(proposition.id).queryKey, changed);
    await queryClient.invalidateQueries({ queryKey: ['inbox'] });
    await queryClient.invalidateQueries({ queryKey: ['propositions', 'list'] });
    await queryClient.invalidateQueries({ queryKey: ['me'] });
  };
}

function DecideSplit({ proposition }: { readonly proposition: Proposition }) {
  const [finding, setFinding] = useState(NO_FINDING);
  const [cause, setCause] = useState<DisagreementCause | null>(null);
  const { outcome } = finding;
  const [reason, setReason] = useState('');
  const after = useAfterDecision(proposition, t('lead.decided'));
  const decide = useMutation({
    mutationFn: (chosen: Outcome) =>
      ask(
        api.POST('/api/v1/propositions/{id}/decision', {
          params: { path: { id: proposition.id } },
          body: {
            outcome: chosen,
            ...findingOf(finding),
            reason,
            cause,
          },
        }),
      ),
    onSuccess: after,
  });
  return (
    <section aria-labelledby="decide" className="side-section">
      <Title order={2} id="decide">
        {t('lead.decide')}
      </Title>
      <p className="ot-soft">{t('lead.decide.hint')}</p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (outcome !== null) decide.mutate(outcome);
        }}
      >
        <FindingFields kind={proposition.kind} value={finding} onChange={setFinding} />
        {proposition.round?.lacksCause === true ? <CauseChoice value={cause} onChange={setCause} /> : null}
        <ReasonField
          label={t('lead.reason')}
          description={t('lead.reason.hint')}
          value={reason}
          onChange={setReason}
        />
        <ProblemAlert error={decide.error} />
        <Button type="submit" loading={decide.isPending}>
          {t('lead.decide.submit')}
        </Button>
      </form>
    </section>
  );
}

function Reopen({ proposition }: { readonly proposition: Proposition }) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const after = useAfterDecision(proposition, t('lead.reopened'));
  const reopen = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/propositions/{id}/reopening', {
          params: { path: { id: proposition.id } },
          body: { reason },
        }),
      ),
    onSuccess: async (changed) => {
      setOpen(false);
      await after(changed);
    },
  });
  if (!isOpen)
    return (
      <section className="side-section">
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('lead.reopen')}
        </Button>
      </section>
    );
  return (
    <section aria-labelledby="reopen" className="side-section">
      <Title order={2} id="reopen">
        {t('lead.reopen')}
      </Title>
      <p className="ot-soft">{t('lead.reopen.hint')}</p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          reopen.mutate();
        }}
      >
        <ReasonField label={t('lead.reason')} value={reason} onChange={setReason} />
        <ProblemAlert error={reopen.error} />
        <div className="form-buttons">
          <Button type="submit" loading={reopen.isPending}>
            {t('lead.reopen.submit')}
          </Button>
          <Button variant="default" onClick={() => setOpen(false)}>
            {t('action.cancel')}
          </Button>
        </div>
      </form>
    </section>
  );
}
