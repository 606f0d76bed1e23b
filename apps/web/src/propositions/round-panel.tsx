import { Title } from '@mantine/core';
import type { Schemas } from '../api/client.js';
import { useToday } from '../shell/use-me.js';
import { EvidenceList } from '#ui/claim';
import { formatDate, formatInstantDay, voidReasonWords } from '#ui/format';
import { t } from '#ui/i18n';

type Round = NonNullable<Schemas['PropositionDetail']['round']>;

/** Where the answering stands; others' answers only once the caller may see them. */
export function RoundPanel({ round }: { readonly round: Round | null }) {
  return (
    <section aria-labelledby="round" className="side-section">
      <Title order={2} id="round">
        {round === null ? t('round.title') : t('round.number', { n: round.number })}
      </Title>
      {round === null ? <p className="ot-soft">{t('round.none')}</p> : <RoundState round={round} />}
    </section>
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
