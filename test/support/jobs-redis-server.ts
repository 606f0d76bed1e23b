import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';

const BINARY = ['/usr/bin/redis-server', '/usr/local/bin/redis-server'].find((place) => fs.existsSync(place));

/** Whether this machine has a Redis that a test may start and kill. */
export const hasRedisServer = BINARY !== undefined;

/** A Redis without persistence, on a free loopback port: what is killed comes back empty. */
export class RedisServer {
  private child: ChildProcess | null = null;
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outturn-redis-'));

  private constructor(
    private readonly port: number,
    private readonly policy: string,
  ) {}

  static async start(policy = 'noeviction'): Promise<RedisServer> {
    const server = new RedisServer(await freePort(), policy);
    await server.run();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${String(this.port)}`;
  }

  async run(): Promise<void> {
    const settings = { port: this.port, bind: '127.0.0.1', save: '', appendonly: 'no', dir: this.folder };
    const args = Object.entries({ ...settings, 'maxmemory-policy': this.policy }).flatMap(([name, value]) => [
      `--${name}`,
      String(value),
    ]);
    this.child = spawn(BINARY ?? '', args, { stdio: 'ignore' });
    await this.ask((redis) => redis.ping());
  }

  async kill(): Promise<void> {
    const child = this.child;
    if (child === null) return;
    this.child = null;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** It keeps its connections and answers nothing. */
  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.child?.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    await this.kill();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  async ask<T>(question: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(this.url, { retryStrategy: () => 50, maxRetriesPerRequest: 100 });
    redis.on('error', () => undefined);
    try {
      return await question(redis);
    } finally {
      redis.disconnect();
    }
  }
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
