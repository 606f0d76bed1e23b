import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { Clock, realNow } from '#platform/clock';
import { type Mode, readConfig } from '#platform/config';
import {
  Database,
  installationRepo,
  mailQueueRepo,
  type NewNotice,
  noticeRepo,
  suppressionRepo,
  userRepo,
} from '#platform/db';
import { Mailer, MailServerAwayError } from '#platform/mail';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** Answers a command of the SMTP session with this code, or takes it. */
type Refusal = { readonly code: number; readonly text: string } | null;

class Postbox {
  readonly taken: string[] = [];
  /** Answers to recipients, in order; then all are taken. */
  recipientAnswers: Refusal[] = [];
  /** Cuts the connection after the whole mail was read, instead of answering. */
  losesAnswers = false;
  connections = 0;
  readonly isStateAtData: string[] = [];
  private readonly server: SMTPServer;

  constructor(private readonly onData: () => Promise<void> = () => Promise.resolve()) {
    this.server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], ...this.hooks() });
    this.server.on('error', () => undefined);
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${String((this.server.server.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(resolve);
    });
  }

  async read(index = 0): Promise<Email> {
    return PostalMime.parse(this.taken[index] ?? '');
  }

  private hooks(): SMTPServerOptions {
    return {
      onConnect: (_session, callback) => {
        this.connections += 1;
        callback();
      },
      onRcptTo: (_address, _session, callback) => {
        const refusal = this.recipientAnswers.shift() ?? null;
        callback(
          refusal === null ? null : Object.assign(new Error(refusal.text), { responseCode: refusal.code }),
        );
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          this.taken.push(Buffer.concat(chunks).toString('utf8'));
          void this.onData().then(() => {
            if (!this.losesAnswers) return callback();
            const open = [...this.server.connections].find((connection) => connection.id === session.id);
            (open as unknown as { _socket: { destroy(): void } } | undefined)?._socket.destroy();
          });
        });
      },
    };
  }
}

describe('mail', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let postbox: Postbox;
  let smtpUrl: string;
  let stateAtData: string | undefined;
  let mailers: Mailer[];

  beforeEach(async () => {
    testDatabase = await createTestDatabase();
    database = new Database({ url: testDatabase.url });
    stateAtData = undefined;
    mailers = [];
    postbox = new Postbox(async () => {
      stateAtData = (await database.direct.notice.findFirst())?.state;
    });
    smtpUrl = await postbox.open();
  });

  afterEach(async () => {
    for (const mailer of mailers) mailer.hangUp();
    await postbox.close();
    await database.close();
    await testDatabase.drop();
  });

  /** As if so many seconds had gone by since mails were put off or handed over. */
  async function letTimePass(
    column: 'next_try_at' | 'handed_at' | null = null,
    seconds = 3_600,
  ): Promise<void> {
    for (const name of column === null ? ['next_try_at', 'handed_at'] : [column])
      await database.direct.$executeRawUnsafe(
        `UPDATE notices SET ${name} = ${name} - interval '${String(seconds)} seconds'`,
      );
  }

  function createMailer(given: { mode?: Mode; smtpUrl?: string; perMinute?: number } = {}): Mailer {
    const config = readConfig({
      OUTTURN_MODE: given.mode ?? 'real',
      OUTTURN_SECRET: '6f1c9a0d5be24873a1f0c2d94e7b8356',
      DATABASE_URL: testDatabase.url,
      SMTP_URL: given.smtpUrl ?? smtpUrl,
      MAIL_CONNECTIONS: '2',
      MAIL_PER_MINUTE: String(given.perMinute ?? 10_000),
      BASE_URL: 'https://board.example.org',
    });
    const mailer = new Mailer(config, database, new Clock(database));
    mailers.push(mailer);
    return mailer;
  }

  async function write(change: Partial<NewNotice> = {}): Promise<string> {
    const notice: NewNotice = {
      kind: 'digest',
      stream: 'digest',
      naturalKey: randomUUID(),
      userId: null,
      claimantId: null,
      toAddress: 'ada@example.org',
      subject: 'Your week: 3 claims fell due – “Öl”',
      html: '<p>Grüße</p>',
      text: 'Grüße',
      headers: {
        'List-Unsubscribe': '<https://board.example.org/unsubscribe/abcdefghijklmnopqrstuvwxyz0123456789>',
      },
      ...change,
    };
    const id = await database.withTransaction((tx) => noticeRepo.insert(notice, realNow(), tx));
    if (id === null) throw new Error('The notice was there already');
    return id;
  }

  const find = (id: string) => noticeRepo.find(id, database.direct);

  it('is marked sent only after the server took it, and then never sent again', async () => {
    const id = await write();
    const mailer = createMailer();
    await mailer.send(id);
    expect(stateAtData).toBe('sending');
    expect(await find(id)).toMatchObject({
      state: 'sent',
      attempts: 1,
      lastError: null,
      sentAt: expect.any(Date) as Date,
    });
    await mailer.send(id);
    expect(postbox.taken).toHaveLength(1);
  });

  it('carries text and HTML, a stable id and the headers of one-click unsubscribe', async () => {
    const id = await write();
    await createMailer().send(id);
    const mail = await postbox.read();
    const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
    expect(mail).toMatchObject({
      subject: 'Your week: 3 claims fell due – “Öl”',
      messageId: `<${id}@board.example.org>`,
      from: { name: 'Outturn', address: 'no-reply@board.example.org' },
      to: [{ address: 'ada@example.org' }],
    });
    expect(mail.text?.trim()).toBe('Grüße');
    expect(mail.html?.trim()).toBe('<p>Grüße</p>');
    expect(header('list-unsubscribe')).toBe(
      '<https://board.example.org/unsubscribe/abcdefghijklmnopqrstuvwxyz0123456789>',
    );
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(Number.isNaN(Date.parse(header('date') ?? ''))).toBe(false);
  });

  it('takes no header and no recipient from a text', async () => {
    const id = await write({ subject: 'Will it?\r\nBcc: eve@example.org\r\n\r\nHello', headers: {} });
    await createMailer().send(id);
    const mail = await postbox.read();
    expect(mail.subject).toBe('Will it? Bcc: eve@example.org Hello');
    expect(mail.bcc ?? []).toEqual([]);
    expect(mail.text?.trim()).toBe('Grüße');
  });

  it('is tried again after a 4xx, later, with the same Message-ID', async () => {
    postbox.recipientAnswers = [{ code: 451, text: 'try later' }];
    const id = await write();
    const mailer = createMailer();
    await mailer.send(id);
    const put = await find(id);
    expect(put).toMatchObject({ state: 'queued', attempts: 1 });
    expect(put?.lastError).toContain('451');
    await mailer.sendWaiting();
    expect(await find(id)).toMatchObject({ state: 'queued', attempts: 1 });
    await letTimePass();
    await mailer.sendWaiting();
    expect(await find(id)).toMatchObject({ state: 'sent', attempts: 2, lastError: null });
  });

  it('fails for good after a 5xx, until somebody asks for another try', async () => {
    postbox.recipientAnswers = [{ code: 554, text: 'not this one' }];
    const id = await write();
    const mailer = createMailer();
    await mailer.sendWaiting();
    const failed = await find(id);
    expect(failed).toMatchObject({ state: 'failed' });
    expect(failed?.lastError).toContain('554');
    await letTimePass();
    await mailer.sendWaiting();
    expect(postbox.taken).toEqual([]);
    expect(await mailQueueRepo.retry(id, database.direct)).toBe(true);
    await mailer.sendWaiting();
    expect(await find(id)).toMatchObject({ state: 'sent' });
  });

  it('is no longer written to an address that a server called dead, until that is lifted', async () => {
    postbox.recipientAnswers = [{ code: 550, text: '5.1.1 <ada@example.org> no such mailbox' }];
    const mailer = createMailer();
    await mailer.send(await write());
    const next = await write({ toAddress: 'Ada@Example.org' });
    const other = await write({ toAddress: 'ben@example.org' });
    const invitation = await write({ stream: null, headers: {} });
    await mailer.sendWaiting();
    expect(await find(next)).toMatchObject({ state: 'suppressed', attempts: 0 });
    expect(await find(other)).toMatchObject({ state: 'sent' });
    // Who is invited anew, or signs in, may have got the mailbox back.
    expect(await find(invitation)).toMatchObject({ state: 'sent' });
    const [suppression] = await suppressionRepo.list(10, database.direct);
    expect(suppression?.reason).toContain('no such mailbox');
    expect(suppression?.reason).not.toContain('ada@example.org');
    await suppressionRepo.lift(suppression?.id ?? '', database.direct);
    await mailQueueRepo.retry(next, database.direct);
    await mailer.sendWaiting();
    expect(await find(next)).toMatchObject({ state: 'sent' });
  });

  it.each([
    [552, '5.2.2 mailbox full'],
    [550, '5.7.1 refused by policy'],
    [451, 'later'],
  ])('goes on writing to an address after %d %s', async (code, text) => {
    postbox.recipientAnswers = [{ code, text }];
    await createMailer().send(await write());
    expect(await suppressionRepo.count(database.direct)).toBe(0);
  });

  it('is in doubt when the server’s answer was lost, and not sent twice, except where none is worse than two', async () => {
    postbox.losesAnswers = true;
    const digest = await write();
    await createMailer().send(digest);
    const lost = await find(digest);
    expect(lost).toMatchObject({ state: 'unknown', sentAt: null });
    expect(lost?.lastError).toContain('may have taken the mail');
    const invitation = await write({ kind: 'invitation', stream: null, headers: {} });
    await createMailer().send(invitation);
    expect(await find(invitation)).toMatchObject({ state: 'queued', attempts: 1 });
    postbox.losesAnswers = false;
    await letTimePass();
    await createMailer().sendWaiting();
    expect(await find(digest)).toMatchObject({ state: 'unknown' });
    expect(await find(invitation)).toMatchObject({ state: 'sent' });
    expect(postbox.taken).toHaveLength(3);
  });

  it('waits while the server is away, and the server is left alone for a while', async () => {
    await postbox.close();
    const ids: string[] = [];
    for (let n = 0; n < 30; n += 1) ids.push(await write());
    await expect(createMailer().sendWaiting()).rejects.toBeInstanceOf(MailServerAwayError);
    const notices = await Promise.all(ids.map(find));
    expect(new Set(notices.map((notice) => notice?.state))).toEqual(new Set(['queued']));
    expect(notices.filter((notice) => notice?.attempts === 0).length).toBeGreaterThanOrEqual(10);
    postbox = new Postbox();
    const back = createMailer({ smtpUrl: await postbox.open() });
    await letTimePass();
    await back.sendWaiting();
    expect(postbox.taken).toHaveLength(30);
  });

  it('takes one bad address for what it is: the others get theirs', async () => {
    const bad = await write({ toAddress: 'ada@example.org, eve@example.org' });
    const good = await write();
    await createMailer().sendWaiting();
    expect(await find(bad)).toMatchObject({ state: 'failed' });
    expect(await find(good)).toMatchObject({ state: 'sent' });
  });

  it('is sent by one of two senders that look at the same time', async () => {
    for (let n = 0; n < 30; n += 1) await write({ toAddress: `reader-${String(n)}@example.org` });
    const senders = [createMailer(), createMailer()];
    while ((await database.direct.notice.count({ where: { state: 'queued' } })) > 0)
      await Promise.all(senders.map((mailer) => mailer.sendWaiting()));
    expect(postbox.taken).toHaveLength(30);
  });

  it('is in doubt when its sender died with it in hand', async () => {
    const digest = await write();
    const invitation = await write({ kind: 'invitation', stream: null, headers: {} });
    const at = realNow();
    const ids = [digest, invitation];
    await database.withTransaction(async (tx) => {
      await mailQueueRepo.reserve({ by: 'dead', at, until: at }, 10, { perMinute: null }, tx);
      await mailQueueRepo.turn({ over: [], next: ids }, { by: 'dead', now: at, realNow: at }, tx);
    });
    const mailer = createMailer();
    expect(await mailer.settleLost()).toBe(0);
    await letTimePass();
    expect(await mailer.settleLost()).toBe(2);
    expect(await find(digest)).toMatchObject({ state: 'unknown' });
    expect(await find(invitation)).toMatchObject({ state: 'queued' });
    // It was only slow, and now says how it ended.
    const end = { state: 'sent', sentAt: at, nextTryAt: null, error: null, deadAddressHash: null } as const;
    const over = ids.map((noticeId) => ({ ...end, noticeId }));
    await mailQueueRepo.turn({ over, next: [] }, { by: 'dead', now: at, realNow: at }, database.direct);
    expect(await find(digest)).toMatchObject({ state: 'sent' });
    expect(await find(invitation)).toMatchObject({ state: 'queued' });
  });

  it('is not sent when it is out of date, or when its reader has left the stream meanwhile', async () => {
    const { id: userId } = await userRepo.insert(
      { name: 'Ada', email: 'ada@example.org', roles: [], passwordHash: null },
      database.direct,
    );
    const late = await write({ expiresAt: new Date('2022-01-01T00:00:00Z') });
    const left = await write({ userId });
    const kept = await write({ userId, kind: 'prompt', stream: 'prompts' });
    await database.direct.userSettings.create({ data: { userId, streams: ['prompts'] } });
    await createMailer().sendWaiting();
    expect(await find(late)).toMatchObject({ state: 'failed', attempts: 0 });
    expect(await find(left)).toMatchObject({ state: 'suppressed', attempts: 0 });
    expect(await find(kept)).toMatchObject({ state: 'sent' });
  });

  it('goes out no faster than is set, whoever sends', async () => {
    for (let n = 0; n < 20; n += 1) await write();
    const senders = [createMailer({ perMinute: 30 }), createMailer({ perMinute: 30 })];
    for (let round = 0; round < 3; round += 1)
      await Promise.all(senders.map((mailer) => mailer.sendWaiting()));
    expect(postbox.taken).toHaveLength(5);
    await letTimePass('handed_at', 10);
    await senders[0]?.sendWaiting();
    expect(postbox.taken).toHaveLength(10);
  });

  it('keeps the connection from mail to mail', async () => {
    for (let n = 0; n < 12; n += 1) await write();
    await createMailer().sendWaiting();
    expect(postbox.taken).toHaveLength(12);
    expect(postbox.connections).toBeLessThanOrEqual(2);
  });

  it('stays in the local inbox without a mail server', async () => {
    const id = await write();
    await createMailer({ smtpUrl: '' }).send(id);
    expect(await find(id)).toMatchObject({ state: 'sent' });
    expect(postbox.taken).toEqual([]);
  });

  it('never leaves a demo: not by its mode, not by its database', async () => {
    await createMailer({ mode: 'demo' }).send(await write());
    await database.withTransaction((tx) =>
      installationRepo.insert({ kind: 'demo', projectName: 'Demo', zone: 'UTC' }, realNow(), tx),
    );
    const id = await write();
    await createMailer().send(id);
    expect(await find(id)).toMatchObject({ state: 'sent' });
    expect(postbox.taken).toEqual([]);
  });
});
