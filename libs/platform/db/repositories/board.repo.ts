import { createHash } from 'node:crypto';
import type { CalendarDate } from '#core/domain';
import type { BoardDraft, BoardFilter, Standing } from '#core/scoring';
import type { Tx } from '../database.js';
import { Prisma, type Standing as StandingRow } from '../generated/client.js';
import type { StoredMethod } from './score.repo.js';

/** What a board is of: its filter, and the day it was asked for where that is not the newest. */
export interface BoardQuestion {
  readonly filter: BoardFilter;
  readonly asOn: CalendarDate | null;
}

export interface NewBoard extends Pick<BoardDraft, 'totals' | 'references'> {
  readonly question: BoardQuestion;
  readonly method: StoredMethod;
  /** What is known later is not in it. */
  readonly asOf: Date;
  readonly builtAt: Date;
  /** In order. */
  readonly standings: readonly Standing[];
}

/** A board without its rows. */
export interface StoredBoard extends Pick<BoardDraft, 'totals' | 'references'> {
  readonly id: string;
  readonly asOf: Date;
  readonly filter: BoardFilter;
  readonly method: StoredMethod & { readonly lexiconVersion: string };
}

/** A row as it was written; the name is of today. */
export interface StoredStanding extends Standing {
  readonly name: string;
  /** Null for an outlet. */
  readonly claimantKind: string | null;
}

/** Rows written in one statement: PostgreSQL takes 65,535 values. */
const AT_ONCE = 1_000;

export const boardRepo = {
  /** Writes a board with its rows; the same board again (the same numbers of the same instant) is not written twice. */
  async insert({ question, method, standings, ...board }: NewBoard, tx: Tx): Promise<string> {
    const filterHash = hashOf(question);
    const hash = sha256(JSON.stringify([method.id, filterHash, board.asOf.toISOString(), standings]));
    const known = await tx.board.findUnique({ where: { hash }, select: { id: true } });
    if (known !== null) return known.id;
    const { id } = await tx.board.create({
      data: {
        kind: question.filter.kind,
        methodId: method.id,
        filter: { ...question.filter, asOn: question.asOn },
        filterHash,
        asOfAt: board.asOf,
        hash,
        builtAt: board.builtAt,
        totals: { ...board.totals },
        references: board.references as unknown as Prisma.InputJsonObject,
      },
    });
    const rows = standings.map((standing, index) => toRow(standing, question.filter, { boardId: id, index }));
    for (let from = 0; from < rows.length; from += AT_ONCE)
      await tx.standing.createMany({ data: rows.slice(from, from + AT_ONCE) });
    return id;
  },

  /**
   * The newest board (of all those of no later than `until`). By when it was written: ids are in order of real time,
   * which a set business clock does not move.
   */
  async findNewest(question: BoardQuestion, tx: Tx, until: Date | null = null): Promise<StoredBoard | null> {
    const row = await tx.board.findFirst({
      where: {
        kind: question.filter.kind,
        filterHash: hashOf(question),
        ...(until === null ? {} : { asOfAt: { lte: until } }),
      },
      orderBy: { id: 'desc' },
      include: { method: true },
    });
    if (row === null) return null;
    const { id, version, codeVersion, lexiconVersion } = row.method;
    const settings = row.method.settings as unknown as StoredMethod['settings'];
    return {
      id: row.id,
      asOf: row.asOfAt,
      filter: question.filter,
      method: { id, version, codeVersion, lexiconVersion, settings },
      totals: row.totals as unknown as StoredBoard['totals'],
      references: row.references as unknown as StoredBoard['references'],
    };
  },

  async listStandings(boardId: string, tx: Tx): Promise<StoredStanding[]> {
    const rows = await tx.standing.findMany({
      where: { boardId },
      orderBy: { position: 'asc' },
      include: { claimant: { select: { name: true, kind: true } }, outlet: { select: { name: true } } },
    });
    return rows.map((row) => ({
      ...fromRow(row),
      name: row.claimant?.name ?? row.outlet?.name ?? '',
      claimantKind: row.claimant?.kind ?? null,
    }));
  },

  async findStanding(boardId: string, subjectId: string, tx: Tx): Promise<Standing | null> {
    const row = await tx.standing.findFirst({
      where: { boardId, OR: [{ claimantId: subjectId }, { outletId: subjectId }] },
    });
    return row === null ? null : fromRow(row);
  },
};

export type { Standing as BoardStanding };

function toRow(
  standing: Standing,
  { kind }: BoardFilter,
  { boardId, index }: { readonly boardId: string; readonly index: number },
): Prisma.StandingCreateManyInput {
  const { subjectId, n, families, texts, pending, ambiguous, conditionUnmet, unscoreable, ...rest } =
    standing;
  const { meanBrier, meanBrierLow, meanBrierHigh, meanLog, skill, shrunk, intervalLow, intervalHigh } = rest;
  const { rank, rankLow, rankHigh } = rest;
  return {
    boardId,
    position: index + 1,
    ...(kind === 'claimants' ? { claimantId: subjectId } : { outletId: subjectId }),
    rank,
    rankLow,
    rankHigh,
    n,
    families,
    texts,
    pending,
    void: rest.void,
    ambiguous,
    conditionUnmet,
    unscoreable,
    brier: meanBrier,
    brierLow: meanBrierLow,
    brierHigh: meanBrierHigh,
    logScore: meanLog,
    skill,
    shrunk,
    intervalLow,
    intervalHigh,
    hitRate: rest.hitRate,
    details: detailsOf(standing),
  };
}

/** What has no column of its own. */
function detailsOf(standing: Standing) {
  return {
    record: standing.record,
    suspended: standing.suspended,
    claims: standing.claims,
    beforeDeadline: standing.beforeDeadline,
    retrospective: standing.retrospective,
    scoreableShare: standing.scoreableShare,
    boundLow: standing.boundLow,
    boundHigh: standing.boundHigh,
    hits: standing.hits,
    referenceHits: standing.referenceHits,
    hitRateLow: standing.hitRateLow,
    hitRateHigh: standing.hitRateHigh,
    references: standing.references as unknown as Prisma.InputJsonObject,
  };
}

function fromRow(row: StandingRow): Standing {
  return {
    subjectId: row.claimantId ?? row.outletId ?? '',
    rank: row.rank,
    rankLow: row.rankLow,
    rankHigh: row.rankHigh,
    n: row.n,
    families: row.families,
    texts: row.texts,
    pending: row.pending,
    void: row.void,
    ambiguous: row.ambiguous,
    conditionUnmet: row.conditionUnmet,
    unscoreable: row.unscoreable,
    meanBrier: row.brier,
    meanBrierLow: row.brierLow,
    meanBrierHigh: row.brierHigh,
    meanLog: row.logScore,
    skill: row.skill,
    shrunk: row.shrunk,
    intervalLow: row.intervalLow,
    intervalHigh: row.intervalHigh,
    hitRate: row.hitRate,
    ...(row.details as unknown as Pick<Standing, keyof ReturnType<typeof detailsOf>>),
  };
}

function hashOf({ filter, asOn }: BoardQuestion): string {
  const { kind, track, topic, period, horizon, basis } = filter;
  return sha256(JSON.stringify([kind, track, topic, period, horizon, basis, asOn]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
