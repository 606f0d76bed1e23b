import path from 'node:path';
import { DocumentIntakeService, type SaidOfText } from '#features/intake';
import { isCalendarDate } from '#core/domain';
import { Database } from '#platform/db';
import { PlainError } from '../plain-error.js';
import { findCliActor } from '../service/cli-actor.js';
import { withService } from '../service/service-context.js';
import { eachFile } from './each-file.js';
import { readDocumentFile } from './read-document-file.js';

const ADDRESS = /^https?:\/\//iu;

export interface IngestOptions {
  readonly published?: string;
  readonly author?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly address?: string;
}

/** Takes files and addresses in, one JSON line each. One bad file of many: the others are still taken in, and the exit code is 1. */
export async function ingestCommand(files: readonly string[], options: IngestOptions): Promise<void> {
  if (options.published !== undefined && !isCalendarDate(options.published))
    throw new PlainError(`--published ${options.published}: write the date as YYYY-MM-DD.`);
  await withService(async (app) => {
    const actor = await findCliActor(app.get(Database));
    const intake = app.get(DocumentIntakeService);
    const said = toSaid(options);
    let done = 0;
    await eachFile(files, async (file) => {
      done += 1;
      if (process.stderr.isTTY && files.length > 1)
        process.stderr.write(`${String(done)} of ${String(files.length)}: ${file}\n`);
      const { source, created, notes } = ADDRESS.test(file)
        ? await intake.addAddress(actor, file, said, { by: 'cli' })
        : await intake.addFile(actor, { bytes: readDocumentFile(file), name: path.basename(file) }, said, {
            by: 'cli',
          });
      const { id, title, publishedOn, candidates, syndicatedCopyOf } = source;
      const line = { file, source: id, created, title, publishedOn, candidates, syndicatedCopyOf };
      process.stdout.write(`${JSON.stringify(line)}\n`);
      if (publishedOn === null)
        process.stderr.write(
          `${file}: no publication date was found; give it with --published or in the app.\n`,
        );
      for (const { message } of notes) process.stderr.write(`${file}: ${message}\n`);
    });
  });
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
