import { EventsService } from '#features/events';
import { Database } from '#platform/db';
import { findCliActor } from '../service/cli-actor.js';
import { withService } from '../service/service-context.js';
import { readTextFile } from './read-text-file.js';

/** Events from a CSV file, all rows or none. */
export async function importEventsCommand(file: string): Promise<void> {
  const csv = readTextFile(file);
  await withService(async (app) => {
    const actor = await findCliActor(app.get(Database));
    const report = await app.get(EventsService).importEvents(actor, csv);
    process.stdout.write(`${JSON.stringify(report)}\n`);
  });
}
