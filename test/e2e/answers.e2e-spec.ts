import { createHash } from 'node:crypto';
import { realNow } from '#platform/clock';
import { acceptClaim } from '../support/accepted-claim.js';
import { TestApp, type TestPerson } from '../support/app.js';

const TOKEN = 'claimant-token-claimant-token-claimant-toke';
const OLD = 'expired-token-expired-token-expired-token-e';

/** How often a link is opened; more for a night (LINK_SCANS=1000). */
const SCANS = Number(process.env['LINK_SCANS'] ?? '1000');

describe('a claimant’s signed link', () => {
  let app: TestApp;
  let lead: TestPerson;
  let claimId: string;
  let propositionId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    const curator = await app.addPerson(['curator']);
    lead = await app.addPerson(['lead']);
    ({ claimId, propositionId } = await acceptClaim(app, curator));
    const db = app.database.direct;
    const { claimantId } = await db.claim.findUniqueOrThrow({ where: { id: claimId } });
    const at = realNow();
    const hash = (token: string) => createHash('sha256').update(token).digest('hex');
    const verdict = await db.verdictVersion.create({
      data: {
        propositionId,
        version: 1,
        stage: 'provisional',
        outcome: 'NOT_OCCURRED',
        decision: 'imported',
        decidedAt: at,
        finaliseDueAt: new Date(at.getTime() + 86_400_000),
      },
    });
    await db.proposition.update({ where: { id: propositionId }, data: { status: 'provisional' } });
    const link = { claimantId, propositionId, createdAt: at };
    const later = new Date(at.getTime() + 86_400_000);
    await db.answerLink.createMany({
      data: [
        { ...link, tokenHash: hash(TOKEN), verdictVersionId: verdict.id, expiresAt: later },
        { ...link, tokenHash: hash(OLD), expiresAt: new Date(at.getTime() - 1) },
      ],
    });
  });
  afterAll(() => app.stop());

  const post = (token: string, fields: Record<string, string>) =>
    app.ask('POST', `/answer/${token}`, {
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' },
    });
  const rows = async () => {
    const db = app.database.direct;
    return [await db.claimantAnswer.count(), await db.dispute.count(), await db.auditEntry.count()];
  };

  it('opened again and again by a mail scanner changes nothing', async () => {
    const before = await rows();
    for (let times = 0; times < SCANS; times += 1) {
      const page = await app.ask('GET', `/answer/${TOKEN}`);
      if (page.statusCode !== 200)
        throw new Error(`${String(page.statusCode)} at the ${String(times)}th time`);
    }
    expect(await rows()).toEqual(before);
    // A thousand pages take long on a busy machine.
  }, 240_000);

  it.each([
    ['forged', 'x'.repeat(43), 404],
    ['cut off', 'x', 404],
    ['expired', OLD, 410],
  ])('that is %s gets a clear page, and changes nothing', async (_name, token, status) => {
    const before = await rows();
    for (const answer of [
      await app.ask('GET', `/answer/${token}`),
      await post(token, { act: 'answer', text: 'Hm.' }),
    ]) {
      expect(answer.statusCode).toBe(status);
      expect(answer.body).toContain('This link does not work');
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    expect(await rows()).toEqual(before);
  });

  it.each([
    ['nothing', { act: 'answer', text: ' \r\n ' }],
    ['too much', { act: 'answer', text: 'x'.repeat(2001) }],
    ['no act', { text: 'Hello' }],
    ['another act', { act: 'delete', text: 'Hello' }],
  ])('takes no form with %s', async (_name, fields) => {
    const before = await rows();
    expect((await post(TOKEN, fields)).statusCode).toBe(400);
    expect(await rows()).toEqual(before);
  });

  it('puts the answer beside the verdict, as text, until a lead takes it down with a reason', async () => {
    const given = await post(TOKEN, { act: 'answer', text: 'I said <b>rain</b>.\r\nNot snow.' });
    expect(given.statusCode).toBe(200);
    const page = await app.ask('GET', `/claims/${claimId}`);
    expect(page.body).toContain('I said &lt;b&gt;rain&lt;/b&gt;.\nNot snow.');
    const { id } = await app.database.direct.claimantAnswer.findFirstOrThrow();
    const hidden = await app.api('POST', `/answers/${id}/hiding`, {
      as: lead,
      body: { reason: 'Names a witness.' },
    });
    expect(hidden.statusCode).toBe(200);
    const after = await app.ask('GET', `/claims/${claimId}`);
    expect(after.body).not.toContain('Not snow.');
    expect(after.body).toContain('Names a witness.');
  });

  it('raises an appeal, once, seen on the public page', async () => {
    expect((await post(TOKEN, { act: 'appeal', text: 'Read on.' })).statusCode).toBe(200);
    expect((await post(TOKEN, { act: 'appeal', text: 'Read on.' })).statusCode).toBe(409);
    const page = await app.ask('GET', `/claims/${claimId}`);
    expect(page.body).toMatch(/Appeal of [^<]*being heard/);
    const { body } = await app.api('GET', '/disputes', { as: lead });
    expect(body).toContain('"raisedBy":null');
    expect(body).toContain('Read on.');
  });

  it('leads to no address of the claimant in any audit entry, and dies with the address', async () => {
    const { claimantId } = await app.database.direct.claim.findUniqueOrThrow({ where: { id: claimId } });
    const set = (email: string | null) =>
      app.api('PUT', `/claimants/${claimantId}/address`, { as: lead, body: { email } });
    expect((await set('not an address')).statusCode).toBe(400);
    expect((await set('ada@example.org\r\nBcc: x@example.org')).statusCode).toBe(400);
    expect((await set('ada@example.org')).statusCode).toBe(200);
    const { body } = await app.api('GET', `/propositions/${propositionId}/addresses`, { as: lead });
    expect(body).toContain('ada@example.org');
    await set(null);
    expect((await app.ask('GET', `/answer/${TOKEN}`)).statusCode).toBe(404);
    expect(
      JSON.stringify((await app.database.direct.auditEntry.findMany()).map((one) => one.payload)),
    ).not.toContain('example.org');
  });
});
