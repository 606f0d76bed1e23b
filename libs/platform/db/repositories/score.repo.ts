import { createHash } from 'node:crypto';
import { BOARD_KINDS, type BoardKind, type Settlement, type Track } from '#core/domain';
import {
  type ClaimantStatistics,
  type ClaimReferences,
  type ForecastScore,
  type MethodSettings,
} from '#core/scoring';
import type { Tx } from '../database.js';
import type { ClaimantStatistic } from '../generated/client.js';

export interface StoredMethod {
  readonly id: string;
  readonly version: number;
  readonly codeVersion: string;
  readonly settings: MethodSettings;
}

export interface NamedMethod extends StoredMethod {
  readonly lexiconVersion: string;
  readonly activatedAt: Date;
}

export interface NewClaimScore {
  readonly claimId: string;
  readonly verdictVersionId: string;
  readonly retrospective: boolean;
  readonly settlement: Settlement;
  readonly unscoreableReason: string | null;
  readonly references: ClaimReferences;
  readonly score: ForecastScore | null;
}

export type StoredStatistics = Pick<
  ClaimantStatistic,
  'claimantId' | 'track' | keyof Omit<ClaimantStatistics, 'claimantId'> | 'computedAt'
>;

export const scoreRepo = {
  /** The method with exactly this code and these settings, recorded now if it is new. */
  async ensureMethod(
    codeVersion: string,
    lexiconVersion: string,
    settings: MethodSettings,
    at: Date,
    tx: Tx,
  ): Promise<StoredMethod> {
    const hash = sha256(JSON.stringify([codeVersion, lexiconVersion, Object.entries(settings).sort()]));
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('method', 0))`;
    const known = await tx.method.findUnique({ where: { hash } });
    if (known !== null) return { id: known.id, version: known.version, codeVersion, settings };
    const newest = await tx.method.aggregate({ _max: { version: true } });
    const version = (newest._max.version ?? 0) + 1;
    const row = await tx.method.create({
      data: { version, hash, codeVersion, lexiconVersion, settings: { ...settings }, activatedAt: at },
    });
    return { id: row.id, version, codeVersion, settings };
  },

  /** Writes what claims have come to under their verdicts; what a condition has changed since replaces what was there. */
  async putClaimScores(scores: readonly NewClaimScore[], methodId: string, at: Date, tx: Tx): Promise<void> {
    const places = scores.map(({ claimId, verdictVersionId }) => ({ claimId, verdictVersionId }));
    await tx.claimScore.deleteMany({ where: { methodId, OR: places } });
    await tx.claimScore.createMany({
      data: scores.map(
        ({ claimId, verdictVersionId, retrospective, settlement, unscoreableReason, references, score }) => ({
          claimId,
          verdictVersionId,
          methodId,
          track: retrospective ? ('retrospective' as const) : ('live' as const),
          settlement: settlement.kind,
          settlementVoidReason: settlement.kind === 'void' ? settlement.reason : null,
          unscoreableReason,
          ...references,
          brier: score?.brier ?? null,
          brierLow: score?.brierLow ?? null,
          brierHigh: score?.brierHigh ?? null,
          logScore: score?.logScore ?? null,
          computedAt: at,
        }),
      ),
    });
  },

  /** Replaces a claimant's statistics of one track with freshly computed ones. */
  async putStatistics(
    { claimantId, track, ...numbers }: ClaimantStatistics & { readonly track: Track },
    methodId: string,
    at: Date,
    tx: Tx,
  ): Promise<void> {
    await tx.claimantStatistic.upsert({
      where: { claimantId_methodId_track: { claimantId, methodId, track } },
      create: { claimantId, methodId, track, ...numbers, computedAt: at },
      update: { ...numbers, computedAt: at, version: { increment: 1 } },
    });
  },

  async listStatistics(methodId: string, tx: Tx): Promise<StoredStatistics[]> {
    return tx.claimantStatistic.findMany({
      where: { methodId },
      orderBy: [{ claimantId: 'asc' }, { track: 'asc' }],
    });
  },

  async findNewestMethod(tx: Tx): Promise<NamedMethod | null> {
    const row = await tx.method.findFirst({ orderBy: { version: 'desc' } });
    if (row === null) return null;
    return { ...row, settings: row.settings as unknown as MethodSettings };
  },

  /** Claimants with a settled claim and no statistics under the method, at most so many. */
  async listWithoutStatistics(methodId: string, limit: number, tx: Tx): Promise<string[]> {
    const rows = await tx.$queryRaw<{ claimantId: string }[]>`
      SELECT DISTINCT c.claimant_id::text AS "claimantId"
      FROM claims c
      JOIN verdict_versions v ON v.proposition_id = c.proposition_id AND v.stage = 'final'
      WHERE NOT EXISTS (
        SELECT 1 FROM claimant_statistics s
        WHERE s.claimant_id = c.claimant_id AND s.method_id = ${methodId}::uuid
      )
      ORDER BY 1 LIMIT ${limit}::int`;
    return rows.map(({ claimantId }) => claimantId);
  },

  /** "The boards are out of date": one row per kind and cause. Returns the natural key of the job that clears them. */
  async markStale(reason: string, at: Date, tx: Tx): Promise<string> {
    await tx.boardStaleMark.createMany({
      data: BOARD_KINDS.map((kind) => ({ kind, reason, markedAt: at })),
    });
    return `${reason}@${at.toISOString()}`;
  },

  async listStaleMarks(kind: BoardKind, tx: Tx): Promise<string[]> {
    const rows = await tx.boardStaleMark.findMany({ where: { kind }, select: { id: true } });
    return rows.map(({ id }) => id);
  },

  /** Takes marks away that a board answers; false when somebody else answered all of them. */
  async takeStaleMarks(ids: readonly string[], tx: Tx): Promise<boolean> {
    const { count } = await tx.boardStaleMark.deleteMany({ where: { id: { in: [...ids] } } });
    return count > 0 || ids.length === 0;
  },
};

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
