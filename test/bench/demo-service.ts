import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type StartedOutturn, startOutturn } from '../support/start-outturn.js';

/** The demo as a person runs it, on a port and a folder of its own, and somebody signed in to it. */
export class DemoService {
  /** Of the session, as `name=value`. */
  cookies: readonly string[] = [];

  private constructor(
    private readonly started: StartedOutturn,
    private readonly folder: string,
  ) {}

  get address(): string {
    return this.started.address;
  }

  /** @param databaseUrl a database of the caller's; without one it brings its own */
  static async start(databaseUrl = ''): Promise<DemoService> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outturn-bench-'));
    const started = await startOutturn(folder, ['--demo'], { DATABASE_URL: databaseUrl });
    const service = new DemoService(started, folder);
    await service.signIn(started.entryLink);
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
    const ended = once(this.started.process, 'exit');
    this.started.process.kill('SIGINT');
    await ended;
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
