import crypto from 'node:crypto';

/** A secret for a link: the token goes to the person, only the hash is kept. */
export interface OneTimeToken {
  readonly token: string;
  readonly tokenHash: string;
}

/** 256 random bits; nothing to guess, so no salt and no slow hash. */
export function createOneTimeToken(): OneTimeToken {
  const token = crypto.randomBytes(32).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}

/** Hex SHA-256. Looking a link up by the hash tells nothing of the token through timing. */
export function hashToken(token: string): string {
  return crypto.createHash('sha256').update(token, 'utf8').digest('hex');
}

/** Whether a token belongs to a stored hash, in constant time. */
export function isTokenOf(token: string, tokenHash: string): boolean {
  const given = Buffer.from(hashToken(token), 'hex');
  const stored = Buffer.from(tokenHash, 'hex');
  return given.length === stored.length && crypto.timingSafeEqual(given, stored);
}
