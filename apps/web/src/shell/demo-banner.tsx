import { Button, Menu } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../api/client.js';
import { demoPeopleQuery } from '../api/queries.js';
import { toast, toastProblem } from '../feedback/toast.js';
import { formatInstantDay } from '#ui/format';
import { t } from '#ui/i18n';
import { useMe } from './use-me.js';

/** Says that nothing here is real, lets the visitor look through other eyes, and opens the way to a real start. */
export function DemoBanner() {
  const me = useMe();
  if (me.installation.mode !== 'demo') return null;
  const date = formatInstantDay(me.installation.now, me.installation.zone);
  return (
    <aside className="demo-banner" aria-label={t('demo.label')}>
      <p>
        <strong>{t('demo.label')}</strong> {t('demo.text', { date })}
      </p>
      <div className="demo-actions">
        <SwitchPerson current={me.user?.id ?? null} name={me.user?.name ?? t('demo.nobody')} />
        <LeaveDemo />
      </div>
    </aside>
  );
}

export function useSwitchPerson() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (userId: string) => ask(api.POST('/api/v1/demo/session', { body: { userId } })),
    onSuccess: async () => {
      // Everything on screen belonged to somebody else.
      await queryClient.resetQueries();
      await navigate({ to: '/' });
    },
    onError: toastProblem,
  });
}

function SwitchPerson({ current, name }: { readonly current: string | null; readonly name: string }) {
  const people = useQuery(demoPeopleQuery);
  const change = useSwitchPerson();
  return (
    <Menu position="bottom-end" width={280} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button size="xs" variant="default" loading={change.isPending}>
          {t('demo.switch', { name })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(people.data?.people ?? []).map((person) => (
          <Menu.Item
            key={person.id}
            disabled={person.id === current}
            onClick={() => {
              change.mutate(person.id);
            }}
          >
            {person.name}
            <span className="menu-detail">
              {person.roles.map((role) => t(`person.role.${role}`)).join(', ')}
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function LeaveDemo() {
  const [isAsking, setAsking] = useState(false);
  const leave = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/demo/leave')),
    onSuccess: (answer) => {
      toast(answer.message);
    },
    onError: toastProblem,
  });
  if (!isAsking)
    return (
      <Button size="xs" onClick={() => setAsking(true)}>
        {t('demo.leave')}
      </Button>
    );
  return (
    <>
      <span>{t('demo.leave.sure')}</span>
      <Button size="xs" loading={leave.isPending} onClick={() => leave.mutate()}>
        {t('demo.leave.yes')}
      </Button>
      <Button size="xs" variant="default" onClick={() => setAsking(false)}>
        {t('action.cancel')}
      </Button>
    </>
  );
}
