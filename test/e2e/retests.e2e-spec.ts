import { RetestService } from '#features/review';
import { VerdictsService } from '#features/verdicts';
import { acceptClaim } from '../support/accepted-claim.js';
import { TestApp, type TestPerson } from '../support/app.js';
import { READABLE } from '../support/readable-addresses.js';

/**
 * What anybody may read without signing in tells every final verdict, to reviewers too; whoever looks a question up there
 * while answering it has stopped judging for themselves. Written out: nothing else may tell it.
 */
const THE_WORLD = new Set(['/api/v1/claims/:id', '/api/v1/claimants/:id', '/api/v1/outlets/:id']);

/** Words of the first answer and of the verdict it became part of. */
const TOLD = /zebra|2022-02-17|17 (Feb|February) 2022|"OCCURRED"|"final"|"provisional"/;

describe('whoever is asked again what they have answered', () => {
  let app: TestApp;
  let reviewer: TestPerson;
  let propositionId: string;
  const ids = new Set<string>();

  beforeAll(async () => {
    app = await TestApp.start();
    const admin = await app.addPerson(['admin']);
    const curator = await app.addPerson(['curator']);
    reviewer = await app.addPerson(['admin', 'lead', 'curator', 'reviewer', 'reader']);
    const clock = (now: string) => app.api('PUT', '/clock', { as: admin, body: { now } });
    await clock('2022-01-18T09:00:00Z');
    const { installation } = (await app.api('GET', '/me', { as: admin })).json<{
      installation: Record<string, unknown>;
    }>();
    const { projectName, zone, yardstick } = installation;
    const rules = { reviewersNeeded: 1, disputeWindowDays: 0, retestPercent: 20 };
    const saved = await app.api('PUT', '/installation', {
      as: admin,
      body: { projectName, zone, yardstick, ...rules },
    });
    expect(saved.statusCode).toBe(200);
    ({ propositionId } = await acceptClaim(app, curator));
    await clock('2022-03-02T09:00:00Z');
    await answer({
      answer: 'OCCURRED',
      occurredOn: '2022-02-17',
      note: 'zebra-note',
      evidence: [{ url: 'https://example.org/zebra', stance: 'supports' }],
    });
    await clock('2022-03-04T09:00:00Z');
    await app.nest.get(VerdictsService).finaliseDue();
    await clock('2022-04-04T09:00:00Z');
    // The share falls on ids, which are new in every run: here all are in it.
    await app.database.direct.installation.updateMany({
      data: { settings: { ...rules, ...REST, retestPercent: 100 } },
    });
    expect(await app.nest.get(RetestService).plan()).toBe(1);
    for (const table of ['proposition', 'claim', 'claimant', 'source', 'outlet'] as const) {
      const rows = await (app.database.direct[table] as { findMany(): Promise<{ id: string }[]> }).findMany();
      rows.forEach(({ id }) => ids.add(id));
    }
  });
  afterAll(() => app.stop());

  const REST = { policyHorizonMonths: 12, leaseMinutes: 20 };

  async function answer(body: Record<string, unknown>) {
    const lease = await app.api('POST', `/propositions/${propositionId}/lease`, { as: reviewer, body: {} });
    expect(lease.statusCode).toBe(201);
    const { leaseId } = lease.json<{ leaseId: string }>();
    return app.api('POST', `/propositions/${propositionId}/reviews`, {
      as: reviewer,
      body: { leaseId, ...body },
    });
  }

  it('is told nothing of the first answer by anything but what the whole world can read', async () => {
    const telling = new Set<string>();
    let seen = 0;
    for (const url of READABLE.filter((one) => one.startsWith('/api/v1'))) {
      const parameter = /:\w+/.exec(url)?.[0];
      const addresses = parameter === undefined ? [url] : [...ids].map((id) => url.replace(parameter, id));
      for (const address of addresses) {
        const { body, statusCode } = await app.ask('GET', address, { as: reviewer });
        if (statusCode === 200 && body.includes(propositionId)) seen += 1;
        if (TOLD.test(body)) telling.add(url);
      }
    }
    expect(seen).toBeGreaterThan(3);
    expect([...telling].filter((url) => !THE_WORLD.has(url))).toEqual([]);
  }, 60_000);

  it('counts one more in the inbox, as for anything that waits, and finds it gone once answered', async () => {
    const count = async () =>
      (await app.api('GET', '/me', { as: reviewer })).json<{ counts: { inbox: number } }>().counts.inbox;
    expect(await count()).toBe(1);
    const sent = await answer({ answer: 'NOT_OCCURRED', searchNote: 'Two agencies, nothing.' });
    expect(sent.json()).toMatchObject({ round: 'retest' });
    expect(await count()).toBe(0);
    const own = await app.api('GET', '/me/retests', { as: reviewer });
    expect(own.json()).toMatchObject({ hits: 0, n: 1, items: [{ propositionId, isSame: false }] });
    const detail = await app.api('GET', `/propositions/${propositionId}`, { as: reviewer });
    expect(detail.json()).toMatchObject({ verdicts: [{}, { outcome: 'OCCURRED', stage: 'final' }] });
  });
});
