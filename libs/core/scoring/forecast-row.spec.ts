import {
  ForecastTableError,
  OPTIONAL_COLUMNS,
  readForecastRow,
  readHeader,
  REQUIRED_COLUMNS,
} from './index.js';

const HEADER = [
  'claimant',
  'proposition',
  'probability',
  'outcome',
  'low',
  'high',
  'basis',
  'claimedOn',
  'resolvedOn',
  'occurredOn',
  'statusQuo',
];
const read = (cells: Partial<Record<string, string>>) => {
  const values = { claimant: 'Anna Low', proposition: 'p1', probability: '0.7', outcome: '1', ...cells };
  return readForecastRow(
    readHeader(HEADER),
    HEADER.map((name) => values[name as keyof typeof values] ?? ''),
    7,
  );
};

describe('the first line', () => {
  it('names columns in any order', () => {
    expect([...readHeader(['outcome', 'probability ', 'proposition', 'claimant', 'topic']).keys()]).toEqual([
      'outcome',
      'probability',
      'proposition',
      'claimant',
      'topic',
    ]);
  });

  it.each(REQUIRED_COLUMNS)('needs the column %s', (column) => {
    const others = REQUIRED_COLUMNS.filter((name) => name !== column);
    expect(() => readHeader([...others, ...OPTIONAL_COLUMNS])).toThrow(`the column “${column}” is missing`);
  });

  it.each(OPTIONAL_COLUMNS)('takes the column %s, and does without', (column) => {
    expect(readHeader([...REQUIRED_COLUMNS, column]).get(column)).toBe(REQUIRED_COLUMNS.length);
    expect(readHeader(REQUIRED_COLUMNS).has(column)).toBe(false);
  });

  it.each([
    [['claimant', 'proposition'], 'the column “probability” and “outcome” is missing'],
    [['claimant', 'proposition', 'probability', 'outcome', 'mood'], 'the column “mood” means nothing here'],
    [['claimant', 'claimant', 'proposition', 'probability', 'outcome'], '“claimant” stands there twice'],
  ])('%j is refused', (cells, message) => {
    expect(() => readHeader(cells)).toThrow(ForecastTableError);
    expect(() => readHeader(cells)).toThrow(message);
  });
});

describe('a line', () => {
  it('is read with what it leaves out', () => {
    expect(read({})).toEqual({
      line: 7,
      claimant: 'Anna Low',
      proposition: 'p1',
      band: { low: 0.7, point: 0.7, high: 0.7 },
      basis: 'number',
      outcome: 1,
      family: 'p1',
      source: null,
      topic: '',
      outlet: null,
      claimedOn: null,
      deadline: null,
      occurredOn: null,
      resolvedOn: null,
      statusQuo: null,
    });
  });

  it.each([
    ['0', { low: 0, point: 0, high: 0 }],
    ['1', { low: 1, point: 1, high: 1 }],
    ['.5', { low: 0.5, point: 0.5, high: 0.5 }],
    ['1e-3', { low: 0.001, point: 0.001, high: 0.001 }],
  ])('takes %s as a probability', (probability, band) => {
    expect(read({ probability }).band).toEqual(band);
  });

  it('without a probability states none, whatever came of it', () => {
    expect(read({ probability: '' })).toMatchObject({ band: null, basis: 'not_stated', outcome: 1 });
  });

  it('takes a band, its basis and what no change would mean', () => {
    const row = read({ low: '0.55', high: '0.8', basis: 'words', statusQuo: 'no', outcome: 'VOID' });
    expect(row).toMatchObject({
      band: { low: 0.55, point: 0.7, high: 0.8 },
      basis: 'words',
      statusQuo: 'no',
      outcome: 'void',
    });
  });

  it.each([
    [{ claimant: ' ' }, 'Line 7, column “claimant”: is empty.'],
    [{ probability: '70%' }, '“70%” is in percent; write 0.7.'],
    [{ probability: 'x%' }, 'write 0.7 for 70 %.'],
    [{ probability: '70' }, '70 is not between 0 and 1. If it is in percent, write 0.7.'],
    [{ probability: '-0.1' }, '-0.1 is not between 0 and 1.'],
    [{ probability: '700' }, '700 is not between 0 and 1.'],
    [{ probability: '0,7' }, '“0,7” is no number'],
    [{ probability: 'NaN' }, '“NaN” is no number'],
    [{ probability: '0x1' }, '“0x1” is no number'],
    [{ probability: '', low: '0.1', high: '0.2' }, 'is empty, but low or high is not.'],
    [{ low: '0.1' }, 'column “high”: is empty: give both ends of the band, or none.'],
    [{ high: '0.9' }, 'column “low”: is empty: give both ends of the band, or none.'],
    [{ low: '0.1', high: '0.2' }, '0.7 does not lie between low 0.1 and high 0.2.'],
    [{ outcome: 'maybe' }, '“maybe” is none of 1, 0, void, ambiguous, pending.'],
    [{ basis: 'guess' }, '“guess” is none of number, words'],
    [{ statusQuo: 'maybe' }, '“maybe” is neither yes nor no.'],
    [{ claimedOn: '2022-02-30' }, '“2022-02-30” is no date; write YYYY-MM-DD.'],
    [{ claimedOn: '1.3.2022' }, '“1.3.2022” is no date'],
    [{ claimedOn: '2022-03-01', resolvedOn: '2022-02-01' }, '2022-02-01 is before the claim of 2022-03-01'],
    [{ outcome: '0', occurredOn: '2022-02-01' }, 'is set, but the outcome is 0.'],
  ])('%j is refused', (cells, message) => {
    expect(() => read(cells)).toThrow(message);
  });

  it('of too few or too many cells is refused', () => {
    expect(() => readForecastRow(readHeader(HEADER), ['Anna', 'Low', 'p1', '0.7', '1'], 3)).toThrow(
      'Line 3 has 5 cells, the header has 11. Quote cells that hold a comma.',
    );
  });
});
