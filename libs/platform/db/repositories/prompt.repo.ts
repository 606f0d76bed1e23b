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

export const promptRepo = {
  /** Writes those prompts that were never written before and returns them. */
  async insertNew(
    prompts: readonly NewPrompt[],
    at: Date,
    tx: Tx,
  ): Promise<{ id: string; propositionId: string }[]> {
    return tx.prompt.createManyAndReturn({
      data: prompts.map((prompt) => ({ ...prompt, createdAt: at })),
      skipDuplicates: true,
      select: { id: true, propositionId: true },
    });
  },

  async attachNotice(ids: readonly string[], noticeId: string, tx: Tx): Promise<void> {
    await tx.prompt.updateMany({ where: { id: { in: [...ids] } }, data: { noticeId } });
  },

  /** After the mail has left: the prompts it carried were sent. */
  async markSent(noticeId: string, at: Date, tx: Tx): Promise<void> {
    await tx.prompt.updateMany({ where: { noticeId, sentAt: null }, data: { sentAt: at } });
  },
};

export const digestRepo = {
  /** Keeps the user's place for the week; false when it was taken before, also by a digest skipped for being empty. */
  async claim(
    userId: string,
    isoWeek: string,
    state: 'sent' | 'skipped',
    at: Date,
    tx: Tx,
  ): Promise<boolean> {
    const { count } = await tx.digest.createMany({
      data: { userId, isoWeek, state, builtAt: at },
      skipDuplicates: true,
    });
    return count === 1;
  },

  async exists(userId: string, isoWeek: string, tx: Tx): Promise<boolean> {
    return (await tx.digest.count({ where: { userId, isoWeek } })) > 0;
  },

  async attachNotice(userId: string, isoWeek: string, noticeId: string, tx: Tx): Promise<void> {
    await tx.digest.update({ where: { userId_isoWeek: { userId, isoWeek } }, data: { noticeId } });
  },
};
