import { Injectable } from '@nestjs/common';
import type { ProfileQuery } from '#contracts/http';
import { type CalendarDate, calendarDateIn, dueAt } from '#core/domain';
import {
  classifyClaim,
  estimateCapture,
  type LedgerClaim,
  type ListedClaim,
  wholeBoard,
} from '#core/scoring';
import { Clock } from '#platform/clock';
import {
  boardRepo,
  Database,
  findClaimsOfTopic,
  getInstallation,
  readClaimDetails,
  readClaimLedger,
  readPhrases,
  readTwiceRead,
  type Tx,
} from '#platform/db';
import type { z } from 'zod';
import { pickClaims, pickExtremes, toWireClaim } from './profile-claims.js';
import { countedOn, readLexiconRobustness, readPeerComparison } from './profile-others.js';
import { toFigures, type WireProfile } from './profile.js';
import { findPublicClaimant, findPublicOutlet, methodId, type PublicSubject } from './publishing.service.js';
import { toWireStanding } from './wire-standing.js';

type Asked = z.output<typeof ProfileQuery>;

/** Claimants and outlets for readers: their numbers, and the claims behind them page by page. */
@Injectable()
export class ProfileService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A claimant with a page. Throws DomainError CLAIMANT.NOT_FOUND, also for private and anonymous ones. */
  async getClaimant(id: string, asked: Asked): Promise<WireProfile> {
    const tx = this.database.direct;
    return this.profileOf(await findPublicClaimant(id, tx), asked, tx);
  }

  /** Throws DomainError OUTLET.NOT_FOUND. */
  async getOutlet(id: string, asked: Asked): Promise<WireProfile> {
    const tx = this.database.direct;
    return this.profileOf(await findPublicOutlet(id, tx), asked, tx);
  }

  private async profileOf(subject: PublicSubject, asked: Asked, tx: Tx): Promise<WireProfile> {
    const { zone, settings } = await getInstallation(tx);
    const { wire, kind } = subject;
    const board = await boardRepo.findNewest({ filter: wholeBoard(kind), asOn: null }, tx);
    const standing = board === null ? null : await boardRepo.findStanding(board.id, wire.id, tx);
    const method = await methodId(tx);
    const ledger = await readLedgerOf(subject, method, tx);
    const today = calendarDateIn(this.clock.now(), zone);
    const phrases = await readPhrases(
      ledger.map(({ claimId }) => claimId),
      tx,
    );
    const self = { id: wire.id, kind, ledger };
    const around = { today, methodId: method, boardId: board?.id ?? null, yardstick: settings.yardstick };
    return {
      ...wire,
      standing: standing === null ? null : toWireStanding(wire, standing),
      asOf: board?.asOf.toISOString() ?? null,
      ...toFigures(ledger, phrases, today),
      captured: await readCaptured(tx),
      peers: await readPeerComparison(self, around, tx),
      lexicon: await readLexiconRobustness(self, around, tx),
      ...(await readLists({ subject, ledger, method, asked, today, zone }, tx)),
    };
  }
}

/** Of the whole installation: the texts of one claimant are too few to be drawn from. */
async function readCaptured(tx: Tx): Promise<WireProfile['captured']> {
  const estimate = estimateCapture(await readTwiceRead(tx));
  if (estimate === null) return null;
  const { share, interval, texts, found } = estimate;
  return { share, low: interval.low, high: interval.high, texts, found };
}

/** The claims a row of a board of its kind is made of: what an outlet says in its own name counts for the outlet. */
async function readLedgerOf(
  { kind, of }: PublicSubject,
  method: string | null,
  tx: Tx,
  asOf: Date | null = null,
) {
  return countedOn(kind, await readClaimLedger(of, method, tx, asOf));
}

interface ListQuestion {
  readonly subject: PublicSubject;
  /** As it is today. */
  readonly ledger: readonly LedgerClaim[];
  readonly method: string | null;
  readonly asked: Asked;
  readonly today: CalendarDate;
  readonly zone: string;
}

async function readLists(
  { subject, ledger, method, asked, today, zone }: ListQuestion,
  tx: Tx,
): Promise<Pick<WireProfile, 'claims' | 'list' | 'extremes'>> {
  const asOf = asked.asOf || null;
  const listed = asOf === null ? ledger : await readLedgerOf(subject, method, tx, dueAt(asOf, zone));
  const ofTopic = asked.topic
    ? await findClaimsOfTopic(
        listed.map(({ claimId }) => claimId),
        asked.topic,
        tx,
      )
    : null;
  const { rows, effects, list } = pickClaims(listed, asked, { asOn: asOf ?? today, ofTopic });
  const extremes = pickExtremes(ledger, today);
  const details = await readClaimDetails(
    [...rows.map(({ claim }) => claim.claimId), ...extremes.likelyNot, ...extremes.unlikelyYes],
    tx,
  );
  const byId = new Map(ledger.map((claim) => [claim.claimId, claim]));
  const draw = (row: Pick<ListedClaim, 'claim' | 'inclusion'>) => {
    const { claimId } = row.claim;
    const words = details.get(claimId);
    return words === undefined ? [] : [toWireClaim(row, words, effects.get(claimId) ?? null)];
  };
  const drawById = (id: string) => {
    const claim = byId.get(id);
    return claim === undefined ? [] : draw({ claim, inclusion: classifyClaim(claim, today) });
  };
  return {
    claims: rows.flatMap(draw),
    list,
    extremes: {
      likelyNot: extremes.likelyNot.flatMap(drawById),
      unlikelyYes: extremes.unlikelyYes.flatMap(drawById),
    },
  };
}
