import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/db';

/** Runs `work` on a server of its own with these empty databases; nothing of it is left, whatever happens. */
export async function withCluster(
  databases: readonly string[],
  work: (server: EmbeddedPostgres) => Promise<void>,
  { durable = false }: { readonly durable?: boolean } = {},
): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outturn-bench-'));
  // Where root runs this, the database runs as another user, who must be able to enter.
  fs.chmodSync(folder, 0o755);
  try {
    const server = await startEmbeddedPostgres({ dataDir: folder, durable, log: () => undefined });
    try {
      for (const name of databases) await server.createDatabaseIfMissing(name);
      await work(server);
    } finally {
      await server.stop();
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
