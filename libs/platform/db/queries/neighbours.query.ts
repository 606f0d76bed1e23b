import type { Tx } from '../database.js';

/** A row of a board beside another. */
export interface Neighbour {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
  readonly n: number;
}

/** The ranked rows up to `reach` places before and after a subject on a board, best first; none where it has no rank. */
export async function listNeighbours(
  boardId: string,
  subjectId: string,
  reach: number,
  tx: Tx,
): Promise<Neighbour[]> {
  return tx.$queryRaw<Neighbour[]>`
    SELECT coalesce(s.claimant_id, s.outlet_id)::text AS id, coalesce(k.name, o.name) AS name, s.rank, s.n
    FROM standings own
    JOIN standings s ON s.board_id = own.board_id
      AND s.position BETWEEN own.position - ${reach}::int AND own.position + ${reach}::int AND s.id <> own.id
    LEFT JOIN claimants k ON k.id = s.claimant_id
    LEFT JOIN outlets o ON o.id = s.outlet_id
    WHERE own.board_id = ${boardId}::uuid AND (own.claimant_id = ${subjectId}::uuid OR own.outlet_id = ${subjectId}::uuid)
      AND own.rank IS NOT NULL AND s.rank IS NOT NULL
    ORDER BY s.position`;
}
