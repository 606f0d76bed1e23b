import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { signIn } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { demoPeopleQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { useSwitchPerson } from '../shell/demo-banner.js';
import { useMe } from '../shell/use-me.js';
import { t } from '#ui/i18n';

/** E-mail and password; in the demonstration also the sample people. */
export function SignInPage() {
  const me = useMe();
  return (
    <main className="door" id="content">
      <a href="/" className="wordmark">
        {me.installation.projectName}
      </a>
      <Page title={t('signIn.title')}>
        <SignInForm />
        {me.installation.mode === 'demo' ? <SamplePeople /> : null}
        <p className="ot-soft">{t('signIn.noAccount')}</p>
        <p>
          <a href="/">{t('signIn.board')}</a>
        </p>
      </Page>
    </main>
  );
}

/** Only a path of this app may follow a sign-in, never an address somebody put into a link. */
function safeNext(next: string | undefined): string {
  return next !== undefined && next.startsWith('/') && !next.startsWith('//') && !next.includes('\\')
    ? next
    : '/';
}

function SignInForm() {
  const { next } = useSearch({ from: '/sign-in' });
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: async () => {
      await queryClient.resetQueries();
      await router.invalidate();
      await navigate({ to: safeNext(next).replace(/^\/app(?=\/|$)/u, '') || '/' });
    },
  });
  const isWrong = enter.error instanceof ProblemError && enter.error.status === 401;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        enter.mutate();
      }}
    >
      <TextInput
        type="email"
        label={t('signIn.email')}
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('signIn.password')}
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={isWrong ? t('signIn.wrong') : null}
      />
      {isWrong ? null : <ProblemAlert error={enter.error} />}
      <Button type="submit" loading={enter.isPending}>
        {t('signIn.submit')}
      </Button>
    </form>
  );
}

function SamplePeople() {
  const people = useQuery(demoPeopleQuery);
  const change = useSwitchPerson();
  return (
    <section className="sample-people">
      <h2>{t('signIn.demo')}</h2>
      <ul className="row-list">
        {(people.data?.people ?? []).map((person) => (
          <li key={person.id}>
            <Button variant="default" fullWidth justify="flex-start" onClick={() => change.mutate(person.id)}>
              {person.name}
              <span className="button-detail">
                {person.roles.map((role) => t(`person.role.${role}`)).join(', ')}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
