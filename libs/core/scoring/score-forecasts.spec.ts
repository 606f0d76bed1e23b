import fc from 'fast-check';
import { shuffled } from '../../../test/support/ledger-claim.js';
import {
  DEFAULT_SCORE_OPTIONS,
  type ForecastRow,
  SCORE_BY,
  SCORE_REFERENCES,
  scoreForecasts,
  type ScoreOptions,
} from './index.js';

let line = 1;
const row = (change: Partial<ForecastRow> & { readonly p?: number | null } = {}): ForecastRow => {
  const { p = 0.7, ...rest } = change;
  line += 1;
  return {
    line,
    claimant: 'Anna Low',
    proposition: 'p1',
    band: p === null ? null : { low: p, point: p, high: p },
    basis: p === null ? 'not_stated' : 'number',
    outcome: 1,
    family: rest.proposition ?? 'p1',
    source: null,
    topic: '',
    outlet: null,
    claimedOn: '2022-01-10',
    deadline: '2022-02-28',
    occurredOn: null,
    resolvedOn: '2022-03-05',
    statusQuo: null,
    ...rest,
  };
};
const score = (rows: readonly ForecastRow[], options: Partial<ScoreOptions> = {}) =>
  scoreForecasts(rows, { ...DEFAULT_SCORE_OPTIONS, ...options });

describe('a table of forecasts', () => {
  it('is scored by hand: Brier, log, baseline, peers', () => {
    const { standings } = score([row({ p: 0.8 }), row({ claimant: 'Ben High', p: 0.5 })]);
    const [anna, ben] = standings;
    expect(anna).toMatchObject({ subjectId: 'Anna Low', n: 1, families: 1, rank: null });
    expect(anna?.meanBrier).toBeCloseTo(0.04, 12);
    expect(anna?.meanLog).toBeCloseTo(-Math.log(0.8), 12);
    expect(anna?.baseline).toBeCloseTo(100 * Math.log2(1.6), 10);
    expect(anna?.peerSum).toBeCloseTo(100 * Math.log(0.8 / 0.5), 10);
    expect(ben?.peerSum).toBeCloseTo(-100 * Math.log(0.8 / 0.5), 10);
    expect(ben?.baseline).toBeCloseTo(0, 12);
    // Nothing was known before: the base rate is one half.
    expect(anna?.skill).toBeCloseTo(0.25 - 0.04, 12);
  });

  it('compares with what was known before: outcomes of other families resolved on an earlier day', () => {
    const rows = [
      row({
        proposition: 'old',
        deadline: '2021-12-31',
        claimedOn: '2021-11-01',
        resolvedOn: '2022-01-09',
        outcome: 0,
      }),
      row({ p: 0.5 }),
    ];
    const known = (0 + 1) / (1 + 2);
    const topic = (0 + 10 * known) / 11;
    const rate = (0 + 10 * topic) / 11;
    const [anna] = score(rows).standings;
    // The older claim met nothing known: 0.25 - 0.49.
    expect(anna?.skill).toBeCloseTo(((rate - 1) ** 2 - 0.25 + 0.25 - 0.49) / 2, 12);
    const late = rows.map((one) => (one.proposition === 'old' ? { ...one, resolvedOn: '2022-01-10' } : one));
    expect(score(late).standings[0]?.skill).toBeCloseTo((0.25 - 0.25 + 0.25 - 0.49) / 2, 12);
  });

  it('takes an early outcome for known when its deadline has passed, not before', () => {
    const early = row({
      proposition: 'old',
      claimedOn: '2021-11-01',
      occurredOn: '2021-12-01',
      resolvedOn: '2021-12-02',
      deadline: '2022-12-31',
    });
    const [anna] = score([early, row({ p: 0.5 })]).standings;
    expect(anna?.skill).toBeCloseTo((0 + (0.25 - 0.09)) / 2, 12);
  });

  it.each(['Aaron', 'Zoe'])('tells how far ahead a thing was said by its dated claims: %s', (claimant) => {
    const old = { proposition: 'old', deadline: '2021-12-31', resolvedOn: '2022-01-09', outcome: 0 } as const;
    const rows = [row({ ...old, claimedOn: '2021-11-01' }), row({ p: 0.5 })];
    const known = score(rows).standings;
    const undated = row({ ...old, claimedOn: null, claimant, p: null });
    const beside = score([...rows, undated]).standings;
    const skillOf = (standings: typeof known) =>
      standings.find(({ subjectId }) => subjectId === 'Anna Low')?.skill;
    expect(skillOf(beside)).toBe(skillOf(known));
  });

  it('without dates compares with all other families, and says so', () => {
    const undated = { claimedOn: null, deadline: null, resolvedOn: null };
    const { standings, notes } = score([
      row({ ...undated, p: 0.5 }),
      row({ ...undated, proposition: 'p2', p: 0.5, outcome: 0 }),
    ]);
    const rate = (k: number) => (k + 10 * ((k + 10 * ((k + 1) / 3)) / 11)) / 11;
    expect(standings[0]?.skill).toBeCloseTo(((rate(0) - 1) ** 2 + rate(1) ** 2) / 2 - 0.25, 12);
    expect(standings[0]?.calibration).toBeNull();
    expect(notes).toHaveLength(2);
    expect(notes.join(' ')).toMatch(/No claimedOn in line \d+.*No deadline column/u);
  });

  it('says where an outcome has no day', () => {
    const { notes } = score([row(), row({ proposition: 'p2', deadline: null, resolvedOn: null })]);
    expect(notes).toEqual([expect.stringContaining('1 outcomes have neither resolvedOn nor a day')]);
  });

  it('counts a claimant once on a proposition, by the earlier claim', () => {
    const { standings, totals } = score([
      row({ claimedOn: '2022-02-01', p: 0.9 }),
      row({ p: 0.2 }),
      row({ claimedOn: '2022-02-05', p: 0.8 }),
    ]);
    expect(standings[0]?.meanBrier).toBeCloseTo(0.64, 12);
    expect(totals).toMatchObject({ rows: 1, scored: 1, propositions: 1 });
  });

  it.each([
    ['two claims of one day', [row(), row()], /Lines \d+ and \d+: “Anna Low” stands twice on “p1”/u],
    ['two claims, one undated', [row(), row({ claimedOn: null })], /claimedOn does not say/u],
    ['two outcomes', [row(), row({ claimant: 'Ben', outcome: 0 })], /different outcomes/u],
    ['two families', [row(), row({ claimant: 'Ben', family: 'f2' })], /different families/u],
    ['two deadlines', [row(), row({ claimant: 'Ben', deadline: '2022-03-31' })], /different deadlines/u],
  ])('%s on one proposition are refused, with both lines', (_name, rows, message) => {
    expect(() => score(rows)).toThrow(message);
  });

  it('takes one outcome beside a void or pending claim on the same proposition', () => {
    const { totals } = score([
      row({ outcome: 'pending' }),
      row({ claimant: 'Ben' }),
      row({ claimant: 'Cleo', outcome: 'void' }),
      row({ claimant: 'Dan', outcome: 'ambiguous' }),
      row({ claimant: 'Eve', p: null }),
      row({ claimant: 'Fay', basis: 'possibility' }),
    ]);
    expect(totals).toEqual({
      rows: 6,
      propositions: 1,
      claimants: 6,
      families: 1,
      scored: 1,
      pending: 1,
      void: 1,
      ambiguous: 1,
      notStated: 2,
    });
  });

  it('ranks from so many families on, and gives the range', () => {
    const rows = ['Anna', 'Ben'].flatMap((claimant, k) =>
      Array.from({ length: 4 }, (_, q) =>
        row({ claimant, proposition: `p${String(q)}`, p: k === 0 ? 0.9 : 0.3 }),
      ),
    );
    expect(score(rows, { minFamilies: 4 }).standings).toMatchObject([
      { subjectId: 'Anna', rank: 1, rankLow: 1, rankHigh: 1 },
      { subjectId: 'Ben', rank: 2 },
    ]);
    expect(score(rows, { minFamilies: 5 }).standings.map(({ rank }) => rank)).toEqual([null, null]);
  });

  it('knows references: half, and none, without which there is no skill and no rank', () => {
    const rows = [row({ p: 0.5, statusQuo: 'no' })];
    expect(score(rows, { reference: 'half', minFamilies: 1 }).standings[0]).toMatchObject({
      skill: 0,
      rank: 1,
    });
    const none = score(rows, { reference: 'none', minFamilies: 1 });
    expect(none.standings[0]).toMatchObject({ skill: null, shrunk: null, intervalLow: null, rank: null });
    expect(none.references.status_quo).toEqual({ n: 1, meanBrier: 1 });
    expect(none.method).toMatchObject({ reference: 'none', minFamilies: 1 });
  });

  it.each(SCORE_BY)('put together by %s, has every row in one place', (by) => {
    const rows = [
      row({ outlet: 'The Quay', topic: 'ports' }),
      row({ claimant: 'Ben', proposition: 'p2', topic: 'ports' }),
      row({ claimant: 'Ben', proposition: 'p3', outlet: 'The Quay' }),
    ];
    const { standings } = score(rows, { by });
    expect(standings).toHaveLength(2);
    expect(standings.map(({ n }) => n).sort()).toEqual([1, 2]);
  });

  it.each(SCORE_REFERENCES)('compared with %s keeps its own scores', (reference) => {
    const { standings, references, method } = score([row({ p: 0.8 })], { reference });
    expect(standings[0]?.meanBrier).toBeCloseTo(0.04, 12);
    expect(references.base_rate.n).toBe(reference === 'base-rate' ? 1 : 0);
    expect(method.reference).toBe(reference);
  });

  it('counts the texts that are named, each once', () => {
    const rows = [
      row({ source: 'column 1' }),
      row({ proposition: 'p2', source: 'column 1' }),
      row({ proposition: 'p3', source: 'column 2' }),
      row({ proposition: 'p4' }),
    ];
    expect(score(rows).standings[0]).toMatchObject({ n: 4, texts: 2 });
  });

  it('puts rows together by outlet or topic', () => {
    const rows = [
      row({ outlet: 'The Quay', topic: 'ports' }),
      row({ claimant: 'Ben', outlet: 'The Quay', topic: 'ports' }),
      row({ claimant: 'Cleo', proposition: 'p2' }),
    ];
    const byOutlet = score(rows, { by: 'outlet' }).standings;
    expect(byOutlet.map(({ subjectId, n }) => [subjectId, n])).toEqual([
      ['', 1],
      ['The Quay', 2],
    ]);
    expect(score(rows, { by: 'topic' }).standings.map(({ subjectId }) => subjectId)).toEqual(['', 'ports']);
  });

  it.each([
    ['not claimed yet', { claimedOn: '2022-06-02' }, { rows: 0 }],
    ['not resolved yet', { resolvedOn: '2022-06-02' }, { pending: 1 }],
    ['not due yet', { deadline: '2022-06-01' }, { pending: 1 }],
    ['not happened yet', { occurredOn: '2022-06-02' }, { pending: 1 }],
    ['known', {}, { scored: 1 }],
  ] as const)('as of a day, what is %s is so', (_name, change, totals) => {
    expect(score([row(change)], { asOf: '2022-06-01' }).totals).toMatchObject(totals);
  });

  it('of no rows is empty', () => {
    expect(score([])).toMatchObject({ standings: [], notes: [], totals: { rows: 0 } });
  });

  it('bins by deciles; bins hold every series', () => {
    const [anna] = score([row({ p: 0.15 }), row({ proposition: 'p2', p: 1 })]).standings;
    const filled = anna?.calibration?.filter(({ n }) => n > 0).map(({ from, n }) => [from, n]);
    expect(filled).toEqual([
      [0.1, 1],
      [0.9, 1],
    ]);
  });

  it('is the same in whatever order the rows come', () => {
    const rows = fc.uniqueArray(
      fc.record({
        claimant: fc.constantFrom('a', 'b', 'c'),
        proposition: fc.constantFrom('p', 'q', 'r', 's'),
        p: fc.constantFrom(0, 0.2, 0.5, 0.9),
        claimedOn: fc.constantFrom('2022-01-01', '2022-01-05'),
      }),
      { selector: ({ claimant, proposition }) => claimant + proposition, minLength: 1 },
    );
    fc.assert(
      fc.property(rows, fc.integer(), (changes, seed) => {
        const table = changes.map((change) => row({ ...change, outcome: change.proposition < 'r' ? 1 : 0 }));
        const options = { minFamilies: 2 };
        expect(score(shuffled(table, seed), options)).toEqual(score(table, options));
      }),
      { numRuns: 30 },
    );
  });
});
