import type { TextSpan } from '#core/text';
import type { Tx } from '../database.js';
import { candidateRow, type NewCandidate } from './candidate.repo.js';

/** Candidates of people are keyed by this instead of a version of an extractor: a person marks one place once. */
const PERSON = 'person';

/** What people do to the list of candidates itself: add what was missed, cut in two, put together. */
export const candidateEditRepo = {
  /** Stores what a person marked. Null when a person has marked that very place before. */
  async insert(
    snapshotId: string,
    candidate: NewCandidate,
    { lexicon, splitFromId, at }: { lexicon: string; splitFromId: string | null; at: Date },
    tx: Tx,
  ): Promise<string | null> {
    const versions = { origin: PERSON, extractor: PERSON, lexicon } as const;
    const [row] = await tx.candidate.createManyAndReturn({
      data: [{ ...candidateRow(snapshotId, versions, candidate, at), splitFromId }],
      skipDuplicates: true,
      select: { id: true },
    });
    return row?.id ?? null;
  },

  /** Whoever decided it last, and when; null while it is undecided. */
  async findDecision(id: string, tx: Tx): Promise<{ by: string; at: Date } | null> {
    const row = await tx.candidate.findUnique({
      where: { id },
      select: { decidedAt: true, decidedBy: { select: { name: true } } },
    });
    if (row === null || row.decidedAt === null || row.decidedBy === null) return null;
    return { by: row.decidedBy.name, at: row.decidedAt };
  },

  /** The places of all that were merged into a candidate, directly or by way of others. */
  async listMergedSpans(id: string, tx: Tx): Promise<TextSpan[]> {
    return tx.$queryRaw<TextSpan[]>`
      WITH RECURSIVE merged AS (
        SELECT id, start_offset, end_offset, also FROM candidates WHERE merged_into_id = ${id}::uuid
        UNION
        SELECT c.id, c.start_offset, c.end_offset, c.also FROM candidates c JOIN merged m ON c.merged_into_id = m.id
      )
      SELECT start_offset AS start, end_offset AS end FROM merged
      UNION
      SELECT (place->>'start')::int, (place->>'end')::int FROM merged, jsonb_array_elements(also) place
      ORDER BY 1, 2`;
  },

  /** Tells whoever looks at a candidate that it is another by now. */
  async touch(id: string, tx: Tx): Promise<void> {
    await tx.candidate.update({ where: { id }, data: { version: { increment: 1 } } });
  },

  /** A decision that is taken back is taken back in those it was taken over from, too. */
  async releaseAncestors(id: string, tx: Tx): Promise<void> {
    await tx.$executeRaw`
      WITH RECURSIVE line AS (
        SELECT inherited_from_id AS id FROM candidates WHERE id = ${id}::uuid
        UNION
        SELECT c.inherited_from_id FROM candidates c JOIN line ON c.id = line.id
      )
      UPDATE candidates SET state = 'pending', reject_reason = NULL, claim_id = NULL, merged_into_id = NULL,
        decided_at = NULL, decided_by_id = NULL, version = version + 1
      WHERE id IN (SELECT id FROM line WHERE id IS NOT NULL)`;
  },

  /** The candidates a candidate was cut into, and whether something hangs on one of them. */
  async listParts(id: string, tx: Tx): Promise<{ id: string; isUntouched: boolean }[]> {
    const rows = await tx.candidate.findMany({
      where: { splitFromId: id },
      orderBy: { start: 'asc' },
      select: {
        id: true,
        state: true,
        _count: { select: { mergedFrom: true, splitInto: true, inheritedBy: true } },
      },
    });
    return rows.map(({ id: partId, state, _count }) => ({
      id: partId,
      isUntouched:
        state === 'pending' && _count.mergedFrom === 0 && _count.splitInto === 0 && _count.inheritedBy === 0,
    }));
  },

  async removeParts(ids: readonly string[], tx: Tx): Promise<void> {
    await tx.candidate.updateMany({ where: { sameAsId: { in: [...ids] } }, data: { sameAsId: null } });
    await tx.candidate.deleteMany({ where: { id: { in: [...ids] }, state: 'pending', origin: 'person' } });
  },
};
