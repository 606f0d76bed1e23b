import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.js';
import { MatchedEvents, type PropositionMatch } from '../matches/matched-events.js';
import { useToday } from '../shell/use-me.js';
import { ClaimCard, DateText } from '#ui/claim';
import { t } from '#ui/i18n';
import { ClarificationList } from './clarification-list.js';

/** Everything a reviewer reads before answering; nothing of what others answered. */
export function ReviewReading({
  proposition,
  onUseMatch,
  blindness,
  newSince,
}: {
  readonly proposition: Schemas['PropositionDetail'];
  readonly onUseMatch: (match: PropositionMatch) => void;
  /** What is said above claims whose claimants are hidden. */
  readonly blindness: ReactNode;
  readonly newSince: string | null;
}) {
  return (
    <div className="desk-reading">
      <h2 className="statement">{proposition.statement}</h2>
      <PropositionFacts proposition={proposition} newSince={newSince} />
      <section aria-labelledby="quotes">
        <Title order={2} id="quotes">
          {t('review.quotes', { n: proposition.claims.length })}
        </Title>
        {blindness}
        <ClaimCards claims={proposition.claims} />
      </section>
      <section aria-labelledby="events">
        <Title order={2} id="events">
          {t('review.events')}
        </Title>
        <MatchedEvents matches={proposition.matches} onUse={onUseMatch} />
      </section>
    </div>
  );
}

export function ClaimCards({ claims }: { readonly claims: Schemas['PropositionDetail']['claims'] }) {
  return (
    <div className="cards">
      {claims.map((claim) => (
        <ClaimCard
          key={claim.id}
          claimant={claim.claimant ?? t('review.blind.claimant')}
          saidOn={claim.saidOn}
          sourceTitle={claim.sourceTitle}
          outlet={claim.outlet}
          quote={{ prefix: claim.prefix, exact: claim.quote, suffix: claim.suffix }}
          probability={claim.probability}
          condition={claim.condition}
          retrospective={claim.retrospective}
          series={claim.series}
        />
      ))}
    </div>
  );
}

/** Deadline, criteria, source of truth: what the answer is measured by. */
export function PropositionFacts({
  proposition,
  newSince = null,
}: {
  readonly proposition: Schemas['PropositionDetail'];
  /** When the reader began to answer; later clarifications are marked. */
  readonly newSince?: string | null;
}) {
  const { today } = useToday();
  const { deadlineOn, windowStartOn } = proposition;
  return (
    <dl className="facts">
      <dt>{t('review.deadline')}</dt>
      <dd>
        {windowStartOn === null ? null : (
          <>
            <DateText on={windowStartOn} />
            {' – '}
          </>
        )}
        {deadlineOn === null ? t('review.deadline.none') : <DateText on={deadlineOn} today={today} />}
        <span className="ot-soft">
          {' '}
          ({t(`window.${proposition.window}`)}; {t(`basis.${proposition.deadlineBasis}`)}; {proposition.zone})
        </span>
      </dd>
      <dt>{t('review.criteria')}</dt>
      <dd className="ot-pre">{proposition.criteria}</dd>
      {proposition.clarifications.length === 0 ? null : (
        <>
          <dt>{t('clarifications.title')}</dt>
          <dd>
            <ClarificationList clarifications={proposition.clarifications} newSince={newSince} />
          </dd>
        </>
      )}
      {proposition.sourceOfTruth === '' ? null : (
        <>
          <dt>{t('review.sourceOfTruth')}</dt>
          <dd>{proposition.sourceOfTruth}</dd>
        </>
      )}
      <dt>{t('review.statusQuo')}</dt>
      <dd>{proposition.statusQuo === 'yes' ? t('statusQuo.yes') : t('statusQuo.no')}</dd>
    </dl>
  );
}
