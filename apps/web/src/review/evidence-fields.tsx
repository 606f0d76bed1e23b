import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, ask } from '../api/client.js';
import { announce } from '../feedback/announcer.js';
import { explainProblem } from '../feedback/explain-problem.js';
import { STANCES } from '#core/domain';
import { safeWebAddress } from '#ui/format';
import { t } from '#ui/i18n';
import { emptyEvidence, nextKey, type EvidenceRow } from './review-form-state.js';

interface EvidenceFieldsProps {
  readonly rows: readonly EvidenceRow[];
  readonly isRequired: boolean;
  readonly error: string | null;
  readonly onChange: (rows: readonly EvidenceRow[]) => void;
}

const MOST_ROWS = 20;

/** Links with what each says of the statement. */
export function EvidenceFields({ rows, isRequired, error, onChange }: EvidenceFieldsProps) {
  const add = () => onChange([...rows, emptyEvidence(nextKey(rows))]);
  return (
    <fieldset className="evidence-fields">
      <legend>
        {t('review.evidence')}
        {isRequired ? <span className="ot-soft"> {t('review.evidence.required')}</span> : null}
      </legend>
      {rows.map((row, index) => (
        <EvidenceFieldRow
          key={row.key}
          row={row}
          number={index + 1}
          onChange={(part) =>
            onChange(rows.map((other) => (other.key === row.key ? { ...other, ...part } : other)))
          }
          onRemove={() => onChange(rows.filter((other) => other.key !== row.key))}
        />
      ))}
      {error === null ? null : (
        <p className="flag" role="alert">
          {error}
        </p>
      )}
      <Button
        size="compact-sm"
        variant="default"
        data-field="evidence"
        disabled={rows.length >= MOST_ROWS}
        onClick={add}
      >
        {t('review.evidence.add')}
      </Button>
    </fieldset>
  );
}

interface RowProps {
  readonly row: EvidenceRow;
  readonly number: number;
  readonly onChange: (part: Partial<EvidenceRow>) => void;
  readonly onRemove: () => void;
}

function EvidenceFieldRow({ row, number, onChange, onRemove }: RowProps) {
  const url = row.url.trim();
  const isBad = url !== '' && safeWebAddress(url) === null;
  const lookUp = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/evidence/preview', { body: { url } })),
    onSuccess: ({ copyId, title, publishedOn }) => {
      // What was typed is the reviewer's; only what is missing is filled in.
      onChange({
        copyId,
        ...(row.title === '' ? { title } : {}),
        ...(row.publishedOn === '' && publishedOn !== null ? { publishedOn } : {}),
      });
      announce(t(copyId === null ? 'review.evidence.wordless' : 'review.evidence.kept'));
    },
  });
  const fault = isBad
    ? t('review.evidence.badUrl')
    : lookUp.error === null
      ? null
      : explainProblem(lookUp.error);
  return (
    <div className="evidence-row" role="group" aria-label={t('review.evidence.item', { n: number })}>
      <TextInput
        type="url"
        label={t('review.evidence.url')}
        placeholder="https://"
        value={row.url}
        data-evidence-url
        onChange={(event) => {
          lookUp.reset();
          onChange({ url: event.currentTarget.value, copyId: null });
        }}
        error={fault}
      />
      <div className="evidence-look-up">
        <Button
          size="compact-sm"
          variant="default"
          disabled={url === '' || isBad}
          loading={lookUp.isPending}
          aria-label={t('review.evidence.lookUp.of', { n: number })}
          onClick={() => lookUp.mutate()}
        >
          {t('review.evidence.lookUp')}
        </Button>
        {lookUp.data === undefined ? null : (
          <span className="ot-soft">
            {t(lookUp.data.copyId === null ? 'review.evidence.wordless' : 'review.evidence.kept')}
          </span>
        )}
      </div>
      <TextInput
        label={t('review.evidence.title')}
        value={row.title}
        maxLength={500}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('review.evidence.stance')}
        value={row.stance}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onChange({ stance: STANCES.find((stance) => stance === chosen) ?? 'background' });
        }}
        data={STANCES.map((stance) => ({ value: stance, label: t(`stance.${stance}`) }))}
      />
      <TextInput
        type="date"
        label={t('review.evidence.date')}
        value={row.publishedOn}
        onChange={(event) => onChange({ publishedOn: event.currentTarget.value })}
      />
      <TextInput
        className="evidence-note"
        label={t('review.evidence.note')}
        value={row.note}
        maxLength={2000}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
      <Button size="compact-sm" variant="subtle" onClick={onRemove}>
        {t('review.evidence.remove', { n: number })}
      </Button>
    </div>
  );
}
