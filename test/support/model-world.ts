import type { Actor } from '#core/domain';
import { IntakeService, ModelReadingService } from '#features/intake';
import { TriageModule, TriageService } from '#features/triage';
import { Clock, ClockModule } from '#platform/clock';
import { ConfigModule } from '#platform/config';
import { Database, DatabaseModule, installationRepo, userRepo } from '#platform/db';
import { InlineJobs, JobsModule, OutboxModule } from '#platform/jobs';
import { LanguageModel } from '#platform/llm';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { JOB_HANDLERS } from '../../apps/worker/job-handlers.js';
import { testConfig } from './test-config.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export const MODEL = 'test-model';
const NOON = '2022-03-01T12:00:00Z';
/** Waits between tries of a request are left out, as inline jobs leave out those between attempts. */
const NO_WAIT_MS = 1;

interface ModelSettings {
  readonly url: string;
  readonly model?: string;
  readonly timeoutMs?: number;
}

/** Intake, triage and the worker's handlers on a database of their own, with or without a model. */
export class ModelWorld {
  private constructor(
    private readonly nest: INestApplicationContext,
    private readonly copy: TestDatabase,
    readonly curator: Actor,
  ) {}

  static async start(model: ModelSettings | null): Promise<ModelWorld> {
    const copy = await createTestDatabase();
    const database = new Database({ url: copy.url, poolSize: 1 });
    await installationRepo.insert(
      { kind: 'test', projectName: 'Test project', zone: 'Europe/Berlin' },
      new Date(NOON),
      database.direct,
    );
    const { id } = await userRepo.insert(
      { name: 'Cora Curator', email: 'curator@example.org', roles: ['curator'], passwordHash: null },
      database.direct,
    );
    await database.close();
    const curator: Actor = { userId: id, name: 'Cora Curator', roles: new Set(['curator']) };
    return new ModelWorld(await boot(copy.url, model), copy, curator);
  }

  /** Another process on the same database, with these settings. */
  async again(model: ModelSettings | null): Promise<ModelWorld> {
    return new ModelWorld(await boot(this.copy.url, model), this.copy, this.curator);
  }

  async close(): Promise<void> {
    await this.nest.close();
  }

  async stop(): Promise<void> {
    await this.close();
    await this.copy.drop();
  }

  get database(): Database {
    return this.nest.get(Database);
  }

  get intake(): IntakeService {
    return this.nest.get(IntakeService, { strict: false });
  }

  get triage(): TriageService {
    return this.nest.get(TriageService, { strict: false });
  }

  get readings(): ModelReadingService {
    return this.nest.get(ModelReadingService, { strict: false });
  }

  /** Carries out what is promised, as a worker would. */
  async work() {
    return this.nest.get(InlineJobs, { strict: false }).drain();
  }

  async setClock(to: string): Promise<void> {
    await this.nest.get(Clock).setClock(new Date(to), { isFrozen: true });
  }

  async add(text: string): Promise<string> {
    const { source } = await this.intake.addSource(this.curator, { text });
    return source.id;
  }

  /** The source as triage gets it. */
  async look(sourceId: string) {
    const source = await this.intake.getSource(sourceId);
    const of = (words: string) => source.candidateList.find(({ quote }) => quote.includes(words));
    return { ...source, of, quotes: source.candidateList.map(({ quote }) => quote) };
  }

  /** All rows about candidates and readings, in order, to be compared before and after. */
  async rows() {
    const tx = this.database.direct;
    return {
      candidates: await tx.candidate.findMany({ orderBy: { id: 'asc' } }),
      readings: await tx.modelReading.findMany({ orderBy: { id: 'asc' } }),
      jobs: await tx.outboxMessage.findMany({ orderBy: { id: 'asc' }, select: { name: true, key: true } }),
    };
  }
}

async function boot(databaseUrl: string, model: ModelSettings | null): Promise<INestApplicationContext> {
  const config = testConfig(databaseUrl, {
    llm: model === null ? null : { model: MODEL, apiKey: null, timeoutMs: 5_000, ...model },
  });
  const nest = await Test.createTestingModule({
    imports: [
      ConfigModule.of(config),
      DatabaseModule.of(databaseUrl),
      ClockModule,
      OutboxModule,
      TriageModule,
      JobsModule.inline(JOB_HANDLERS),
    ],
  })
    .overrideProvider(LanguageModel)
    .useValue(new LanguageModel(config, NO_WAIT_MS))
    .compile();
  nest.useLogger(false);
  await nest.init();
  await nest.get(Clock).setClock(new Date(NOON), { isFrozen: true });
  return nest;
}
