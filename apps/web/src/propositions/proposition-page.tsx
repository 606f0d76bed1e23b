import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';
import { propositionQuery } from '../api/queries.js';
import { ClaimantsPanel } from '../disputes/claimants-panel.js';
import { DisputesPanel } from '../disputes/disputes-panel.js';
import { ThreadPanel } from '../disputes/thread-panel.js';
import { VariantsPanel } from '../disputes/variants-panel.js';
import { Page } from '../feedback/page.js';
import { ErrorState, PageSkeleton } from '../feedback/states.js';
import { MatchedEvents } from '../matches/matched-events.js';
import { ClaimCards, PropositionFacts } from '../review/review-reading.js';
import { ButtonLink } from '../shell/button-link.js';
import { useHasRole } from '../shell/use-me.js';
import { t } from '#ui/i18n';
import { Clarify } from './clarify.js';
import { LeadPanel } from './lead-panel.js';
import { MuteEvents } from './mute-events.js';
import { RoundPanel } from './round-panel.js';
import { VerdictHistory } from './verdict-history.js';

export function PropositionPage() {
  const { propositionId } = useParams({ from: '/shell/propositions/$propositionId' });
  const query = useQuery(propositionQuery(propositionId));
  if (query.data !== undefined) return <Proposition proposition={query.data} />;
  if (query.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    </div>
  );
}

function Proposition({ proposition }: { readonly proposition: Schemas['PropositionDetail'] }) {
  const mayReview = useHasRole('reviewer', 'lead');
  const isLead = useHasRole('lead');
  return (
    <Page
      title={proposition.statement}
      lead={[proposition.family, ...proposition.topics].filter((word) => word !== '').join(' · ')}
      actions={
        proposition.isAsked ? (
          <ButtonLink to="/review/$propositionId" params={{ propositionId: proposition.id }}>
            {t('proposition.review')}
          </ButtonLink>
        ) : null
      }
      wide
    >
      <div className="desk">
        <div className="desk-reading">
          <PropositionFacts proposition={proposition} />
          <Clarify proposition={proposition} />
          <section aria-labelledby="quotes">
            <Title order={2} id="quotes">
              {t('review.quotes', { n: proposition.claims.length })}
            </Title>
            <ClaimCards claims={proposition.claims} />
            <ul className="public-links">
              {proposition.claims.map(({ id, claimant }) =>
                claimant === null ? null : (
                  <li key={id}>
                    <a href={`/claims/${id}`}>{t('proposition.publicPage', { name: claimant })}</a>
                  </li>
                ),
              )}
            </ul>
          </section>
          <section aria-labelledby="events">
            <Title order={2} id="events">
              {t('review.events')}
            </Title>
            <p className="match-buttons">
              {mayReview ? (
                <ButtonLink to="/events/new" search={{ about: proposition.id }} variant="default">
                  {t('proposition.happened')}
                </ButtonLink>
              ) : null}
              <MuteEvents proposition={proposition} />
            </p>
            <MatchedEvents matches={inOrderOfTime(proposition.matches)} />
          </section>
          <ThreadPanel proposition={proposition} />
        </div>
        <div className="desk-side">
          <VerdictHistory verdicts={proposition.verdicts} />
          <RoundPanel round={proposition.round} propositionId={proposition.id} />
          <VariantsPanel variants={proposition.variants} />
          <DisputesPanel proposition={proposition} />
          <ClaimantsPanel proposition={proposition} />
          {isLead ? <LeadPanel proposition={proposition} /> : null}
        </div>
      </div>
    </Page>
  );
}

function inOrderOfTime(matches: Schemas['PropositionDetail']['matches']) {
  const dayOf = (match: (typeof matches)[number]): string => match.occurredOn ?? match.publishedAt;
  return [...matches].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
}
