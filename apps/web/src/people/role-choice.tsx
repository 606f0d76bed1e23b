import { Checkbox } from '@mantine/core';
import { ROLES, type Role } from '#core/domain';
import { t } from '#ui/i18n';

interface RoleChoiceProps {
  readonly roles: readonly Role[];
  readonly onChange: (roles: Role[]) => void;
  readonly error?: string | undefined;
}

/** Roles are a set; none brings another with it. */
export function RoleChoice({ roles, onChange, error }: RoleChoiceProps) {
  return (
    <fieldset className="role-choice">
      <legend>{t('people.roles')}</legend>
      {ROLES.map((role) => (
        <Checkbox
          key={role}
          label={t(`person.role.${role}`)}
          description={t(`person.role.${role}.hint`)}
          checked={roles.includes(role)}
          onChange={(event) => {
            const isOn = event.currentTarget.checked;
            onChange(ROLES.filter((one) => (one === role ? isOn : roles.includes(one))));
          }}
        />
      ))}
      {error === undefined ? null : (
        <p className="flag" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
