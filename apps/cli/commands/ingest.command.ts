import fs from 'node:fs';
import path from 'node:path';
import { BATCH_AT_MOST, isCalendarDate, isOver } from '#core/domain';
import { IntakeBatchService, IntakeService, ItemReadingService, type SaidOfText } from '#features/intake';
import { Database } from '#platform/db';
import type { INestApplicationContext } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from '../plain-error.js';
import { findCliActor } from '../service/cli-actor.js';
import { withService } from '../service/service-context.js';
import { eachFile } from './each-file.js';
import { ProgressLine } from './progress-line.js';
import { checkDocumentFile } from './read-document-file.js';

const ADDRESS = /^https?:\/\//iu;
const LOOK_MS = 250;

export interface IngestOptions {
  readonly published?: string;
  readonly author?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly address?: string;
}

/**
 * Takes files and addresses in, one JSON line each. One bad file of many: the others are still taken in, and the exit
 * code is 1. They are a batch like any other: seen and called off in the app, and what is left when this command is
 * broken off is taken in by the running service.
 */
export async function ingestCommand(files: readonly string[], options: IngestOptions): Promise<void> {
  if (options.published !== undefined && !isCalendarDate(options.published))
    throw new PlainError(`--published ${options.published}: write the date as YYYY-MM-DD.`);
  await withService(async (app) => {
    for (let from = 0; from < files.length; from += BATCH_AT_MOST)
      await ingestBatch(app, files.slice(from, from + BATCH_AT_MOST), toSaid(options), {
        before: from,
        total: files.length,
      });
  });
}

interface Place {
  readonly before: number;
  readonly total: number;
}

async function ingestBatch(
  app: INestApplicationContext,
  files: readonly string[],
  said: SaidOfText,
  { before, total }: Place,
): Promise<void> {
  const batches = app.get(IntakeBatchService);
  const progress = new ProgressLine(process.stderr);
  const readable: string[] = [];
  await eachFile(files, (file) => {
    if (!ADDRESS.test(file)) checkDocumentFile(file);
    readable.push(file);
  });
  if (readable.length === 0) return;
  const actor = await findCliActor(app.get(Database));
  const given = readable.map((file) =>
    ADDRESS.test(file) ? { address: file } : { name: path.basename(file) },
  );
  const { id, items } = await batches.create(actor, { items: given, said }, 'cli');
  const known = new Map(items.map((item, i) => [item.id, readable[i] ?? item.name]));
  for (const [i, file] of readable.entries())
    if (!ADDRESS.test(file)) await batches.receive(id, i + 1, fs.readFileSync(file));
  let done = before;
  await eachFile([...known.keys()], async (itemId) => {
    const file = known.get(itemId) ?? itemId;
    done += 1;
    const place = `${String(done)} of ${String(total)}: ${file}`;
    await untilRead(app.get(ItemReadingService), itemId, (pages) => progress.show(place + pages));
    progress.clear();
    await report(app, itemId, file);
  });
}

/** Reads an item, or waits for the worker that does. */
async function untilRead(
  reading: ItemReadingService,
  itemId: string,
  show: (pages: string) => void,
): Promise<void> {
  show('');
  let isReading = true;
  const ours = reading
    .readItem(itemId)
    // Somebody else is at it; what became of it is told by its row.
    .catch(() => undefined)
    .finally(() => {
      isReading = false;
    });
  for (;;) {
    const item = await reading.find(itemId);
    if (item === null || isOver(item.state)) break;
    if (item.pages !== null && item.pages > 1)
      show(`, page ${String(item.pagesDone)} of ${String(item.pages)}`);
    if (!isReading && item.state !== 'reading') throw new PlainError('It could not be read. Try again.');
    await Promise.race([sleep(LOOK_MS), ...(isReading ? [ours] : [])]);
  }
  await ours;
}

async function report(app: INestApplicationContext, itemId: string, file: string): Promise<void> {
  const item = await app.get(ItemReadingService).find(itemId);
  if (item?.state === 'cancelled') throw new PlainError(`${file}: was called off.`);
  const sourceId = item?.source?.id;
  if (sourceId === undefined) throw new PlainError(`${file}: ${item?.detail ?? 'it is gone.'}`);
  const source = await app.get(IntakeService).getSource(sourceId);
  const { id, title, publishedOn, candidates, syndicatedCopyOf, notes } = source;
  const line = {
    file,
    source: id,
    created: item?.isNew === true,
    title,
    publishedOn,
    candidates,
    syndicatedCopyOf,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  if (publishedOn === null)
    process.stderr.write(`${file}: no publication date was found; give it with --published or in the app.\n`);
  for (const { message } of notes) process.stderr.write(`${file}: ${message}\n`);
}

function toSaid(options: IngestOptions): SaidOfText {
  const authors = options.author?.split(',').map((name) => name.trim());
  return {
    title: options.title,
    authors: authors?.filter((name) => name !== ''),
    outlet: options.outlet,
    publishedOn: options.published,
    address: options.address,
  };
}
