import { createHash } from 'node:crypto';
import { AcceptCandidate, ReviewInput } from '#contracts/http';
import type { Actor, CalendarDate, Role } from '#core/domain';
import { ClaimantsModule } from '#features/claimants';
import { EventsModule, EventsService } from '#features/events';
import { IntakeModule } from '#features/intake';
import { NoticesModule } from '#features/notices';
import { PublishingModule } from '#features/publishing';
import { InboxService, LeaseService, ReviewModule, ReviewService } from '#features/review';
import { SelectionModule } from '#features/selection';
import { StandingsModule, StandingsService } from '#features/standings';
import { TriageModule, TriageService } from '#features/triage';
import { RescoringService, VerdictsModule, VerdictsService } from '#features/verdicts';
import { Clock, ClockModule } from '#platform/clock';
import { Config, ConfigModule } from '#platform/config';
import {
  candidateRepo,
  Database,
  DatabaseModule,
  installationRepo,
  type InstallationSettings,
  isInInbox,
  matchRepo,
  sourceRepo,
  type StoredCandidate,
  userRepo,
} from '#platform/db';
import { OutboxModule } from '#platform/jobs';
import { type DynamicModule, type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { z } from 'zod';
import { ACCEPTANCE } from './commentary.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { testConfig } from './test-config.js';

export const ZONE = 'Europe/Berlin';
/** Where the clock of a new world stands. */
export const BEGIN = '2022-03-01T12:00:00Z';

type Acceptance = z.input<typeof AcceptCandidate>;
export type Answering = Omit<z.input<typeof ReviewInput>, 'leaseId'>;

/** What a claim differs in from an ordinary one: by Ottokar Venn, 70 %, said on 10 January 2022, due on 28 February. */
export interface ClaimWish extends Partial<Omit<Acceptance, 'version'>> {
  readonly saidOn?: CalendarDate;
  readonly outlet?: string;
}

/** All use cases without HTTP, queue or sign-in. */
@Module({})
class UseCases {
  static of(config: Config): DynamicModule {
    return {
      module: UseCases,
      imports: [
        ConfigModule.of(config),
        DatabaseModule.of(config.databaseUrl),
        ClockModule,
        OutboxModule,
        ClaimantsModule,
        EventsModule,
        IntakeModule,
        NoticesModule,
        PublishingModule,
        ReviewModule,
        SelectionModule,
        StandingsModule,
        TriageModule,
        VerdictsModule,
      ],
    };
  }
}

/** An installation with its services on a database of its own; its clock stands still until it is set. */
export class ReviewWorld {
  private counter = 0;

  private constructor(
    private readonly nest: INestApplicationContext,
    private readonly copy: TestDatabase,
    readonly database: Database,
    readonly curator: Actor,
  ) {}

  static async start(settings: Partial<InstallationSettings> = {}): Promise<ReviewWorld> {
    const copy = await createTestDatabase();
    const database = new Database({ url: copy.url, poolSize: 1 });
    const installation = { kind: 'test', projectName: 'Test project', zone: ZONE, settings } as const;
    await installationRepo.insert(installation, new Date(BEGIN), database.direct);
    const nest = await NestFactory.createApplicationContext(UseCases.of(makeConfig(copy.url)), {
      logger: false,
      abortOnError: false,
    });
    const curator = await insertPerson(['curator'], 'Cora Curator', 'curator@example.org', database);
    await database.close();
    const world = new ReviewWorld(nest, copy, nest.get(Database), curator);
    await world.setClock(BEGIN);
    return world;
  }

  async stop(): Promise<void> {
    await this.nest.close();
    await this.copy.drop();
  }

  get<T>(token: Type<T>): T {
    return this.nest.get(token);
  }

  get reviews(): ReviewService {
    return this.nest.get(ReviewService);
  }

  get inbox(): InboxService {
    return this.nest.get(InboxService);
  }

  get leases(): LeaseService {
    return this.nest.get(LeaseService);
  }

  get verdicts(): VerdictsService {
    return this.nest.get(VerdictsService);
  }

  get rescoring(): RescoringService {
    return this.nest.get(RescoringService);
  }

  get standings(): StandingsService {
    return this.nest.get(StandingsService);
  }

  get now(): Date {
    return this.nest.get(Clock).now();
  }

  async setClock(to: string | Date): Promise<void> {
    await this.nest.get(Clock).setClock(new Date(to), { isFrozen: true });
  }

  async person(roles: readonly Role[]): Promise<Actor> {
    const number = String((this.counter += 1));
    return insertPerson(roles, `Person ${number}`, `person-${number}@example.org`, this.database);
  }

  async people(count: number, roles: readonly Role[]): Promise<Actor[]> {
    const people: Actor[] = [];
    while (people.length < count) people.push(await this.person(roles));
    return people;
  }

  /** A text of one sentence, and that sentence as its candidate. */
  async candidate(text: {
    publishedOn: CalendarDate;
    outlet?: string | undefined;
  }): Promise<StoredCandidate> {
    const sentence = `Sentence ${String((this.counter += 1))} says what will come about.`;
    const at = this.now;
    const sha256 = createHash('sha256').update(sentence).digest('hex');
    return this.database.withTransaction(async (tx) => {
      const { sourceId, snapshotId } = await sourceRepo.insert(
        {
          title: sentence,
          authors: [],
          outlet: text.outlet ?? null,
          publishedOn: text.publishedOn,
          address: null,
          language: 'en',
          intakeKind: 'paste',
          createdById: this.curator.userId,
          at,
        },
        {
          rawBytes: new TextEncoder().encode(sentence),
          rawSha256: sha256,
          mediaType: 'text/plain',
          text: sentence,
          textSha256: sha256,
          normaliserVersion: 'test',
        },
        tx,
      );
      const versions = { extractor: 'test', lexicon: 'test' };
      await candidateRepo.insertAll(snapshotId, versions, [asCandidate(sentence)], at, tx);
      const [candidate] = await candidateRepo.listOfSource(sourceId, tx);
      if (candidate === undefined) throw new Error('the candidate was not stored');
      return candidate;
    });
  }

  /** A claim on a new proposition, or on `propositionId`, out of a text of its own. */
  async claim(wish: ClaimWish = {}): Promise<{ claimId: string; propositionId: string }> {
    const { saidOn, outlet, ...fields } = wish;
    const candidate = await this.candidate({ publishedOn: saidOn ?? '2022-01-10', outlet });
    return this.accept(candidate, fields);
  }

  async accept(candidate: StoredCandidate, fields: Omit<ClaimWish, 'saidOn' | 'outlet'> = {}, by?: Actor) {
    const input = AcceptCandidate.parse({
      ...ACCEPTANCE,
      statement: `Thing ${String((this.counter += 1))} comes about`,
      probability: { low: 0.7, point: 0.7, high: 0.7, phrase: '70 %', basis: 'number' },
      deadlineOn: '2022-02-28',
      ...fields,
      version: candidate.version,
    });
    return this.get(TriageService).acceptCandidate(by ?? this.curator, candidate.id, input);
  }

  /** A claim without a deadline. */
  undatedClaim(wish: ClaimWish = {}) {
    return this.claim({ deadlineOn: null, precision: null, deadlineBasis: 'none', ...wish });
  }

  /** A new event that bears strongly on the proposition, which puts it before reviewers. */
  async linkEvent(propositionId: string): Promise<void> {
    const number = String((this.counter += 1));
    const { event } = await this.get(EventsService).addEvent(this.curator, {
      title: `Event ${number}`,
      summary: '',
      url: `https://example.org/events/${number}`,
      publishedAt: this.now.toISOString(),
      occurredOn: null,
      feed: null,
    });
    const match = {
      eventId: event.id,
      propositionId,
      score: 1,
      strength: 'strong',
      reasons: ['test'],
    } as const;
    await matchRepo.suggestAll(
      [{ ...match, matcherVersion: 'test', predatesClaim: false }],
      this.now,
      this.database.direct,
    );
  }

  async lease(reviewer: Actor, propositionId: string): Promise<string> {
    return (await this.leases.takeLease(reviewer, propositionId)).leaseId;
  }

  submit(reviewer: Actor, propositionId: string, leaseId: string, answering: Answering) {
    const input = ReviewInput.parse({ ...answering, leaseId });
    return this.reviews.submitReview(reviewer, propositionId, input);
  }

  /** Lease and answer. */
  async answer(reviewer: Actor, propositionId: string, answering: Answering) {
    return this.submit(reviewer, propositionId, await this.lease(reviewer, propositionId), answering);
  }

  isAsked(reviewer: Actor, propositionId: string): Promise<boolean> {
    return isInInbox(reviewer, propositionId, this.now, this.database.direct);
  }

  async inboxOf(reviewer: Actor): Promise<string[]> {
    const { items } = await this.inbox.listInbox(reviewer);
    return items.map((item) => item.propositionId);
  }

  proposition(id: string) {
    return this.database.direct.proposition.findUniqueOrThrow({ where: { id } });
  }

  async verdictLine(propositionId: string) {
    return this.database.direct.verdictVersion.findMany({
      where: { propositionId },
      orderBy: { version: 'asc' },
    });
  }
}

/** "It occurred", on that day, with one link. */
export function yes(occurredOn: CalendarDate | null): Answering {
  return {
    answer: 'OCCURRED',
    occurredOn,
    evidence: [{ url: 'https://example.org/report', stance: 'supports' }],
  };
}

export const NO: Answering = { answer: 'NOT_OCCURRED', searchNote: 'Two agencies, three terms, nothing.' };

function asCandidate(quote: string) {
  return {
    start: 0,
    end: quote.length,
    quote,
    also: [],
    claimant: 'Ottokar Venn',
    claimantRole: 'author' as const,
    statement: quote,
    probability: null,
    negated: false,
    kind: 'change' as const,
    needsEdit: [],
    condition: null,
    deadline: null,
    tier: 'proposed' as const,
    cues: [],
    score: 1,
  };
}

async function insertPerson(
  roles: readonly Role[],
  name: string,
  email: string,
  database: Database,
): Promise<Actor> {
  const { id } = await userRepo.insert({ name, email, roles, passwordHash: null }, database.direct);
  return { userId: id, name, roles: new Set(roles) };
}

function makeConfig(databaseUrl: string): Config {
  return testConfig(databaseUrl);
}
