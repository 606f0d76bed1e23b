import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { BOARD_KINDS, calendarDateIn, dueAt } from '#core/domain';
import {
  type BoardDraft,
  BoardDrafter,
  type ClaimantStatistics,
  computeStatistics,
  finishBoard,
  type LedgerClaim,
  wholeBoard,
} from '#core/scoring';
import { Clock } from '#platform/clock';
import {
  type BoardChoices,
  boardRepo,
  type BoardQuestion,
  type NewBoard,
  claimantRepo,
  Database,
  getInstallation,
  methodOfToday,
  readBoardChoices,
  readClaimLedger,
  scoreRepo,
  type StoredLedgerClaim,
  type StoredMethod,
  type StoredStatistics,
  streamLedger,
  type Tx,
  withReferences,
} from '#platform/db';
import { Outbox } from '#platform/jobs';
import { StandingsThread } from '#platform/threads';

/** A board that is not written yet. */
export type ComputedBoard = Omit<NewBoard, 'builtAt'>;

/** A million claims are read in a minute or so. */
const READING_MS = 120_000;

/** Builds boards: immutable, by one method, as of one instant. */
@Injectable()
export class StandingsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly thread: StandingsThread,
  ) {}

  /**
   * Writes new boards of everybody if anything made the last ones stale. All marks there are at the start are answered,
   * so many verdicts at once make one board; a job that comes late finds nothing to do.
   */
  async buildBoards(): Promise<boolean> {
    let isBuilt = false;
    for (const kind of BOARD_KINDS) {
      const marks = await scoreRepo.listStaleMarks(kind, this.database.direct);
      if (marks.length === 0) continue;
      const question = { filter: wholeBoard(kind), asOn: null };
      isBuilt = (await this.write(question, this.clock.now(), marks)) || isBuilt;
    }
    return isBuilt;
  }

  /** Writes the board of a filter, or of an earlier day, from the log. */
  async buildBoard(question: BoardQuestion): Promise<void> {
    const { zone } = await getInstallation(this.database.direct);
    await this.write(question, asOfInstant(question, this.clock.now(), zone), []);
  }

  /** Deadlines pass without a verdict being written, and code changes: boards of another day or method are stale. */
  async markOutdated(): Promise<void> {
    await this.database.withTransaction(async (tx) => {
      const now = this.clock.now();
      const { zone } = await getInstallation(tx);
      const today = calendarDateIn(now, zone);
      const method = await methodOfToday(now, tx);
      const newest = await boardRepo.findNewest({ filter: wholeBoard('claimants'), asOn: null }, tx);
      if (newest?.method.id === method.id && calendarDateIn(newest.asOf, zone) === today) return;
      const staleMark = await scoreRepo.markStale(`day:${today}:method:${String(method.version)}`, now, tx);
      await this.outbox.enqueue('buildBoard', { staleMark }, tx);
    });
  }

  /** Claimants whose stored statistics differ from a recomputation as of when they were stored; none, ever. */
  async findDrift(): Promise<string[]> {
    const tx = this.database.direct;
    const at = this.clock.now();
    const { zone } = await getInstallation(tx);
    const method = await scoreRepo.findNewestMethod(tx);
    if (method === null) return [];
    const ledger = await readClaimLedger('all', method.id, tx);
    const stored = await scoreRepo.listStatistics(method.id, tx);
    return stored
      .filter(({ claimantId, track, computedAt, ...row }) => {
        const fresh = computeStatistics(claimantId, ledger, calendarDateIn(computedAt, zone), track);
        return computedAt <= at && !isSame(row, fresh);
      })
      .map((row) => row.claimantId);
  }

  /** The board of a question as the log has it at an instant; writes nothing. */
  async computeBoard(question: BoardQuestion, asOf: Date): Promise<ComputedBoard> {
    const { draft, method, choices } = await this.database.withTransaction(
      (tx) => draftBoard(question, asOf, tx),
      {
        timeoutMs: READING_MS,
        isolation: 'RepeatableRead',
      },
    );
    const { bootstrapDraws, bootstrapSeed } = method.settings;
    const measures = await this.thread.measure({
      input: draft.input,
      settings: { draws: bootstrapDraws, seed: bootstrapSeed },
    });
    const { totals, references } = draft;
    return { question, method, asOf, standings: finishBoard(draft, measures), totals, references, choices };
  }

  /** False when somebody else answered the marks meanwhile; then nothing is written. */
  private async write(question: BoardQuestion, asOf: Date, marks: readonly string[]): Promise<boolean> {
    const board = await this.computeBoard(question, asOf);
    return this.database.withTransaction(
      async (tx) => {
        if (!(await scoreRepo.takeStaleMarks(marks, tx))) return false;
        await boardRepo.insert({ ...board, builtAt: this.clock.now() }, tx);
        return true;
      },
      { timeoutMs: READING_MS },
    );
  }
}

/** Reads everything a board is made of in one snapshot of the database. */
async function draftBoard(
  { filter }: BoardQuestion,
  asOf: Date,
  tx: Tx,
): Promise<{ readonly draft: BoardDraft; readonly method: StoredMethod; readonly choices: BoardChoices }> {
  const { zone } = await getInstallation(tx);
  const method = await methodOfToday(asOf, tx);
  const suspended = await claimantRepo.listSuspended(tx);
  const drafter = new BoardDrafter(method.settings, calendarDateIn(asOf, zone), filter.track);
  for await (const { subjectId, name, claims } of streamLedger(filter, { methodId: method.id, asOf }, tx)) {
    const subject = { subjectId, name, suspended: suspended.has(subjectId) };
    drafter.add(subject, await withKept(claims, method, tx));
  }
  // A pause after the last subjects and before the next long step: whatever else waits for the event loop comes first.
  await nextTurn();
  return { draft: drafter.draft(), method, choices: await readBoardChoices(tx) };
}

/** A verdict taken back since has no score under a newer method: what it was compared with is looked up anew. */
async function withKept(
  claims: readonly StoredLedgerClaim[],
  { settings }: StoredMethod,
  tx: Tx,
): Promise<readonly LedgerClaim[]> {
  const lacking = claims.filter(({ isScored, verdictVersionId }) => !isScored && verdictVersionId !== null);
  if (lacking.length === 0) return claims;
  const compared = await withReferences(lacking, settings.baseRateStrength, tx);
  const found = new Map(compared.map((claim) => [claim.claimId, claim]));
  return claims.map((claim) => found.get(claim.claimId) ?? claim);
}

/** The end of the day asked for, or now where that is sooner. */
function asOfInstant({ asOn }: BoardQuestion, now: Date, zone: string): Date {
  if (asOn === null) return now;
  const end = dueAt(asOn, zone);
  return end < now ? end : now;
}

/** Rows are written by the same function that computes the fresh ones, so that nothing may differ at all. */
function isSame(
  row: Omit<StoredStatistics, 'claimantId' | 'track' | 'computedAt'>,
  fresh: ClaimantStatistics,
): boolean {
  return SETTLED_NUMBERS.every((key) => row[key] === fresh[key]);
}

/** What no later claim changes: new claims are pending until a verdict recomputes everything. */
const SETTLED_NUMBERS = [
  'n',
  'sumBrier',
  'sumBrierLow',
  'sumBrierHigh',
  'sumLogScore',
  'sumSkill',
  'sumSkillSquared',
  'hits',
  'referenceHits',
  'families',
  'texts',
] as const;
