/**
 * Measures how fast documents of mixed kinds are taken in by `outturn start` as it is (60 a minute at least), and what a
 * minute of them at that pace does to somebody who works beside it: the slowest twentieth of answers at most a fifth slower
 * than in the same run before. What a whole batch at once does is printed beside it.
 *
 *   node dist/test/bench/intake.bench.js [--documents N]
 *
 * Exit code 1 where a level is missed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { writeDocx, writePage, writePdf, type Written } from '../support/document-files.js';
import { DemoService } from './demo-service.js';
import { Verdict } from './measure.js';

const PER_MINUTE = 60;
const SLOWER_AT_MOST = 1.2;
const TAKEN_IN_BOUND_MS = 300_000;
const LOOK_EVERY_MS = 60;
const QUIET_MS = 20_000;
const MEGABYTE = 1_000_000;

/** An article of its own by its number: some 6,000 characters, with a few things that will or will not happen. */
function article(number: number): Written {
  const harbour = `Harbour ${String(number)}`;
  const paragraphs = Array.from({ length: 12 }, (_, k) => {
    const day = String((k * 7 + number) % 27);
    return `${harbour} counted ${day} ships in the ${String(k + 1)}. week, and the office of its master said little else about it. The quay ${String(k)} is likely to be closed by the end of June 2022, while the ferries will go on as before. What the town makes of it was told at length by those who live beside the cranes, and none of them spoke of leaving; the price of a berth, they said, had been the same for ${day} years.`;
  });
  return { title: `${harbour} in the spring`, author: 'Mara Quill', paragraphs };
}

interface Document {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Kinds in turn; one page and one PDF of each dozen carry pictures of up to 5 MB, as such files do. */
function document(number: number): Document {
  const written = article(number);
  const picture = number % 12 < 2 ? Math.ceil((1 + (Math.floor(number / 12) % 4)) * 1.2 * MEGABYTE) : 0;
  switch (number % 4) {
    case 0: {
      const page = writePage(written).toString('utf8');
      const image = `<img alt="" src="data:image/png;base64,${'A'.repeat(picture)}">`;
      return {
        name: `${String(number)}.html`,
        bytes: Buffer.from(page.replace('</article>', `${image}</article>`)),
      };
    }
    case 1:
      return { name: `${String(number)}.pdf`, bytes: writePdf(written, `% ${'A'.repeat(picture)}\n`) };
    case 2:
      return { name: `${String(number)}.docx`, bytes: writeDocx(written) };
    default:
      return { name: `${String(number)}.txt`, bytes: Buffer.from(written.paragraphs.join('\n\n')) };
  }
}

/** What an analyst asks for all day, one request at a time; milliseconds each, until told that it is enough. */
async function work(service: DemoService, isEnough: () => boolean): Promise<number[]> {
  const times: number[] = [];
  const routes = ['/inbox?limit=50', '/propositions?limit=50'];
  for (let n = 0; !isEnough(); n += 1) {
    const begin = performance.now();
    await service.ask('GET', routes[n % routes.length] ?? '/inbox');
    times.push(performance.now() - begin);
    await sleep(LOOK_EVERY_MS);
  }
  return times;
}

const p95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;

interface Batch {
  readonly id: string;
  readonly counts: { readonly open: number; readonly done: number; readonly failed: number };
}

/** A document as it is sent: made before anything is timed, since whoever sends is who measures. */
interface Parcel {
  readonly name: string;
  readonly bytes: number;
  readonly body: Buffer;
}

function parcels(from: number, count: number): Parcel[] {
  return Array.from({ length: count }, (_, index) => {
    const { name, bytes } = document(from + index);
    const body = Buffer.from(JSON.stringify({ base64: bytes.toString('base64') }));
    return { name, bytes: bytes.length, body };
  });
}

/** @param everyMs a document is sent so often; 0: as fast as they are taken */
async function takeIn(
  service: DemoService,
  sent: readonly Parcel[],
  everyMs: number,
): Promise<{ minutes: number; batch: Batch }> {
  const begin = performance.now();
  let batch = await service.ask<Batch>('POST', '/intake/batches', {
    items: sent.map(({ name }) => ({ name })),
  });
  for (const [index, { body }] of sent.entries()) {
    await sleep(Math.max(0, begin + index * everyMs - performance.now()));
    await service.ask('PUT', `/intake/batches/${batch.id}/files/${String(index + 1)}`, body);
  }
  while (batch.counts.open > 0 && performance.now() - begin < TAKEN_IN_BOUND_MS) {
    await sleep(500);
    batch = await service.ask<Batch>('GET', `/intake/batches/${batch.id}`);
  }
  return { minutes: (performance.now() - begin) / 60_000, batch };
}

/** Takes documents in while somebody works beside it, and says what came of both. */
async function measureIntake(
  service: DemoService,
  sent: readonly Parcel[],
  everyMs: number,
): Promise<{ perMinute: number; missing: number; times: number[] }> {
  let isDone = false;
  const beside = work(service, () => isDone);
  const { minutes, batch } = await takeIn(service, sent, everyMs);
  isDone = true;
  const times = await beside;
  const { done, failed, open } = batch.counts;
  const megabytes = sent.reduce((sum, { bytes }) => sum + bytes, 0) / MEGABYTE;
  console.log(
    `${String(done)} of ${String(sent.length)} documents, ${megabytes.toFixed(1)} MB, in ${(minutes * 60).toFixed(1)} s; ${String(failed)} failed, ${String(open)} open; p95 of answers meanwhile ${p95(times).toFixed(1)} ms`,
  );
  return { perMinute: done / minutes, missing: sent.length - done, times };
}

async function main(): Promise<void> {
  const at = process.argv.indexOf('--documents');
  const count = at === -1 ? 60 : Number(process.argv[at + 1]);
  const [atPace, atOnce] = [parcels(0, count), parcels(count, count)];
  const verdict = new Verdict();
  const service = await DemoService.start();
  try {
    await work(service, after(3_000));
    const quiet = await work(service, after(QUIET_MS));
    console.log(`p95 of answers before ${p95(quiet).toFixed(1)} ms`);
    const paced = await measureIntake(service, atPace, 60_000 / PER_MINUTE);
    const once = await measureIntake(service, atOnce, 0);
    verdict.judge('documents a minute', once.perMinute, PER_MINUTE, true);
    verdict.judge(
      'p95 of answers at that pace, as a multiple',
      p95(paced.times) / p95(quiet),
      SLOWER_AT_MOST,
      false,
    );
    verdict.judge('documents not taken in', paced.missing + once.missing, 0, false);
  } finally {
    await service.stop();
  }
  process.exitCode = verdict.exitCode();
}

function after(ms: number): () => boolean {
  const end = performance.now() + ms;
  return () => performance.now() >= end;
}

await main();
