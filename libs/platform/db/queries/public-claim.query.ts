import { fromDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';
import { answerRepo } from '../repositories/answer.repo.js';
import { disputeRepo } from '../repositories/dispute.repo.js';
import { threadRepo } from '../repositories/thread.repo.js';
import { verdictRepo } from '../repositories/verdict.repo.js';

/** A claim with everything its public page shows; null when there is no such active claim. */
export async function readPublicClaim(id: string, tx: Tx) {
  const row = await tx.claim.findFirst({
    where: { id, state: 'active' },
    include: {
      claimant: true,
      anchors: { where: { isPrimary: true }, take: 1 },
      snapshot: { select: { source: { include: { outlet: true } } } },
      proposition: {
        include: {
          matches: {
            where: { state: { not: 'rejected' }, strength: 'strong' },
            include: { event: true },
            orderBy: { score: 'desc' },
            take: 20,
          },
          claims: { where: { state: 'active' }, include: { claimant: true }, orderBy: { saidOn: 'asc' } },
        },
      },
      conditionProposition: true,
    },
  });
  if (row === null) return null;
  const current = await verdictRepo.findCurrent(row.propositionId, tx);
  const condition =
    row.conditionPropositionId === null
      ? null
      : await verdictRepo.findCurrent(row.conditionPropositionId, tx);
  const evidence =
    current === null || current.roundId === null
      ? []
      : await tx.evidence.findMany({
          where: { review: { roundId: current.roundId } },
          orderBy: [{ publishedOn: 'asc' }, { id: 'asc' }],
        });
  return {
    row,
    verdict: current,
    answers: await answerRepo.list(row.propositionId, tx),
    disputes: await disputeRepo.listOfProposition(row.propositionId, tx),
    clarifications: await threadRepo.listClarifications(row.propositionId, tx),
    verdicts: await verdictRepo.list(row.propositionId, tx),
    conditionVerdict: condition,
    evidence: withoutRepeats(evidence).map((item) => ({
      url: item.url,
      title: item.title,
      publishedOn: fromDateColumn(item.publishedOn),
      stance: item.stance,
      note: item.note,
    })),
  };
}

/** Reviewers who work apart often cite the same report; readers need it once. */
function withoutRepeats<T extends { url: string; stance: string; note: string }>(
  evidence: readonly T[],
): T[] {
  const seen = new Set<string>();
  return evidence.filter(({ url, stance, note }) => {
    const key = JSON.stringify([url, stance, note]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
