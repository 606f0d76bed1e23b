import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { ReasonField } from '../form/reason-field.js';
import type { DisagreementCause } from '#core/domain';
import { t } from '#ui/i18n';
import { CauseChoice } from './cause-choice.js';
import { FindingFields, findingOf, NO_FINDING } from './finding-fields.js';
import { usePropositionChange } from './use-proposition-change.js';

/** The lead's end of a dispute: what the panel agreed on is written down, a split panel is decided. */
export function ResolveDispute({ proposition }: { readonly proposition: Schemas['PropositionDetail'] }) {
  const agreed = proposition.round?.agreed ?? null;
  const [finding, setFinding] = useState(NO_FINDING);
  const [cause, setCause] = useState<DisagreementCause | null>(null);
  const [reason, setReason] = useState('');
  const needsCause = proposition.round?.lacksCause === true;
  const resolve = usePropositionChange(
    () =>
      ask(
        api.POST('/api/v1/propositions/{id}/resolution', {
          params: { path: { id: proposition.id } },
          body: {
            reason,
            cause,
            outcome: agreed === null ? finding.outcome : null,
            ...findingOf(finding),
          },
        }),
      ),
    t('disputes.resolved'),
  );
  return (
    <section aria-labelledby="resolve" className="side-section">
      <Title order={2} id="resolve">
        {t('disputes.resolve')}
      </Title>
      <p className="ot-soft">
        {agreed === null
          ? t('disputes.resolve.split')
          : t('disputes.resolve.panel', { answer: t(`answer.${agreed.answer}`) })}
      </p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          resolve.mutate(undefined);
        }}
      >
        {agreed === null ? (
          <FindingFields kind={proposition.kind} value={finding} onChange={setFinding} />
        ) : null}
        {needsCause ? <CauseChoice value={cause} onChange={setCause} /> : null}
        <ReasonField label={t('disputes.resolution')} value={reason} onChange={setReason} />
        <ProblemAlert error={resolve.error} />
        <Button type="submit" loading={resolve.isPending}>
          {t('disputes.resolve.submit')}
        </Button>
      </form>
    </section>
  );
}
