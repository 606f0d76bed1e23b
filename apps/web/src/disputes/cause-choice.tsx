import { NativeSelect } from '@mantine/core';
import { DISAGREEMENT_CAUSES, type DisagreementCause } from '#core/domain';
import { t } from '#ui/i18n';

interface CauseChoiceProps {
  readonly value: DisagreementCause | null;
  readonly onChange: (cause: DisagreementCause | null) => void;
}

export function CauseChoice({ value, onChange }: CauseChoiceProps) {
  return (
    <NativeSelect
      label={t('cause.label')}
      required
      value={value ?? ''}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        onChange(DISAGREEMENT_CAUSES.find((one) => one === chosen) ?? null);
      }}
      data={[
        { value: '', label: t('cause.choose') },
        ...DISAGREEMENT_CAUSES.map((one) => ({ value: one, label: t(`cause.${one}`) })),
      ]}
    />
  );
}
