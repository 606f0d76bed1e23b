import { Button, NativeSelect, TextInput, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { claimantsQuery } from '../api/queries.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { ReasonField } from '../form/reason-field.js';
import { useEntryMutation } from './use-entry.js';
import { t } from '#ui/i18n';

type Entry = Schemas['ClaimantEntry'];

/** "This is the same as …", and its end. Both want a reason. */
export function MergePanel({ entry }: { readonly entry: Entry }) {
  return (
    <section aria-labelledby="merge" className="side-section">
      <Title order={2} id="merge">
        {t('claimant.merge')}
      </Title>
      {entry.mergedInto === null ? <MergeForm entry={entry} /> : <UnmergeForm entry={entry} />}
    </section>
  );
}

function MergeForm({ entry }: { readonly entry: Entry }) {
  const [q, setQ] = useState('');
  const [chosenId, setChosenId] = useState('');
  const [reason, setReason] = useState('');
  const others = useInfiniteQuery({ ...claimantsQuery({ q, show: 'all' }), enabled: q.trim().length > 1 });
  const found = (others.data?.pages[0]?.items ?? []).filter(({ id }) => id !== entry.id);
  // What was chosen goes when the search no longer finds it. Nobody is chosen by being found first.
  const intoId = found.some(({ id }) => id === chosenId) ? chosenId : '';
  const merge = useEntryMutation(
    entry.id,
    (body: { intoId: string; reason: string }) =>
      ask(api.POST('/api/v1/claimant-registry/{id}/merge', { params: { path: { id: entry.id } }, body })),
    t('claimant.merged'),
  );
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        merge.mutate({ intoId, reason });
      }}
    >
      <p className="ot-soft">{t('claimant.merge.text')}</p>
      <TextInput
        label={t('claimant.merge.into')}
        required
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
      />
      {q.trim().length > 1 && others.isSuccess && found.length === 0 ? (
        <p role="status">{t('claimant.merge.nobody')}</p>
      ) : null}
      {found.length === 0 ? null : (
        <NativeSelect
          label={t('claimant.merge.choose')}
          value={intoId}
          onChange={(event) => setChosenId(event.currentTarget.value)}
          data={[
            { value: '', label: t('claimant.merge.none') },
            ...found.map(({ id, name, kind }) => ({ value: id, label: `${name} (${t(`kind.${kind}`)})` })),
          ]}
        />
      )}
      <ReasonField maxLength={1000} label={t('claimant.merge.reason')} value={reason} onChange={setReason} />
      <ProblemAlert error={merge.error} />
      <Button type="submit" variant="default" size="sm" loading={merge.isPending} disabled={intoId === ''}>
        {t('claimant.merge.submit')}
      </Button>
    </form>
  );
}

function UnmergeForm({ entry }: { readonly entry: Entry }) {
  const [reason, setReason] = useState('');
  const unmerge = useEntryMutation(
    entry.id,
    (body: { reason: string }) =>
      ask(api.POST('/api/v1/claimant-registry/{id}/unmerge', { params: { path: { id: entry.id } }, body })),
    t('claimant.unmerged'),
  );
  const { mergedInto } = entry;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        unmerge.mutate({ reason });
      }}
    >
      {mergedInto === null ? null : (
        <p>
          {t('claimant.isMerged')}{' '}
          <Link to="/claimants/$claimantId" params={{ claimantId: mergedInto.id }}>
            {mergedInto.name}
          </Link>
          .
        </p>
      )}
      <ReasonField
        maxLength={1000}
        label={t('claimant.unmerge.reason')}
        value={reason}
        onChange={setReason}
      />
      <ProblemAlert error={unmerge.error} />
      <Button type="submit" variant="default" size="sm" loading={unmerge.isPending}>
        {t('claimant.unmerge')}
      </Button>
    </form>
  );
}
