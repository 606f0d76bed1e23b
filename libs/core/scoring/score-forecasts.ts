import { group } from 'd3-array';
import { type CalendarDate, SCORED_BASES } from '#core/domain';
import {
  type BoardDraft,
  BoardDrafter,
  buildBoard,
  DEFAULT_METHOD,
  type MethodSettings,
  SCORING_VERSION,
  type Standing,
} from './board.js';
import { scoreBand } from './brier-score.js';
import { type CalibrationBin, calibrationBins, NUMBER_BIN_EDGES } from './calibration.js';
import type { ClaimCounts } from './claimant-statistics.js';
import { tableBaseRates, isScored, readPropositions, type ScoredRow } from './forecast-propositions.js';
import { ForecastTableError, type ForecastRow } from './forecast-row.js';
import { baselineScore, peerScores } from './metaculus-scores.js';
import { forecastsOf, type ScoredSeries, seriesOf } from './series.js';
import type { WeightedForecast } from './weighted-forecast.js';

/** By what rows are put together. */
export const SCORE_BY = ['claimant', 'outlet', 'topic'] as const;
export type ScoreBy = (typeof SCORE_BY)[number];
export const SCORE_REFERENCES = ['base-rate', 'half', 'none'] as const;
export type ScoreReference = (typeof SCORE_REFERENCES)[number];

export interface ScoreOptions {
  readonly by: ScoreBy;
  readonly reference: ScoreReference;
  /** What was claimed, resolved or due on later days is not known; null takes the table as it is. */
  readonly asOf: CalendarDate | null;
  readonly minFamilies: number;
}

export const DEFAULT_SCORE_OPTIONS: ScoreOptions = {
  by: 'claimant',
  reference: 'base-rate',
  asOf: null,
  minFamilies: DEFAULT_METHOD.minFamilies,
};

/** A row of the result. Brier and log: lower is better; baseline and peer in Metaculus units (x 100), skill: higher. */
export interface ForecastStanding extends Standing {
  readonly notStated: number;
  /** Mean; null at n = 0. */
  readonly baseline: number | null;
  /** Over propositions others answered too; null where there are none. */
  readonly peerSum: number | null;
  readonly peerMean: number | null;
  /** Deciles; null without a deadline column. */
  readonly calibration: readonly CalibrationBin[] | null;
}

export interface ScoredForecasts {
  /** In order of rank, then those without one. */
  readonly standings: readonly ForecastStanding[];
  readonly totals: {
    readonly rows: number;
    readonly propositions: number;
    readonly claimants: number;
    readonly families: number;
    readonly scored: number;
    readonly pending: number;
    readonly void: number;
    readonly ambiguous: number;
    readonly notStated: number;
  };
  readonly references: BoardDraft['references'];
  readonly method: MethodSettings & { readonly version: string; readonly reference: ScoreReference };
  /** What was taken for granted, for whoever reads the numbers. */
  readonly notes: readonly string[];
}

/**
 * Scores a table of forecasts: one series per claimant and proposition, the earlier of two claims. Throws
 * ForecastTableError where two lines contradict each other.
 */
export function scoreForecasts(rows: readonly ForecastRow[], options: ScoreOptions): ScoredForecasts {
  const notes: string[] = [];
  const { asOf } = options;
  const said = asOf === null ? rows : rows.filter(({ claimedOn }) => claimedOn === null || claimedOn <= asOf);
  const first = firstClaims(said).map((row) => asKnown(row, asOf));
  const propositions = readPropositions(first);
  const scored = first.filter(isScored);
  const rates = options.reference === 'none' ? null : tableBaseRates(scored, propositions, notes);
  const hasDeadlines = rows.some(({ deadline }) => deadline !== null);
  if (!hasDeadlines && rows.length > 0)
    notes.push(
      'No deadline column: early outcomes cannot be told from due ones, so there is no calibration.',
    );
  const peers = peerScoresByLine(scored);
  const settings: MethodSettings = { ...DEFAULT_METHOD, minFamilies: options.minFamilies, minTexts: 0 };
  const drafter = new BoardDrafter(settings, asOf ?? '9999-12-31', 'live');
  const groups = groupRows(first, options.by);
  const extras = new Map<string, Omit<ForecastStanding, keyof Standing>>();
  for (const [subject, own] of groups) {
    const series = own
      .filter(isScored)
      .map((row) => toSeries(row, options.reference === 'base-rate' ? rates : null));
    drafter.addRecord(
      { subjectId: subject, name: subject },
      { counts: countsOf(own), claims: own.length, series, undecided: [] },
    );
    extras.set(subject, extrasOf(own, { series, peers, hasDeadlines }));
  }
  const draft = drafter.draft();
  const standings = buildBoard(options.reference === 'none' ? withoutRanks(draft) : draft, settings);
  return {
    standings: standings.map((row) => withExtras(row, extras, options.reference)),
    totals: totalsOf(first, {
      propositions: propositions.size,
      subjects: groups.size,
      families: draft.totals.families,
    }),
    references: draft.references,
    method: { ...settings, version: SCORING_VERSION, reference: options.reference },
    notes,
  };
}

function withoutRanks(draft: BoardDraft): BoardDraft {
  return { ...draft, input: { ...draft.input, isRanked: new Uint8Array(draft.rows.length) } };
}

/** Of one claimant's rows on one proposition the earliest. Throws where it cannot be told which that is. */
function firstClaims(rows: readonly ForecastRow[]): ForecastRow[] {
  const first = new Map<string, ForecastRow>();
  for (const row of rows) {
    const key = `${row.claimant}\0${row.proposition}`;
    const known = first.get(key);
    if (known === undefined) {
      first.set(key, row);
      continue;
    }
    if (known.claimedOn === null || row.claimedOn === null || known.claimedOn === row.claimedOn)
      throw new ForecastTableError(
        `Lines ${String(known.line)} and ${String(row.line)}: “${row.claimant}” stands twice on ` +
          `“${row.proposition}”, and claimedOn does not say which came first.`,
      );
    if (row.claimedOn < known.claimedOn) first.set(key, row);
  }
  // Sums in another order differ in the last digit.
  return [...first.values()].sort(
    (a, b) => compare(a.claimant, b.claimant) || compare(a.proposition, b.proposition),
  );
}

/** A row as it was known on a day: outcomes of later, and those not due yet, are pending. */
function asKnown(row: ForecastRow, asOf: CalendarDate | null): ForecastRow {
  if (asOf === null) return row;
  const isLater = [row.resolvedOn, row.occurredOn].some((on) => on !== null && on > asOf);
  const isEarly = row.deadline !== null && row.deadline >= asOf;
  return isLater || isEarly ? { ...row, outcome: 'pending' } : row;
}

/** Peer scores of the rows of each proposition, by line; null where nobody else answered it. */
function peerScoresByLine(rows: readonly ScoredRow[]): Map<number, number | null> {
  const scores = new Map<number, number | null>();
  for (const answers of group(rows, ({ proposition }) => proposition).values()) {
    const { outcome } = answers[0] as ScoredRow;
    peerScores(
      answers.map(({ band }) => band.point),
      outcome,
    ).forEach((score, place) => scores.set((answers[place] as ScoredRow).line, score));
  }
  return scores;
}

/** @param rates the base rate of every scored line; null where it is not what is compared with */
function toSeries(row: ScoredRow, rates: ReadonlyMap<number, number> | null): ScoredSeries {
  const statusQuo = row.statusQuo === null ? null : Number(row.statusQuo === 'yes');
  return seriesOf(
    {
      claimantId: row.claimant,
      propositionId: row.proposition,
      familyId: row.family,
      sourceIds: row.source === null ? [] : [row.source],
      outcome: row.outcome,
    },
    [
      {
        ...row.band,
        claimId: String(row.line),
        basis: row.basis,
        share: 1,
        score: scoreBand(row.band, row.outcome),
        references: {
          baseRate: rates === null ? null : (rates.get(row.line) as number),
          statusQuo,
          market: null,
        },
      },
    ],
  );
}

function groupRows(rows: readonly ForecastRow[], by: ScoreBy): Map<string, ForecastRow[]> {
  return group(rows, ({ claimant, outlet, topic }) => {
    if (by === 'claimant') return claimant;
    return by === 'outlet' ? (outlet ?? '') : topic;
  });
}

function isUnstated({ band, basis }: ForecastRow): boolean {
  return band === null || !SCORED_BASES.has(basis);
}

/** A row without a probability is not stated, whatever came of it. */
function countsOf(rows: readonly ForecastRow[]): ClaimCounts {
  const stated = rows.filter((row) => !isUnstated(row));
  const count = (outcome: ForecastRow['outcome']): number =>
    stated.filter((row) => row.outcome === outcome).length;
  return {
    pending: count('pending'),
    beforeDeadline: 0,
    void: count('void'),
    conditionUnmet: 0,
    ambiguous: count('ambiguous'),
    unscoreable: rows.length - stated.length,
    retrospective: 0,
  };
}

function extrasOf(
  rows: readonly ForecastRow[],
  {
    series,
    peers,
    hasDeadlines,
  }: {
    readonly series: readonly ScoredSeries[];
    readonly peers: ReadonlyMap<number, number | null>;
    readonly hasDeadlines: boolean;
  },
): Omit<ForecastStanding, keyof Standing> {
  const scored = rows.filter(isScored);
  const forecasts: WeightedForecast[] = forecastsOf(series);
  const answered = scored.flatMap(({ line }) => peers.get(line) ?? []);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const mean = (values: readonly number[]): number | null =>
    values.length === 0 ? null : sum(values) / values.length;
  return {
    notStated: rows.filter(isUnstated).length,
    baseline: mean(scored.map(({ band, outcome }) => baselineScore(band.point, outcome))),
    peerSum: answered.length === 0 ? null : sum(answered),
    peerMean: mean(answered),
    calibration: hasDeadlines ? calibrationBins(forecasts, NUMBER_BIN_EDGES) : null,
  };
}

/** Without a reference there is no skill, and nothing that follows from it. */
function withExtras(
  row: Standing,
  extras: ReadonlyMap<string, Omit<ForecastStanding, keyof Standing>>,
  reference: ScoreReference,
): ForecastStanding {
  const own = extras.get(row.subjectId) as Omit<ForecastStanding, keyof Standing>;
  const none = { skill: null, shrunk: null, intervalLow: null, intervalHigh: null };
  return { ...row, ...own, ...(reference === 'none' ? none : {}) };
}

function totalsOf(
  rows: readonly ForecastRow[],
  { propositions, subjects, families }: Record<'propositions' | 'subjects' | 'families', number>,
): ScoredForecasts['totals'] {
  const counts = countsOf(rows);
  return {
    rows: rows.length,
    propositions,
    claimants: subjects,
    families,
    scored: rows.filter(isScored).length,
    pending: counts.pending,
    void: counts.void,
    ambiguous: counts.ambiguous,
    notStated: counts.unscoreable,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
