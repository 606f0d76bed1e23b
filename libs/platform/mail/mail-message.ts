import type { StoredNotice } from '../db/repositories/notice.repo.js';
import { MailFailure } from './mail-failure.js';

/** A mail ready for the SMTP client: every part checked, so that no text can become a header or another recipient. */
export interface MailMessage {
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, { readonly prepared: boolean; readonly value: string }>>;
}

const CONTROL = /[\u0000-\u001f\u007f\u2028\u2029]+/g;
const ADDRESS = /^[^\s<>()[\]\\,;:"@]+@[^\s<>()[\]\\,;:"@]+$/;
const HEADER_NAME = /^(List-[A-Za-z-]+|Reply-To|In-Reply-To|References|X-[A-Za-z-]+)$/i;
const MAX_ADDRESS = 320;
const ASCII = /^[\x20-\x7e]*$/;

/**
 * Writes a notice as a mail. The Message-ID is made of the notice's id: a mail that is sent twice because the server's
 * answer was lost carries the same one, and mailboxes show it once. `domain` is what stands behind its @.
 */
export function composeMail(notice: StoredNotice, domain: string): MailMessage {
  if (!ADDRESS.test(notice.toAddress) || notice.toAddress.length > MAX_ADDRESS)
    throw new MailFailure('The notice is not addressed to one mail address', 'permanent');
  return {
    messageId: `<${notice.id}@${domain}>`,
    to: { name: '', address: notice.toAddress },
    subject: oneLine(notice.subject),
    html: notice.html,
    text: notice.text,
    headers: composeHeaders(notice),
  };
}

function composeHeaders(notice: StoredNotice): MailMessage['headers'] {
  // Keeps out-of-office replies from answering a machine (RFC 3834).
  const headers = new Map([['Auto-Submitted', 'auto-generated']]);
  for (const [name, value] of Object.entries(notice.headers)) {
    if (!HEADER_NAME.test(name))
      throw new MailFailure(`A notice must not set the header ${oneLine(name)}`, 'permanent');
    headers.set(name, oneLine(value));
  }
  // One click in the mailbox needs both headers (RFC 8058).
  const hasList = [...headers.keys()].some((name) => name.toLowerCase() === 'list-unsubscribe');
  if (hasList) headers.set('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click');
  return Object.fromEntries(
    // Prepared values are written as they are: an address in angle brackets must not be folded or encoded.
    [...headers].map(([name, value]) => [name, { prepared: ASCII.test(value), value }]),
  );
}

function oneLine(text: string): string {
  return text.replace(CONTROL, ' ').trim();
}
