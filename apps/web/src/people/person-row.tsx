import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { toast } from '../feedback/toast.js';
import type { Role } from '#core/domain';
import { t } from '#ui/i18n';
import { RoleChoice } from './role-choice.js';

export function PersonRow({ person }: { readonly person: Schemas['Person'] }) {
  const [isEditing, setEditing] = useState(false);
  return (
    <li>
      <p className="row-title">{person.name}</p>
      <p className="ot-soft row-facts">
        <span>{person.email}</span>
        <span>
          {person.roles.length === 0
            ? t('people.noRoles')
            : person.roles.map((role) => t(`person.role.${role}`)).join(', ')}
        </span>
        {person.deactivatedAt === null ? null : <span>{t('people.deactivated')}</span>}
      </p>
      {isEditing ? (
        <EditRoles person={person} onDone={() => setEditing(false)} />
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
          {t('people.edit', { name: person.name })}
        </Button>
      )}
    </li>
  );
}

interface EditRolesProps {
  readonly person: Schemas['Person'];
  readonly onDone: () => void;
}

function EditRoles({ person, onDone }: EditRolesProps) {
  const [roles, setRoles] = useState<readonly Role[]>(person.roles);
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/api/v1/people/{id}/roles', {
          params: { path: { id: person.id } },
          body: { roles: [...roles] },
        }),
      ),
    onSuccess: async () => {
      toast(t('people.saved', { name: person.name }));
      await queryClient.invalidateQueries({ queryKey: ['people'] });
      await queryClient.invalidateQueries({ queryKey: ['me'] });
      onDone();
    },
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <RoleChoice roles={roles} onChange={setRoles} />
      <ProblemAlert error={save.error} />
      <div className="form-buttons">
        <Button type="submit" size="sm" loading={save.isPending}>
          {t('action.save')}
        </Button>
        <Button size="sm" variant="default" onClick={onDone}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
