import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BoardKind, CalendarDate } from '#core/domain';
import type { BoardDraft, BoardFilter, RankedSubject, Standing } from '#core/scoring';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../database.js';
import { Prisma, type Standing as StandingRow } from '../generated/client.js';
import type { BoardChoices } from '../queries/board-choices.query.js';
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
  readonly choices: BoardChoices;
  /** In order. */
  readonly standings: readonly Standing[];
}

/** A board without its rows. */
export interface StoredBoard extends Pick<BoardDraft, 'totals' | 'references'> {
  readonly id: string;
  readonly asOf: Date;
  readonly filter: BoardFilter;
  readonly method: StoredMethod & { readonly lexiconVersion: string };
  readonly choices: BoardChoices;
}

/** A row of a page. */
export type ListedStanding = Omit<Standing, 'references'>;

/** Whom a row is of, as of today. */
export interface NamedSubject {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

/** Rows hashed or written in one go: some ten milliseconds. */
const AT_ONCE = 500;

export const boardRepo = {
  /** Writes a board with its rows; the same board again (the same numbers of the same instant) is not written twice. */
  async insert({ question, method, standings, ...board }: NewBoard, tx: Tx): Promise<string> {
    const filterHash = hashOf(question);
    const head = `${method.id} ${filterHash} ${board.asOf.toISOString()}`;
    const { rows, hash } = await toRows(standings, question.filter, head);
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
        references: board.references,
        choices: { ...board.choices },
      },
    });
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const part = rows.slice(from, from + AT_ONCE).map((row) => ({ id: uuidv7(), board_id: id, ...row }));
      await tx.$executeRaw`
        INSERT INTO standings SELECT (r).* FROM (
          SELECT json_populate_recordset(NULL::standings, ${JSON.stringify(part)}::json) AS r
        ) made`;
    }
    return id;
  },

  /**
   * The newest board (of all those of no later than `until`). By when it was written: ids are in order of real time,
   * which a set business clock does not move.
   */
  async findNewest(question: BoardQuestion, tx: Tx, until: Date | null = null): Promise<StoredBoard | null> {
    const [row] = await tx.$queryRaw<HeadRow[]>`
      SELECT b.id::text AS id, b.as_of_at AS "asOf", b.totals, b."references", b.choices, m.id::text AS "methodId",
        m.version, m.code_version AS "codeVersion", m.lexicon_version AS "lexiconVersion", m.settings
      FROM boards b JOIN methods m ON m.id = b.method_id
      WHERE b.kind = ${question.filter.kind}::board_kind AND b.filter_hash = ${hashOf(question)}
        AND b.as_of_at <= coalesce(${until}::timestamptz, 'infinity')
      ORDER BY b.id DESC LIMIT 1`;
    if (row === undefined) return null;
    const { id, asOf, totals, references, choices, methodId, ...method } = row;
    return {
      id,
      asOf,
      filter: question.filter,
      method: { id: methodId, ...method },
      ...headOf({ totals, references, choices }),
    };
  },

  /** Rows of a board from a position on, in order. They never change; what their subjects are called today may. */
  async listRows(
    boardId: string,
    { from, limit }: { readonly from: number; readonly limit: number },
    tx: Tx,
  ): Promise<ListedStanding[]> {
    const [page] = await tx.$queryRaw<{ rows: readonly StandingTuple[] }[]>`
      SELECT coalesce(json_agg(json_build_array(${LISTED}) ORDER BY s.position), '[]') AS rows
      FROM standings s
      WHERE s.board_id = ${boardId}::uuid AND s.position BETWEEN ${from}::int AND ${from + limit - 1}::int`;
    return (page?.rows ?? []).map(fromTuple);
  },

  /** What claimants, or outlets, are called today; who is not there any more is left out. */
  async listSubjects(kind: BoardKind, ids: readonly string[], tx: Tx): Promise<NamedSubject[]> {
    if (kind === 'outlets')
      return tx.$queryRaw<NamedSubject[]>`
        SELECT id::text AS id, name, 'outlet' AS kind FROM outlets WHERE id = ANY(${[...ids]}::uuid[])`;
    return tx.$queryRaw<NamedSubject[]>`
      SELECT id::text AS id, name, kind::text AS kind FROM claimants WHERE id = ANY(${[...ids]}::uuid[])`;
  },

  /** All rows, with everything that was written of them, in order. */
  async listStandings(boardId: string, tx: Tx): Promise<Standing[]> {
    return (await tx.standing.findMany({ where: { boardId }, orderBy: { position: 'asc' } })).map(fromRow);
  },

  /** Who has a rank on a board, best first: nothing else of the rows, of which there may be thousands. */
  async listRanks(boardId: string, tx: Tx): Promise<RankedSubject[]> {
    return tx.$queryRaw<RankedSubject[]>`
      SELECT coalesce(s.claimant_id, s.outlet_id)::text AS "subjectId", coalesce(k.name, o.name) AS name, s.rank
      FROM standings s
      LEFT JOIN claimants k ON k.id = s.claimant_id
      LEFT JOIN outlets o ON o.id = s.outlet_id
      WHERE s.board_id = ${boardId}::uuid AND s.rank IS NOT NULL
      ORDER BY s.position`;
  },

  async findStanding(boardId: string, subjectId: string, tx: Tx): Promise<Standing | null> {
    const row = await tx.standing.findFirst({
      where: { boardId, OR: [{ claimantId: subjectId }, { outletId: subjectId }] },
    });
    return row === null ? null : fromRow(row);
  },
};

interface HeadRow extends Pick<StoredBoard, 'id' | 'asOf' | 'totals' | 'references' | 'choices'> {
  readonly methodId: string;
  readonly version: number;
  readonly codeVersion: string;
  readonly lexiconVersion: string;
  readonly settings: StoredMethod['settings'];
}

/** The columns of a row that say something of its subject. */
type StandingColumns = Omit<StandingRow, 'id' | 'boardId' | 'position' | 'reviewerId'>;

/**
 * What a page shows of a row, as values without names: PostgreSQL takes twice as long over an object. Not what the subject
 * is compared with: a third of the row, and shown on the profile.
 */
const LISTED = Prisma.sql`
  s.claimant_id, s.outlet_id, s.rank, s.rank_low, s.rank_high, s.n, s.families, s.texts, s.pending, s.void, s.ambiguous,
  s.condition_unmet, s.unscoreable, s.brier, s.brier_low, s.brier_high, s.log_score, s.skill, s.shrunk, s.interval_low,
  s.interval_high, s.hit_rate, s.details - 'references'`;

/** In the order of `LISTED`. */
type StandingTuple = readonly [
  claimantId: string | null,
  outletId: string | null,
  rank: number | null,
  rankLow: number | null,
  rankHigh: number | null,
  n: number,
  families: number,
  texts: number,
  pending: number,
  void_: number,
  ambiguous: number,
  conditionUnmet: number,
  unscoreable: number,
  brier: number | null,
  brierLow: number | null,
  brierHigh: number | null,
  logScore: number | null,
  skill: number | null,
  shrunk: number | null,
  intervalLow: number | null,
  intervalHigh: number | null,
  hitRate: number | null,
  details: StandingRow['details'],
];

function fromTuple(row: StandingTuple): ListedStanding {
  const columns: StandingColumns = {
    claimantId: row[0],
    outletId: row[1],
    rank: row[2],
    rankLow: row[3],
    rankHigh: row[4],
    n: row[5],
    families: row[6],
    texts: row[7],
    pending: row[8],
    void: row[9],
    ambiguous: row[10],
    conditionUnmet: row[11],
    unscoreable: row[12],
    brier: row[13],
    brierLow: row[14],
    brierHigh: row[15],
    logScore: row[16],
    skill: row[17],
    shrunk: row[18],
    intervalLow: row[19],
    intervalHigh: row[20],
    hitRate: row[21],
    details: row[22],
  };
  return fromRow(columns);
}

/** A row of the table, by its columns. */
function toRow(standing: Standing, { kind }: BoardFilter, index: number) {
  return {
    position: index + 1,
    claimant_id: kind === 'claimants' ? standing.subjectId : null,
    outlet_id: kind === 'outlets' ? standing.subjectId : null,
    rank: standing.rank,
    rank_low: standing.rankLow,
    rank_high: standing.rankHigh,
    n: standing.n,
    families: standing.families,
    texts: standing.texts,
    pending: standing.pending,
    void: standing.void,
    ambiguous: standing.ambiguous,
    condition_unmet: standing.conditionUnmet,
    unscoreable: standing.unscoreable,
    brier: standing.meanBrier,
    brier_low: standing.meanBrierLow,
    brier_high: standing.meanBrierHigh,
    log_score: standing.meanLog,
    skill: standing.skill,
    shrunk: standing.shrunk,
    interval_low: standing.intervalLow,
    interval_high: standing.intervalHigh,
    hit_rate: standing.hitRate,
    details: detailsOf(standing),
  };
}

/** The rows of a board and its hash, some at a time: thousands would hold up whatever else the process does. */
async function toRows(standings: readonly Standing[], filter: BoardFilter, head: string) {
  const hash = createHash('sha256').update(head);
  const rows: ReturnType<typeof toRow>[] = [];
  for (let from = 0; from < standings.length; from += AT_ONCE) {
    const part = standings
      .slice(from, from + AT_ONCE)
      .map((standing, index) => toRow(standing, filter, from + index));
    hash.update(JSON.stringify(part));
    rows.push(...part);
    await nextTurn();
  }
  return { rows, hash: hash.digest('hex') };
}

type Details = ReturnType<typeof detailsOf>;

const UNKNOWN = { n: 0, meanBrier: null, ownMeanBrier: null };
const NO_REFERENCES = { base_rate: UNKNOWN, status_quo: UNKNOWN, half: UNKNOWN, market: UNKNOWN };
/** Boards stay as they were made: rows of older versions do not say everything. */
const UNKNOWN_DETAILS: Details = {
  record: 'building',
  suspended: false,
  claims: 0,
  beforeDeadline: 0,
  retrospective: 0,
  scoreableShare: null,
  boundLow: null,
  boundHigh: null,
  hits: 0,
  referenceHits: 0,
  hitRateLow: null,
  hitRateHigh: null,
  references: NO_REFERENCES,
};
const UNKNOWN_TOTALS = { subjects: 0, claims: 0, scored: 0, families: 0 };
const UNKNOWN_CHOICES: BoardChoices = { topics: [], periods: [], firstOn: null };

type HeadColumns = Pick<StoredBoard, 'totals' | 'references' | 'choices'>;

function headOf(row: Readonly<Record<keyof HeadColumns, unknown>>): HeadColumns {
  return {
    totals: { ...UNKNOWN_TOTALS, ...(row.totals as Partial<HeadColumns['totals']>) },
    references: { ...NO_REFERENCES, ...(row.references as Partial<HeadColumns['references']>) },
    choices: { ...UNKNOWN_CHOICES, ...(row.choices as Partial<BoardChoices>) },
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
    references: standing.references,
  };
}

/** Written out: an object made of others has a shape of its own, and whatever reads five hundred of them pays. */
function fromRow(row: StandingColumns): Standing {
  const details: Details = Object.assign({}, UNKNOWN_DETAILS, row.details as unknown as Partial<Details>);
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
    record: details.record,
    suspended: details.suspended,
    claims: details.claims,
    beforeDeadline: details.beforeDeadline,
    retrospective: details.retrospective,
    scoreableShare: details.scoreableShare,
    boundLow: details.boundLow,
    boundHigh: details.boundHigh,
    hits: details.hits,
    referenceHits: details.referenceHits,
    hitRateLow: details.hitRateLow,
    hitRateHigh: details.hitRateHigh,
    references: details.references,
  };
}

function hashOf({ filter, asOn }: BoardQuestion): string {
  const { kind, track, topic, period, horizon, basis } = filter;
  return sha256(JSON.stringify([kind, track, topic, period, horizon, basis, asOn]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
