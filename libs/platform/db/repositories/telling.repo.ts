import type { CalendarDate, Outcome, VerdictStage } from '#core/domain';
import { fromDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';

/** What there is to tell of one version of a verdict. */
export interface VerdictNews {
  readonly id: string;
  readonly propositionId: string;
  readonly statement: string;
  readonly stage: VerdictStage;
  readonly outcome: Outcome | null;
  readonly occurredOn: CalendarDate | null;
  readonly reason: string;
  /** What stood before it was taken back; null on a first verdict. */
  readonly before: Outcome | null;
  /** Another version has taken its place already. */
  readonly isSuperseded: boolean;
  readonly claimId: string | null;
}

/** A claimant who can be written to, and an open claim of which they have not been told. */
export interface UntoldClaim {
  readonly claimantId: string;
  readonly name: string;
  readonly email: string;
  readonly propositionId: string;
  readonly statement: string;
}

export const tellingRepo = {
  /** Versions nobody was told of yet, in the order in which they were decided. */
  async listUntold(limit: number, tx: Tx): Promise<string[]> {
    const rows = await tx.verdictVersion.findMany({
      where: { telling: null },
      orderBy: [{ decidedAt: 'asc' }, { propositionId: 'asc' }, { version: 'asc' }],
      take: limit,
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  },

  /** False where somebody else tells it. */
  async markTold(verdictVersionId: string, at: Date, tx: Tx): Promise<boolean> {
    const { count } = await tx.verdictTelling.createMany({
      data: [{ verdictVersionId, toldAt: at }],
      skipDuplicates: true,
    });
    return count === 1;
  },

  async readNews(id: string, tx: Tx): Promise<VerdictNews> {
    const row = await tx.verdictVersion.findUniqueOrThrow({
      where: { id },
      include: {
        supersededBy: { select: { id: true } },
        proposition: {
          select: {
            statement: true,
            claims: {
              where: { state: 'active' },
              orderBy: [{ saidOn: 'asc' }, { id: 'asc' }],
              take: 1,
              select: { id: true },
            },
          },
        },
      },
    });
    const before = await tx.verdictVersion.findFirst({
      where: {
        propositionId: row.propositionId,
        version: { lt: row.version },
        supersededBy: { stage: 'reopened' },
      },
      orderBy: { version: 'desc' },
      select: { outcome: true },
    });
    return {
      id: row.id,
      propositionId: row.propositionId,
      statement: row.proposition.statement,
      stage: row.stage,
      outcome: row.outcome,
      occurredOn: fromDateColumn(row.occurredOn),
      reason: row.reason,
      before: before?.outcome ?? null,
      isSuperseded: row.supersededBy !== null,
      claimId: row.proposition.claims[0]?.id ?? null,
    };
  },

  /** Everybody who answered in a round of the proposition. */
  async listReviewers(propositionId: string, tx: Tx): Promise<Set<string>> {
    const rows = await tx.review.findMany({
      where: { round: { propositionId } },
      select: { reviewerId: true },
      distinct: ['reviewerId'],
    });
    return new Set(rows.map(({ reviewerId }) => reviewerId));
  },

  /** Open claims of claimants with an address who were not told of them, claimant by claimant. */
  async listUntoldClaims(limit: number, tx: Tx): Promise<UntoldClaim[]> {
    return tx.$queryRaw<UntoldClaim[]>`
      SELECT DISTINCT k.id::text AS "claimantId", k.name, k.contact_email AS email,
        p.id::text AS "propositionId", p.statement
      FROM claimants k
      JOIN claims c ON c.claimant_id = k.id AND c.state = 'active'
      JOIN propositions p ON p.id = c.proposition_id AND p.status = 'open'
      WHERE k.contact_email IS NOT NULL AND k.opted_out_at IS NULL
        AND NOT EXISTS (
          SELECT 1 FROM answer_links a WHERE a.claimant_id = k.id AND a.proposition_id = p.id
        )
      ORDER BY "claimantId", "propositionId" LIMIT ${limit}`;
  },

  /** Records a token whose hash takes the claimant out of these mails. */
  async insertUnsubscribeToken(claimantId: string, tokenHash: string, at: Date, tx: Tx): Promise<void> {
    await tx.unsubscribeToken.create({ data: { claimantId, stream: 'claimant', tokenHash, createdAt: at } });
  },
};
