import path from 'node:path';
import {
  createDatabaseIfMissing,
  dropDatabase,
  type EmbeddedPostgres,
  migrate,
  startEmbeddedPostgres,
} from '#platform/db';
import { migrateQueue } from '#platform/jobs';
import type { PartialConfig } from '#platform/config';
import { DataFolder } from './data-folder.js';

export const DATABASES = { real: 'outturn', demo: 'outturn_demo' } as const;

/** The PostgreSQL a command works on: the one that was given, or our own. */
export interface DatabaseHost {
  readonly isOwn: boolean;
  urlFor(mode: 'real' | 'demo'): string;
  /** Creates the database where it is missing and brings it to the schema of this version. */
  prepare(mode: 'real' | 'demo'): Promise<void>;
  /** Removes the demo, for making it anew. There is no such thing for real data. */
  dropDemo(): Promise<void>;
  stop(): Promise<void>;
}

/** Opens the database host; our own server is started, or joined where another process of ours runs it. */
export async function openDatabaseHost(
  config: PartialConfig,
  log: (line: string) => void,
): Promise<DatabaseHost> {
  if (config.databaseUrl !== null) return givenHost(config.databaseUrl);
  new DataFolder(config.dataFolder).prepare();
  const server = await startEmbeddedPostgres({ dataDir: path.join(config.dataFolder, 'postgres'), log });
  return ownHost(server);
}

function givenHost(databaseUrl: string): DatabaseHost {
  const urlFor = (mode: 'real' | 'demo') => {
    const url = new URL(databaseUrl);
    if (mode === 'demo') url.pathname = `${url.pathname}_demo`;
    return url.href;
  };
  return {
    isOwn: false,
    urlFor,
    prepare: async (mode) => {
      const name = decodeURIComponent(new URL(urlFor(mode)).pathname.slice(1));
      if (mode === 'demo') await createDatabaseIfMissing(databaseUrl, name);
      await bringUp(urlFor(mode));
    },
    dropDemo: () => dropDatabase(databaseUrl, decodeURIComponent(new URL(urlFor('demo')).pathname.slice(1))),
    stop: () => Promise.resolve(),
  };
}

function ownHost(server: EmbeddedPostgres): DatabaseHost {
  return {
    isOwn: true,
    urlFor: (mode) => server.urlFor(DATABASES[mode]),
    prepare: async (mode) => {
      await server.createDatabaseIfMissing(DATABASES[mode]);
      await bringUp(server.urlFor(DATABASES[mode]));
    },
    dropDemo: () => dropDatabase(server.adminUrl, DATABASES.demo),
    stop: () => server.stop(),
  };
}

async function bringUp(url: string): Promise<void> {
  await migrate(url);
  await migrateQueue(url);
}
