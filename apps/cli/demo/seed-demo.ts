import { DigestService, PromptService } from '#features/notices';
import { StandingsService } from '#features/standings';
import { VerdictsService } from '#features/verdicts';
import type { Actor } from '#core/domain';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { auditRepo, Database, userRepo } from '#platform/db';
import { openContext } from '../service/service-context.js';
import { readCorpus } from './corpus.js';
import { SAMPLE_PEOPLE } from './sample-people.js';
import { type Cast, StoryPlayer } from './story-player.js';

/** The day on which a visitor finds the demo: a Tuesday, with work due and work done. */
const DEMO_NOW = new Date('2022-03-15T09:00:00Z');
const SEEDED = 'demo.seeded';

/** Fills an empty demo database; one that is whole is left as it is. */
export async function seedDemo(
  settings: ConstructorParameters<typeof Config>[0],
  say: (line: string) => void,
): Promise<void> {
  if (await isSeeded(settings.databaseUrl)) return;
  say('Loading the sample corpus …');
  const app = await openContext(new Config({ ...settings, logLevel: 'warn' }));
  try {
    const database = app.get(Database);
    const clock = app.get(Clock);
    const cast = await inviteSamplePeople(database);
    await new StoryPlayer(app, cast, readCorpus()).play();
    await clock.setClock(DEMO_NOW);
    await app.get(VerdictsService).finaliseDue();
    await app.get(StandingsService).buildBoards();
    await app.get(PromptService).promptReviewers();
    await app.get(DigestService).planDigests();
    await database.withTransaction((tx) =>
      auditRepo.appendAudit(tx, {
        at: clock.now(),
        actor: 'system',
        action: SEEDED,
        subjectType: 'installation',
        subjectId: 'demo',
        payload: {},
      }),
    );
  } finally {
    await app.close();
  }
}

/** Whether an earlier start was stopped in the middle of filling the demo. */
export async function hasHalfDemo(databaseUrl: string): Promise<boolean> {
  const database = new Database({ url: databaseUrl });
  try {
    return (await userRepo.count(database.direct)) > 0 && !(await isSeeded(databaseUrl));
  } finally {
    await database.close();
  }
}

async function isSeeded(databaseUrl: string): Promise<boolean> {
  const database = new Database({ url: databaseUrl });
  try {
    return await auditRepo.hasAction(SEEDED, database.direct);
  } finally {
    await database.close();
  }
}

async function inviteSamplePeople(database: Database): Promise<Cast> {
  const cast: Partial<Record<keyof Cast, Actor>> = {};
  for (const { key, name, email, roles } of SAMPLE_PEOPLE) {
    const person = await database.withTransaction((tx) =>
      userRepo.insert({ name, email, roles, passwordHash: null, isSample: true }, tx),
    );
    cast[key] = { userId: person.id, name, roles: new Set(roles) };
  }
  // Every key of the cast has a person in SAMPLE_PEOPLE.
  return cast as Cast;
}
