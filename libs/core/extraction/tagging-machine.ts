/** A state machine of wink-nlp's model as it is stored: states with their next ones, and what a last state says. */
interface StoredMachine {
  readonly next: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly says: Readonly<Record<string, string>>;
  readonly marks: Readonly<Record<string, readonly [number, number]>>;
}

/** Words are put into the machines by what is known of them, as numbers: a tag, or a hint that goes before the tag. */
const HINTS_FROM = 1_080_000;
const END_OF_TEXT = 2_070_000;
/** Under this name a state has the one that is meant where nothing follows that leads on. */
const OTHERWISE = 2_070_003;
const HIGHEST_TAG = 31;
const ROOT = 0;
/** Numbers that no state knows share one column: they lead back to the root. */
const UNKNOWN = 0;

/** Where a machine wants another tag. Below 0 the tag is set anyhow, else where the word can have it. */
export interface Retagging {
  readonly at: number;
  readonly tag: number;
}

/**
 * Runs one of the two machines by which wink-nlp mends the first guess at tags, over tables of numbers: the original looks
 * every step up by name, which is most of the time that tagging takes. Same answers, `wink-words.spec.ts` compares.
 */
export class TaggingMachine {
  private readonly columns = new Map<number, number>();
  private readonly columnsOfTags: Uint8Array;
  private readonly width: number;
  private readonly next: Int16Array;
  private readonly otherwise: Int16Array;
  private readonly says: Int16Array;
  private readonly shift: Int16Array;

  /** @param json the machine as the model has it */
  constructor(json: string) {
    const { next, says, marks } = readMachine(json);
    const states = Object.entries(next).map(([state, row]) => ({ state: Number(state), row }));
    for (const { row } of states)
      for (const name of Object.keys(row)) {
        const event = Number(name);
        if (!Number.isNaN(event) && event !== OTHERWISE && !this.columns.has(event))
          this.columns.set(event, this.columns.size + 1);
      }
    this.width = this.columns.size + 1;
    this.columnsOfTags = Uint8Array.from(
      { length: HIGHEST_TAG + 1 },
      (_, tag) => this.columns.get(tag) ?? UNKNOWN,
    );
    const size = 1 + Math.max(...states.map(({ state }) => state), ...Object.keys(says).map(Number));
    this.next = new Int16Array(size * this.width);
    this.otherwise = new Int16Array(size);
    this.says = new Int16Array(size);
    this.shift = new Int16Array(size);
    for (const { state, row } of states) {
      for (const [event, column] of this.columns) this.next[state * this.width + column] = row[event] ?? ROOT;
      this.otherwise[state] = row[OTHERWISE] ?? ROOT;
    }
    for (const [state, tag] of Object.entries(says)) this.says[Number(state)] = Number(tag);
    for (const [state, [before]] of Object.entries(marks)) this.shift[Number(state)] = before;
  }

  columnOfTag(tag: number): number {
    return this.columnsOfTags[tag] ?? UNKNOWN;
  }

  columnOfHint(hint: number): number {
    return this.columns.get(HINTS_FROM + hint) ?? UNKNOWN;
  }

  /**
   * The places where the machine wants another tag, in order. Greedy: what it has found it does not look at again, and
   * after a dead end it goes on from the word after the one it began at.
   *
   * @param columns what is put in, word by word
   */
  run(columns: Uint8Array): Retagging[] {
    const found: Retagging[] = [];
    const { length } = columns;
    const end = this.columns.get(END_OF_TEXT) ?? UNKNOWN;
    const { width } = this;
    let first = 0;
    let state = ROOT;
    let spareAt = 0;
    let spare = ROOT;
    for (let i = 0; i <= length; i += 1) {
      for (let j = i; j <= length; j += 1) {
        const next = this.next[state * width + (j < length ? (columns[j] ?? UNKNOWN) : end)] ?? ROOT;
        if (state === ROOT && next !== ROOT) first = j;
        const isDone = (this.says[next] ?? 0) !== 0;
        const said = isDone ? next : next === ROOT ? spare : ROOT;
        if (said !== ROOT) {
          found.push({ at: first + (this.shift[said] ?? 0), tag: this.says[said] ?? 0 });
          i = isDone ? j : spareAt;
        }
        if (isDone || next === ROOT) {
          state = ROOT;
          spare = said === ROOT ? spare : ROOT;
          break;
        }
        state = next;
        if (this.otherwise[state] !== ROOT) {
          spareAt = j;
          spare = this.otherwise[state] ?? ROOT;
        }
      }
    }
    return found;
  }
}

function readMachine(json: string): StoredMachine {
  const stored = JSON.parse(json) as [
    unknown,
    unknown,
    StoredMachine['next'],
    StoredMachine['says'],
    StoredMachine['marks'],
  ];
  return { next: stored[2], says: stored[3], marks: stored[4] };
}
