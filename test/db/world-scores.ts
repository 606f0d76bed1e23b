import { randomUUID } from 'node:crypto';
import type { Tx } from '#platform/db';

export const AT = new Date('2022-03-01T12:00:00Z');
export const hash = (letter: string): string => letter.repeat(64);

/** Scores, a board and the audit log of `insertWorld`. */
export async function insertScores(
  tx: Tx,
  of: { claim: string; verdict: string; claimant: string },
): Promise<void> {
  const method = await tx.method.create({
    data: {
      version: 1,
      hash: hash('c'),
      codeVersion: '1',
      lexiconVersion: '1',
      settings: {},
      activatedAt: AT,
    },
  });
  await tx.claimScore.create({
    data: {
      claimId: of.claim,
      verdictVersionId: of.verdict,
      methodId: method.id,
      track: 'live',
      settlement: 'scored',
      brier: 0.01,
      brierLow: 0.0001,
      brierHigh: 0.04,
      logScore: 0.1,
      computedAt: AT,
    },
  });
  await tx.claimantStatistic.create({
    data: { claimantId: of.claimant, methodId: method.id, track: 'live', n: 1, hits: 1, computedAt: AT },
  });
  await tx.outcomeCount.create({
    data: { level: 'cell', topic: 'ports', horizon: '', onDay: AT, n: 1, occurred: 0 },
  });
  await tx.board.create({
    data: {
      kind: 'claimants',
      methodId: method.id,
      filter: {},
      filterHash: hash('d'),
      asOfAt: AT,
      hash: hash('e'),
      builtAt: AT,
      standings: {
        create: {
          position: 1,
          claimantId: of.claimant,
          n: 1,
          rank: 1,
          rankLow: 1,
          rankHigh: 2,
          intervalLow: -0.1,
          intervalHigh: 0.1,
        },
      },
    },
  });
  await tx.auditEntry.create({
    data: {
      seq: 1n,
      at: AT,
      actor: 'system',
      action: 'test.begun',
      subjectType: 'test',
      subjectId: randomUUID(),
      payload: {},
      prevHash: hash('0'),
      hash: hash('f'),
    },
  });
}
