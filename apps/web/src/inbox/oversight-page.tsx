import { Button, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { oversightQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { QueryView } from '../feedback/states.js';
import { toastProblem } from '../feedback/toast.js';
import { useToday } from '../shell/use-me.js';
import { DateText } from '#ui/claim';
import { t } from '#ui/i18n';

/** For leads: who was asked for what, what is put off, and why nobody takes something. */
export function OversightPage() {
  const query = useQuery(oversightQuery);
  return (
    <Page title={t('inbox.oversight')} lead={t('inbox.oversight.lead')}>
      <QueryView query={query}>
        {(oversight) => (
          <>
            <Part title={t('inbox.oversight.assignments')} id="asked">
              {oversight.assignments.map((assignment) => (
                <AssignmentRow key={assignment.id} assignment={assignment} />
              ))}
            </Part>
            <Part title={t('inbox.oversight.skips')} id="left">
              {oversight.skips.map((skip) => (
                <Row key={`${skip.propositionId} ${skip.person}`} {...skip}>
                  <span>{skip.person}</span>
                  <span>{t(`inbox.skip.${skip.reason}`)}</span>
                  {skip.note === '' ? null : <span>{skip.note}</span>}
                </Row>
              ))}
            </Part>
            <Part title={t('inbox.oversight.snoozes')} id="off">
              {oversight.snoozes.map((snooze) => (
                <Row key={`${snooze.propositionId} ${snooze.person}`} {...snooze}>
                  <span>{snooze.person}</span>
                  <span>
                    {t('inbox.oversight.until')} <DateText on={snooze.untilOn} />
                  </span>
                </Row>
              ))}
            </Part>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Part({ title, id, children }: { title: string; id: string; children: readonly ReactNode[] }) {
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {children.length === 0 ? (
        <p className="ot-soft">{t('inbox.oversight.none')}</p>
      ) : (
        <ul className="row-list">{children}</ul>
      )}
    </section>
  );
}

function Row({
  propositionId,
  statement,
  children,
}: {
  readonly propositionId: string;
  readonly statement: string;
  readonly children: ReactNode;
}) {
  return (
    <li>
      <p className="row-title">
        <Link to="/propositions/$propositionId" params={{ propositionId }}>
          {statement}
        </Link>
      </p>
      <p className="ot-soft row-facts">{children}</p>
    </li>
  );
}

function AssignmentRow({ assignment }: { assignment: Schemas['Oversight']['assignments'][number] }) {
  const queryClient = useQueryClient();
  const { today } = useToday();
  const withdraw = useMutation({
    mutationFn: () =>
      ask(api.DELETE('/api/v1/inbox/assignments/{id}', { params: { path: { id: assignment.id } } })),
    onError: toastProblem,
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ['inbox'] }),
  });
  // Gone at once; a refusal brings it back with its message.
  if (withdraw.isPending || withdraw.isSuccess) return null;
  const { to, statement, note, dueOn } = assignment;
  return (
    <Row {...assignment}>
      <span>{to}</span>
      {dueOn === null ? null : (
        <span>
          {t('inbox.oversight.due')} <DateText on={dueOn} today={today} />
        </span>
      )}
      {note === '' ? null : <span>{note}</span>}
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('inbox.oversight.withdraw.of', { name: to, statement })}
        onClick={() => withdraw.mutate()}
      >
        {t('inbox.oversight.withdraw')}
      </Button>
    </Row>
  );
}
