import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { useEntryMutation } from './use-entry.js';
import { CLAIMANT_KINDS, type ClaimantKind } from '#core/domain';
import { t } from '#ui/i18n';

type Entry = Schemas['ClaimantEntry'];

interface Fields {
  readonly name: string;
  readonly kind: ClaimantKind;
  readonly description: string;
  readonly wikidataId: string;
  readonly homepage: string;
}

function fieldsOf({ name, kind, description, wikidataId, homepage }: Entry): Fields {
  return {
    name,
    kind,
    description,
    wikidataId: wikidataId ?? '',
    homepage: homepage ?? '',
  };
}

/** What a curator corrects; saving says that somebody has looked. */
export function ClaimantForm({ entry }: { readonly entry: Entry }) {
  const [fields, setFields] = useState(() => fieldsOf(entry));
  const change = (part: Partial<Fields>) => {
    setFields((before) => ({ ...before, ...part }));
  };
  const save = useEntryMutation(
    entry.id,
    (body: Fields) =>
      ask(
        api.PUT('/api/v1/claimant-registry/{id}', {
          params: { path: { id: entry.id } },
          body: { ...body, version: entry.version },
        }),
      ),
    t('claimant.saved'),
  );
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(fields);
      }}
    >
      <TextInput
        label={t('claimant.name')}
        description={t('claimant.name.hint')}
        required
        maxLength={200}
        value={fields.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('claimant.kind')}
        description={t('claimant.kind.hint')}
        value={fields.kind}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          change({ kind: CLAIMANT_KINDS.find((kind) => kind === chosen) ?? fields.kind });
        }}
        data={CLAIMANT_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <Textarea
        label={t('claimant.description')}
        maxLength={1000}
        autosize
        minRows={2}
        value={fields.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <TextInput
        label={t('claimant.homepage')}
        type="url"
        value={fields.homepage}
        onChange={(event) => change({ homepage: event.currentTarget.value })}
      />
      <TextInput
        label={t('claimant.wikidata')}
        description={t('claimant.wikidata.hint')}
        pattern="Q[1-9][0-9]*"
        value={fields.wikidataId}
        onChange={(event) => change({ wikidataId: event.currentTarget.value })}
      />
      <ProblemAlert error={save.error} />
      <Button type="submit" loading={save.isPending} className="form-submit">
        {t('claimant.save')}
      </Button>
    </form>
  );
}
