import { decideRound, derivedCause, finaliseDueAt, type ReviewAnswer, type RoundState } from '#core/domain';
import {
  getInstallation,
  matchRepo,
  propositionRepo,
  refuseContradiction,
  reviewRepo,
  roundRepo,
  type StoredProposition,
  type StoredRound,
  type Tx,
  verdictRepo,
} from '#platform/db';

/** After reviewers agree that it is too early, a proposition that is due, or has no deadline to wait for, rests so long. */
const RECHECK_DAYS = 14;
const DAY_MS = 86_400_000;

/** What the round has come to, written down. The caller holds the proposition's lock. */
export async function settleRound(
  proposition: StoredProposition,
  round: StoredRound,
  at: Date,
  tx: Tx,
): Promise<'waiting' | 'agreed' | 'split' | 'recheck'> {
  const answers = await reviewRepo.listAnswers(round.id, tx);
  const state = decideRound(answers, round.reviewersNeeded, proposition);
  switch (state.kind) {
    case 'waiting':
      await roundRepo.wantMore(round.id, answers.length + state.needed, tx);
      return 'waiting';
    case 'split':
      await roundRepo.setState(round.id, 'split', at, tx);
      return 'split';
    case 'agreed':
      // What becomes of a disputed verdict is written down by a lead, with the scores that hang on it.
      if (round.reason === 'dispute') {
        await roundRepo.setState(round.id, 'split', at, tx);
        return 'split';
      }
      await keepCause(proposition, round, answers, tx);
      return closeAgreed(proposition, round, state, at, tx);
  }
}

/** Where a third settled it, the cause as far as the answers show it; who answered may name it otherwise. */
async function keepCause(
  proposition: StoredProposition,
  round: StoredRound,
  answers: readonly ReviewAnswer[],
  tx: Tx,
): Promise<void> {
  const cause = derivedCause(answers, proposition);
  if (cause !== null) await roundRepo.setCause(round.id, cause, tx);
}

async function closeAgreed(
  proposition: StoredProposition,
  round: StoredRound,
  state: Extract<RoundState, { kind: 'agreed' }>,
  at: Date,
  tx: Tx,
): Promise<'agreed' | 'recheck'> {
  await roundRepo.setState(round.id, 'decided', at, tx);
  await matchRepo.markHandled(proposition.id, at, tx);
  if (state.answer === 'TOO_EARLY') {
    const isAhead = proposition.dueAt !== null && proposition.dueAt > at;
    const recheckAt = isAhead ? proposition.dueAt : new Date(at.getTime() + RECHECK_DAYS * DAY_MS);
    await propositionRepo.setRecheck(proposition.id, recheckAt, tx);
    return 'recheck';
  }
  const dates = state.by.flatMap(({ occurredOn }) => (occurredOn === null ? [] : [occurredOn])).sort();
  // Our own answer was checked when it came; the other deadline's verdict may have come in between.
  await refuseContradiction(proposition, { answer: state.answer, occurredOn: dates[0] ?? null }, tx);
  const { settings } = await getInstallation(tx);
  await verdictRepo.append(
    {
      propositionId: proposition.id,
      stage: 'provisional',
      outcome: state.answer,
      voidReason: state.by[0]?.voidReason ?? null,
      // Agreeing reviewers may differ by less than the deadline's precision; the earliest day ends the forecast.
      occurredOn: dates[0] ?? null,
      decision: 'agreement',
      reason: '',
      roundId: round.id,
      decidedById: null,
      at,
      finaliseDueAt: finaliseDueAt(at, settings.disputeWindowDays, proposition.zone),
    },
    tx,
  );
  return 'agreed';
}
