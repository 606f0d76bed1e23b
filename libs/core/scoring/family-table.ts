/**
 * Skill by subject and family, as arrays that can be handed to a thread: the entries of subject `i` are those from
 * `offsets[i]` up to `offsets[i + 1]`.
 */
export interface FamilyTable {
  readonly subjects: number;
  readonly families: number;
  /** One more than there are subjects. */
  readonly offsets: Int32Array;
  /** Which family an entry is of, 0 to `families` - 1. */
  readonly family: Int32Array;
  /** Series of the subject in the family. */
  readonly n: Float64Array;
  /** Sum of their skill: reference Brier - own Brier. */
  readonly sum: Float64Array;
}

/**
 * Gathers series by subject and family. The table has its subjects in the order of their ids and numbers families in the
 * order of theirs, so that the same series give the same table, in whatever order the subjects come.
 */
export class FamilyTally {
  private readonly rows = new Map<string, Map<string, { n: number; sum: number }>>();

  /** A subject has a row even where nothing is added to it. */
  addSubject(subjectId: string): void {
    this.rowOf(subjectId);
  }

  add(subjectId: string, familyId: string, skill: number): void {
    const row = this.rowOf(subjectId);
    const entry = row.get(familyId);
    if (entry === undefined) row.set(familyId, { n: 1, sum: skill });
    else {
      entry.n += 1;
      entry.sum += skill;
    }
  }

  private rowOf(subjectId: string): Map<string, { n: number; sum: number }> {
    const known = this.rows.get(subjectId);
    if (known !== undefined) return known;
    const row = new Map<string, { n: number; sum: number }>();
    this.rows.set(subjectId, row);
    return row;
  }

  toTable(): FamilyTable {
    const rows = [...this.rows].sort(byId).map(([, row]) => [...row].sort(byId));
    const names = new Set(rows.flatMap((row) => row.map(([familyId]) => familyId)));
    const numbers = new Map([...names].sort().map((familyId, number) => [familyId, number]));
    const entries = rows.flat();
    const offsets = new Int32Array(rows.length + 1);
    let end = 0;
    rows.forEach((row, subject) => {
      end += row.length;
      offsets[subject + 1] = end;
    });
    return {
      subjects: rows.length,
      families: numbers.size,
      offsets,
      family: Int32Array.from(entries, ([familyId]) => numbers.get(familyId) as number),
      n: Float64Array.from(entries, ([, { n }]) => n),
      sum: Float64Array.from(entries, ([, { sum }]) => sum),
    };
  }
}

function byId([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
