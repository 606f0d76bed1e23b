import { createHash, randomBytes } from 'node:crypto';

export interface UnsubscribeLink {
  readonly url: string;
  readonly tokenHash: string;
}

/** A link that takes its bearer out of one stream, and the hash under which the token is kept. */
export function makeUnsubscribeLink(baseUrl: string): UnsubscribeLink {
  const token = randomBytes(32).toString('base64url');
  return { url: `${baseUrl}/unsubscribe/${token}`, tokenHash: hashToken(token) };
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The headers of RFC 8058: mail programs post to the link, people may open it. */
export function unsubscribeHeaders(url: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
