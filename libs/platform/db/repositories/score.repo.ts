import { createHash } from 'node:crypto';
import type { Settlement } from '#core/domain';
import type { BoardRow, ClaimantStatistics, ForecastScore, MethodSettings } from '#core/scoring';
import type { Tx } from '../database.js';
import type { ClaimantStatistic } from '../generated/client.js';

export interface StoredMethod {
  readonly id: string;
  readonly version: number;
  readonly codeVersion: string;
  readonly settings: MethodSettings;
}

export interface NewClaimScore {
  readonly claimId: string;
  readonly verdictVersionId: string;
  readonly retrospective: boolean;
  readonly settlement: Settlement;
  readonly unscoreableReason: string | null;
  readonly score: ForecastScore | null;
}

export type StoredStatistics = Pick<
  ClaimantStatistic,
  'claimantId' | 'n' | 'sumBrier' | 'families' | 'texts' | 'computedAt'
>;

const BOARD_FILTER = { live: true };

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
        ({ claimId, verdictVersionId, retrospective, settlement, unscoreableReason, score }) => ({
          claimId,
          verdictVersionId,
          methodId,
          track: retrospective ? ('retrospective' as const) : ('live' as const),
          settlement: settlement.kind,
          settlementVoidReason: settlement.kind === 'void' ? settlement.reason : null,
          unscoreableReason,
          brier: score?.brier ?? null,
          brierLow: score?.brierLow ?? null,
          brierHigh: score?.brierHigh ?? null,
          logScore: score?.logScore ?? null,
          computedAt: at,
        }),
      ),
    });
  },

  /** Replaces a claimant's live statistics with freshly computed ones. */
  async putStatistics(statistics: ClaimantStatistics, methodId: string, at: Date, tx: Tx): Promise<void> {
    const { claimantId, retrospective: _retrospective, ...numbers } = statistics;
    await tx.claimantStatistic.upsert({
      where: { claimantId_methodId_track: { claimantId, methodId, track: 'live' } },
      create: { claimantId, methodId, track: 'live', ...numbers, computedAt: at },
      update: { ...numbers, computedAt: at, version: { increment: 1 } },
    });
  },

  async listStatistics(methodId: string, tx: Tx): Promise<StoredStatistics[]> {
    return tx.claimantStatistic.findMany({
      where: { methodId, track: 'live' },
      orderBy: { claimantId: 'asc' },
    });
  },

  async findNewestMethod(tx: Tx): Promise<string | null> {
    const row = await tx.method.findFirst({ orderBy: { version: 'desc' }, select: { id: true } });
    return row?.id ?? null;
  },

  /** "The board is out of date": one row per cause. Returns the mark's id, the natural key of the job that clears it. */
  async markStale(reason: string, at: Date, tx: Tx): Promise<string> {
    const row = await tx.boardStaleMark.create({ data: { kind: 'claimants', reason, markedAt: at } });
    return row.id;
  },

  /** Takes all stale marks away; the board that is being built answers them. Zero when somebody else did. */
  async takeStaleMarks(tx: Tx): Promise<number> {
    const { count } = await tx.boardStaleMark.deleteMany({ where: { kind: 'claimants' } });
    return count;
  },

  async insertBoard(rows: readonly BoardRow[], method: StoredMethod, asOf: Date, tx: Tx): Promise<string> {
    const filterHash = sha256(JSON.stringify(BOARD_FILTER));
    const hash = sha256(JSON.stringify([method.id, filterHash, asOf.toISOString(), rows]));
    const board = await tx.board.create({
      data: {
        kind: 'claimants',
        methodId: method.id,
        filter: BOARD_FILTER,
        filterHash,
        asOfAt: asOf,
        hash,
        builtAt: asOf,
        standings: { create: rows.map(toStanding) },
      },
    });
    return board.id;
  },

  async findNewestBoard(tx: Tx) {
    return tx.board.findFirst({
      where: { kind: 'claimants' },
      // By when it was written: ids are in order of real time, which a set business clock does not move.
      orderBy: { id: 'desc' },
      include: {
        method: true,
        standings: {
          orderBy: { position: 'asc' },
          include: { claimant: { select: { id: true, name: true, kind: true } } },
        },
      },
    });
  },

  async newestBoardAt(tx: Tx): Promise<Date | null> {
    const row = await tx.board.findFirst({
      where: { kind: 'claimants' },
      orderBy: { id: 'desc' },
      select: { asOfAt: true },
    });
    return row?.asOfAt ?? null;
  },
};

function toStanding(row: BoardRow, index: number) {
  return {
    position: index + 1,
    claimantId: row.claimantId,
    n: row.n,
    families: row.families,
    texts: row.texts,
    pending: row.pending,
    void: row.void,
    ambiguous: row.ambiguous,
    conditionUnmet: row.conditionUnmet,
    unscoreable: row.unscoreable,
    brier: row.meanBrier,
    brierLow: row.meanBrierLow,
    brierHigh: row.meanBrierHigh,
    logScore: row.n === 0 ? null : row.sumLogScore / row.n,
    details: { record: row.record, retrospective: row.retrospective },
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
