import { NativeSelect, TextInput } from '@mantine/core';
import { OUTCOMES, type Outcome, type PropositionKind, VOID_REASONS, type VoidReason } from '#core/domain';
import { outcomeWord, voidReasonWords } from '#ui/format';
import { t } from '#ui/i18n';

export interface FindingForm {
  readonly outcome: Outcome | null;
  readonly voidReason: VoidReason | null;
  readonly occurredOn: string;
}

export const NO_FINDING: FindingForm = { outcome: null, voidReason: null, occurredOn: '' };

/** As it is sent: only what belongs to the outcome. */
export function findingOf({ outcome, voidReason, occurredOn }: FindingForm) {
  return {
    voidReason: outcome === 'VOID' ? voidReason : null,
    occurredOn: outcome === 'OCCURRED' && occurredOn !== '' ? occurredOn : null,
  };
}

interface FindingFieldsProps {
  readonly kind: PropositionKind;
  readonly value: FindingForm;
  readonly onChange: (value: FindingForm) => void;
}

/** What a lead finds: the outcome with the day or the reason that belongs to it. */
export function FindingFields({ kind, value, onChange }: FindingFieldsProps) {
  const change = (part: Partial<FindingForm>) => onChange({ ...value, ...part });
  return (
    <>
      <NativeSelect
        label={t('lead.outcome')}
        required
        value={value.outcome ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          change({ outcome: OUTCOMES.find((one) => one === chosen) ?? null });
        }}
        data={[
          { value: '', label: t('lead.outcome.choose') },
          ...OUTCOMES.map((one) => ({ value: one, label: outcomeWord(one) })),
        ]}
      />
      {value.outcome === 'OCCURRED' && kind !== 'persistence' ? (
        <TextInput
          type="date"
          label={t('review.occurredOn')}
          required
          value={value.occurredOn}
          onChange={(event) => change({ occurredOn: event.currentTarget.value })}
        />
      ) : null}
      {value.outcome === 'VOID' ? (
        <NativeSelect
          label={t('review.voidReason')}
          required
          value={value.voidReason ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            change({ voidReason: VOID_REASONS.find((one) => one === chosen) ?? null });
          }}
          data={[
            { value: '', label: t('review.voidReason.choose') },
            ...VOID_REASONS.map((one) => ({ value: one, label: voidReasonWords(one) })),
          ]}
        />
      ) : null}
    </>
  );
}
