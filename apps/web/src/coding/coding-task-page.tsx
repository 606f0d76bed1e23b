import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Schemas } from '../api/client.js';
import { codingQueueQuery, codingTaskQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { QueryView } from '../feedback/states.js';
import { formatDate } from '#ui/format';
import { t } from '#ui/i18n';
import { CodingComparison } from './coding-comparison.js';
import { CodingForm } from './coding-form.js';
import { SettleForm } from './settle-form.js';

type Task = Schemas['CodingTask'];

/** One claim: its quote in the text, and what two people read in it, each alone. */
export function CodingTaskPage() {
  const { claimId } = useParams({ from: '/shell/coding/$claimId' });
  const query = useQuery({ ...codingTaskQuery(claimId), refetchOnWindowFocus: false });
  return (
    <Page title={t('coding.title')} wide>
      <QueryView query={query}>{(task) => <Desk key={task.claimId} task={task} />}</QueryView>
    </Page>
  );
}

function Desk({ task }: { readonly task: Task }) {
  return (
    <div className="triage">
      <QuoteInContext task={task} />
      <div className="candidate">
        <Facts task={task} />
        {task.part === 'to_code' ? <CodingForm task={task} /> : <Coded task={task} />}
      </div>
    </div>
  );
}

function QuoteInContext({ task }: { readonly task: Task }) {
  const box = useRef<HTMLDivElement | null>(null);
  const quote = useRef<HTMLElement | null>(null);
  useEffect(() => {
    // Scrolls the text alone, never the page: on a phone the form below is where one is.
    if (box.current !== null && quote.current !== null)
      box.current.scrollTop = quote.current.offsetTop - box.current.offsetTop - box.current.clientHeight / 3;
  }, []);
  return (
    <div className="source-text" ref={box} tabIndex={0} role="region" aria-label={t('coding.context')}>
      {task.before}
      <mark className="highlight highlight-accepted" ref={quote}>
        {task.quote}
      </mark>
      {task.after}
    </div>
  );
}

function Facts({ task }: { readonly task: Task }) {
  return (
    <dl className="coding-facts">
      <div>
        <dt>{t('coding.statement')}</dt>
        <dd className="row-title">{task.statement}</dd>
      </div>
      <div>
        <dt>{t('coding.claimant')}</dt>
        <dd>{task.claimant}</dd>
      </div>
      <div>
        <dt>{t('coding.published')}</dt>
        <dd>{formatDate(task.saidOn)}</dd>
      </div>
      <div>
        <dt>{t('coding.source')}</dt>
        <dd>{task.outlet === null ? task.sourceTitle : `${task.sourceTitle} · ${task.outlet}`}</dd>
      </div>
    </dl>
  );
}

function Coded({ task }: { readonly task: Task }) {
  const settles = task.part === 'to_settle';
  return (
    <>
      <p role="status">{stateWords(task)}</p>
      {task.settlement === null ? null : (
        <p>{t('coding.settled.by', { name: task.settlement.settledBy, reason: task.settlement.reason })}</p>
      )}
      {task.state === 'active' ? (
        <p>
          <a href={`/claims/${task.claimId}`}>{t('coding.public')}</a>
        </p>
      ) : null}
      {task.codings === null || settles ? null : (
        <section aria-labelledby="compare">
          <Title order={2} id="compare">
            {task.codings.length < 2 ? t('coding.compare.one') : t('coding.compare')}
          </Title>
          <CodingComparison task={task} codings={task.codings} />
        </section>
      )}
      {settles && task.codings !== null ? <SettleForm task={task} codings={task.codings} /> : null}
      <Onward claimId={task.claimId} />
    </>
  );
}

function stateWords({ state, part, differs }: Task): string {
  if (state === 'draft') {
    if (part === 'to_settle')
      return differs.length > 0 ? t('coding.state.draft.differs') : t('coding.state.draft.closed');
    return t('coding.state.draft.waiting');
  }
  if (state === 'withdrawn') return t('coding.state.withdrawn');
  return differs.length === 0 ? `${t('coding.same')} ${t('coding.state.active')}` : t('coding.state.active');
}

/** Where to go from here: the next one, or the list. */
function Onward({ claimId }: { readonly claimId: string }) {
  const { data } = useQuery(codingQueueQuery);
  const next = data?.items.find((item) => item.part !== 'waiting' && item.claimId !== claimId);
  return (
    <p className="candidate-steps">
      {next === undefined ? null : (
        <Link to="/coding/$claimId" params={{ claimId: next.claimId }}>
          {t('coding.next')}
        </Link>
      )}
      <Link to="/coding">{t('coding.back')}</Link>
    </p>
  );
}
