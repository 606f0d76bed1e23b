import { type CalendarDate, REFERENCES, type Reference, type Track } from '#core/domain';
import { type BootstrapSettings, bootstrapSkill, DEFAULT_BOOTSTRAP, ranksOf } from './family-bootstrap.js';
import { type FamilyTable, FamilyTally } from './family-table.js';
import { BASE_RATE_STRENGTH } from './base-rate.js';
import { betaPosterior, momentBetaPrior } from './beta-posterior.js';
import { type ClaimCounts, recordOf, skillOf, type SubjectRecord, sumSeries } from './claimant-statistics.js';
import type { LedgerClaim } from './ledger.js';
import type { ScoredSeries } from './series.js';
import { shrinkSkill } from './shrinkage.js';

/** Settings that, with the code version and the lexicon, make up a method. */
export interface MethodSettings {
  /** A rank needs so many families … */
  readonly minFamilies: number;
  /** … from so many texts. */
  readonly minTexts: number;
  /** Outcomes of a cell weigh as much as so many of its parent. */
  readonly baseRateStrength: number;
  readonly bootstrapDraws: number;
  readonly bootstrapSeed: number;
}

/** Raised whenever any rule of this folder changes what it computes. */
export const SCORING_VERSION = '3';

export const DEFAULT_METHOD: MethodSettings = {
  minFamilies: 10,
  minTexts: 3,
  baseRateStrength: BASE_RATE_STRENGTH,
  bootstrapDraws: DEFAULT_BOOTSTRAP.draws,
  bootstrapSeed: DEFAULT_BOOTSTRAP.seed,
};

/** A reference on exactly the series it exists for, and the subject's own score on the same ones. */
export interface ReferenceComparison {
  readonly n: number;
  readonly meanBrier: number | null;
  readonly ownMeanBrier: number | null;
}

/** A subject before it is compared with others: means over series, 0-1, lower is better; null at n = 0. */
export interface StandingDraft extends ClaimCounts {
  readonly subjectId: string;
  /** Scored series. */
  readonly n: number;
  readonly families: number;
  readonly texts: number;
  /** Claims of the track, scored or not. */
  readonly claims: number;
  /** Claims that could have a score at all, as a share of all, 0-1. */
  readonly scoreableShare: number | null;
  readonly meanBrier: number | null;
  /** Means of the best and of the worst reading of every band. */
  readonly meanBrierLow: number | null;
  readonly meanBrierHigh: number | null;
  /** Mean Brier had every ambiguous proposition come out best, and worst, for the subject. */
  readonly boundLow: number | null;
  readonly boundHigh: number | null;
  /** -ln p(outcome), lower is better. */
  readonly meanLog: number | null;
  readonly hits: number;
  /** Hits of whoever says the base rate of everything. */
  readonly referenceHits: number;
  readonly references: Readonly<Record<Reference, ReferenceComparison>>;
  readonly record: 'established' | 'building';
  /** An appeal is being heard: no rank meanwhile. */
  readonly suspended: boolean;
}

/** A row of a board. Skill is reference Brier - own Brier, higher is better. */
export interface Standing extends StandingDraft {
  readonly skill: number | null;
  /** Skill drawn towards 0 by how much of it noise explains; what ranks go by. */
  readonly shrunk: number | null;
  /** 95 % interval of skill; null below two families. */
  readonly intervalLow: number | null;
  readonly intervalHigh: number | null;
  /** Share of hits, drawn towards what is usual on the board, with its 95 % interval; null at n = 0. */
  readonly hitRate: number | null;
  readonly hitRateLow: number | null;
  readonly hitRateHigh: number | null;
  /** 1 is best, equal values share a rank; null while a record is being built or an appeal heard. */
  readonly rank: number | null;
  /** The rank lies between in 95 % of the draws. */
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
}

/** What a whole board rests on. */
export interface BoardTotals {
  readonly subjects: number;
  readonly claims: number;
  /** Series. */
  readonly scored: number;
  readonly families: number;
}

/** Subjects in the order of their ids, ready for the comparison. */
export interface BoardDraft {
  readonly rows: readonly StandingDraft[];
  /** By subject. */
  readonly names: ReadonlyMap<string, string>;
  readonly input: SkillInput;
  readonly totals: BoardTotals;
  /** Each reference over all series that have it. */
  readonly references: Readonly<Record<Reference, Omit<ReferenceComparison, 'ownMeanBrier'>>>;
}

/** Who is added to a board. */
export interface BoardSubject {
  readonly subjectId: string;
  /** Orders those without a rank. */
  readonly name: string;
  readonly suspended?: boolean;
}

/** Takes in subjects one after the other and keeps only what the comparison needs. */
export class BoardDrafter {
  private readonly tally = new FamilyTally();
  private readonly rows: StandingDraft[] = [];
  private readonly names = new Map<string, string>();

  constructor(
    private readonly settings: Pick<MethodSettings, 'minFamilies' | 'minTexts'>,
    private readonly asOn: CalendarDate,
    private readonly track: Track,
  ) {}

  /** All claims of one subject, in any order. */
  add(subject: BoardSubject, claims: readonly LedgerClaim[]): void {
    this.addRecord(subject, recordOf(claims, this.asOn, this.track));
  }

  /** Who has no claim of the track has no row. */
  addRecord(subject: BoardSubject, record: SubjectRecord): void {
    if (record.claims === 0) return;
    const { subjectId } = subject;
    this.tally.add(
      subjectId,
      record.series.map((series) => [series.familyId, skillOf(series)] as const),
    );
    this.rows.push(draftOf(subject, record, this.settings));
    this.names.set(subjectId, subject.name);
  }

  draft(): BoardDraft {
    const rows = [...this.rows].sort((a, b) => (a.subjectId < b.subjectId ? -1 : 1));
    const table = this.tally.toTable();
    return {
      rows,
      names: this.names,
      input: {
        table,
        isRanked: Uint8Array.from(rows, (row) => Number(row.record === 'established' && !row.suspended)),
        n: Float64Array.from(rows, ({ n }) => n),
        hits: Float64Array.from(rows, ({ hits }) => hits),
      },
      totals: {
        subjects: rows.length,
        claims: rows.reduce((sum, { claims }) => sum + claims, 0),
        scored: rows.reduce((sum, { n }) => sum + n, 0),
        families: table.families,
      },
      references: poolReferences(rows),
    };
  }
}

function draftOf(
  { subjectId, suspended = false }: BoardSubject,
  { counts, claims, series, undecided }: SubjectRecord,
  { minFamilies, minTexts }: Pick<MethodSettings, 'minFamilies' | 'minTexts'>,
): StandingDraft {
  const sums = sumSeries(series);
  const mean = (sum: number): number | null => (sums.n === 0 ? null : sum / sums.n);
  const bounds = undecided.map(([a, b]) => [a.score.brier, b.score.brier].sort((x, y) => x - y));
  const bound = (end: 0 | 1): number | null => {
    const n = sums.n + bounds.length;
    if (n === 0) return null;
    return (sums.sumBrier + bounds.reduce((sum, ends) => sum + (ends[end] as number), 0)) / n;
  };
  return {
    subjectId,
    pending: counts.pending,
    beforeDeadline: counts.beforeDeadline,
    void: counts.void,
    conditionUnmet: counts.conditionUnmet,
    ambiguous: counts.ambiguous,
    unscoreable: counts.unscoreable,
    retrospective: counts.retrospective,
    n: sums.n,
    families: sums.families,
    texts: sums.texts,
    claims,
    scoreableShare: (claims - counts.unscoreable) / claims,
    meanBrier: mean(sums.sumBrier),
    meanBrierLow: mean(sums.sumBrierLow),
    meanBrierHigh: mean(sums.sumBrierHigh),
    boundLow: bound(0),
    boundHigh: bound(1),
    meanLog: mean(sums.sumLogScore),
    hits: sums.hits,
    referenceHits: sums.referenceHits,
    references: compareWithReferences(series),
    record: sums.families >= minFamilies && sums.texts >= minTexts ? 'established' : 'building',
    suspended,
  };
}

/** Every reference beside the subject's own score, on exactly the series that have it. */
export function compareWithReferences(
  series: readonly ScoredSeries[],
): Readonly<Record<Reference, ReferenceComparison>> {
  const compare = (reference: Reference): ReferenceComparison => {
    const known = series.filter(({ referenceBrier }) => referenceBrier[reference] !== null);
    const mean = (of: (one: ScoredSeries) => number): number | null =>
      known.length === 0 ? null : known.reduce((sum, one) => sum + of(one), 0) / known.length;
    return {
      n: known.length,
      meanBrier: mean(({ referenceBrier }) => referenceBrier[reference] as number),
      ownMeanBrier: mean(({ score }) => score.brier),
    };
  };
  return byReference(compare);
}

function poolReferences(rows: readonly StandingDraft[]): BoardDraft['references'] {
  const pool = (reference: Reference) => {
    const own = rows.map(({ references }) => references[reference]);
    const n = own.reduce((sum, one) => sum + one.n, 0);
    const sum = own.reduce((total, one) => total + one.n * (one.meanBrier ?? 0), 0);
    return { n, meanBrier: n === 0 ? null : sum / n };
  };
  return byReference(pool);
}

function byReference<T>(of: (reference: Reference) => T): Readonly<Record<Reference, T>> {
  return Object.fromEntries(REFERENCES.map((reference) => [reference, of(reference)])) as Record<
    Reference,
    T
  >;
}

/** What the comparison says of each subject, in the order of the table; NaN and 0 where it says nothing. */
export interface SkillMeasures {
  readonly skill: Float64Array;
  readonly shrunk: Float64Array;
  readonly intervalLow: Float64Array;
  readonly intervalHigh: Float64Array;
  readonly rank: Int32Array;
  readonly rankLow: Int32Array;
  readonly rankHigh: Int32Array;
  readonly hitRate: Float64Array;
  readonly hitRateLow: Float64Array;
  readonly hitRateHigh: Float64Array;
}

/** What subjects are compared by, as arrays that can be handed to a thread; all in the order of the table. */
export interface SkillInput {
  readonly table: FamilyTable;
  /** 1 for those among whom ranks are given. */
  readonly isRanked: Uint8Array;
  readonly n: Float64Array;
  readonly hits: Float64Array;
}

/**
 * Skill, shrinkage, intervals, ranks and hit rates of all subjects. The heavy part: runs in a thread where there is much
 * of it.
 */
export function measureSkill(
  { table, isRanked, n, hits }: SkillInput,
  settings: BootstrapSettings,
): SkillMeasures {
  const skills = shrinkSkill(table);
  // + 0 makes 0 of -0, which no database keeps.
  const shrunk = skills.skill.map((skill, subject) => skill * (skills.kept[subject] as number) + 0);
  const ranked = [...isRanked.keys()].filter((subject) => isRanked[subject] === 1);
  const rank = new Int32Array(table.subjects);
  const places = ranksOf(Float64Array.from(ranked, (subject) => shrunk[subject] as number));
  ranked.forEach((subject, place) => {
    rank[subject] = places[place] as number;
  });
  const drawn = bootstrapSkill(table, skills, isRanked, settings);
  return {
    skill: skills.skill,
    shrunk,
    intervalLow: drawn.intervalLow,
    intervalHigh: drawn.intervalHigh,
    rank,
    rankLow: rank.map((own, subject) => Math.min(own, drawn.rankLow[subject] as number)),
    rankHigh: rank.map((own, subject) => Math.max(own, drawn.rankHigh[subject] as number)),
    ...measureHits(n, hits),
  };
}

function measureHits(n: Float64Array, hits: Float64Array) {
  const counts = Array.from(n, (trials, subject) => ({ n: trials, hits: hits[subject] as number }));
  const prior = momentBetaPrior(counts);
  const rates = counts.map((count) => betaPosterior(count, prior) ?? { mean: NaN, low: NaN, high: NaN });
  return {
    hitRate: Float64Array.from(rates, ({ mean }) => mean),
    hitRateLow: Float64Array.from(rates, ({ low }) => low),
    hitRateHigh: Float64Array.from(rates, ({ high }) => high),
  };
}

/**
 * The rows of a board in order: ranked ones by rank, then suspended ones and those still building a record, both in order
 * of name, which says nothing of them. Ties go by id, so the order is the same whatever came first.
 */
export function finishBoard(
  { rows, input, names }: Pick<BoardDraft, 'rows' | 'input' | 'names'>,
  measures: SkillMeasures,
): Standing[] {
  if (rows.length !== input.table.subjects)
    throw new Error('A board needs one row for each subject of its table.');
  // Sorted as numbers: of twenty thousand rows, only those in their place are made.
  return orderOf(rows, measures, names).map((subject) =>
    standingOf(rows[subject] as StandingDraft, measures, subject),
  );
}

/** Subjects of a table in the order of a board. They come in the order of their ids; what is equal stays where it is. */
function orderOf(
  rows: readonly StandingDraft[],
  { rank }: SkillMeasures,
  names: BoardDraft['names'],
): readonly number[] {
  const rankAt = (subject: number): number => rank[subject] as number;
  const rowAt = (subject: number): StandingDraft => rows[subject] as StandingDraft;
  // Whoever has a row was added with a name.
  const nameAt = (subject: number): string => names.get(rowAt(subject).subjectId) as string;
  const ranked: number[] = [];
  const others: number[] = [];
  for (const subject of rows.keys()) (rankAt(subject) === 0 ? others : ranked).push(subject);
  ranked.sort((a, b) => rankAt(a) - rankAt(b));
  const isBuilding = (subject: number): number => Number(rowAt(subject).record === 'building');
  others.sort((a, b) => isBuilding(a) - isBuilding(b) || NAME_ORDER.compare(nameAt(a), nameAt(b)));
  return [...ranked, ...others];
}

/** A board at once, for few subjects. */
export function buildBoard(draft: BoardDraft, settings: MethodSettings = DEFAULT_METHOD): Standing[] {
  const bootstrap = { draws: settings.bootstrapDraws, seed: settings.bootstrapSeed };
  return finishBoard(draft, measureSkill(draft.input, bootstrap));
}

/** Written out: an object made of another has a shape of its own, and a large board has twenty thousand. */
function standingOf(row: StandingDraft, measures: SkillMeasures, subject: number): Standing {
  return {
    subjectId: row.subjectId,
    n: row.n,
    families: row.families,
    texts: row.texts,
    claims: row.claims,
    pending: row.pending,
    beforeDeadline: row.beforeDeadline,
    void: row.void,
    conditionUnmet: row.conditionUnmet,
    ambiguous: row.ambiguous,
    unscoreable: row.unscoreable,
    retrospective: row.retrospective,
    scoreableShare: row.scoreableShare,
    meanBrier: row.meanBrier,
    meanBrierLow: row.meanBrierLow,
    meanBrierHigh: row.meanBrierHigh,
    boundLow: row.boundLow,
    boundHigh: row.boundHigh,
    meanLog: row.meanLog,
    hits: row.hits,
    referenceHits: row.referenceHits,
    references: row.references,
    record: row.record,
    suspended: row.suspended,
    skill: numberAt(measures.skill, subject),
    shrunk: numberAt(measures.shrunk, subject),
    intervalLow: numberAt(measures.intervalLow, subject),
    intervalHigh: numberAt(measures.intervalHigh, subject),
    rank: placeAt(measures.rank, subject),
    rankLow: placeAt(measures.rankLow, subject),
    rankHigh: placeAt(measures.rankHigh, subject),
    hitRate: numberAt(measures.hitRate, subject),
    hitRateLow: numberAt(measures.hitRateLow, subject),
    hitRateHigh: numberAt(measures.hitRateHigh, subject),
  };
}

function numberAt(values: Float64Array, subject: number): number | null {
  const value = values[subject] as number;
  return Number.isNaN(value) ? null : value;
}

function placeAt(places: Int32Array, subject: number): number | null {
  return (places[subject] as number) || null;
}

/** The same everywhere, whatever the machine speaks. */
const NAME_ORDER = new Intl.Collator('en');
