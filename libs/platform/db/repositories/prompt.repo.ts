import type { Tx } from '../database.js';
import type { PromptKind } from '../generated/client.js';

export interface NewPrompt {
  readonly userId: string;
  readonly propositionId: string;
  readonly kind: PromptKind;
  readonly seriesKey: string;
  readonly period: number;
  readonly reason: string;
}

export interface FirstPrompt extends Pick<NewPrompt, 'propositionId' | 'kind' | 'seriesKey'> {
  readonly createdAt: Date;
}

export const promptRepo = {
  /** Writes those prompts that were never written before and returns them. */
  async insertNew(
    prompts: readonly NewPrompt[],
    at: Date,
    tx: Tx,
  ): Promise<(Pick<NewPrompt, 'propositionId' | 'kind' | 'seriesKey'> & { id: string })[]> {
    return tx.prompt.createManyAndReturn({
      data: prompts.map((prompt) => ({ ...prompt, createdAt: at })),
      skipDuplicates: true,
      select: { id: true, propositionId: true, kind: true, seriesKey: true },
    });
  },

  /** When each series of the user's prompts on these propositions began. */
  async listFirsts(userId: string, propositionIds: readonly string[], tx: Tx): Promise<FirstPrompt[]> {
    return tx.$queryRaw<FirstPrompt[]>`
      SELECT proposition_id::text AS "propositionId", kind::text AS kind, series_key AS "seriesKey",
        min(created_at) AS "createdAt"
      FROM prompts WHERE user_id = ${userId}::uuid AND proposition_id = ANY(${[...propositionIds]}::uuid[])
      GROUP BY proposition_id, kind, series_key`;
  },

  async attachNotice(ids: readonly string[], noticeId: string, tx: Tx): Promise<void> {
    await tx.prompt.updateMany({ where: { id: { in: [...ids] } }, data: { noticeId } });
  },
};
