import type { PropositionDetail } from '#contracts/http';
import { type Actor, DomainError } from '#core/domain';
import { agedScore } from '#core/matching';
import {
  claimRepo,
  matchRepo,
  propositionRepo,
  reviewRepo,
  roundRepo,
  type StoredMatch,
  type StoredRound,
  type Tx,
  verdictRepo,
} from '#platform/db';
import type { z } from 'zod';
import { blindClaim, isBlind } from './blind-claims.js';

const DAY_MS = 86_400_000;

type Detail = z.input<typeof PropositionDetail>;

/**
 * A proposition as one person may see it. Answers of others stay hidden, with their number, until the person has
 * answered in the round or the round is closed; a lead who must decide a split sees all.
 */
export async function readPropositionDetail(actor: Actor, id: string, now: Date, tx: Tx): Promise<Detail> {
  const proposition = await propositionRepo.find(id, tx);
  if (proposition === null) throw new DomainError('PROPOSITION.NOT_FOUND', `There is no proposition ${id}.`);
  const {
    version: _version,
    status: _status,
    recheckAt: _recheckAt,
    reviewersNeeded: _needed,
    ...words
  } = proposition;
  const matches = await matchRepo.listOfProposition(id, tx);
  const verdicts = await verdictRepo.list(id, tx);
  const round = await roundRepo.findNewest(id, tx);
  const claims = await claimRepo.listOfProposition(id, tx);
  const blind = await isBlind(actor, id, round, proposition.status !== 'open', tx);
  return {
    ...words,
    topics: [...words.topics],
    dueAt: words.dueAt?.toISOString() ?? null,
    isDue: words.dueAt !== null && words.dueAt <= now,
    isBlind: blind,
    claims: blind ? claims.map(blindClaim) : claims,
    eventsMuted: proposition.eventsMuted,
    matches: inOrderOfWeight(matches, now).map((match) => ({
      ...match,
      publishedAt: match.publishedAt.toISOString(),
    })),
    verdicts: verdicts.map((verdict) => ({
      version: verdict.version,
      outcome: verdict.outcome,
      voidReason: verdict.voidReason,
      stage: verdict.stage,
      occurredOn: verdict.occurredOn,
      decidedAt: verdict.decidedAt.toISOString(),
      finaliseDueAt: verdict.finaliseDueAt?.toISOString() ?? null,
      reason: verdict.reason === '' ? null : verdict.reason,
    })),
    round: round === null ? null : await readRound(actor, round, tx),
  };
}

/** What fits best and is fresh comes first; an old report says as much, but has waited longer. */
function inOrderOfWeight(matches: readonly StoredMatch[], now: Date): StoredMatch[] {
  const weightOf = ({ score, publishedAt }: StoredMatch): number =>
    agedScore(score, (now.getTime() - publishedAt.getTime()) / DAY_MS);
  return [...matches].sort((a, b) => weightOf(b) - weightOf(a) || (a.id < b.id ? -1 : 1));
}

async function readRound(actor: Actor, round: StoredRound, tx: Tx): Promise<NonNullable<Detail['round']>> {
  const reviews = await reviewRepo.listWhole(round.id, tx);
  const answered = reviews.some((review) => review.reviewerId === actor.userId);
  const isOver = round.state === 'decided' || round.state === 'abandoned';
  const decides = round.state === 'split' && actor.roles.has('lead');
  const mayRead = isOver || decides || answered;
  return {
    number: round.number,
    state: round.state,
    answered,
    reviews: mayRead
      ? reviews.map(({ reviewerId: _reviewerId, submittedAt, ...review }) => ({
          ...review,
          submittedAt: submittedAt.toISOString(),
        }))
      : null,
  };
}
