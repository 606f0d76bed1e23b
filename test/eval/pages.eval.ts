/**
 * Reads the web pages of `shared/data/pages` (Readability's own tests: pages as they were served, with what is expected)
 * as intake does, and holds title, byline, date and words against what is expected; beside it what plain Readability
 * finds. Exit code 1 below the levels that are asked for.
 *
 *   node dist/test/eval/pages.eval.js [--shared DIR]
 */
import fs from 'node:fs';
import path from 'node:path';
import { Readability } from '@mozilla/readability';
import { cleanByline, readPageDate } from '#core/text';
import { DocumentReader } from '#platform/documents';
import { parseHTML } from 'linkedom';

interface Expected {
  readonly title: string;
  readonly byline: string | null;
  readonly publishedTime: string | null;
}

interface Reading {
  readonly title: string;
  readonly authors: readonly string[];
  readonly publishedOn: string | null;
  readonly text: string;
}

interface Score {
  readonly title: boolean;
  readonly byline: boolean | null;
  readonly date: boolean | null;
  readonly f1: number;
}

const LEAST_F1 = 0.95;
const LEAST_METADATA = 0.8;

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const key = (text: string): string => words(text).sort().join(' ');

/** The words both have, each as often as both have it: 2 * shared / (all of one + all of the other). */
function f1Of(found: string, expected: string): number {
  const counts = new Map<string, number>();
  const wanted = words(expected);
  for (const word of wanted) counts.set(word, (counts.get(word) ?? 0) + 1);
  const got = words(found);
  let shared = 0;
  for (const word of got) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared += 1;
    counts.set(word, left - 1);
  }
  return wanted.length + got.length === 0 ? 1 : (2 * shared) / (wanted.length + got.length);
}

/**
 * Pages whose date the expected file leaves out and the page states for machines (read off the pages by hand); a reader
 * that finds no date at all should not pass.
 */
const STATED_DATES: Readonly<Record<string, string>> = {
  'citylab-1': '2019-04-30',
  heise: '2015-04-08',
  'ietf-1': '2014-12-15',
};

function score(name: string, reading: Reading, expected: Expected, text: string): Score {
  const date = expected.publishedTime === null ? STATED_DATES[name] : readPageDate(expected.publishedTime);
  const isByline = (): boolean =>
    key(reading.authors.join(' ')) === key(cleanByline(expected.byline ?? '').join(' ')) ||
    key(reading.authors.join(' ')) === key(expected.byline ?? '');
  return {
    title: reading.title.trim() === expected.title.trim(),
    byline: expected.byline === null ? null : isByline(),
    date: date === undefined ? null : reading.publishedOn === date,
    f1: f1Of(reading.text, text),
  };
}

function plainReadability(html: string): Reading {
  const found = new Readability(parseHTML(html).document).parse();
  const publishedOn = found?.publishedTime ?? null;
  return {
    title: found?.title ?? '',
    authors: found?.byline === null || found?.byline === undefined ? [] : [found.byline],
    publishedOn: publishedOn === null ? null : readPageDate(publishedOn),
    text: found?.textContent ?? '',
  };
}

async function readAsWeDo(reader: DocumentReader, bytes: Buffer): Promise<Reading> {
  try {
    const document = await reader.read({ bytes, mediaType: 'text/html' });
    return {
      title: document.title?.value ?? '',
      authors: document.authors?.value ?? [],
      publishedOn: document.publishedOn?.value ?? null,
      text: document.text,
    };
  } catch (error) {
    return { title: '', authors: [], publishedOn: null, text: error instanceof Error ? error.message : '' };
  }
}

const share = (scores: readonly (boolean | null)[]): { right: number; of: number } => {
  const told = scores.filter((one) => one !== null);
  return { right: told.filter(Boolean).length, of: told.length };
};

function summarise(name: string, scores: readonly Score[]): boolean {
  const f1 = scores.map((one) => one.f1).sort((x, y) => x - y);
  const middle = ((f1[Math.floor((f1.length - 1) / 2)] ?? 0) + (f1[Math.floor(f1.length / 2)] ?? 0)) / 2;
  const [titles, bylines, dates] = (['title', 'byline', 'date'] as const).map((what) =>
    share(scores.map((one) => one[what])),
  );
  const print = (what: { right: number; of: number } | undefined): string =>
    `${String(what?.right ?? 0)}/${String(what?.of ?? 0)}`;
  console.log(
    `${name.padEnd(18)} title ${print(titles)}  byline ${print(bylines)}  date ${print(dates)}  F1 median ${middle.toFixed(3)}  least ${(f1[0] ?? 0).toFixed(3)}`,
  );
  const metadata = (bylines?.right ?? 0) + (dates?.right ?? 0);
  return (
    titles?.right === scores.length &&
    middle >= LEAST_F1 &&
    metadata >= LEAST_METADATA * ((bylines?.of ?? 0) + (dates?.of ?? 0))
  );
}

/** Runs the comparison; returns the exit code. */
export async function runPagesEval(argv: readonly string[]): Promise<number> {
  const at = argv.indexOf('--shared');
  const folder = path.join((at === -1 ? undefined : argv[at + 1]) ?? '../shared', 'data', 'pages');
  if (!fs.existsSync(folder)) {
    console.error(`No pages at ${folder}. Give the folder that holds data/pages with --shared DIR.`);
    return 1;
  }
  const reader = new DocumentReader();
  const ours: Score[] = [];
  const plain: Score[] = [];
  for (const name of fs.readdirSync(folder).sort()) {
    const file = (part: string): Buffer => fs.readFileSync(path.join(folder, name, part));
    const expected = JSON.parse(file('expected-metadata.json').toString()) as Expected;
    const html = `<!doctype html><html><body>${file('expected.html').toString()}</body></html>`;
    const text = parseHTML(html).document.body.textContent ?? '';
    const reading = await readAsWeDo(reader, file('source.html'));
    const own = score(name, reading, expected, text);
    ours.push(own);
    plain.push(score(name, plainReadability(file('source.html').toString()), expected, text));
    const miss = (['title', 'byline', 'date'] as const).filter((what) => own[what] === false);
    const misses =
      miss.length === 0
        ? ''
        : `  not: ${miss.join(', ')} (${JSON.stringify({ ...reading, text: undefined })})`;
    console.log(`  ${name.padEnd(30)} F1 ${own.f1.toFixed(3)}${misses}`);
  }
  reader.onApplicationShutdown();
  const isEnough = summarise('Outturn', ours);
  summarise('plain Readability', plain);
  return isEnough ? 0 : 1;
}

process.exitCode = await runPagesEval(process.argv.slice(2));
