import { Alert, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isSecondCodings, SECOND_CODINGS, type SecondCodings } from '#core/domain';
import { t } from '#ui/i18n';
import { peopleQuery } from '../api/queries.js';

interface Props {
  readonly value: SecondCodings;
  readonly onChange: (value: SecondCodings) => void;
}

/** Fewer than two people cannot code what another has accepted. */
const LEAST_CODERS = 2;

/** Whose claims are coded twice, with a warning where there is nobody to do so. */
export function SecondCodingSetting({ value, onChange }: Props) {
  const people = useQuery(peopleQuery).data?.people;
  const coders = people?.filter(
    ({ roles, deactivatedAt }) =>
      deactivatedAt === null && (roles.includes('curator') || roles.includes('lead')),
  ).length;
  return (
    <>
      <NativeSelect
        label={t('coding.settings')}
        description={t('coding.settings.hint')}
        value={value}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          if (isSecondCodings(chosen)) onChange(chosen);
        }}
        data={SECOND_CODINGS.map((setting) => ({
          value: setting,
          label: t(`coding.settings.${setting}`),
        }))}
      />
      {value !== 'off' && coders !== undefined && coders < LEAST_CODERS ? (
        <Alert color="yellow" variant="light" role="status">
          {t('coding.settings.warn', { n: coders })}
        </Alert>
      ) : null}
    </>
  );
}
