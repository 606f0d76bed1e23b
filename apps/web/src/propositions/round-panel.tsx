import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { CauseChoice } from '../disputes/cause-choice.js';
import { usePropositionChange } from '../disputes/use-proposition-change.js';
import { ProblemAlert } from '../feedback/problem-alert.js';
import { useHasRole, useToday } from '../shell/use-me.js';
import type { DisagreementCause } from '#core/domain';
import { EvidenceList } from '#ui/claim';
import { formatDate, formatInstantDay, voidReasonWords } from '#ui/format';
import { t } from '#ui/i18n';

type Round = NonNullable<Schemas['PropositionDetail']['round']>;

/** Where the answering stands; others' answers only once the caller may see them. */
export function RoundPanel({
  round,
  propositionId,
}: {
  readonly round: Round | null;
  readonly propositionId: string;
}) {
  return (
    <section aria-labelledby="round" className="side-section">
      <Title order={2} id="round">
        {round === null ? t('round.title') : t('round.number', { n: round.number })}
      </Title>
      {round === null ? <p className="ot-soft">{t('round.none')}</p> : <RoundState round={round} />}
      {round === null ? null : <Cause round={round} propositionId={propositionId} />}
    </section>
  );
}

/** Why the answers differed: what somebody named, or the question to whoever sees them. */
function Cause({ round, propositionId }: { readonly round: Round; readonly propositionId: string }) {
  const [cause, setCause] = useState<DisagreementCause | null>(null);
  const keep = usePropositionChange(
    (named: DisagreementCause) =>
      ask(
        api.POST('/api/v1/propositions/{id}/disagreement', {
          params: { path: { id: propositionId } },
          body: { cause: named },
        }),
      ),
    t('cause.kept'),
  );
  const mayName = useHasRole('reviewer', 'lead') && round.lacksCause && round.state !== 'split';
  if (round.disagreementCause !== null)
    return <p>{t('cause.is', { cause: t(`cause.${round.disagreementCause}`) })}</p>;
  if (!mayName) return null;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (cause !== null) keep.mutate(cause);
      }}
    >
      <CauseChoice value={cause} onChange={setCause} />
      <ProblemAlert error={keep.error} />
      <Button type="submit" variant="default" loading={keep.isPending}>
        {t('cause.submit')}
      </Button>
    </form>
  );
}

function RoundState({ round }: { readonly round: Round }) {
  return (
    <>
      <p>{t(`round.state.${round.state}`)}</p>
      {round.reviews === null ? (
        <p className="ot-soft">{t('round.blind')}</p>
      ) : round.reviews.length === 0 ? (
        <p className="ot-soft">{t('round.noReviews')}</p>
      ) : (
        <ul className="history">
          {round.reviews.map((review) => (
            <Review key={`${review.reviewer} ${review.submittedAt}`} review={review} />
          ))}
        </ul>
      )}
    </>
  );
}

function Review({ review }: { readonly review: NonNullable<Round['reviews']>[number] }) {
  const { zone } = useToday();
  return (
    <li>
      <p>
        <strong>{review.reviewer}:</strong> {t(`answer.${review.answer}`)}
        {review.voidReason === null ? null : ` (${voidReasonWords(review.voidReason)})`}
        {review.occurredOn === null ? null : `, ${formatDate(review.occurredOn)}`}
      </p>
      <p className="ot-soft">{formatInstantDay(review.submittedAt, zone)}</p>
      {review.note === '' ? null : <p>{review.note}</p>}
      {review.searchNote === '' ? null : (
        <p>
          <span className="ot-soft">{t('review.searchNote')}:</span> {review.searchNote}
        </p>
      )}
      {review.evidence.length === 0 ? null : <EvidenceList evidence={review.evidence} />}
    </li>
  );
}
