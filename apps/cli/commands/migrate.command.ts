import { processEnvironment, readPartialConfig } from '#platform/config';
import { openDatabaseHost } from '../service/database-host.js';
import { ensureInstallation } from '../service/ensure-installation.js';

/** Brings the database to this version and sets it up if it is new. Safe to run twice, and by two at once. */
export async function migrateCommand(): Promise<void> {
  const settings = readPartialConfig(processEnvironment());
  const host = await openDatabaseHost(settings, (line) => process.stderr.write(`${line}\n`));
  try {
    const mode = settings.mode === 'demo' ? 'demo' : 'real';
    await host.prepare(mode);
    await ensureInstallation(host.urlFor(mode), mode);
    process.stderr.write('The database is at the schema of this version.\n');
  } finally {
    await host.stop();
  }
}
