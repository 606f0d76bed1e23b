import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { Clock, realNow } from '#platform/clock';
import { type Mode, readConfig } from '#platform/config';
import { Database, installationRepo, type NewNotice, noticeRepo } from '#platform/db';
import { PermanentJobError } from '#platform/jobs';
import { Mailer } from '#platform/mail';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** Answers a command of the SMTP session with this code, or takes it. */
type Refusal = { readonly code: number; readonly text: string } | null;

class Postbox {
  readonly taken: string[] = [];
  /** Answers to recipients, in order; then all are taken. */
  recipientAnswers: Refusal[] = [];
  /** Cuts the connection after the whole mail was read, instead of answering. */
  losesAnswers = false;
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

  beforeEach(async () => {
    testDatabase = await createTestDatabase();
    database = new Database({ url: testDatabase.url });
    stateAtData = undefined;
    postbox = new Postbox(async () => {
      stateAtData = (await database.direct.notice.findFirst())?.state;
    });
    smtpUrl = await postbox.open();
  });

  afterEach(async () => {
    await postbox.close();
    await database.close();
    await testDatabase.drop();
  });

  function createMailer(given: { mode?: Mode; smtpUrl?: string } = {}): Mailer {
    const config = readConfig({
      OUTTURN_MODE: given.mode ?? 'real',
      OUTTURN_SECRET: '6f1c9a0d5be24873a1f0c2d94e7b8356',
      DATABASE_URL: testDatabase.url,
      SMTP_URL: given.smtpUrl ?? smtpUrl,
      BASE_URL: 'https://board.example.org',
    });
    return new Mailer(config, database, new Clock(database));
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
    expect(stateAtData).toBe('queued');
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

  it('is tried again after a 4xx, with the same Message-ID', async () => {
    postbox.recipientAnswers = [{ code: 451, text: 'try later' }];
    const id = await write();
    const mailer = createMailer();
    await expect(mailer.send(id)).rejects.not.toBeInstanceOf(PermanentJobError);
    expect(await find(id)).toMatchObject({
      state: 'queued',
      attempts: 1,
      lastError: expect.stringContaining('451') as string,
    });
    await mailer.send(id);
    expect(await find(id)).toMatchObject({ state: 'sent', attempts: 2, lastError: null });
  });

  it('fails for good after a 5xx, until somebody asks for another try', async () => {
    postbox.recipientAnswers = [{ code: 550, text: 'no such mailbox' }];
    const id = await write();
    const mailer = createMailer();
    await expect(mailer.send(id)).rejects.toBeInstanceOf(PermanentJobError);
    expect(await find(id)).toMatchObject({
      state: 'failed',
      lastError: expect.stringContaining('550') as string,
    });
    await mailer.send(id);
    expect(await find(id)).toMatchObject({ state: 'sent' });
  });

  it('is not sent twice when the server’s answer was lost, except where none is worse than two', async () => {
    postbox.losesAnswers = true;
    const digest = await write();
    await expect(createMailer().send(digest)).rejects.toBeInstanceOf(PermanentJobError);
    expect(await find(digest)).toMatchObject({
      state: 'failed',
      lastError: expect.stringContaining('may have taken the mail') as string,
    });
    const invitation = await write({ kind: 'invitation', stream: null, headers: {} });
    await expect(createMailer().send(invitation)).rejects.not.toBeInstanceOf(PermanentJobError);
    expect(await find(invitation)).toMatchObject({ state: 'queued' });
  });

  it('waits while the server is away', async () => {
    await postbox.close();
    const id = await write();
    await expect(createMailer().send(id)).rejects.not.toBeInstanceOf(PermanentJobError);
    expect(await find(id)).toMatchObject({ state: 'queued', attempts: 1 });
    postbox = new Postbox();
    await postbox.open();
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
