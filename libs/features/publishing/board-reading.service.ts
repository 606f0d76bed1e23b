import { Injectable } from '@nestjs/common';
import type { Board, BoardQuery } from '#contracts/http';
import { calendarDateIn, type CalendarDate, DomainError, REFERENCES } from '#core/domain';
import { wholeBoard } from '#core/scoring';
import { Clock } from '#platform/clock';
import {
  type BoardChoices,
  boardRepo,
  type BoardQuestion,
  Database,
  getInstallation,
  type ListedStanding,
  type StoredBoard,
  type Tx,
} from '#platform/db';
import { Outbox } from '#platform/jobs';
import type { z } from 'zod';
import { toWireStandings } from './wire-standing.js';

type Asked = z.output<typeof BoardQuery>;
type WireBoard = z.input<typeof Board>;

const WAITING_AT_MOST = 20;
const ROWS_AT_ONCE = 500;
const NONE = { n: 0, meanBrier: null };

/** Pages of rows kept, some hundred kilobytes each: boards never change, and nearly all read the first of the newest. */
const PAGES_KEPT = 20;

interface BoardPageRead {
  readonly board: StoredBoard;
  readonly standings: WireBoard['standings'];
}

/** Boards for readers: those there are at once, those of a filter or an earlier day once they are computed. */
@Injectable()
export class BoardReadingService {
  private readonly pages = new Map<string, readonly ListedStanding[]>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /**
   * The newest board of what is asked; null before the first of all. One that is not there, or older than the board of
   * everybody, is asked for; until it is there, the answer has no rows or older ones and says so.
   * Throws DomainError BOARD.NOT_FOUND for a topic, year or day of which there can be no board.
   */
  async getBoard(asked: Asked): Promise<WireBoard | null> {
    const tx = this.database.direct;
    const everybody = { filter: wholeBoard(asked.kind), asOn: null };
    if (isForEverybody(asked)) {
      const board = await boardRepo.findNewest(everybody, tx);
      if (board === null) return null;
      const page = await this.readPage(board, asked, tx);
      return toWireBoard(page, everybody, { number: asked.page, isBuilding: false });
    }
    const newest = await boardRepo.findNewest(everybody, tx);
    if (newest === null) return null;
    const { zone } = await getInstallation(tx);
    const question = toQuestion(asked, newest.choices, calendarDateIn(this.clock.now(), zone));
    const found = await boardRepo.findNewest(question, tx);
    const isBuilding = !isFresh(found, newest, question);
    if (isBuilding) await this.askFor(question, newest.id);
    const page =
      found === null
        ? { board: { ...newest, ...NOTHING_YET, filter: question.filter }, standings: [] }
        : await this.readPage(found, asked, tx);
    const current = { ...page, board: { ...page.board, choices: newest.choices } };
    return toWireBoard(current, question, { number: asked.page, isBuilding });
  }

  /** The rows as they were written, under the names of today. */
  private async readPage(board: StoredBoard, asked: Asked, tx: Tx): Promise<BoardPageRead> {
    const rows = await this.readRows(board.id, asked, tx);
    const ids = rows.map(({ subjectId }) => subjectId);
    return { board, standings: toWireStandings(rows, await boardRepo.listSubjects(asked.kind, ids, tx)) };
  }

  private async readRows(boardId: string, asked: Asked, tx: Tx): Promise<readonly ListedStanding[]> {
    const key = `${boardId} ${String(asked.page)}`;
    const kept = this.pages.get(key);
    if (kept !== undefined) return kept;
    const rows = await boardRepo.listRows(boardId, placeOf(asked), tx);
    this.pages.set(key, rows);
    for (const oldest of this.pages.keys()) {
      if (this.pages.size <= PAGES_KEPT) break;
      this.pages.delete(oldest);
    }
    return rows;
  }

  /** A natural key per filter and newest board: however many ask, it is computed once. */
  private async askFor({ filter, asOn }: BoardQuestion, newestBoard: string): Promise<void> {
    await this.database.withTransaction(async (tx) => {
      // Anybody may ask; whoever asks for everything waits until the workers have caught up.
      if ((await this.outbox.countOpen('buildFilteredBoard', tx)) < WAITING_AT_MOST)
        await this.outbox.enqueue('buildFilteredBoard', { filter, asOn, newestBoard }, tx);
    });
  }
}

function placeOf({ page }: Asked) {
  return { from: (page - 1) * ROWS_AT_ONCE + 1, limit: ROWS_AT_ONCE };
}

function isForEverybody({ track, topic, period, horizon, basis, asOf }: Asked): boolean {
  return track === 'live' && !topic && !period && !horizon && !basis && !asOf;
}

function toQuestion(
  { kind, track, topic, period, horizon, basis, asOf }: Asked,
  { topics, periods, firstOn }: BoardChoices,
  today: CalendarDate,
): BoardQuestion {
  const refuse = (why: string): never => {
    throw new DomainError('BOARD.NOT_FOUND', why);
  };
  if (topic && !topics.includes(topic)) refuse(`No proposition has the topic “${topic}”.`);
  if (period && !periods.includes(period)) refuse(`No proposition was to fall due in ${period}.`);
  if (asOf && asOf > today) refuse(`${asOf} has not been yet; today is ${today}.`);
  if (asOf && (firstOn === null || asOf < firstOn)) refuse(`Nothing was recorded yet on ${asOf}.`);
  return {
    filter: {
      kind,
      track,
      topic: topic || null,
      period: period || null,
      horizon: horizon || null,
      basis: basis || null,
    },
    // The board of today is the newest.
    asOn: asOf && asOf !== today ? asOf : null,
  };
}

/** A board of an earlier day changes only with the method; one of a filter whenever that of everybody does. */
function isFresh(found: StoredBoard | null, newest: StoredBoard, { asOn }: BoardQuestion): boolean {
  if (found === null) return false;
  return asOn === null ? found.asOf >= newest.asOf : found.method.id === newest.method.id;
}

/** What stands under a filter until its board is computed. */
const NOTHING_YET = {
  totals: { subjects: 0, claims: 0, scored: 0, families: 0 },
  references: { base_rate: NONE, status_quo: NONE, half: NONE, market: NONE },
} as const;

function toWireBoard(
  { board, standings }: BoardPageRead,
  { filter, asOn }: BoardQuestion,
  { number, isBuilding }: { readonly number: number; readonly isBuilding: boolean },
): WireBoard {
  const { version, codeVersion, lexiconVersion, settings } = board.method;
  const { claims, scored, families, subjects } = board.totals;
  return {
    id: board.id,
    asOf: board.asOf.toISOString(),
    method: { version, codeVersion, lexiconVersion },
    minFamilies: settings.minFamilies,
    minTexts: settings.minTexts,
    filter: { ...filter, asOf: asOn },
    references: REFERENCES.map((reference) => ({ reference, ...board.references[reference] })),
    totals: { claims, scored, families, claimants: subjects },
    standings,
    page: { number, size: ROWS_AT_ONCE, total: subjects },
    topics: [...board.choices.topics],
    periods: [...board.choices.periods],
    isBuilding,
  };
}
