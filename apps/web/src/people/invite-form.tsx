import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { announce } from '../feedback/announcer.js';
import { useToday } from '../shell/use-me.js';
import type { Role } from '#core/domain';
import { formatInstant } from '#ui/format';
import { t } from '#ui/i18n';
import { RoleChoice } from './role-choice.js';

/** Asks somebody in. The link is mailed and shown this once, for those who would rather hand it over themselves. */
export function InviteForm() {
  const { zone } = useToday();
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>(['reviewer']);
  const queryClient = useQueryClient();
  const invite = useMutation({
    mutationFn: () =>
      ask(api.POST('/api/v1/people/invitations', { body: { email: email.trim(), roles: [...roles] } })),
    onSuccess: async () => {
      announce(t('people.invited'));
      setEmail('');
      await queryClient.invalidateQueries({ queryKey: ['people'] });
    },
  });
  const problem = invite.error instanceof ProblemError ? invite.error : null;
  return (
    <form
      className="form panel"
      onSubmit={(event) => {
        event.preventDefault();
        invite.mutate();
      }}
    >
      <h2>{t('people.invite')}</h2>
      <TextInput
        type="email"
        label={t('signIn.email')}
        required
        autoComplete="off"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={problem?.fieldMessage('email')}
      />
      <RoleChoice
        roles={roles}
        onChange={setRoles}
        error={roles.length === 0 ? t('people.noRole') : problem?.fieldMessage('roles')}
      />
      <ProblemAlert error={invite.error} />
      <Button type="submit" loading={invite.isPending} disabled={roles.length === 0}>
        {t('people.invite.submit')}
      </Button>
      {invite.data === undefined ? null : (
        <div className="link-once" role="status">
          <p>{t('people.link', { date: formatInstant(invite.data.expiresAt, zone) })}</p>
          <code>{invite.data.link}</code>
        </div>
      )}
    </form>
  );
}
