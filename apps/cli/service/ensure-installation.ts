import { Database, installationRepo } from '#platform/db';
import { realNow } from '#platform/clock';

const NAMES = { real: 'Outturn', demo: 'Outturn demo' } as const;

/** Sets a new database up: one project, in this machine's zone. A second call changes nothing. */
export async function ensureInstallation(databaseUrl: string, mode: 'real' | 'demo'): Promise<void> {
  const database = new Database({ url: databaseUrl });
  try {
    // The demo is the same for everybody, wherever they are.
    const zone = mode === 'demo' ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone;
    await database.withTransaction((tx) =>
      installationRepo.insert({ kind: mode, projectName: NAMES[mode], zone }, realNow(), tx),
    );
  } finally {
    await database.close();
  }
}
