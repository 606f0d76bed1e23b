import { Button, NativeSelect, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { ReasonField } from '../form/reason-field.js';
import { t } from '#ui/i18n';
import { DisputeText } from './dispute-text.js';
import { usePropositionChange } from './use-proposition-change.js';

type Proposition = Schemas['PropositionDetail'];

/** Objections and appeals to the verdicts of a proposition, and the form for another. */
export function DisputesPanel({ proposition }: { readonly proposition: Proposition }) {
  const newest = [...proposition.verdicts].sort((a, b) => b.version - a.version)[0];
  const stands = newest !== undefined && newest.stage !== 'reopened';
  if (!stands && proposition.disputes.length === 0) return null;
  return (
    <section aria-labelledby="disputes" className="side-section">
      <Title order={2} id="disputes">
        {t('disputes.title')}
      </Title>
      {proposition.disputes.length === 0 ? <p className="ot-soft">{t('disputes.none')}</p> : null}
      <ul className="history">
        {proposition.disputes.map((dispute) => (
          <li key={dispute.id}>
            <DisputeText dispute={dispute} />
            {dispute.mine && dispute.state === 'open' ? <Withdraw id={dispute.id} /> : null}
          </li>
        ))}
      </ul>
      {stands ? <ObjectForm proposition={proposition} /> : null}
    </section>
  );
}

function Withdraw({ id }: { readonly id: string }) {
  const withdraw = usePropositionChange(
    () => ask(api.POST('/api/v1/disputes/{id}/withdrawal', { params: { path: { id } } })),
    t('disputes.withdrawn'),
  );
  return (
    <>
      <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
        {t('disputes.withdraw')}
      </Button>
      <ProblemAlert error={withdraw.error} />
    </>
  );
}

function ObjectForm({ proposition }: { readonly proposition: Proposition }) {
  const [isOpen, setOpen] = useState(false);
  const [claimantId, setClaimantId] = useState('');
  const [reason, setReason] = useState('');
  const [link, setLink] = useState('');
  const raise = usePropositionChange(
    () =>
      ask(
        api.POST('/api/v1/propositions/{id}/disputes', {
          params: { path: { id: proposition.id } },
          body: {
            kind: claimantId === '' ? 'objection' : 'appeal',
            claimantId: claimantId === '' ? null : claimantId,
            reason,
            evidence:
              link === ''
                ? []
                : [{ url: link, stance: 'contradicts', title: '', note: '', publishedOn: null }],
          },
        }),
      ),
    t('disputes.raised'),
    () => setOpen(false),
  );
  if (!isOpen)
    return (
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('disputes.object')}
      </Button>
    );
  // Names are hidden from who has yet to review without knowing them.
  const claimants = new Map(
    proposition.claims.flatMap(({ claimantId: id, claimant }) =>
      id === null || claimant === null ? [] : [[id, claimant] as const],
    ),
  );
  return (
    <form
      className="form"
      aria-label={t('disputes.object')}
      onSubmit={(event) => {
        event.preventDefault();
        raise.mutate(undefined);
      }}
    >
      <p className="ot-soft">{t('disputes.object.text')}</p>
      <NativeSelect
        label={t('disputes.for')}
        autoFocus
        value={claimantId}
        onChange={(event) => setClaimantId(event.currentTarget.value)}
        data={[
          { value: '', label: t('disputes.for.self') },
          ...[...claimants].map(([value, name]) => ({ value, label: t('disputes.for.claimant', { name }) })),
        ]}
      />
      <ReasonField label={t('disputes.reason')} value={reason} onChange={setReason} />
      <TextInput
        type="url"
        label={t('disputes.evidence')}
        value={link}
        onChange={(event) => setLink(event.currentTarget.value)}
      />
      <ProblemAlert error={raise.error} />
      <div className="form-buttons">
        <Button type="submit" loading={raise.isPending}>
          {t('disputes.submit')}
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
