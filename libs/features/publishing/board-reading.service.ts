import { Injectable } from '@nestjs/common';
import type { Board, BoardQuery } from '#contracts/http';
import { type BoardKind, calendarDateIn, DomainError, REFERENCES } from '#core/domain';
import { isWhole, wholeBoard } from '#core/scoring';
import { Clock } from '#platform/clock';
import {
  boardRepo,
  type BoardQuestion,
  Database,
  getInstallation,
  readBoardChoices,
  type StoredBoard,
} from '#platform/db';
import { Outbox } from '#platform/jobs';
import type { z } from 'zod';
import { toWireStandings, type WireStanding } from './wire-standing.js';

type Asked = z.output<typeof BoardQuery>;
type WireBoard = z.input<typeof Board>;

const WAITING_AT_MOST = 20;

/** Boards for readers: those there are at once, those of a filter or an earlier day once they are computed. */
@Injectable()
export class BoardReadingService {
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
    const choices = await readBoardChoices(tx);
    const newest = await boardRepo.findNewest({ filter: wholeBoard(asked.kind), asOn: null }, tx);
    if (newest === null) return null;
    const { zone } = await getInstallation(tx);
    const question = await this.toQuestion(asked, choices, zone);
    const isNewest = question.asOn === null && question.filter.track === 'live' && isWhole(question.filter);
    const found = isNewest ? newest : await boardRepo.findNewest(question, tx);
    const isBuilding = !isNewest && !isFresh(found, newest, question);
    if (isBuilding) await this.askFor(question, newest.id);
    const board = found ?? { ...newest, filter: question.filter };
    const standings = found === null ? [] : toWireStandings(await boardRepo.listStandings(found.id, tx));
    return toWireBoard(board, question, {
      topics: choices.topics,
      periods: choices.periods,
      standings,
      isBuilding,
    });
  }

  private async toQuestion(
    asked: Asked,
    { topics, periods, firstOn }: Awaited<ReturnType<typeof readBoardChoices>>,
    zone: string,
  ): Promise<BoardQuestion> {
    const { kind, track, topic, period, horizon, basis, asOf } = asked;
    if (topic !== undefined && topic !== '' && !topics.includes(topic))
      throw new DomainError('BOARD.NOT_FOUND', `No proposition has the topic “${topic}”.`);
    if (period !== undefined && period !== '' && !periods.includes(period))
      throw new DomainError('BOARD.NOT_FOUND', `No proposition was to fall due in ${period}.`);
    const today = calendarDateIn(this.clock.now(), zone);
    if (asOf !== undefined && asOf !== '' && asOf > today)
      throw new DomainError('BOARD.NOT_FOUND', `${asOf} has not been yet; today is ${today}.`);
    if (asOf !== undefined && asOf !== '' && (firstOn === null || asOf < firstOn))
      throw new DomainError('BOARD.NOT_FOUND', `Nothing was recorded yet on ${asOf}.`);
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
      asOn: asOf === undefined || asOf === '' || asOf === today ? null : asOf,
    };
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

/** A board of an earlier day changes only with the method; one of a filter whenever that of everybody does. */
function isFresh(found: StoredBoard | null, newest: StoredBoard, { asOn }: BoardQuestion): boolean {
  if (found === null) return false;
  return asOn === null ? found.asOf >= newest.asOf : found.method.id === newest.method.id;
}

function toWireBoard(
  board: StoredBoard,
  { filter, asOn }: BoardQuestion,
  rest: {
    readonly standings: WireStanding[];
    readonly topics: string[];
    readonly periods: string[];
    readonly isBuilding: boolean;
  },
): WireBoard {
  const { version, codeVersion, lexiconVersion, settings } = board.method;
  return {
    id: board.id,
    asOf: board.asOf.toISOString(),
    method: { version, codeVersion, lexiconVersion },
    minFamilies: settings.minFamilies,
    minTexts: settings.minTexts,
    filter: { ...filter, asOf: asOn },
    references: REFERENCES.map((reference) => ({
      reference,
      n: board.references[reference]?.n ?? 0,
      meanBrier: board.references[reference]?.meanBrier ?? null,
    })),
    totals: {
      claims: board.totals.claims,
      scored: board.totals.scored,
      families: board.totals.families,
      claimants: board.totals.subjects,
    },
    ...rest,
  };
}
