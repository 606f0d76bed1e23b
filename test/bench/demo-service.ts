import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const START_BOUND_MS = 180_000;
const MAIN = fileURLToPath(new URL('../../apps/cli/main.js', import.meta.url));

/** `outturn start --demo` as a person runs it, on a port and a folder of its own, and somebody signed in to it. */
export class DemoService {
  /** Of the session, as `name=value`. */
  cookies: readonly string[] = [];

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly address: string,
  ) {}

  /** @param databaseUrl a database of the caller's; without one it brings its own */
  static async start(databaseUrl = ''): Promise<DemoService> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outturn-bench-'));
    const probe = net.createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as net.AddressInfo;
    probe.close();
    const child = spawn(process.execPath, [MAIN, 'start', '--demo'], {
      env: {
        ...process.env,
        OUTTURN_DATA: folder,
        PORT: String(port),
        DATABASE_URL: databaseUrl,
        REDIS_URL: '',
        SMTP_URL: '',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const service = new DemoService(child, folder, `http://127.0.0.1:${String(port)}`);
    await service.signIn(await entryLink(child));
    return service;
  }

  private async signIn(link: string): Promise<void> {
    const answer = await fetch(link, { redirect: 'manual' });
    this.cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
  }

  /** @param body what becomes JSON, or the bytes of it */
  async ask<T>(method: string, route: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${this.address}/api/v1${route}`, {
      method,
      headers: { cookie: this.cookies.join('; '), 'content-type': 'application/json', origin: this.address },
      ...(body === undefined
        ? {}
        : { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${route}: ${String(answer.status)} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  async stop(): Promise<void> {
    this.child.kill('SIGINT');
    await once(this.child, 'exit');
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

async function entryLink(child: ChildProcess): Promise<string> {
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  for (let waited = 0; waited < START_BOUND_MS; waited += 200) {
    const link = /(http:\/\/\S+token=\S+)/.exec(said)?.[1];
    if (link !== undefined && said.includes('Ctrl-C')) return link;
    await sleep(200);
  }
  throw new Error(`not ready: ${said}`);
}
