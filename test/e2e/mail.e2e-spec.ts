import { DigestService } from '#features/notices';
import { noticeRepo } from '#platform/db';
import { TestApp, type TestPerson } from '../support/app.js';

describe('mail over HTTP', () => {
  let app: TestApp;
  let admin: TestPerson;
  let reader: TestPerson;

  beforeAll(async () => {
    app = await TestApp.start();
    admin = await app.addPerson(['admin']);
    reader = await app.addPerson(['reader']);
  });
  afterAll(() => app.stop());

  const codeOf = (answer: { json: () => unknown }) => (answer.json() as { code?: string }).code;
  const streams = async () =>
    (await app.database.direct.userSettings.findUnique({ where: { userId: reader.id } }))?.streams ?? null;

  /** A test digest is a whole one, with its links; it is the quickest to have. */
  async function aMail() {
    expect((await app.api('POST', '/digest/test', { as: reader })).statusCode).toBe(200);
    const { items } = await noticeRepo.list({ limit: 5 }, app.database.direct);
    const mail = items.find(({ toAddress, kind }) => toAddress === reader.email && kind === 'test');
    if (mail === undefined) throw new Error('no mail');
    return mail;
  }

  it('a scanner that follows every link of a mail a thousand times changes nothing; one POST does', async () => {
    const mail = await aMail();
    const links = [...new Set([...mail.html.matchAll(/href="([^"]+)"/g)].map(([, link]) => link ?? ''))];
    const unsubscribe = links.find((link) => link.includes('/unsubscribe/')) ?? '';
    expect(mail.headers['List-Unsubscribe']).toBe(`<${unsubscribe}>`);
    const stateOf = async () => ({
      streams: await streams(),
      used: await app.database.direct.unsubscribeToken.count({ where: { usedAt: { not: null } } }),
      audit: await app.database.direct.auditEntry.count(),
      sessions: await app.database.direct.session.count(),
    });
    const before = await stateOf();
    for (let n = 0; n < 1_000; n += 1)
      for (const link of n < 20 ? links : [unsubscribe]) {
        const { pathname, search } = new URL(link);
        const answer = await app.ask(n % 2 === 0 ? 'GET' : 'HEAD', pathname + search);
        expect(answer.statusCode).toBeLessThan(500);
      }
    expect(await stateOf()).toEqual(before);

    const path = new URL(unsubscribe).pathname;
    const oneClick = () =>
      app.nest.inject({
        method: 'POST',
        url: path,
        headers: { host: 'localhost:3000', 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'List-Unsubscribe=One-Click',
      });
    expect((await oneClick()).statusCode).toBe(200);
    expect(await streams()).not.toContain('digest');
    expect(await streams()).toContain('prompts');
    expect((await oneClick()).statusCode).toBe(200);
    await app.nest.get(DigestService, { strict: false }).buildDigest(reader.id, '2022-W10');
    expect(await app.database.direct.digest.count()).toBe(0);
  });

  it('a forged token takes nobody out of anything', async () => {
    const before = await streams();
    for (const token of [
      'A'.repeat(43),
      `${'A'.repeat(20)}%0d%0aBcc:%20eve@example.org`,
      '../'.repeat(10) + 'x',
    ])
      expect((await app.ask('POST', `/unsubscribe/${token}`)).statusCode).toBeGreaterThanOrEqual(400);
    expect(await streams()).toEqual(before);
  });

  it('a second test within minutes is refused', async () => {
    const again = await app.api('POST', '/digest/test', { as: reader });
    expect([again.statusCode, codeOf(again)]).toEqual([429, 'MAIL.TOO_SOON']);
  });

  it('administrators see how mail fares, and may try again; nobody else may', async () => {
    const { items } = await noticeRepo.list({ limit: 5 }, app.database.direct);
    const id = items[0]?.id ?? '';
    await app.database.direct.notice.update({ where: { id }, data: { state: 'unknown', lastError: 'lost' } });
    const suppressed = await app.database.direct.suppressedAddress.create({
      data: {
        addressHash: 'a'.repeat(64),
        reason: '550 no such mailbox',
        suppressedAt: items[0]?.createdAt ?? '',
      },
    });
    for (const path of ['/mail-report', '/mail', `/mail/${id}`])
      expect((await app.api('GET', path, { as: reader })).statusCode).toBe(403);
    const report = await app.api('GET', '/mail-report', { as: admin });
    expect(report.json()).toMatchObject({ alarm: 'nothing_sent', unknown: 1, sent: 0, suppressionCount: 1 });
    const listed = await app.api('GET', '/mail?state=unknown', { as: admin });
    expect(listed.json<{ items: { id: string }[] }>().items.map((mail) => mail.id)).toEqual([id]);

    expect((await app.api('POST', `/mail/${id}/retry`, { as: reader })).statusCode).toBe(403);
    expect((await app.api('POST', `/mail/${id}/retry`, { as: admin })).statusCode).toBe(200);
    expect(await noticeRepo.find(id, app.database.direct)).toMatchObject({ state: 'queued' });
    const twice = await app.api('POST', `/mail/${id}/retry`, { as: admin });
    expect([twice.statusCode, codeOf(twice)]).toEqual([409, 'MAIL.NOT_RETRIED']);

    const lift = () => app.api('DELETE', `/mail-suppressions/${suppressed.id}`, { as: admin });
    expect((await lift()).statusCode).toBe(200);
    expect(codeOf(await lift())).toBe('MAIL.NOT_SUPPRESSED');
  });
});
