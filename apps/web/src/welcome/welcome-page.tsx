import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api, ask, signIn, type Schemas } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { linkQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { QueryView } from '../feedback/states.js';
import { useMe, useToday } from '../shell/use-me.js';
import { formatInstant } from '#ui/format';
import { t } from '#ui/i18n';

interface LinkInfo {
  readonly purpose: 'setup' | 'invite' | 'sign_in';
  readonly email: string | null;
  readonly roles: readonly Schemas['Role'][];
  readonly expiresAt: string;
}

/** Where a one-time link leads: the first account, an invitation, or straight in. */
export function WelcomePage() {
  const { token } = useSearch({ from: '/welcome' });
  const me = useMe();
  return (
    <main className="door" id="content">
      <span className="wordmark">{me.installation.projectName}</span>
      <Page title={t('welcome.title')}>
        {token === '' ? <p className="flag">{t('welcome.noToken')}</p> : <Invitation token={token} />}
      </Page>
    </main>
  );
}

function Invitation({ token }: { readonly token: string }) {
  const link = useQuery(linkQuery(token));
  return (
    <QueryView query={link}>
      {(info) =>
        info.purpose === 'sign_in' ? <GoOn token={token} /> : <AccountForm token={token} link={info} />
      }
    </QueryView>
  );
}

/** A sign-in link is redeemed by the server, which answers with the session and the way on. */
function GoOn({ token }: { readonly token: string }) {
  useEffect(() => {
    window.location.assign(
      `/api/auth/magic-link/verify?token=${encodeURIComponent(token)}&callbackURL=/app/`,
    );
  }, [token]);
  return <p role="status">{t('welcome.going')}</p>;
}

function AccountForm({ token, link }: { readonly token: string; readonly link: LinkInfo }) {
  const { zone } = useToday();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const [name, setName] = useState('');
  const [email, setEmail] = useState(link.email ?? '');
  const [password, setPassword] = useState('');
  const accept = useMutation({
    mutationFn: async () => {
      const made = await ask(
        api.POST('/api/v1/links/{token}/accept', {
          params: { path: { token } },
          body: { name, email: email.trim(), password },
        }),
      );
      await signIn(made.email, password);
    },
    onSuccess: async () => {
      await queryClient.resetQueries();
      await router.invalidate();
      await navigate({ to: '/' });
    },
  });
  const problem = accept.error instanceof ProblemError ? accept.error : null;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        accept.mutate();
      }}
    >
      <p>{link.purpose === 'setup' ? t('welcome.setup') : t('welcome.invite')}</p>
      {link.roles.length === 0 ? null : (
        <p>{t('welcome.roles', { roles: link.roles.map((role) => t(`person.role.${role}`)).join(', ') })}</p>
      )}
      <TextInput
        label={t('welcome.name')}
        description={t('welcome.name.hint')}
        autoComplete="name"
        required
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={problem?.fieldMessage('name')}
      />
      <TextInput
        type="email"
        label={t('signIn.email')}
        autoComplete="username"
        required
        readOnly={link.email !== null}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={problem?.fieldMessage('email')}
      />
      <PasswordInput
        label={t('signIn.password')}
        description={t('welcome.password.hint')}
        autoComplete="new-password"
        required
        minLength={12}
        maxLength={128}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={problem?.fieldMessage('password')}
      />
      <ProblemAlert error={accept.error} />
      <Button type="submit" loading={accept.isPending}>
        {t('welcome.submit')}
      </Button>
      <p className="ot-soft">{t('welcome.expires', { date: formatInstant(link.expiresAt, zone) })}</p>
    </form>
  );
}
