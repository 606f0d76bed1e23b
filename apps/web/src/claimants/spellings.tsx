import { Button, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { useEntryMutation } from './use-entry.js';
import { nameKey } from '#core/domain';
import { t } from '#ui/i18n';

type Entry = Schemas['ClaimantEntry'];

/** How texts name the claimant. */
export function Spellings({ entry }: { readonly entry: Entry }) {
  const [alias, setAlias] = useState('');
  const path = { id: entry.id };
  const add = useEntryMutation(
    entry.id,
    (text: string) =>
      ask(api.POST('/api/v1/claimant-registry/{id}/aliases', { params: { path }, body: { alias: text } })),
    t('claimant.saved'),
    () => setAlias(''),
  );
  const remove = useEntryMutation(
    entry.id,
    (aliasId: string) =>
      ask(
        api.DELETE('/api/v1/claimant-registry/{id}/aliases/{aliasId}', {
          params: { path: { ...path, aliasId } },
        }),
      ),
    t('claimant.saved'),
  );
  return (
    <section aria-labelledby="spellings" className="side-section">
      <Title order={2} id="spellings">
        {t('claimant.spellings')}
      </Title>
      <p className="ot-soft">{t('claimant.spellings.text')}</p>
      <ul className="plain-list">
        {entry.aliases.map((one) => (
          <li key={one.id}>
            {one.alias}{' '}
            {nameKey(one.alias) === nameKey(entry.name) ? null : (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('claimant.spelling.remove.label', { alias: one.alias })}
                onClick={() => remove.mutate(one.id)}
              >
                {t('claimant.spelling.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(alias);
        }}
      >
        <TextInput
          label={t('claimant.spelling.add')}
          required
          maxLength={200}
          value={alias}
          onChange={(event) => setAlias(event.currentTarget.value)}
        />
        <ProblemAlert error={add.error ?? remove.error} />
        <Button type="submit" variant="default" size="sm" loading={add.isPending}>
          {t('claimant.spelling.submit')}
        </Button>
      </form>
    </section>
  );
}
