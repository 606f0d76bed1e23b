import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dedupeCommand } from './dedupe.command.js';
import { extractCommand } from './extract.command.js';

const FORECAST = 'The harbour will close by 2033, and rents in the old town are likely to fall before that.';
const GERMAN =
  'Der Hafen wird im n\u00e4chsten Jahr endg\u00fcltig geschlossen, sagte der B\u00fcrgermeister am Montag, und die Mieten werden danach wohl sinken.';

interface Line {
  readonly file: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

describe('commands that read text files', () => {
  let folder: string;
  let out: string;
  let talk: string;

  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outturn-texts-'));
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));
  beforeEach(() => {
    out = '';
    talk = '';
    process.exitCode = 0;
    jest.spyOn(process.stdout, 'write').mockImplementation((part) => {
      out += String(part);
      return true;
    });
    jest.spyOn(process.stderr, 'write').mockImplementation((part) => {
      talk += String(part);
      return true;
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.exitCode = 0;
  });

  const file = (name: string, content: string | Uint8Array): string => {
    const place = path.join(folder, name);
    fs.writeFileSync(place, content);
    return place;
  };
  const lines = (): Line[] =>
    out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line);
  const extract = async (name: string, content: string | Uint8Array): Promise<Line[]> => {
    await extractCommand([file(name, content)], { published: '2031-03-10', format: 'jsonl' });
    return lines();
  };

  it.each([
    ['empty', '', /empty/u],
    ['of blanks', '\ufeff \r\n\t\u200b', /nothing but blanks/u],
    ['of UTF-16', Buffer.from(`\ufeff${FORECAST}`, 'utf16le'), /UTF-16.*iconv -f utf-16 -t utf-8/u],
    ['of UTF-16 without its mark', Buffer.from(FORECAST, 'utf16le'), /UTF-16.*iconv -f utf-16le/u],
    ['of Windows-1252', Buffer.from(`${FORECAST} Caf\u00e9.`, 'latin1'), /not UTF-8.*iconv -f windows-1252/u],
    ['that is binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe, 1, 2, 0, 3]), /binary/u],
    ['with a NUL byte', `${FORECAST}\0`, /NUL/u],
    ['of control characters', '\u0001\u0002\u0003'.repeat(50), /control/u],
    ['of 10 MB', 'It will rain. '.repeat(720_000), /10,080,000 characters.*5,000,000/u],
    ['of 50 MB', Buffer.alloc(50_000_000, 0x61), /50 MB.*5,000,000/u],
  ])('refuses a file %s, says why, and reads the others', async (name, content, words) => {
    const bad = file(`bad ${name}.txt`, content);
    await extractCommand([bad, file('good.txt', FORECAST)], { published: '2031-03-10', format: 'jsonl' });
    expect(talk).toMatch(words);
    expect(talk.startsWith(`${bad}: `)).toBe(true);
    expect(talk.trim().split('\n')).toHaveLength(1);
    expect(lines().length).toBeGreaterThan(0);
    expect(process.exitCode).toBe(1);
  });

  it('names a folder and a file that is not there', async () => {
    await extractCommand([folder, path.join(folder, 'nowhere.txt')], { format: 'jsonl' });
    expect(talk).toMatch(/this is a folder/u);
    expect(talk).toMatch(/no such file/u);
    expect(process.exitCode).toBe(1);
  });

  it('says which language a text is in that it does not read', async () => {
    expect(await extract('german.txt', GERMAN)).toEqual([]);
    expect(talk).toMatch(/The text is in German, not in English/u);
    expect(process.exitCode).toBe(0);
  });

  it('reads the English paragraphs of a text in two languages', async () => {
    const text = `${GERMAN}\n\n${FORECAST}\n`;
    const found = await extract('mixed.txt', text);
    expect(found.length).toBeGreaterThan(0);
    for (const { start } of found) expect(start).toBeGreaterThanOrEqual(text.indexOf(FORECAST));
    expect(talk).toMatch(/Parts of the text are in German/u);
  });

  it.each([
    [
      'tags left in',
      `<html><body><p>The harbour <b>will</b> close by&nbsp;2033.</p><p>Nobody minds.</p></body></html>`,
      /HTML tags/u,
    ],
    [
      'wrongly decoded characters',
      'The harbour won\u00e2\u20ac\u2122t open before 2033.',
      /decoded wrongly/u,
    ],
    ['lost characters', 'The harbour won\ufffdt open before 2033. The harbour will close.', /U\+FFFD/u],
    [
      'a byte order mark and mixed line ends',
      `\ufeffTitle: Rain\r\n\r\nThe harbour will close by 2033.\rNobody minds.\n`,
      /^$/u,
    ],
    ['invisible characters', 'The har\u00adbour w\u200bill close by 2033 \u202efor good\u202c.', /^$/u],
    ['marks of Markdown', '# Outlook\n\n**The harbour _will_ close by 2033.**\n', /^$/u],
  ])('quotes verbatim from a text with %s', async (name, text, words) => {
    const found = await extract(`${name}.txt`, text);
    expect(found.length).toBeGreaterThan(0);
    for (const { quote, start, end } of found) expect(quote).toBe(text.slice(start, end));
    expect(talk).toMatch(words);
    expect(process.exitCode).toBe(0);
  });

  it.each(['...', '\u{1F600}'.repeat(50), '12 34 %', `${'('.repeat(1_000_000)}`])(
    'finds nothing in a text without words, and says so (%#)',
    async (text) => {
      expect(await extract('marks.txt', text)).toEqual([]);
      expect(talk).toMatch(/no words in the text/u);
      expect(process.exitCode).toBe(0);
    },
  );

  it('prints copies as pairs, leaves out a bad file and says so', async () => {
    const article = Array.from(
      { length: 120 },
      (_, i) => `Sentence ${String(i)} tells of pier ${String(i * 7)}.`,
    ).join(' ');
    const a = file('a.txt', article);
    const b = file('b.txt', `First published elsewhere.\r\n\r\n${article}\r\n\r\nShare this.`);
    const c = file('c.txt', article.replaceAll('pier', 'ship').replaceAll('tells of', 'knows'));
    const bad = file('bad.txt', '');
    await dedupeCommand([a, bad, b, c, a]);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([{ a, b, similarity: expect.closeTo(1, 1) as number }]);
    expect(talk).toBe(`${bad}: the file is empty.\n`);
    expect(process.exitCode).toBe(1);
  });

  it('has nothing to compare in one text', async () => {
    await dedupeCommand([file('one.txt', FORECAST)]);
    expect(out).toBe('');
    expect(talk).toMatch(/nothing to compare/u);
    expect(process.exitCode).toBe(0);
  });
});
