import { NativeSelect } from '@mantine/core';
import { STANCES, type Stance } from '#core/domain';
import { t } from '#ui/i18n';

interface StanceChoiceProps {
  readonly stance: Stance;
  readonly onChoose: (stance: Stance) => void;
}

/** What a report says of a statement. */
export function StanceChoice({ stance, onChoose }: StanceChoiceProps) {
  return (
    <NativeSelect
      label={t('match.decide')}
      value={stance}
      data={STANCES.map((one) => ({ value: one, label: t(`stance.${one}`) }))}
      onChange={(event) => {
        const { value } = event.currentTarget;
        onChoose(STANCES.find((one) => one === value) ?? stance);
      }}
    />
  );
}
