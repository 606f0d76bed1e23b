import { createHash } from 'node:crypto';
import { BOARD_KINDS, type BoardKind, type Settlement, type Track } from '#core/domain';
import {
  type ClaimantStatistics,
  type ClaimReferences,
  type ForecastScore,
  type MethodSettings,
} from '#core/scoring';
import { v7 as uuidv7 } from 'uuid';
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
    if (scores.length === 0) return;
    const rows = scores.map(({ references, score, settlement, ...row }) => ({
      id: uuidv7(),
      claim_id: row.claimId,
      verdict_version_id: row.verdictVersionId,
      track: row.retrospective ? 'retrospective' : 'live',
      settlement: settlement.kind,
      settlement_void_reason: settlement.kind === 'void' ? settlement.reason : null,
      unscoreable_reason: row.unscoreableReason,
      base_rate: references.baseRate,
      status_quo: references.statusQuo,
      market: references.market,
      brier: score?.brier ?? null,
      brier_low: score?.brierLow ?? null,
      brier_high: score?.brierHigh ?? null,
      log_score: score?.logScore ?? null,
      method_id: methodId,
      computed_at: at,
    }));
    // One statement whatever the number: thousands of values one by one take longer than computing them.
    await tx.$executeRaw`
      INSERT INTO claim_scores SELECT (r).* FROM (
        SELECT json_populate_recordset(NULL::claim_scores, ${JSON.stringify(rows)}::json) AS r
      ) made
      ON CONFLICT (claim_id, verdict_version_id, method_id) DO UPDATE SET
        track = excluded.track, settlement = excluded.settlement,
        settlement_void_reason = excluded.settlement_void_reason,
        unscoreable_reason = excluded.unscoreable_reason, base_rate = excluded.base_rate,
        status_quo = excluded.status_quo, market = excluded.market, brier = excluded.brier,
        brier_low = excluded.brier_low, brier_high = excluded.brier_high, log_score = excluded.log_score,
        computed_at = excluded.computed_at`;
  },

  /** Replaces claimants' statistics with freshly computed ones. */
  async putStatistics(
    statistics: readonly (ClaimantStatistics & { readonly track: Track })[],
    methodId: string,
    at: Date,
    tx: Tx,
  ): Promise<void> {
    const rows = statistics.map((row) => ({
      id: uuidv7(),
      claimant_id: row.claimantId,
      method_id: methodId,
      track: row.track,
      n: row.n,
      sum_brier: row.sumBrier,
      sum_brier_low: row.sumBrierLow,
      sum_brier_high: row.sumBrierHigh,
      sum_log_score: row.sumLogScore,
      sum_skill: row.sumSkill,
      sum_skill_squared: row.sumSkillSquared,
      hits: row.hits,
      reference_hits: row.referenceHits,
      pending: row.pending,
      before_deadline: row.beforeDeadline,
      retrospective: row.retrospective,
      void: row.void,
      ambiguous: row.ambiguous,
      condition_unmet: row.conditionUnmet,
      unscoreable: row.unscoreable,
      families: row.families,
      texts: row.texts,
      version: 1,
      computed_at: at,
    }));
    await tx.$executeRaw`
      INSERT INTO claimant_statistics SELECT (r).* FROM (
        SELECT json_populate_recordset(NULL::claimant_statistics, ${JSON.stringify(rows)}::json) AS r
      ) made
      ON CONFLICT (claimant_id, method_id, track) DO UPDATE SET
        n = excluded.n, sum_brier = excluded.sum_brier, sum_brier_low = excluded.sum_brier_low,
        sum_brier_high = excluded.sum_brier_high, sum_log_score = excluded.sum_log_score,
        sum_skill = excluded.sum_skill, sum_skill_squared = excluded.sum_skill_squared, hits = excluded.hits,
        reference_hits = excluded.reference_hits, pending = excluded.pending,
        before_deadline = excluded.before_deadline, retrospective = excluded.retrospective, void = excluded.void,
        ambiguous = excluded.ambiguous, condition_unmet = excluded.condition_unmet,
        unscoreable = excluded.unscoreable, families = excluded.families, texts = excluded.texts,
        version = claimant_statistics.version + 1, computed_at = excluded.computed_at`;
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

  /** Claimants with a settled claim and no statistics under the method, in order of id from `after` on. */
  async listWithoutStatistics(
    methodId: string,
    { after, limit }: { readonly after: string | null; readonly limit: number },
    tx: Tx,
  ): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT k.id::text AS id
      FROM claimants k
      WHERE (${after}::uuid IS NULL OR k.id > ${after}::uuid)
        AND NOT EXISTS (
          SELECT 1 FROM claimant_statistics s WHERE s.claimant_id = k.id AND s.method_id = ${methodId}::uuid
        )
        AND EXISTS (
          SELECT 1 FROM claims c
          JOIN verdict_versions v ON v.proposition_id = c.proposition_id AND v.stage = 'final'
          WHERE c.claimant_id = k.id
        )
      ORDER BY k.id LIMIT ${limit}::int`;
    return rows.map(({ id }) => id);
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
