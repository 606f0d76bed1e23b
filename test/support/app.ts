import type { Role } from '#core/domain';
import { AuthService } from '#platform/auth';
import { Config, type ModelServerConfig, type Mode } from '#platform/config';
import { Database, installationRepo, userRepo } from '#platform/db';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import path from 'node:path';
import { buildApp } from '../../apps/api/build-app.js';
import type { RequestLimits } from '../../apps/api/security/throttling.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { testConfig } from './test-config.js';

export const BASE_URL = 'http://localhost:3000';
export const PASSWORD = 'tangerine-moss-48';

const MANY: RequestLimits = { generalPerMinute: 1e6, guessablePerMinute: 1e6, signInsPerAccount: 1e6 };

type Answer = Awaited<ReturnType<NestFastifyApplication['inject']>>;

export interface TestAppOptions {
  readonly mode?: Mode;
  readonly baseUrl?: string;
  /** Without, no test meets a limit. */
  readonly limits?: RequestLimits;
  readonly modules?: readonly DynamicModule[];
  /** A language model for second readings; without, there is none. */
  readonly llm?: ModelServerConfig;
  /** Networks that feeds may be fetched from besides the public ones; tests name loopback. */
  readonly fetchAllowedNetworks?: readonly string[];
  /** The built web app; without, a small one of the tests. */
  readonly webFolder?: string;
  /** Whether a parent process is there to leave the demo. */
  readonly leaveDemo?: () => boolean;
}

/** Somebody with a session: the Cookie header, and who it is. */
export interface TestPerson {
  readonly id: string;
  readonly email: string;
  readonly cookie: string;
}

export interface Ask {
  readonly as?: TestPerson | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The HTTP process in this process, on a database of its own. Boot it once per file. */
export class TestApp {
  private constructor(
    readonly nest: NestFastifyApplication,
    readonly database: Database,
    private readonly copy: TestDatabase,
  ) {}

  static async start(options: TestAppOptions = {}): Promise<TestApp> {
    const copy = await createTestDatabase();
    try {
      const nest = await boot(copy.url, options);
      return new TestApp(nest, nest.get(Database), copy);
    } catch (error) {
      await copy.drop();
      throw error;
    }
  }

  get databaseUrl(): string {
    return this.copy.url;
  }

  async stop(): Promise<void> {
    await this.nest.close();
    await this.copy.drop();
  }

  /** A person with these roles and a session; a password only when one is given, hashing takes its time. */
  async addPerson(
    roles: readonly Role[],
    more: { name?: string; isSample?: boolean } = {},
  ): Promise<TestPerson> {
    const name = more.name ?? `Person ${String((personNumber += 1))}`;
    const email = `person-${String((personNumber += 1))}@example.org`;
    const person = await userRepo.insert(
      { name, email, roles, passwordHash: null, isSample: more.isSample ?? false },
      this.database.direct,
    );
    const cookies = await this.nest.get(AuthService).startSession(email, new Headers());
    return { id: person.id, email, cookie: toCookieHeader(cookies) };
  }

  /** A request as the browser of somebody would make it: same origin, JSON. */
  ask(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD',
    url: string,
    how: Ask = {},
  ): Promise<Answer> {
    const isWriting = method !== 'GET' && method !== 'HEAD';
    const hasBody = how.body !== undefined;
    return this.nest.inject({
      method,
      url,
      headers: {
        host: new URL(BASE_URL).host,
        ...(isWriting ? { origin: BASE_URL } : {}),
        ...(hasBody ? { 'content-type': 'application/json' } : {}),
        ...(how.as === undefined ? {} : { cookie: how.as.cookie }),
        ...how.headers,
      },
      ...(hasBody ? { payload: typeof how.body === 'string' ? how.body : JSON.stringify(how.body) } : {}),
    });
  }

  /** The same below `/api/v1`. */
  api(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path_: string, how: Ask = {}): Promise<Answer> {
    return this.ask(method, `/api/v1${path_}`, how);
  }
}

async function boot(url: string, options: TestAppOptions): Promise<NestFastifyApplication> {
  const mode = options.mode ?? 'test';
  await setUp(url, mode);
  const root = path.resolve(__dirname, '..', '..');
  return buildApp({
    config: makeConfig(url, mode, options),
    version: '0.0.0-test',
    folders: {
      app: options.webFolder ?? path.join(root, 'test', 'support', 'web'),
      publicStyles: path.join(root, 'libs', 'ui', 'styles', 'public.css'),
    },
    demoHost: { leaveDemo: options.leaveDemo ?? (() => false) },
    limits: options.limits ?? MANY,
    ...(options.modules === undefined ? {} : { modules: options.modules }),
  });
}

let personNumber = 0;

/** The Cookie header a browser would send after these Set-Cookie. */
export function toCookieHeader(setCookies: readonly string[]): string {
  return setCookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
}

function makeConfig(databaseUrl: string, mode: Mode, options: TestAppOptions): Config {
  return testConfig(databaseUrl, {
    mode,
    baseUrl: options.baseUrl ?? BASE_URL,
    llm: options.llm ?? null,
    fetchAllowedNetworks: options.fetchAllowedNetworks ?? [],
  });
}

async function setUp(url: string, kind: Mode): Promise<void> {
  const database = new Database({ url, poolSize: 1 });
  await installationRepo.insert(
    { kind, projectName: 'Test project', zone: 'Europe/Berlin' },
    new Date(),
    database.direct,
  );
  await database.close();
}
