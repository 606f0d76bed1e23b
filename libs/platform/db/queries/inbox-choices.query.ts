import type { Tx } from '../database.js';
import { ASKED, inboxOf, type InboxReader } from './inbox-definition.js';

interface Choice {
  readonly id: string;
  readonly name: string;
}

export interface InboxChoicesRow {
  readonly topics: string[];
  readonly claimants: Choice[];
  readonly outlets: Choice[];
}

/** Topics, claimants and outlets of what is in somebody's inbox, by name. */
export async function readInboxChoices(reader: InboxReader, now: Date, tx: Tx): Promise<InboxChoicesRow> {
  const rows = await tx.$queryRaw<InboxChoicesRow[]>`
    WITH mine AS MATERIALIZED (SELECT i.id, i.topics FROM (${inboxOf(reader, now)}) i WHERE ${ASKED}),
      said AS MATERIALIZED (
        SELECT DISTINCT c.claimant_id, t.outlet_id FROM mine
        JOIN claims c ON c.proposition_id = mine.id AND c.state = 'active'
        JOIN snapshots s ON s.id = c.snapshot_id
        JOIN sources t ON t.id = s.source_id
      )
    SELECT
      coalesce((SELECT array_agg(DISTINCT topic) FROM mine, unnest(mine.topics) topic), '{}') AS topics,
      coalesce((
        SELECT json_agg(json_build_object('id', n.id, 'name', n.name) ORDER BY n.name, n.id)
        FROM claimants n WHERE n.id IN (SELECT claimant_id FROM said)), '[]') AS claimants,
      coalesce((
        SELECT json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY o.name, o.id)
        FROM outlets o WHERE o.id IN (SELECT outlet_id FROM said)), '[]') AS outlets`;
  return rows[0] ?? { topics: [], claimants: [], outlets: [] };
}
