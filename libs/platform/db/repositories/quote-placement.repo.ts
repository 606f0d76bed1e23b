import type { Tx } from '../database.js';

/** A quote of a claim in the text its source was kept with. */
export interface KeptQuote {
  readonly anchorId: string;
  readonly claimId: string;
  readonly statement: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
  /** What a person said of it and the later text; null where nobody was asked or has answered. */
  readonly placement: {
    readonly start: number | null;
    readonly end: number | null;
    readonly decidedAt: Date;
    readonly decidedBy: string;
  } | null;
}

export interface QuotePlacement {
  readonly anchorId: string;
  readonly snapshotId: string;
  readonly place: { readonly start: number; readonly end: number } | null;
  readonly decidedById: string;
  readonly at: Date;
}

/** Where people say that quotes stand in later texts of their sources. */
export const quotePlacementRepo = {
  /** The quotes of the claims made of one snapshot, in the order of the text, as they stand to a later one. */
  async listOf(snapshotId: string, laterId: string, tx: Tx): Promise<KeptQuote[]> {
    const rows = await tx.quoteAnchor.findMany({
      where: { snapshotId, claim: { state: 'active' } },
      orderBy: [{ start: 'asc' }, { end: 'asc' }, { id: 'asc' }],
      include: {
        claim: { select: { proposition: { select: { statement: true } } } },
        placements: { where: { snapshotId: laterId }, include: { decidedBy: { select: { name: true } } } },
      },
    });
    return rows.map(({ id, claim, placements: [placement], ...anchor }) => ({
      anchorId: id,
      claimId: anchor.claimId,
      statement: claim.proposition.statement,
      exact: anchor.exact,
      prefix: anchor.prefix,
      suffix: anchor.suffix,
      start: anchor.start,
      end: anchor.end,
      placement:
        placement === undefined
          ? null
          : {
              start: placement.start,
              end: placement.end,
              decidedAt: placement.decidedAt,
              decidedBy: placement.decidedBy.name,
            },
    }));
  },

  /** The snapshot an anchor points to, and its source. */
  async findAnchor(id: string, tx: Tx): Promise<{ snapshotId: string; sourceId: string } | null> {
    const row = await tx.quoteAnchor.findUnique({
      where: { id },
      select: { snapshotId: true, snapshot: { select: { sourceId: true } } },
    });
    return row === null ? null : { snapshotId: row.snapshotId, sourceId: row.snapshot.sourceId };
  },

  async put({ anchorId, snapshotId, place, decidedById, at }: QuotePlacement, tx: Tx): Promise<void> {
    const said = { start: place?.start ?? null, end: place?.end ?? null, decidedById, decidedAt: at };
    await tx.quotePlacement.upsert({
      where: { anchorId_snapshotId: { anchorId, snapshotId } },
      create: { anchorId, snapshotId, ...said },
      update: said,
    });
  },
};
