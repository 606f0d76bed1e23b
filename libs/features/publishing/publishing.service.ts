import { Injectable } from '@nestjs/common';
import type { Board, ClaimantPage, PublicClaim } from '#contracts/http';
import { calendarDateIn, DomainError, hasProfile } from '#core/domain';
import { classifyClaim, type LedgerClaim, scoreBand } from '#core/scoring';
import { Clock } from '#platform/clock';
import {
  claimantRepo,
  Database,
  getInstallation,
  listClaimsOfClaimants,
  readClaimLedger,
  readPublicClaim,
  scoreRepo,
} from '#platform/db';
import type { z } from 'zod';
import { toPublicClaim } from './public-claim.js';

type WireBoard = z.input<typeof Board>;
type WireStanding = WireBoard['standings'][number];
type WireClaimantPage = z.input<typeof ClaimantPage>;
type NewestBoard = NonNullable<Awaited<ReturnType<typeof scoreRepo.findNewestBoard>>>;

/** What anybody may read. Nothing provisional counts anywhere here. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The newest board; null before the first. */
  async getBoard(): Promise<WireBoard | null> {
    const board = await scoreRepo.findNewestBoard(this.database.direct);
    if (board === null) return null;
    const settings = board.method.settings as { minFamilies?: number; minTexts?: number };
    return {
      id: board.id,
      asOf: board.asOfAt.toISOString(),
      methodVersion: `${String(board.method.version)} (scoring ${board.method.codeVersion}, lexicon ${board.method.lexiconVersion})`,
      minFamilies: settings.minFamilies ?? 0,
      minTexts: settings.minTexts ?? 0,
      standings: board.standings.flatMap(toWireStanding),
    };
  }

  /** Throws DomainError CLAIM.NOT_FOUND. */
  async getClaim(id: string): Promise<z.input<typeof PublicClaim>> {
    const tx = this.database.direct;
    const found = await readPublicClaim(id, tx);
    if (found === null) throw new DomainError('CLAIM.NOT_FOUND', `There is no claim ${id}.`);
    const now = this.clock.now();
    const ledger = await readClaimLedger([found.row.claimantId], tx);
    const claim = ledger.find(({ claimId }) => claimId === id);
    return toPublicClaim(found, claim ?? null, calendarDateIn(now, found.row.proposition.zone));
  }

  /** A claimant with a page. Throws DomainError CLAIMANT.NOT_FOUND, also for private and anonymous ones. */
  async getClaimant(id: string): Promise<WireClaimantPage> {
    const tx = this.database.direct;
    const roots = await claimantRepo.listMerges(tx);
    const root = roots.get(id) ?? id;
    const claimant = await claimantRepo.find(root, tx);
    if (claimant === null || !hasProfile(claimant.kind))
      throw new DomainError('CLAIMANT.NOT_FOUND', `There is no claimant ${id} with a page.`);
    const merged = [...roots].filter(([, to]) => to === root).map(([from]) => from);
    const ledger = new Map((await readClaimLedger([root], tx)).map((claim) => [claim.claimId, claim]));
    const rows = await listClaimsOfClaimants([root, ...merged], tx);
    const { zone } = await getInstallation(tx);
    const today = calendarDateIn(this.clock.now(), zone);
    const board = await scoreRepo.findNewestBoard(tx);
    const standing = board?.standings.flatMap(toWireStanding).find((row) => row.claimantId === root);
    return {
      ...claimant,
      standing: standing ?? null,
      asOf: board?.asOfAt.toISOString() ?? null,
      claims: rows.map((row) => ({ ...row, ...explain(ledger.get(row.id), today) })),
    };
  }
}

function explain(claim: LedgerClaim | undefined, today: string) {
  if (claim === undefined) return { outcome: null, brier: null, counts: 'pending' } as const;
  const { settlement, low, point, high } = claim;
  const inclusion = classifyClaim(claim, today);
  const isScored = settlement.kind === 'scored' && low !== null && point !== null && high !== null;
  const showsScore =
    isScored && (inclusion === 'scored' || inclusion === 'before_deadline' || inclusion === 'retrospective');
  return {
    outcome:
      settlement.kind === 'scored'
        ? settlement.outcome === 1
          ? 'OCCURRED'
          : 'NOT_OCCURRED'
        : outcomeOf(settlement.kind),
    brier: showsScore ? scoreBand({ low, point, high }, settlement.outcome).brier : null,
    counts: inclusion,
  } as const;
}

function outcomeOf(kind: 'pending' | 'ambiguous' | 'void'): 'AMBIGUOUS' | 'VOID' | null {
  switch (kind) {
    case 'pending':
      return null;
    case 'ambiguous':
      return 'AMBIGUOUS';
    case 'void':
      return 'VOID';
  }
}

/** A row of a claimant whose profile went away since the board was built is left out. */
function toWireStanding(row: NewestBoard['standings'][number]): WireStanding[] {
  if (row.claimant === null || !hasProfile(row.claimant.kind)) return [];
  const details = row.details as { record?: 'building' | 'established'; retrospective?: number };
  return [
    {
      claimantId: row.claimant.id,
      claimant: row.claimant.name,
      kind: row.claimant.kind,
      n: row.n,
      families: row.families,
      texts: row.texts,
      meanBrier: row.brier,
      meanBrierLow: row.brierLow,
      meanBrierHigh: row.brierHigh,
      pending: row.pending,
      void: row.void,
      conditionUnmet: row.conditionUnmet,
      ambiguous: row.ambiguous,
      unscoreable: row.unscoreable,
      retrospective: details.retrospective ?? 0,
      record: details.record ?? 'building',
    },
  ];
}
