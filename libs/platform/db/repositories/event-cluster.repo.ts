import type { Tx } from '../database.js';

export interface ReportInCluster {
  readonly eventId: string;
  readonly title: string;
  readonly publishedAt: Date;
}

/** Near-identical reports of one happening; the oldest stands for all. */
export const eventClusterRepo = {
  /** Until the transaction ends nobody else puts reports together: two that tell the same meet in one cluster. */
  async hold(tx: Tx): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('event-clusters', 0))`;
  },

  /** A cluster of one. */
  async open({ eventId, title, publishedAt }: ReportInCluster, tx: Tx): Promise<string> {
    const { id } = await tx.eventCluster.create({
      data: { title, firstPublishedAt: publishedAt, lastPublishedAt: publishedAt },
    });
    await tx.eventReport.update({ where: { id: eventId }, data: { clusterId: id } });
    return id;
  },

  /** An older report than all there are gives the cluster its title. */
  async join(clusterId: string, { eventId, title, publishedAt }: ReportInCluster, tx: Tx): Promise<void> {
    await tx.$executeRaw`
      UPDATE event_clusters SET
        title = CASE WHEN ${publishedAt} < first_published_at THEN ${title} ELSE title END,
        first_published_at = least(first_published_at, ${publishedAt}),
        last_published_at = greatest(last_published_at, ${publishedAt})
      WHERE id = ${clusterId}::uuid`;
    await tx.eventReport.update({ where: { id: eventId }, data: { clusterId } });
  },
};
