import { InvitationsService } from '#features/accounts';
import { noticeRepo, verifyAuditChain } from '#platform/db';
import { PASSWORD, TestApp, toCookieHeader, type TestPerson } from '../support/app.js';

type Answer = Awaited<ReturnType<TestApp['ask']>>;

const cookiesOf = (answer: Answer): string[] => [answer.headers['set-cookie'] ?? []].flat();
const codeOf = (answer: Answer): string => answer.json<{ code: string }>().code;
const tokenIn = (link: string): string => new URL(link).searchParams.get('token') ?? '';

/** Behind one address of its own, so that the counters of tests do not meet. */
let address = 0;
const elsewhere = () => `10.1.${String(Math.floor((address += 1) / 250))}.${String(address % 250)}`;

describe('accounts', () => {
  let app: TestApp;
  let admin: TestPerson;

  beforeAll(async () => {
    app = await TestApp.start();
    admin = await app.addPerson(['admin'], { name: 'Ada Admin' });
  });
  afterAll(() => app.stop());

  const invite = async (email: string, roles: string[] = ['reviewer']) => {
    const answer = await app.api('POST', '/people/invitations', { as: admin, body: { email, roles } });
    expect(answer.statusCode).toBe(201);
    return tokenIn(answer.json<{ link: string }>().link);
  };
  const accept = (token: string, email: string, password = PASSWORD) =>
    app.api('POST', `/links/${token}/accept`, { body: { name: 'Nora New', email, password } });
  const signIn = (email: string, password = PASSWORD) =>
    app.nest.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      remoteAddress: elsewhere(),
      headers: {
        host: 'localhost:3000',
        origin: 'http://localhost:3000',
        'content-type': 'application/json',
      },
      payload: JSON.stringify({ email, password }),
    });
  const join = async (email: string, roles: string[] = ['reviewer']): Promise<TestPerson> => {
    const made = await accept(await invite(email, roles), email);
    const cookie = toCookieHeader(cookiesOf(await signIn(email)));
    return { id: made.json<{ userId: string }>().userId, email, cookie };
  };

  describe('an invitation', () => {
    it('says what it is for, makes the account, and lets the person in with the invited roles', async () => {
      const token = await invite('nora@example.org', ['reviewer', 'curator']);
      const shown = await app.api('GET', `/links/${token}`);
      expect(shown.json()).toMatchObject({
        purpose: 'invite',
        email: 'nora@example.org',
        roles: ['curator', 'reviewer'],
      });
      const made = await accept(token, 'Nora@Example.org');
      expect(made.statusCode).toBe(201);
      const signedIn = await signIn('nora@example.org');
      expect(signedIn.statusCode).toBe(200);
      const me = await app.api('GET', '/me', { headers: { cookie: toCookieHeader(cookiesOf(signedIn)) } });
      expect(me.json()).toMatchObject({
        user: { name: 'Nora New', email: 'nora@example.org', roles: ['curator', 'reviewer'] },
      });
    });

    it('goes out as a mail that is stored with its job, and the link is in it', async () => {
      const token = await invite('mailed@example.org');
      const { items } = await noticeRepo.list({ limit: 50 }, app.database.direct);
      const mail = items.find((one) => one.toAddress === 'mailed@example.org');
      expect(mail).toMatchObject({ kind: 'invitation', stream: null, state: 'queued' });
      expect(mail?.text).toContain(token);
      const jobs = await app.database.direct.outboxMessage.findMany({
        where: { name: 'notices.send-notice' },
      });
      expect(jobs.map((job) => job.payload)).toContainEqual({ noticeId: mail?.id });
    });

    it('leaves no token in the database outside of the mail itself', async () => {
      const token = await invite('secret@example.org');
      const links = await app.database.direct.oneTimeLink.findMany();
      expect(JSON.stringify(links)).not.toContain(token);
      const entries = await app.database.direct.auditEntry.findMany({
        select: { payload: true, subjectId: true },
      });
      expect(JSON.stringify(entries)).not.toMatch(/secret@example\.org/);
      expect(JSON.stringify(entries)).not.toContain(token);
    });

    it('works once', async () => {
      const token = await invite('once@example.org');
      expect((await accept(token, 'once@example.org')).statusCode).toBe(201);
      const again = await accept(token, 'once@example.org');
      expect([again.statusCode, codeOf(again)]).toEqual([410, 'LINK.EXPIRED']);
      expect((await app.api('GET', `/links/${token}`)).statusCode).toBe(410);
    });

    it('makes one account when it is used five times at once', async () => {
      const token = await invite('race@example.org');
      const answers = await Promise.all(Array.from({ length: 5 }, () => accept(token, 'race@example.org')));
      const [first, ...others] = answers.map((answer) => answer.statusCode).sort();
      expect(first).toBe(201);
      // Who comes while the first is being made meets a conflict; who comes after finds the invitation gone.
      for (const status of others) expect([409, 410]).toContain(status);
    });

    it('is refused to another address', async () => {
      const token = await invite('mine@example.org');
      const answer = await accept(token, 'yours@example.org');
      expect([answer.statusCode, codeOf(answer)]).toEqual([400, 'INPUT.INVALID']);
      expect(answer.json()).toMatchObject({ fields: [{ path: 'email' }] });
      expect((await accept(token, 'mine@example.org')).statusCode).toBe(201);
    });

    it('ends after its time, on real time', async () => {
      const token = await invite('late@example.org');
      await app.database.direct.oneTimeLink.updateMany({
        where: { email: 'late@example.org' },
        data: { expiresAt: new Date(Date.now() - 1_000) },
      });
      const answer = await accept(token, 'late@example.org');
      expect([answer.statusCode, codeOf(answer)]).toEqual([410, 'LINK.EXPIRED']);
    });

    it('ends when the same address is invited anew', async () => {
      const first = await invite('twice@example.org');
      const second = await invite('twice@example.org');
      expect((await accept(first, 'twice@example.org')).statusCode).toBe(410);
      expect((await accept(second, 'twice@example.org')).statusCode).toBe(201);
    });

    it('is refused for somebody who has an account', async () => {
      await join('there@example.org');
      const answer = await app.api('POST', '/people/invitations', {
        as: admin,
        body: { email: 'THERE@example.org', roles: ['reader'] },
      });
      expect([answer.statusCode, codeOf(answer)]).toEqual([409, 'ACCOUNT.EMAIL_TAKEN']);
    });

    it('is nothing when the token is made up', async () => {
      const answer = await app.api('GET', `/links/${'A'.repeat(43)}`);
      expect([answer.statusCode, codeOf(answer)]).toEqual([404, 'LINK.INVALID']);
    });

    it.each([
      ['short', 'INPUT.INVALID'],
      ['aaaaaaaaaaaaaaaa', 'ACCOUNT.WEAK_PASSWORD'],
      ['password1234', 'ACCOUNT.WEAK_PASSWORD'],
      ['weak@example.org', 'ACCOUNT.WEAK_PASSWORD'],
      ['x'.repeat(129), 'INPUT.INVALID'],
    ])('does not take the password %.20s', async (password, code) => {
      const token = await invite('weak@example.org');
      expect(codeOf(await accept(token, 'weak@example.org', password))).toBe(code);
    });
  });

  describe('signing in', () => {
    it('tells a wrong password and an unknown address with the same words', async () => {
      await join('known@example.org');
      const wrong = await signIn('known@example.org', 'not-the-password-1');
      const unknown = await signIn('unknown@example.org', 'not-the-password-1');
      for (const answer of [wrong, unknown]) {
        expect(answer.statusCode).toBe(401);
        expect(answer.headers['content-type']).toContain('application/problem+json');
        expect(cookiesOf(answer)).toEqual([]);
      }
      expect(wrong.json<{ detail: string }>().detail).toBe(unknown.json<{ detail: string }>().detail);
    });

    it('sets a cookie scripts cannot read and other sites do not send', async () => {
      await join('cookie@example.org');
      const [cookie] = cookiesOf(await signIn('cookie@example.org'));
      expect(cookie).toMatch(/^outturn\.session_token=/);
      expect(cookie).toMatch(/HttpOnly/i);
      expect(cookie).toMatch(/SameSite=Lax/i);
      expect(cookie).not.toMatch(/Secure/i);
      const token = /session_token=([^.%;]+)/.exec(cookie ?? '')?.[1] ?? '';
      expect(token.length).toBeGreaterThan(20);
      const signedIn = await signIn('cookie@example.org');
      const session = await app.ask('GET', '/api/auth/get-session', {
        headers: { cookie: cookie?.split(';')[0] ?? '' },
      });
      expect(session.json()).toMatchObject({ user: { name: 'Nora New' } });
      for (const answer of [signedIn, session]) expect(answer.body).not.toMatch(/token/);
    });

    it('ends with sign-out, also for a cookie that was copied', async () => {
      const person = await join('leaving@example.org');
      const out = await app.ask('POST', '/api/auth/sign-out', { as: person, body: {} });
      expect(out.statusCode).toBe(200);
      expect((await app.api('GET', '/me', { as: person })).json()).toMatchObject({ user: null });
    });

    it('has no sign-up, no deletion, and nothing else that is not on the list', async () => {
      for (const path of [
        'sign-up/email',
        'delete-user',
        'update-user',
        'sign-in/magic-link',
        'list-sessions',
        'ok',
      ])
        for (const method of ['GET', 'POST'] as const) {
          const answer = await app.ask(method, `/api/auth/${path}`, {
            as: admin,
            ...(method === 'POST' ? { body: {} } : {}),
          });
          expect([path, answer.statusCode, codeOf(answer)]).toEqual([path, 404, 'ROUTE.NOT_FOUND']);
        }
    });

    it('with a link of the terminal works once', async () => {
      await join('forgot@example.org');
      const { link } = await app.nest.get(InvitationsService).createSignInLink('forgot@example.org');
      const path = link.replace('http://localhost:3000', '');
      const first = await app.ask('GET', path);
      expect([first.statusCode, first.headers['location']]).toEqual([302, 'http://localhost:3000/app']);
      const cookie = toCookieHeader(cookiesOf(first));
      expect((await app.api('GET', '/me', { headers: { cookie } })).json()).toMatchObject({
        user: { email: 'forgot@example.org' },
      });
      const second = await app.ask('GET', path);
      expect(second.headers['location']).toContain('error=INVALID_TOKEN');
      expect(cookiesOf(second)).toEqual([]);
      // The password still works: whoever was invited has shown that the address is theirs.
      expect((await signIn('forgot@example.org')).statusCode).toBe(200);
    });

    it('links land on our own pages only', async () => {
      const { link } = await app.nest.get(InvitationsService).createSignInLink(admin.email);
      const bent = link
        .replace('http://localhost:3000', '')
        .replace(/callbackURL=[^&]*/, 'callbackURL=https%3A%2F%2Fevil.example');
      const answer = await app.ask('GET', bent);
      expect(answer.statusCode).toBe(403);
      expect(answer.headers['location']).toBeUndefined();
    });

    it('a changed password counts, the old one does not, and other sessions can be ended', async () => {
      const person = await join('changes@example.org');
      const change = (currentPassword: string, newPassword: string) =>
        app.ask('POST', '/api/auth/change-password', {
          as: person,
          body: { currentPassword, newPassword, revokeOtherSessions: true },
        });
      expect(codeOf(await change('wrong-password-1', 'another-fine-one-7'))).toBe('INPUT.INVALID');
      expect(codeOf(await change(PASSWORD, 'short'))).toBe('ACCOUNT.WEAK_PASSWORD');
      expect((await change(PASSWORD, 'another-fine-one-7')).statusCode).toBe(200);
      expect((await signIn('changes@example.org')).statusCode).toBe(401);
      expect((await signIn('changes@example.org', 'another-fine-one-7')).statusCode).toBe(200);
      expect((await app.api('GET', '/me', { as: person })).json()).toMatchObject({ user: null });
    });
  });

  describe('people', () => {
    it('who are deactivated are out at once and cannot come back', async () => {
      const person = await join('gone@example.org');
      expect((await app.api('GET', '/inbox', { as: person })).statusCode).toBe(200);
      await app.database.direct.user.update({ where: { id: person.id }, data: { disabledAt: new Date() } });
      expect((await app.api('GET', '/inbox', { as: person })).statusCode).toBe(401);
      expect((await app.ask('GET', '/api/auth/get-session', { as: person })).body).toBe('null');
      const again = await signIn('gone@example.org');
      expect([again.statusCode, cookiesOf(again)]).toEqual([403, []]);
      await expect(
        app.nest.get(InvitationsService).createSignInLink('gone@example.org'),
      ).rejects.toMatchObject({
        code: 'ACCOUNT.NOT_FOUND',
      });
    });

    it('whose roles change may do the new things with the next request', async () => {
      const person = await join('rising@example.org', ['reader']);
      expect((await app.api('GET', '/people', { as: person })).statusCode).toBe(403);
      const set = await app.api('PUT', `/people/${person.id}/roles`, {
        as: admin,
        body: { roles: ['admin', 'admin'] },
      });
      expect(set.json()).toMatchObject({ id: person.id, roles: ['admin'] });
      expect((await app.api('GET', '/people', { as: person })).statusCode).toBe(200);
      await app.api('PUT', `/people/${person.id}/roles`, { as: admin, body: { roles: [] } });
      expect((await app.api('GET', '/people', { as: person })).statusCode).toBe(403);
    });

    it('always include one administrator, also when two take each other out at once', async () => {
      const other = await app.addPerson(['admin']);
      for (let round = 0; round < 5; round += 1) {
        await app.database.direct.user.updateMany({
          where: { id: { in: [admin.id, other.id] } },
          data: { roles: ['admin'] },
        });
        const [a, b] = await Promise.all([
          app.api('PUT', `/people/${other.id}/roles`, { as: admin, body: { roles: ['reader'] } }),
          app.api('PUT', `/people/${admin.id}/roles`, { as: other, body: { roles: ['reader'] } }),
        ]);
        expect([a.statusCode, b.statusCode].filter((status) => status === 200)).toHaveLength(1);
        expect(await app.database.direct.user.count({ where: { roles: { has: 'admin' } } })).toBe(1);
      }
      await app.database.direct.user.update({ where: { id: other.id }, data: { roles: [] } });
      await app.database.direct.user.update({ where: { id: admin.id }, data: { roles: ['admin'] } });
      const alone = await app.api('PUT', `/people/${admin.id}/roles`, {
        as: admin,
        body: { roles: ['lead'] },
      });
      expect([alone.statusCode, codeOf(alone)]).toEqual([409, 'ACCOUNT.LAST_ADMIN']);
    });

    it('keep their notice settings', async () => {
      const person = await join('settings@example.org');
      const settings = {
        zone: 'Asia/Tokyo',
        digestWeekday: 5,
        digestHour: 17,
        digestEnabled: false,
        promptsEnabled: true,
      };
      expect((await app.api('PUT', '/me/notice-settings', { as: person, body: settings })).json()).toEqual(
        settings,
      );
      expect((await app.api('GET', '/me', { as: person })).json()).toMatchObject({ user: { settings } });
      const wrong = await app.api('PUT', '/me/notice-settings', {
        as: person,
        body: { ...settings, zone: 'Mars/Base' },
      });
      expect(codeOf(wrong)).toBe('INPUT.INVALID');
    });
  });

  it('set the clock where data is not real, and nowhere else', async () => {
    const now = '2022-03-07T09:00:00.000Z';
    const set = await app.api('PUT', '/clock', { as: admin, body: { now } });
    expect(set.json<{ now: string }>().now.slice(0, 16)).toBe(now.slice(0, 16));
    expect((await app.api('GET', '/me')).json()).toMatchObject({ installation: { today: '2022-03-07' } });
    await app.database.direct.installation.updateMany({ data: { kind: 'real', clockOffsetSeconds: 0 } });
    const refused = await app.api('PUT', '/clock', { as: admin, body: { now } });
    expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'CLOCK.REAL']);
    await app.database.direct.installation.updateMany({ data: { kind: 'test' } });
  });

  it('leave a whole audit chain behind', async () => {
    const report = await verifyAuditChain(app.database.direct);
    expect(report.fault).toBeNull();
    expect(report.entries).toBeGreaterThan(20);
  });

  it('begin with a setup link, which ends when another is made or an administrator exists', async () => {
    const fresh = await TestApp.start();
    try {
      const links = fresh.nest.get(InvitationsService);
      const first = tokenIn((await links.createSetupLink())?.link ?? '');
      const second = tokenIn((await links.createSetupLink())?.link ?? '');
      const body = { name: 'First Person', email: 'first@example.org', password: PASSWORD };
      expect((await fresh.api('POST', `/links/${first}/accept`, { body })).statusCode).toBe(410);
      // Nothing but the link itself keeps two first administrators apart: their addresses differ.
      const rivals = await Promise.all(
        ['a', 'b', 'c'].map((name) =>
          fresh.api('POST', `/links/${second}/accept`, { body: { ...body, email: `${name}@example.org` } }),
        ),
      );
      expect(rivals.map((answer) => answer.statusCode).sort()).toEqual([201, 410, 410]);
      expect(await fresh.database.direct.user.count()).toBe(1);
      expect(await links.createSetupLink()).toBeNull();
    } finally {
      await fresh.stop();
    }
  });
});
