import type { StoredNotice } from '../db/repositories/notice.repo.js';
import { MailFailure, judgeSmtpError } from './mail-failure.js';
import { composeMail } from './mail-message.js';

const NOTICE: StoredNotice = {
  id: '0197f1de-7b6a-7000-8000-0123456789ab',
  kind: 'digest',
  stream: 'digest',
  naturalKey: 'digest:1',
  userId: null,
  claimantId: null,
  toAddress: 'ada@example.org',
  subject: 'Your week',
  html: '<p>Ä</p>',
  text: 'Ä',
  headers: {},
  state: 'queued',
  attempts: 0,
  lastError: null,
  createdAt: new Date('2022-03-01T09:00:00Z'),
  sentAt: null,
};

describe('a notice as a mail', () => {
  it('always has the same Message-ID, so that a second copy can be told', () => {
    const ids = [composeMail(NOTICE, 'example.org'), composeMail(NOTICE, 'example.org')].map(
      (m) => m.messageId,
    );
    expect(ids).toEqual([`<${NOTICE.id}@example.org>`, `<${NOTICE.id}@example.org>`]);
  });

  it('offers one click in the mailbox wherever it can be unsubscribed', () => {
    const headers = { 'List-Unsubscribe': '<https://board.example.org/unsubscribe/abc>' };
    const mail = composeMail({ ...NOTICE, headers }, 'example.org');
    expect(mail.headers['List-Unsubscribe']?.value).toBe('<https://board.example.org/unsubscribe/abc>');
    expect(mail.headers['List-Unsubscribe-Post']?.value).toBe('List-Unsubscribe=One-Click');
    expect(composeMail(NOTICE, 'example.org').headers['List-Unsubscribe-Post']).toBeUndefined();
  });

  it.each(['Bcc', 'To', 'From', 'Content-Type', 'X-A\r\nBcc'])('refuses the header %j', (name) => {
    expect(() => composeMail({ ...NOTICE, headers: { [name]: 'x' } }, 'example.org')).toThrow(MailFailure);
  });

  it.each([
    'ada@example.org\r\nBcc: eve@example.org',
    'ada@example.org, eve@example.org',
    'Ada <ada@example.org>',
    'ada',
    '',
  ])('refuses the address %j', (toAddress) => {
    expect(() => composeMail({ ...NOTICE, toAddress }, 'example.org')).toThrow(MailFailure);
  });

  it('keeps subject and header values on one line', () => {
    const mail = composeMail(
      {
        ...NOTICE,
        subject: 'Will it?\r\nBcc: eve@example.org',
        headers: { 'List-Id': 'a\r\nBcc: eve@example.org' },
      },
      'example.org',
    );
    expect(mail.subject).toBe('Will it? Bcc: eve@example.org');
    expect(mail.headers['List-Id']?.value).toBe('a Bcc: eve@example.org');
  });
});

describe('the judgement of an SMTP error', () => {
  const error = (fields: object) => Object.assign(new Error('as it was'), fields);

  it.each([
    ['no such mailbox', { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, false, 'permanent'],
    ['greylisted', { code: 'EENVELOPE', responseCode: 451, command: 'RCPT TO' }, false, 'transient'],
    ['refused as spam', { code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, true, 'permanent'],
    ['bad sequence', { code: 'EENVELOPE', responseCode: 503, command: 'MAIL FROM' }, false, 'transient'],
    [
      'wrong password: ours to mend',
      { code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' },
      false,
      'transient',
    ],
    ['no service', { code: 'EPROTOCOL', responseCode: 554, command: 'CONN' }, false, 'transient'],
    ['connection refused', { code: 'ESOCKET', command: 'CONN' }, false, 'transient'],
    ['cut while writing', { code: 'ECONNECTION', command: 'CONN' }, false, 'transient'],
    ['cut after the last byte', { code: 'ECONNECTION', command: 'CONN' }, true, 'unknown'],
    ['an address that is none', { code: 'EENVELOPE', command: 'API' }, false, 'permanent'],
  ])('%s', (_what, fields, wasHandedOver, kind) => {
    expect(judgeSmtpError(error(fields), wasHandedOver).kind).toBe(kind);
  });

  it.each([
    ['no such mailbox', { responseCode: 550, command: 'RCPT TO', response: '550 no such user' }, 'address'],
    ['it says so twice', { responseCode: 550, command: 'RCPT TO', response: '550 5.1.1 unknown' }, 'address'],
    ['moved away', { responseCode: 551, command: 'RCPT TO', response: '551 5.1.6 moved' }, 'address'],
    ['closed', { responseCode: 550, command: 'RCPT TO', response: '550 5.2.1 disabled' }, 'address'],
    ['full', { responseCode: 552, command: 'RCPT TO', response: '552 5.2.2 over quota' }, 'mail'],
    ['we may not', { responseCode: 550, command: 'RCPT TO', response: '550-5.7.1 relaying denied' }, 'mail'],
    ['spam', { responseCode: 550, command: 'DATA', response: '550 5.1.1 odd' }, 'mail'],
    [
      'our own address',
      { responseCode: 550, command: 'MAIL FROM', response: '550 5.1.8 bad sender' },
      'mail',
    ],
    ['greylisted', { responseCode: 451, command: 'RCPT TO', response: '451 4.7.1 later' }, 'mail'],
    ['closing', { responseCode: 421, command: 'RCPT TO', response: '421 closing' }, 'server'],
    ['wrong password', { responseCode: 535, command: 'AUTH PLAIN', response: '535 no' }, 'server'],
    ['no connection', { code: 'ESOCKET', command: 'CONN' }, 'server'],
  ])('and of what it is about: %s', (_what, fields, about) => {
    expect(judgeSmtpError(error(fields), false).about).toBe(about);
  });
});
