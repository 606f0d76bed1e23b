import {
  type Answer,
  areDeadlineVariants,
  type CalendarDate,
  contradict,
  DomainError,
  nameKey,
} from '#core/domain';
import type { Tx } from '../database.js';
import { propositionRepo, type StoredProposition } from '../repositories/proposition.repo.js';
import { type StoredVerdict, verdictRepo } from '../repositories/verdict.repo.js';

export interface StoredVariant {
  readonly proposition: StoredProposition & { readonly deadlineOn: CalendarDate };
  /** Null without a verdict, and where it was taken back. */
  readonly verdict: StoredVerdict | null;
}

/** The other deadlines of the same question, with the verdict that stands on each. */
export async function listDeadlineVariants(
  proposition: StoredProposition,
  tx: Tx,
): Promise<readonly StoredVariant[]> {
  if (proposition.family === '' || proposition.deadlineOn === null || proposition.window !== 'by') return [];
  const rows = await tx.proposition.findMany({
    where: {
      id: { not: proposition.id },
      window: 'by',
      status: { in: ['open', 'provisional', 'final'] },
      family: { name: { equals: proposition.family, mode: 'insensitive' } },
    },
    select: { id: true },
  });
  const variants: StoredVariant[] = [];
  for (const other of await propositionRepo.findMany(
    rows.map(({ id }) => id),
    tx,
  )) {
    const { deadlineOn } = other;
    if (deadlineOn === null || !areDeadlineVariants(proposition, other)) continue;
    const verdict = await verdictRepo.findCurrent(other.id, tx);
    const stands = verdict !== null && verdict.stage !== 'reopened';
    variants.push({ proposition: { ...other, deadlineOn }, verdict: stands ? verdict : null });
  }
  return variants;
}

/**
 * Throws DomainError VERDICT.CONTRADICTS, with the other statement and its verdict, where an answer and the verdict that
 * stands on another deadline of the same question cannot both be right. Verdicts of the family wait until the caller's
 * transaction is over.
 */
export async function refuseContradiction(
  proposition: StoredProposition,
  said: { readonly answer: Answer; readonly occurredOn: CalendarDate | null },
  tx: Tx,
): Promise<void> {
  const { deadlineOn } = proposition;
  if (deadlineOn === null || (said.answer !== 'OCCURRED' && said.answer !== 'NOT_OCCURRED')) return;
  await lockFamily(proposition.family, tx);
  for (const { proposition: other, verdict } of await listDeadlineVariants(proposition, tx)) {
    if (verdict === null || verdict.outcome === null) continue;
    const stands = {
      answer: verdict.outcome,
      occurredOn: verdict.occurredOn,
      deadlineOn: other.deadlineOn,
    };
    if (!contradict({ ...said, deadlineOn }, stands)) continue;
    const word = verdict.outcome === 'OCCURRED' ? 'occurred' : 'did not occur';
    throw new DomainError(
      'VERDICT.CONTRADICTS',
      `This contradicts the verdict on “${other.statement}” (${other.deadlineOn}): it ${word}. If that verdict is wrong, dispute it first.`,
      [{ path: 'answer', message: `contradicts the verdict on proposition ${other.id}` }],
    );
  }
}

/**
 * Lets verdicts on one family be published one after the other: two deadlines of one question, decided at once, would not
 * see each other. Until the end of the transaction.
 */
async function lockFamily(family: string, tx: Tx): Promise<void> {
  if (family === '') return;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`verdicts:${nameKey(family)}`}, 0))`;
}
