import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { draftQuery, propositionQuery } from '../api/queries.js';
import { Page } from '../feedback/page.js';
import { EmptyState, ErrorState, PageSkeleton } from '../feedback/states.js';
import { t } from '#ui/i18n';
import { ReviewDesk } from './review-desk.js';

const LOOK_AGAIN_MS = 30_000;

/** One proposition under review: what was claimed and reported on one side, the question on the other. */
export function ReviewPage() {
  const { propositionId } = useParams({ from: '/shell/review/$propositionId' });
  // A clarification may come while somebody types.
  const proposition = useQuery({ ...propositionQuery(propositionId), refetchInterval: LOOK_AGAIN_MS });
  const draft = useQuery(draftQuery(propositionId));
  if (proposition.data === undefined || draft.data === undefined) {
    const error = proposition.error ?? draft.error;
    if (error === null) return <PageSkeleton />;
    const retry = () => {
      void proposition.refetch();
      void draft.refetch();
    };
    return (
      <div className="page">
        <ErrorState error={error} onRetry={retry} />
      </div>
    );
  }
  if (proposition.data.round?.answered === true)
    return (
      <Page title={t('review.title')}>
        <EmptyState title={t('review.answered.title')}>{t('review.answered.text')}</EmptyState>
      </Page>
    );
  // The key gives every proposition a fresh form and a lease of its own.
  return <ReviewDesk key={propositionId} proposition={proposition.data} saved={draft.data} />;
}
