import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { scoreCommand, type ScoreCommandOptions } from './score.command.js';

const OPTIONS: ScoreCommandOptions = {
  by: 'claimant',
  reference: 'base-rate',
  minFamilies: '10',
  format: 'json',
};
const TABLE = `claimant,proposition,probability,outcome,claimedOn,deadline,resolvedOn
Anna Low,harbour closes,0.8,1,2022-01-10,2022-02-28,2022-03-05
Ben High,harbour closes,0.5,1,2022-01-11,2022-02-28,2022-03-05
Anna Low,ferry stops,,pending,2022-01-10,2023-02-28,
`;

interface Printed {
  readonly standings: readonly Record<string, unknown>[];
  readonly totals: Record<string, number>;
  readonly references: Record<string, unknown>;
  readonly method: Record<string, unknown>;
}

describe('outturn score', () => {
  let folder: string;
  let out: string;
  let talk: string;

  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outturn-score-'));
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));
  beforeEach(() => {
    out = '';
    talk = '';
    jest.spyOn(process.stdout, 'write').mockImplementation((part) => {
      out += String(part);
      return true;
    });
    jest.spyOn(process.stderr, 'write').mockImplementation((part) => {
      talk += String(part);
      return true;
    });
  });
  afterEach(() => jest.restoreAllMocks());

  const score = async (content: string | Uint8Array, options: Partial<ScoreCommandOptions> = {}) => {
    const file = path.join(folder, 'forecasts.csv');
    fs.writeFileSync(file, content);
    await scoreCommand(file, { ...OPTIONS, ...options });
  };

  it('prints one JSON document in the shape of the contract', async () => {
    await score(TABLE);
    const { standings, totals, references, method } = JSON.parse(out) as Printed;
    expect(Object.keys(standings[0] ?? {})).toEqual([
      'claimant',
      'n',
      'pending',
      'void',
      'ambiguous',
      'notStated',
      'brier',
      'brierLow',
      'brierHigh',
      'log',
      'baseline',
      'peerSum',
      'peerMean',
      'families',
      'skill',
      'hitRate',
      'shrunk',
      'interval',
      'rank',
      'rankRange',
      'calibration',
    ]);
    expect(standings[0]).toMatchObject({
      claimant: 'Anna Low',
      n: 1,
      notStated: 1,
      interval: null,
      rank: null,
    });
    expect(totals).toMatchObject({ scored: 2, notStated: 1 });
    expect(Object.keys(references)).toEqual(['baseRate', 'statusQuo', 'half', 'market']);
    expect(references).toMatchObject({ half: { n: 2, brier: 0.25 }, market: { n: 0, brier: null } });
    expect(method).toMatchObject({ reference: 'base-rate', minFamilies: 10, bootstrapDraws: 2000 });
    expect(talk).toBe('');
  });

  it('prints a table for eyes, and talks on stderr', async () => {
    await score('claimant,proposition,probability,outcome\nAnna,p1,0.9,1\nAnna,p2,0.9,1\n', {
      format: 'table',
      minFamilies: '2',
    });
    expect(out.split('\n')[1]).toMatch(/^1 {5}1-1 {4}Anna/u);
    expect(talk).toContain('forecasts.csv: No claimedOn in line 2');
  });

  it('reads quoted cells, a byte order mark and CRLF', async () => {
    await score(
      '\ufeffclaimant,proposition,probability,outcome\r\n"Low, Anna","says ""yes""\nand more",0.9,1\r\n',
    );
    expect((JSON.parse(out) as Printed).standings[0]?.['claimant']).toBe('Low, Anna');
  });

  it.each([
    ['', 'forecasts.csv: is empty. The first line must name the columns'],
    ['claimant,proposition\n', 'the column “probability” and “outcome” is missing'],
    [
      'claimant,proposition,probability,outcome\nAnna,p1,70,1\n',
      'Line 2, column “probability”: 70 is not between 0 and 1',
    ],
    ['claimant,proposition,probability,outcome\nAnna,p1,0.7,1\n\nAnna,p1,0.8\n', 'Line 4 has 3 cells'],
    ['claimant,proposition,probability,outcome\nAnna,"p1,0.7,1\n', 'is no well-formed CSV'],
    [
      'claimant,proposition,probability,outcome\nAnna,p1,0.7,1\nAnna,p1,0.8,1\n',
      'Lines 2 and 3: “Anna” stands twice',
    ],
  ])('%j: says what is wrong and prints nothing', async (content, message) => {
    await expect(score(content)).rejects.toThrow(message);
    expect(out).toBe('');
  });

  it('names a file that is not there, is a folder, or is far too large', async () => {
    await expect(scoreCommand(path.join(folder, 'none.csv'), OPTIONS)).rejects.toThrow(
      'there is no such file',
    );
    await expect(scoreCommand(folder, OPTIONS)).rejects.toThrow('is a folder');
    const large = path.join(folder, 'large.csv');
    fs.writeFileSync(large, '');
    fs.truncateSync(large, 2e9);
    await expect(scoreCommand(large, OPTIONS)).rejects.toThrow('has 2.0 GB; up to 200 MB are read at once');
  });

  it.each([
    [{ minFamilies: '0' }, '--min-families 0: must be a whole number'],
    [{ minFamilies: 'ten' }, '--min-families ten'],
    [{ asOf: '2022-13-01' }, '--as-of 2022-13-01: must be a calendar date'],
    [{ by: 'mood' }, '--by mood: must be one of claimant, outlet, topic'],
    [{ reference: 'market' }, '--reference market: must be one of base-rate, half, none'],
    [{ format: 'xml' }, '--format xml'],
  ])('%j is a wrong call', async (options, message) => {
    await expect(score(TABLE, options)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(message) as string,
    });
  });
});
