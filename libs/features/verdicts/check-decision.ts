import {
  type Actor,
  calendarDateIn,
  type CalendarDate,
  derivedCause,
  differ,
  type DisagreementCause,
  DomainError,
  isInsideWindow,
  type Outcome,
  type VoidReason,
} from '#core/domain';
import {
  hasConflict,
  propositionRepo,
  reviewRepo,
  roundRepo,
  type StoredProposition,
  type StoredRound,
  type Tx,
} from '#platform/db';

/** What a lead finds. */
export interface LeadFinding {
  readonly outcome: Outcome;
  readonly voidReason: VoidReason | null;
  readonly occurredOn: CalendarDate | null;
}

/**
 * Keeps why the answers of a round differ: as they show it themselves, else as the lead who saw all names it. Throws
 * DomainError VERDICT.CAUSE_MISSING.
 */
export async function nameCause(
  round: StoredRound,
  proposition: StoredProposition,
  named: DisagreementCause | null,
  tx: Tx,
): Promise<void> {
  const answers = await reviewRepo.listAnswers(round.id, tx);
  if (!differ(answers, proposition)) return;
  const cause = derivedCause(answers, proposition) ?? named;
  if (cause === null)
    throw new DomainError(
      'VERDICT.CAUSE_MISSING',
      'Say why the answers differ: wording, dates, evidence or definition.',
      [{ path: 'cause', message: 'missing' }],
    );
  await roundRepo.setCause(round.id, cause, tx);
}

/** Throws DomainError REVIEW.ALREADY_ANSWERED, REVIEW.CONFLICT_OF_INTEREST. */
export async function refuseParty(actor: Actor, round: StoredRound, tx: Tx): Promise<void> {
  const answers = await reviewRepo.listAnswers(round.id, tx);
  if (answers.some((answer) => answer.reviewerId === actor.userId))
    throw new DomainError(
      'REVIEW.ALREADY_ANSWERED',
      'You reviewed this yourself; a lead who did not must decide.',
    );
  if (await hasConflict(actor.userId, round.propositionId, tx))
    throw new DomainError(
      'REVIEW.CONFLICT_OF_INTEREST',
      'You belong to a claimant or outlet of this proposition, so another lead decides it.',
    );
}

/** Throws DomainError REVIEW.* for what a finding lacks. */
export function checkDecision(decision: LeadFinding, proposition: StoredProposition, at: Date): void {
  const { outcome, voidReason, occurredOn } = decision;
  if (outcome === 'VOID' && voidReason === null)
    throw new DomainError('REVIEW.REASON_MISSING', '“Void” needs its reason.', [
      { path: 'voidReason', message: 'missing' },
    ]);
  if (outcome !== 'OCCURRED') return;
  if (proposition.kind === 'persistence') {
    if (proposition.dueAt === null || proposition.dueAt > at)
      throw new DomainError(
        'REVIEW.TOO_EARLY_TO_OCCUR',
        'The deadline has not passed. What persists has held only at its deadline.',
        [{ path: 'outcome', message: 'before the deadline' }],
      );
    return;
  }
  if (occurredOn === null)
    throw new DomainError('REVIEW.DATE_MISSING', '“It occurred” needs the day on which it happened.', [
      { path: 'occurredOn', message: 'missing' },
    ]);
  if (!isInsideWindow(occurredOn, proposition) || occurredOn > calendarDateIn(at, proposition.zone))
    throw new DomainError(
      'REVIEW.DATE_OUTSIDE_WINDOW',
      'The day must lie inside the window and not in the future.',
      [{ path: 'occurredOn', message: 'outside the window or in the future' }],
    );
}

/** Throws DomainError PROPOSITION.NOT_FOUND. */
export async function lockProposition(id: string, tx: Tx): Promise<StoredProposition> {
  const proposition = await propositionRepo.lock(id, tx);
  if (proposition === null) throw new DomainError('PROPOSITION.NOT_FOUND', `There is no proposition ${id}.`);
  return proposition;
}
