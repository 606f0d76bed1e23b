import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/db';

describe('the built-in PostgreSQL', () => {
  let folder: string;
  let lines: string[];
  const running: EmbeddedPostgres[] = [];

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outturn-embedded-'));
    fs.chmodSync(folder, 0o755);
    lines = [];
  });
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const start = async (): Promise<EmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({
      dataDir: path.join(folder, 'postgres'),
      durable: false,
      log: (line) => lines.push(line),
    });
    running.push(server);
    return server;
  };
  const query = async (url: string, sql: string): Promise<unknown[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(sql)).rows as unknown[];
    } finally {
      await client.end();
    }
  };
  const stateFile = (server: EmbeddedPostgres) => path.join(server.dataDir, 'server.json');
  const lockFile = (server: EmbeddedPostgres) => path.join(server.dataDir, 'cluster', 'postmaster.pid');

  it('keeps its data, port and password from one start to the next', async () => {
    const first = await start();
    expect(await first.createDatabaseIfMissing('real')).toBe(true);
    expect(await first.createDatabaseIfMissing('real')).toBe(false);
    await query(first.urlFor('real'), 'CREATE TABLE kept AS SELECT 1 AS n');
    await first.stop();
    await first.stop();
    const second = await start();
    expect(second.adminUrl).toBe(first.adminUrl);
    expect(await query(second.urlFor('real'), 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
    expect(lines).toEqual([]);
  });

  it('takes no connection without the password, which only the owner can read', async () => {
    const server = await start();
    const url = new URL(server.adminUrl);
    url.password = 'wrong';
    await expect(query(url.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    expect(fs.statSync(stateFile(server)).mode & 0o777).toBe(0o600);
  });

  it('is shared by those who come later; only the first can stop it', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    expect(one.pid).toBe(two.pid);
    expect([one.isOwner, two.isOwner].sort()).toEqual([false, true]);
    const guest = one.isOwner ? two : one;
    await guest.stop();
    expect(await query(one.adminUrl, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  it('is taken over when its owner has crashed', async () => {
    const first = await start();
    const state = JSON.parse(fs.readFileSync(stateFile(first), 'utf8')) as { owner: string };
    fs.writeFileSync(stateFile(first), JSON.stringify({ ...state, owner: '999999999:1' }));
    const second = await start();
    expect(second).toMatchObject({ pid: first.pid, isOwner: true });
    expect(lines).toEqual(['The database was still running after a crash; it is taken over.']);
    await second.stop();
    await expect(query(first.adminUrl, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it.each([
    ['is gone', null],
    ['lives again as another program', process.pid],
  ])('recovers from a crash when the process in its lock file %s', async (_what, reusedBy) => {
    const first = await start();
    await first.createDatabaseIfMissing('real');
    await query(first.urlFor('real'), 'CREATE TABLE kept AS SELECT 1 AS n');
    await query(first.urlFor('real'), 'CHECKPOINT');
    process.kill(first.pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (reusedBy !== null) {
      const lock = fs.readFileSync(lockFile(first), 'utf8').split('\n');
      fs.writeFileSync(lockFile(first), [String(reusedBy), ...lock.slice(1)].join('\n'));
    }
    const second = await start();
    expect(await query(second.urlFor('real'), 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
    expect(lines).toEqual(['The database was not shut down properly; it recovers.']);
  });

  it('moves to another port when somebody has taken its own', async () => {
    const first = await start();
    await first.stop();
    const squatter = net.createServer().listen(first.port, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    const second = await start();
    expect(second.port).not.toBe(first.port);
    squatter.close();
  });

  it('says in one line that a folder cannot be used', async () => {
    fs.writeFileSync(path.join(folder, 'postgres'), 'a file');
    await expect(start()).rejects.toThrow(
      /^Cannot keep a database in .*: (EEXIST|ENOTDIR)\. Set OUTTURN_DATA/,
    );
  });

  it('says that a folder of data is damaged, not that it is new', async () => {
    const first = await start();
    await first.stop();
    fs.rmSync(path.join(first.dataDir, 'cluster', 'global'), { recursive: true });
    await expect(start()).rejects.toThrow(/does not start: .*could not open file/);
  });
});
