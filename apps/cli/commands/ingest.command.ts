import { IntakeService, type TextInput } from '#features/intake';
import { isCalendarDate } from '#core/domain';
import { Database } from '#platform/db';
import { PlainError } from '../plain-error.js';
import { findCliActor } from '../service/cli-actor.js';
import { withService } from '../service/service-context.js';
import { eachFile } from './each-file.js';
import { readTextFile } from './read-text-file.js';

export interface IngestOptions {
  readonly published?: string;
  readonly author?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly address?: string;
}

/** Takes files in, one JSON line each. One bad file of many: the others are still taken in, and the exit code is 1. */
export async function ingestCommand(files: readonly string[], options: IngestOptions): Promise<void> {
  if (options.published !== undefined && !isCalendarDate(options.published))
    throw new PlainError(`--published ${options.published}: write the date as YYYY-MM-DD.`);
  await withService(async (app) => {
    const actor = await findCliActor(app.get(Database));
    const intake = app.get(IntakeService);
    await eachFile(files, async (file) => {
      const { source, created, notes } = await intake.addSource(actor, toInput(file, options), 'cli');
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

function toInput(file: string, options: IngestOptions): TextInput {
  const authors = options.author?.split(',').map((name) => name.trim());
  return {
    text: readTextFile(file),
    title: options.title,
    authors: authors?.filter((name) => name !== ''),
    outlet: options.outlet,
    publishedOn: options.published,
    address: options.address,
  };
}
