import { Injectable } from '@nestjs/common';
import { mean } from 'd3-array';
import type { Move, MoveQuery } from '#contracts/http';
import { addDays, type BoardKind, calendarDateIn, type CalendarDate, DomainError, dueAt } from '#core/domain';
import {
  type DatedLedgerClaim,
  explainMove,
  type MoveStep,
  recordOf,
  skillOf,
  wholeBoard,
  whoPassed,
} from '#core/scoring';
import { Clock } from '#platform/clock';
import {
  boardRepo,
  type ClaimDetails,
  Database,
  getInstallation,
  type ListedStanding,
  readClaimDetails,
  readClaimLedger,
  type Tx,
} from '#platform/db';
import type { z } from 'zod';
import { findPublicClaimant, findPublicOutlet, methodId, type PublicSubject } from './publishing.service.js';

type WireMove = z.input<typeof Move>;
type WireEnd = WireMove['from'];

/** How far back a move is looked at unless a day is asked for. */
const DEFAULT_DAYS = 30;

/** Why somebody stands elsewhere on one day than on another. */
@Injectable()
export class MoveService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The boards as they stood at the end of both days, and the claims that made the difference.
   * Throws DomainError CLAIMANT.NOT_FOUND, OUTLET.NOT_FOUND, INPUT.INVALID for days the wrong way round or to come.
   */
  async getMove(kind: BoardKind, id: string, asked: z.output<typeof MoveQuery>): Promise<WireMove> {
    const tx = this.database.direct;
    const { zone } = await getInstallation(tx);
    const find = kind === 'claimants' ? findPublicClaimant : findPublicOutlet;
    const subject = await find(id, tx);
    const today = calendarDateIn(this.clock.now(), zone);
    const to = asked.to || today;
    const from = asked.from || addDays(to, -DEFAULT_DAYS);
    if (from >= to || to > today)
      throw new DomainError(
        'INPUT.INVALID',
        'The first day must be before the second, and neither to come.',
        [{ path: 'from', message: `must be before ${to}, which must not be after ${today}` }],
      );
    const [before, after] = [
      await readDay(subject, { on: from, zone }, tx),
      await readDay(subject, { on: to, zone }, tx),
    ];
    const steps = explainMove(
      subject.kind === 'claimants' ? subject.wire.id : null,
      { on: from, claims: before.claims },
      { on: to, claims: after.claims },
    );
    const details = await readClaimDetails(
      steps.map(({ claimId }) => claimId),
      tx,
    );
    return {
      subject: subject.wire,
      asked: { from, to },
      from: before.end,
      to: after.end,
      causes: steps.map((step) => toCause(step, details)),
      others: whoPassed(subject.wire.id, before.ranks, after.ranks).map(({ subjectId, ...passed }) => ({
        id: subjectId,
        ...passed,
      })),
    };
  }
}

/** The log and the newest board at the end of a day. */
async function readDay(
  { wire, kind, of }: PublicSubject,
  { on, zone }: { readonly on: CalendarDate; readonly zone: string },
  tx: Tx,
) {
  const end = dueAt(on, zone);
  const board = await boardRepo.findNewest({ filter: wholeBoard(kind), asOn: null }, tx, end);
  const ranks = board === null ? [] : await boardRepo.listRanks(board.id, tx);
  const own = board === null ? null : await boardRepo.findStanding(board.id, wire.id, tx);
  const claims = await readClaimLedger(of, await methodId(tx), tx, end);
  // Before a merge the other's claims were not this one's.
  const mine = kind === 'outlets' ? claims : claims.filter(({ claimantId }) => claimantId === wire.id);
  return { claims, ranks, end: toEnd(mine, own, on) };
}

/** What the log says of a day, with the place on the board of then; null before the first claim. */
function toEnd(
  claims: readonly DatedLedgerClaim[],
  own: Pick<ListedStanding, 'rank' | 'shrunk'> | null,
  on: CalendarDate,
): WireEnd {
  if (claims.length === 0) return null;
  const { series } = recordOf(claims, on, 'live');
  const skill = series.length === 0 ? null : (mean(series, skillOf) ?? null);
  return { on, rank: own?.rank ?? null, n: series.length, skill, shrunk: own?.shrunk ?? null };
}

function toCause(
  { kind, on, claimId, before, after, effect }: MoveStep,
  details: ReadonlyMap<string, ClaimDetails>,
): WireMove['causes'][number] {
  return { kind, on, claimId, statement: details.get(claimId)?.statement ?? null, before, after, effect };
}
