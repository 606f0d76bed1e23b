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
  /** Families are numbered as they come, and anew when the table is made. */
  private readonly numbers = new Map<string, number>();
  private readonly subjects: { readonly id: string; readonly from: number; readonly to: number }[] = [];
  private readonly family: number[] = [];
  private readonly n: number[] = [];
  private readonly sum: number[] = [];

  /** All series of one subject: their families and skill. A subject without any has a row as well. */
  add(subjectId: string, series: Iterable<readonly [familyId: string, skill: number]>): void {
    const from = this.family.length;
    const entries = new Map<string, { n: number; sum: number }>();
    for (const [familyId, skill] of series) {
      const entry = entries.get(familyId);
      if (entry === undefined) entries.set(familyId, { n: 1, sum: skill });
      else {
        entry.n += 1;
        entry.sum += skill;
      }
    }
    for (const [familyId, { n, sum }] of [...entries].sort(byId)) {
      this.family.push(this.numberOf(familyId));
      this.n.push(n);
      this.sum.push(sum);
    }
    this.subjects.push({ id: subjectId, from, to: this.family.length });
  }

  private numberOf(familyId: string): number {
    const known = this.numbers.get(familyId);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(familyId, number);
    return number;
  }

  toTable(): FamilyTable {
    const subjects = [...this.subjects].sort((a, b) => (a.id < b.id ? -1 : 1));
    const placeOf = new Int32Array(this.numbers.size);
    [...this.numbers].sort(byId).forEach(([, number], place) => {
      placeOf[number] = place;
    });
    const table = {
      subjects: subjects.length,
      families: placeOf.length,
      offsets: new Int32Array(subjects.length + 1),
      family: new Int32Array(this.family.length),
      n: new Float64Array(this.family.length),
      sum: new Float64Array(this.family.length),
    };
    let end = 0;
    subjects.forEach(({ from, to }, subject) => {
      for (let entry = from; entry < to; entry++, end++) {
        table.family[end] = placeOf[this.family[entry] as number] as number;
        table.n[end] = this.n[entry] as number;
        table.sum[end] = this.sum[entry] as number;
      }
      table.offsets[subject + 1] = end;
    });
    return table;
  }
}

function byId([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
