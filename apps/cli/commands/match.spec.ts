import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { matchCommand } from './match.command.js';

const PROPOSITIONS = [
  { id: 'fi', statement: 'Will Finland join NATO by the end of 2023?', deadline: '2023-12-31' },
  {
    id: 'se',
    statement: 'Sweden will join NATO by the end of 2023',
    deadline: '2023-12-31T23:59:59',
    criteria: null,
  },
  { id: 'rain', statement: 'Rainfall in Lima will exceed 40 mm in 2023' },
];
const EVENTS = [
  { id: 'e1', title: 'Finland becomes member of NATO', summary: '', publishedAt: '2023-04-04T10:00:00Z' },
  { id: 'e2', title: 'Cricket: play resumes in Perth' },
];

interface Line {
  readonly event: string;
  readonly proposition: string;
  readonly score: number;
  readonly strength: string;
  readonly reasons: readonly string[];
}

const toLines = (records: readonly unknown[]) => records.map((record) => JSON.stringify(record)).join('\n');

describe('outturn match', () => {
  let folder: string;
  let out: string;

  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outturn-match-'));
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));
  beforeEach(() => {
    out = '';
    jest.spyOn(process.stdout, 'write').mockImplementation((part) => {
      out += String(part);
      return true;
    });
  });
  afterEach(() => jest.restoreAllMocks());

  const write = (name: string, content: string | Uint8Array): string => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, content);
    return file;
  };
  const match = async (
    propositions: string | Uint8Array = toLines(PROPOSITIONS),
    events: string | Uint8Array = toLines(EVENTS),
    top?: string,
  ) => {
    await matchCommand({
      propositions: write('p.jsonl', propositions),
      events: write('e.jsonl', events),
      ...(top === undefined ? {} : { top }),
    });
    return out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line);
  };

  it('prints lines in the shape of the contract, best first', async () => {
    const lines = await match();
    expect(Object.keys(lines[0] ?? {})).toEqual(['event', 'proposition', 'score', 'strength', 'reasons']);
    expect(lines[0]).toMatchObject({ event: 'e1', proposition: 'fi', strength: 'strong' });
    expect(lines[0]?.reasons).toContain('inside the window');
    const scores = lines.filter(({ event }) => event === 'e1').map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('prints at most --top for each event', async () => {
    expect((await match(undefined, undefined, '1')).filter(({ event }) => event === 'e1')).toHaveLength(1);
  });

  it('reads a byte order mark, CRLF and empty lines', async () => {
    const crlf = `\ufeff${toLines(PROPOSITIONS).replaceAll('\n', '\r\n')}\r\n\r\n`;
    expect((await match(crlf))[0]).toMatchObject({ event: 'e1', proposition: 'fi' });
  });

  it.each([
    ['', 'p.jsonl: is empty'],
    ['\n \n', 'p.jsonl: is empty'],
    ['{"id":"a","statement":"x"}\n{"id":', 'p.jsonl: line 2: is no JSON'],
    ['[1]', 'p.jsonl: line 1: is no JSON object'],
    ['\n{"statement":"x"}', 'p.jsonl: line 2: “id” is missing'],
    ['{"id":7,"statement":"x"}', 'p.jsonl: line 1: “id” must be text in quotes'],
    [
      '{"id":"a","statement":"x"}\n\n{"id":"a","statement":"y"}',
      'line 3: the id “a” stands on line 1 already',
    ],
    ['{"id":"a"}', 'line 1: “statement” is missing'],
    ['{"id":"a","statement":" "}', 'line 1: “statement” is empty'],
    ['{"id":"a","statement":"x","deadline":"2023-02-30"}', 'line 1: “deadline” is no date: 2023-02-30'],
    ['{"id":"a","statement":"x","deadline":"soon"}', 'line 1: “deadline” is no date: soon'],
    [new Uint8Array([0x7b, 0xff, 0x7d]), 'p.jsonl: line 1: is not UTF-8'],
  ])('propositions %j: says what is wrong and prints nothing', async (content, message) => {
    await expect(match(content)).rejects.toMatchObject({
      name: 'PlainError',
      message: expect.stringContaining(message) as string,
    });
    expect(out).toBe('');
  });

  it.each([
    ['', 'e.jsonl: is empty'],
    ['{"id":"a"}', 'e.jsonl: line 1: “title” is missing'],
    ['{"id":"a","title":"x","publishedAt":"04/05/2023"}', 'line 1: “publishedAt” is no date: 04/05/2023'],
    ['{"id":"a","title":"x"}\n{"id":"a","title":"x"}', 'line 2: the id “a” stands on line 1 already'],
  ])('events %j: says what is wrong and prints nothing', async (content, message) => {
    await expect(match(undefined, content)).rejects.toThrow(message);
    expect(out).toBe('');
  });

  it('names a file that is not there, is a folder, or is far too large', async () => {
    const events = write('e.jsonl', toLines(EVENTS));
    const none = path.join(folder, 'none.jsonl');
    await expect(matchCommand({ propositions: none, events })).rejects.toThrow('there is no such file');
    await expect(matchCommand({ propositions: folder, events })).rejects.toThrow('is a folder');
    const large = write('large.jsonl', '');
    fs.truncateSync(large, 2e9);
    await expect(matchCommand({ propositions: large, events })).rejects.toThrow('has 2000 MB; up to 200 MB');
  });

  it.each(['0', '-1', '1.5', 'ten', ''])('--top %j is a wrong call', async (top) => {
    await expect(match(undefined, undefined, top)).rejects.toMatchObject({ exitCode: 2 });
  });
});
