import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../database.js';

/** A report and the cluster it is put into. */
export interface ReportInCluster {
  readonly eventId: string;
  readonly clusterId: string;
  readonly title: string;
  readonly publishedAt: Date;
}

/** Near-identical reports of one happening; the oldest stands for all. */
export const eventClusterRepo = {
  /** Until the transaction ends nobody else puts reports together: two that tell the same meet in one cluster. */
  async hold(tx: Tx): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('event-clusters', 0))`;
  },

  /** For a cluster that is not there yet. */
  newId(): string {
    return uuidv7();
  },

  /** Makes the clusters that are not there; an older report than all there were gives its cluster the title. */
  async putReports(reports: readonly ReportInCluster[], tx: Tx): Promise<void> {
    if (reports.length === 0) return;
    const rows = JSON.stringify(
      reports.map(({ eventId, clusterId, title, publishedAt }) => ({
        event_id: eventId,
        cluster_id: clusterId,
        title,
        published_at: publishedAt,
      })),
    );
    await tx.$executeRaw`
      INSERT INTO event_clusters AS c (id, title, first_published_at, last_published_at)
      SELECT cluster_id, (array_agg(title ORDER BY published_at, event_id))[1], min(published_at), max(published_at)
      FROM json_to_recordset(${rows}::json)
        AS r (event_id uuid, cluster_id uuid, title text, published_at timestamptz)
      GROUP BY cluster_id
      ON CONFLICT (id) DO UPDATE SET
        title = CASE WHEN excluded.first_published_at < c.first_published_at THEN excluded.title ELSE c.title END,
        first_published_at = least(c.first_published_at, excluded.first_published_at),
        last_published_at = greatest(c.last_published_at, excluded.last_published_at)`;
    await tx.$executeRaw`
      UPDATE event_reports e SET cluster_id = r.cluster_id
      FROM json_to_recordset(${rows}::json) AS r (event_id uuid, cluster_id uuid)
      WHERE e.id = r.event_id`;
  },
};
