import type { PropositionDetail } from '#contracts/http';
import { type Actor, decideRound, differ, DomainError, entailed } from '#core/domain';
import { agedScore } from '#core/matching';
import {
  answerRepo,
  claimRepo,
  disputeRepo,
  isInInbox,
  listDeadlineVariants,
  matchRepo,
  type OpenRetest,
  propositionRepo,
  retestRepo,
  reviewRepo,
  roundRepo,
  snoozeRepo,
  type StoredDispute,
  type StoredMatch,
  type StoredProposition,
  type StoredRound,
  threadRepo,
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
  const round = await roundRepo.findNewest(id, tx);
  const claims = await claimRepo.listOfProposition(id, tx);
  const retest = await retestRepo.findOpen(actor.userId, id, tx);
  const isOpen = proposition.status === 'open' || retest !== null;
  const blind = await isBlind(actor, id, retest === null ? round : null, !isOpen, tx);
  return {
    ...words,
    topics: [...words.topics],
    dueAt: words.dueAt?.toISOString() ?? null,
    isDue: words.dueAt !== null && words.dueAt <= now,
    isAsked: (await isInInbox(actor, id, now, tx)) || (await snoozeRepo.isSet(actor.userId, id, now, tx)),
    isBlind: blind,
    claims: blind ? claims.map(blindClaim) : claims,
    eventsMuted: proposition.eventsMuted,
    matches: inOrderOfWeight(matches, now).map((match) => ({
      ...match,
      publishedAt: match.publishedAt.toISOString(),
    })),
    clarifications: inIsoTime(await threadRepo.listClarifications(id, tx)),
    variants: await readVariants(proposition, tx),
    ...(retest === null
      ? await readOutcome(actor, proposition, round, tx)
      : await readAsBefore(retest, round, id, tx)),
  };
}

type Outcome = Pick<Detail, 'verdicts' | 'disputes' | 'claimantsSay' | 'thread' | 'round'>;

/** What was answered, decided and said. */
async function readOutcome(
  actor: Actor,
  proposition: StoredProposition,
  round: StoredRound | null,
  tx: Tx,
): Promise<Outcome> {
  const { id } = proposition;
  const verdicts = await verdictRepo.list(id, tx);
  return {
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
    disputes: (await disputeRepo.listOfProposition(id, tx)).map((dispute) => toWireDispute(dispute, actor)),
    claimantsSay: await readAnswers(id, null, tx),
    thread: inIsoTime(await threadRepo.list(id, tx)),
    round: round === null ? null : await readRound(actor, round, proposition, tx),
  };
}

/** To whoever is asked again, all is as it was before they answered; so it is to a lead, and to all roles they hold. */
async function readAsBefore(
  { firstAnsweredAt, plannedAt }: OpenRetest,
  round: StoredRound | null,
  id: string,
  tx: Tx,
): Promise<Outcome> {
  const thread = await threadRepo.list(id, tx);
  return {
    verdicts: [],
    disputes: [],
    claimantsSay: await readAnswers(id, firstAnsweredAt, tx),
    // Questions asked meanwhile are answered by a verdict; those asked since are on this second answer.
    thread: inIsoTime(thread.filter(({ addedAt }) => addedAt < firstAnsweredAt || addedAt >= plannedAt)),
    round:
      round === null
        ? null
        : {
            number: round.number,
            reason: round.reason,
            state: 'open',
            disagreementCause: null,
            lacksCause: false,
            agreed: null,
            answered: false,
            reviews: null,
          },
  };
}

/** What claimants wrote, all of it or before an instant. */
async function readAnswers(id: string, before: Date | null, tx: Tx): Promise<Detail['claimantsSay']> {
  const answers = await answerRepo.list(id, tx);
  return answers
    .filter(({ answeredAt }) => before === null || answeredAt < before)
    .map(({ claimantId: _claimantId, answeredAt, ...answer }) => ({
      ...answer,
      answeredAt: answeredAt.toISOString(),
    }));
}

function inIsoTime<T extends { readonly addedAt: Date }>(entries: readonly T[]) {
  return entries.map(({ addedAt, ...entry }) => ({ ...entry, addedAt: addedAt.toISOString() }));
}

function toWireDispute(dispute: StoredDispute, actor: Actor): Detail['disputes'][number] {
  return {
    id: dispute.id,
    kind: dispute.kind,
    state: dispute.state,
    reason: dispute.reason,
    evidence: [...dispute.evidence],
    raisedAt: dispute.raisedAt.toISOString(),
    raisedBy: dispute.raisedBy,
    claimant: dispute.claimant,
    verdictVersion: dispute.verdictVersion,
    mine: dispute.raisedById === actor.userId,
    resolvedAt: dispute.resolvedAt?.toISOString() ?? null,
    resolvedBy: dispute.resolvedBy,
    resolution: dispute.resolution,
  };
}

async function readVariants(proposition: StoredProposition, tx: Tx): Promise<Detail['variants']> {
  const variants = await listDeadlineVariants(proposition, tx);
  return variants.map(({ proposition: other, verdict }) => ({
    id: other.id,
    statement: other.statement,
    deadlineOn: other.deadlineOn,
    outcome: verdict?.outcome ?? null,
    implies:
      verdict === null || verdict.outcome === null || proposition.deadlineOn === null
        ? null
        : entailed(
            { answer: verdict.outcome, occurredOn: verdict.occurredOn },
            other.deadlineOn,
            proposition.deadlineOn,
          ),
  }));
}

/** What fits best and is fresh comes first; an old report says as much, but has waited longer. */
function inOrderOfWeight(matches: readonly StoredMatch[], now: Date): StoredMatch[] {
  const weightOf = ({ score, publishedAt }: StoredMatch): number =>
    agedScore(score, (now.getTime() - publishedAt.getTime()) / DAY_MS);
  return [...matches].sort((a, b) => weightOf(b) - weightOf(a) || (a.id < b.id ? -1 : 1));
}

async function readRound(
  actor: Actor,
  round: StoredRound,
  proposition: StoredProposition,
  tx: Tx,
): Promise<NonNullable<Detail['round']>> {
  const reviews = await reviewRepo.listWhole(round.id, tx);
  const answered = reviews.some((review) => review.reviewerId === actor.userId);
  const isOver = round.state === 'decided' || round.state === 'abandoned';
  const decides = round.state === 'split' && actor.roles.has('lead');
  const mayRead = isOver || decides || answered;
  const differs = mayRead && differ(reviews, proposition);
  const panel =
    decides && round.reason === 'dispute' ? decideRound(reviews, round.reviewersNeeded, proposition) : null;
  const agreed = panel?.kind === 'agreed' ? panel.by[0] : undefined;
  return {
    number: round.number,
    reason: round.reason,
    state: round.state,
    disagreementCause: mayRead ? round.disagreementCause : null,
    lacksCause: differs && round.disagreementCause === null,
    agreed:
      agreed === undefined
        ? null
        : { answer: agreed.answer, voidReason: agreed.voidReason, occurredOn: agreed.occurredOn },
    answered,
    reviews: mayRead
      ? reviews.map(({ reviewerId: _reviewerId, submittedAt, ...review }) => ({
          ...review,
          submittedAt: submittedAt.toISOString(),
        }))
      : null,
  };
}
