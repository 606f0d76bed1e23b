import { PromptService } from '#features/notices';
import { acceptClaim } from '../support/accepted-claim.js';
import { TestApp, type TestPerson } from '../support/app.js';
import { FIRST_REVIEW } from '../support/first-review.js';
import { READABLE } from '../support/readable-addresses.js';

const TRACES = /zebra|2022-02-17|2022-02-18/;

/** GET endpoints that have nothing to show in this small installation. Written out: a new endpoint must be crawled. */
const NOTHING_HERE = new Set([
  '/feeds/:id/polls',
  '/claims/:id/codings',
  '/links/:token',
  '/demo/people',
  '/outlets/:id/move',
  '/answer/:token',
  '/favicon.ico',
]);

const ALL_ROLES = 'all roles';

/** A text fetched again, a batch and a reading of one's own, as somebody with all roles may have them. */
async function addReadings(app: TestApp, personId: string): Promise<string[]> {
  const { snapshot, source, sampledText, intakeBatch } = app.database.direct;
  const at = new Date('2022-03-02T08:00:00Z');
  const { id: snapshotId, sourceId } = await snapshot.findFirstOrThrow();
  await source.update({ where: { id: sourceId }, data: { lastSeenId: snapshotId, lastSeenAt: at } });
  const { readings } = await sampledText.create({
    data: {
      snapshotId,
      drawnAt: at,
      drawnById: personId,
      readings: { create: { readerId: personId, begunAt: at } },
    },
    include: { readings: true },
  });
  const item = {
    number: 1,
    name: 'a.txt',
    isAddress: false,
    bytes: Buffer.from('a'),
    state: 'waiting',
  } as const;
  const batch = await intakeBatch.create({
    data: { intakeKind: 'file', createdAt: at, createdById: personId, items: { create: item } },
  });
  return [snapshotId, batch.id, ...readings.map(({ id }) => id)];
}

describe('while a first review is in', () => {
  let app: TestApp;
  let first: TestPerson;
  const others = new Map<string, TestPerson | undefined>();
  const ids = new Set<string>();
  let propositionId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    const admin = await app.addPerson(['admin']);
    const curator = await app.addPerson(['curator']);
    first = await app.addPerson(['reviewer', 'reader'], { name: 'Rita Reviewer' });
    const allRoles = await app.addPerson(['admin', 'lead', 'curator', 'reviewer', 'reader']);
    others.set(ALL_ROLES, allRoles);
    others.set('nobody', undefined);
    others.set('admin', admin);
    for (const role of ['reviewer', 'lead'] as const) others.set(role, await app.addPerson([role]));
    await app.api('PUT', '/clock', { as: admin, body: { now: '2022-01-18T09:00:00Z' } });
    ({ propositionId } = await acceptClaim(app, curator));
    await app.api('PUT', '/clock', { as: admin, body: { now: '2022-03-02T09:00:00Z' } });
    for (const table of ['proposition', 'claim', 'claimant', 'source', 'outlet'] as const) {
      const rows = await (app.database.direct[table] as { findMany(): Promise<{ id: string }[]> }).findMany();
      rows.forEach(({ id }) => ids.add(id));
    }
    for (const id of await addReadings(app, allRoles.id)) ids.add(id);
    await app.nest.get(PromptService).promptReviewers();
    (await app.database.direct.notice.findMany()).forEach(({ id }) => ids.add(id));
  });
  afterAll(() => app.stop());

  const lease = async () => {
    const taken = await app.api('POST', `/propositions/${propositionId}/lease`, { as: first, body: {} });
    return taken.json<{ leaseId: string }>().leaseId;
  };

  /** Everything everybody but the first can read, by who asks and address; without instants, which the clock moves on. */
  async function crawl(): Promise<{ seen: Map<string, string>; answered: Set<string> }> {
    const seen = new Map<string, string>();
    const answered = new Set<string>();
    const known = [...ids];
    for (const url of READABLE) {
      const parameter = /:\w+/.exec(url)?.[0];
      const search = url.endsWith('/similar') ? '?statement=It%20snows' : '';
      const addresses =
        parameter === undefined ? [url + search] : known.map((id) => url.replace(parameter, id));
      for (const address of addresses)
        for (const [who, as] of others) {
          const answer = await app.ask('GET', address, { as });
          if (answer.statusCode === 200) answered.add(url);
          const body = answer.body
            .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'T')
            .replaceAll(/"requestId":"[^"]*"/g, '');
          seen.set(`${who} ${address}`, `${String(answer.statusCode)} ${body}`);
          // What is not there for who may see everything is there for nobody: most ids are of something else.
          if (who === ALL_ROLES && answer.statusCode === 404) break;
        }
    }
    return { seen, answered };
  }

  it('nobody else reads another byte than before, at any address there is', async () => {
    // Both times the first has opened the review, typed and left.
    const opened = await lease();
    await app.api('PUT', `/propositions/${propositionId}/draft`, {
      as: first,
      body: { note: 'zebra-draft' },
    });
    await app.api('DELETE', `/leases/${opened}`, { as: first });
    const before = await crawl();
    const taken = await lease();
    const answer = await app.api('POST', `/propositions/${propositionId}/reviews`, {
      as: first,
      body: { leaseId: taken, ...FIRST_REVIEW },
    });
    expect(answer.json()).toMatchObject({ round: 'waiting' });
    const reviews = await app.database.direct.review.findMany();
    expect(reviews).toHaveLength(1);
    const after = await crawl();
    const changed = [...after.seen]
      .filter(([key, body]) => before.seen.get(key) !== body)
      .map(([key]) => key);
    expect(changed).toEqual([]);
    const leaks = [...after.seen].filter(([, body]) => TRACES.test(body)).map(([key]) => key);
    expect(leaks).toEqual([]);
    const silent = READABLE.filter((url) => !after.answered.has(url)).map((url) =>
      url.replace('/api/v1', ''),
    );
    expect(silent.filter((url) => !NOTHING_HERE.has(url))).toEqual([]);
    // The crawl does see what may be seen: the first reads the own answer back.
    const own = await app.api('GET', `/propositions/${propositionId}`, { as: first });
    expect(own.body).toMatch(TRACES);
    // Thousands of requests, on a busy machine.
  }, 240_000);
});
