import { Injectable } from '@nestjs/common';
import type { Corrections, MethodPage, PublicClaim } from '#contracts/http';
import { type BoardKind, calendarDateIn, DomainError, hasProfile } from '#core/domain';
import { lexiconVersion } from '#core/extraction';
import { DEFAULT_METHOD, SCORING_VERSION } from '#core/scoring';
import { Clock } from '#platform/clock';
import {
  claimantRepo,
  Database,
  getInstallation,
  type LedgerOf,
  listCorrections,
  outletRepo,
  readClaimLedger,
  readPublicClaim,
  readCodingAgreement,
  scoreRepo,
  type Tx,
} from '#platform/db';
import type { z } from 'zod';
import { toMethodPage } from './method-page.js';
import { toPublicClaim } from './public-claim.js';
import type { WireSubject } from './wire-standing.js';

const CORRECTIONS_AT_ONCE = 100;

/** A claimant after merges, or an outlet, with all claims behind its numbers. */
export interface PublicSubject {
  readonly wire: WireSubject;
  readonly kind: BoardKind;
  readonly of: Exclude<LedgerOf, 'all'>;
}

/** What anybody may read. Nothing provisional counts anywhere here. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws DomainError CLAIM.NOT_FOUND. */
  async getClaim(id: string): Promise<z.input<typeof PublicClaim>> {
    const tx = this.database.direct;
    const found = await readPublicClaim(id, tx);
    if (found === null) throw new DomainError('CLAIM.NOT_FOUND', `There is no claim ${id}.`);
    const now = this.clock.now();
    const roots = await claimantRepo.listMerges(tx);
    const root = roots.get(found.row.claimantId) ?? found.row.claimantId;
    const ledger = await readClaimLedger({ claimantIds: [root] }, await methodId(tx), tx);
    return toPublicClaim(found, ledger, roots, calendarDateIn(now, found.row.proposition.zone));
  }

  async listCorrections({ page }: { page: number }): Promise<z.input<typeof Corrections>> {
    const size = CORRECTIONS_AT_ONCE;
    const { items, total } = await listCorrections(
      { limit: size, offset: (page - 1) * size },
      this.database.direct,
    );
    return {
      items: items.map(({ reopenedAt, before, after, ...correction }) => ({
        ...correction,
        reopenedAt: reopenedAt.toISOString(),
        before: { ...before },
        after: after === null ? null : { ...after, finalAt: after.finalAt.toISOString() },
      })),
      page: { number: page, size, total },
    };
  }

  /** The method of today; of one not used yet, with version 0. */
  async getMethod(): Promise<z.input<typeof MethodPage>> {
    const tx = this.database.direct;
    const { yardstick } = (await getInstallation(tx)).settings;
    const today = { codeVersion: SCORING_VERSION, lexiconVersion: lexiconVersion(yardstick) };
    const newest = await scoreRepo.findNewestMethod(tx);
    const isInUse =
      newest?.codeVersion === today.codeVersion && newest.lexiconVersion === today.lexiconVersion;
    const codings = await readCodingAgreement(tx);
    const isCodedTwice = codings.setting !== 'off' || codings.fields.some(({ n }) => n > 0);
    return {
      ...toMethodPage(
        isInUse ? newest : { ...today, version: 0, activatedAt: null, settings: DEFAULT_METHOD },
        yardstick,
      ),
      codings: isCodedTwice ? codings : null,
    };
  }
}

/** What claims are compared with is kept by method; before the first verdict there is none. */
export async function methodId(tx: Tx): Promise<string | null> {
  return (await scoreRepo.findNewestMethod(tx))?.id ?? null;
}

/** Throws DomainError CLAIMANT.NOT_FOUND. */
export async function findPublicClaimant(id: string, tx: Tx): Promise<PublicSubject> {
  const roots = await claimantRepo.listMerges(tx);
  const root = roots.get(id) ?? id;
  const claimant = await claimantRepo.find(root, tx);
  if (claimant === null || !hasProfile(claimant.kind))
    throw new DomainError('CLAIMANT.NOT_FOUND', `There is no claimant ${id} with a page.`);
  const merged = [...roots].filter(([, to]) => to === root).map(([from]) => from);
  return { wire: claimant, kind: 'claimants', of: { claimantIds: [root, ...merged] } };
}

/** Throws DomainError OUTLET.NOT_FOUND. */
export async function findPublicOutlet(id: string, tx: Tx): Promise<PublicSubject> {
  const outlet = await outletRepo.find(id, tx);
  if (outlet === null) throw new DomainError('OUTLET.NOT_FOUND', `There is no outlet ${id}.`);
  return { wire: { ...outlet, kind: 'outlet' }, kind: 'outlets', of: { outletId: id } };
}
