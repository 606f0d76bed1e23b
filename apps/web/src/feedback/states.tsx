import { Button, Skeleton, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '#ui/i18n';
import { explainProblem, requestIdOf } from './explain-problem.js';

/** Nothing here, why, and what to do about it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="empty-state">
      <Title order={2}>{title}</Title>
      <p>{children}</p>
      {action}
    </div>
  );
}

/** A page that could not be loaded. */
export function ErrorState({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const requestId = requestIdOf(error);
  return (
    <div className="empty-state" role="alert">
      <Title order={2}>{t('problem.load.title')}</Title>
      <p>{explainProblem(error)}</p>
      {requestId === null ? null : <p className="ot-soft">{t('problem.requestId', { id: requestId })}</p>}
      <Button variant="default" onClick={onRetry}>
        {t('problem.retry')}
      </Button>
    </div>
  );
}

/** The shape of a list before it is there. */
export function ListSkeleton({ rows = 6 }: { readonly rows?: number }) {
  return (
    <div aria-busy="true" aria-label={t('state.loading')} role="status" className="skeletons">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row}>
          <Skeleton height={18} width={`${String(55 + ((row * 17) % 35))}%`} />
          <Skeleton height={12} mt={10} width={`${String(25 + ((row * 11) % 20))}%`} />
        </div>
      ))}
    </div>
  );
}

export function PageSkeleton() {
  return (
    <div className="page">
      <Skeleton height={34} width="40%" mb={28} />
      <ListSkeleton />
    </div>
  );
}

interface QueryLike<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** The three faces of a query: waiting, failed, there. What is already on screen stays when a renewal fails. */
export function QueryView<T>({
  query,
  children,
  skeleton = <ListSkeleton />,
}: {
  readonly query: QueryLike<T>;
  readonly children: (data: T) => ReactNode;
  readonly skeleton?: ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return skeleton;
}
