import { Button, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { groupsQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { EmptyState, QueryView } from '../feedback/states.js';
import { toast } from '../feedback/toast.js';
import { t } from '#ui/i18n';
import { GroupForm, type GroupPerson } from './group-form.js';

type Group = Schemas['Group'];

/** Sets of people that reviews are asked of, for those who hand out work. */
export function GroupsPage() {
  const query = useQuery(groupsQuery);
  return (
    <Page title={t('nav.groups')} lead={t('groups.lead')}>
      <QueryView query={query}>
        {({ groups, people }) => (
          <>
            <NewGroup people={people} />
            {groups.length === 0 ? (
              <EmptyState title={t('groups.empty.title')}>{t('groups.empty.text')}</EmptyState>
            ) : (
              <section aria-labelledby="groups">
                <Title order={2} id="groups">
                  {t('groups.there', { n: groups.length })}
                </Title>
                <ul className="row-list">
                  {groups.map((group) => (
                    <GroupRow key={group.id} group={group} people={people} />
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}

/** Runs, says what was done, and has every list of groups read anew. */
function useGroupChange<T>(
  run: (input: T) => Promise<unknown>,
  done: (input: T) => string,
  then?: () => void,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async (_result, input) => {
      toast(done(input));
      then?.();
      for (const queryKey of [['groups'], ['inbox']]) await queryClient.invalidateQueries({ queryKey });
    },
  });
}

function NewGroup({ people }: { readonly people: readonly GroupPerson[] }) {
  const [isOpen, setOpen] = useState(false);
  const add = useGroupChange(
    (body: { name: string; description: string; memberIds: string[] }) =>
      ask(api.POST('/api/v1/groups', { body })),
    ({ name }) => t('groups.added', { name }),
    () => setOpen(false),
  );
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{t('groups.new')}</Button>;
  return (
    <GroupForm
      title={t('groups.new')}
      submit={t('groups.add')}
      people={people}
      start={{ name: '', description: '', memberIds: [] }}
      isBusy={add.isPending}
      error={add.error}
      onSubmit={(words) => add.mutate(words)}
      onCancel={() => setOpen(false)}
    />
  );
}

interface GroupRowProps {
  readonly group: Group;
  readonly people: readonly GroupPerson[];
}

function GroupRow({ group, people }: GroupRowProps) {
  const { id, name, description, members, version } = group;
  const [mode, setMode] = useState<'shown' | 'edited' | 'removed'>('shown');
  const change = useGroupChange(
    (body: { name: string; description: string; memberIds: string[] }) =>
      ask(api.PUT('/api/v1/groups/{id}', { params: { path: { id } }, body: { ...body, version } })),
    (words) => t('groups.saved', { name: words.name }),
    () => setMode('shown'),
  );
  if (mode === 'edited')
    return (
      <li>
        <GroupForm
          title={t('groups.edit.label', { name })}
          submit={t('action.save')}
          people={people}
          start={{ name, description, memberIds: members.map((member) => member.id) }}
          isBusy={change.isPending}
          error={change.error}
          onSubmit={(words) => change.mutate(words)}
          onCancel={() => setMode('shown')}
        />
      </li>
    );
  return (
    <li>
      <p className="row-title">{name}</p>
      {description === '' ? null : <p>{description}</p>}
      <p className="ot-soft">
        {members.length === 0 ? t('groups.members.none') : members.map((member) => member.name).join(', ')}
      </p>
      {mode === 'removed' ? (
        <RemoveGroup group={group} onCancel={() => setMode('shown')} />
      ) : (
        <div className="form-buttons">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('groups.edit.label', { name })}
            onClick={() => setMode('edited')}
          >
            {t('groups.edit')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('groups.remove.label', { name })}
            onClick={() => setMode('removed')}
          >
            {t('groups.remove')}
          </Button>
        </div>
      )}
    </li>
  );
}

/** Asks once more; what a group was asked for goes with it. */
function RemoveGroup({ group, onCancel }: { readonly group: Group; readonly onCancel: () => void }) {
  const { id, name } = group;
  const remove = useGroupChange(
    () => ask(api.DELETE('/api/v1/groups/{id}', { params: { path: { id } } })),
    () => t('groups.removed', { name }),
  );
  return (
    <div role="group" aria-label={t('groups.remove.label', { name })}>
      <p>{t('groups.remove.sure', { name })}</p>
      <ProblemAlert error={remove.error} />
      <div className="form-buttons">
        <Button size="sm" autoFocus loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
          {t('groups.remove')}
        </Button>
        <Button size="sm" variant="default" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </div>
    </div>
  );
}
