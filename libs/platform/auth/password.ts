import { hashPassword as hash } from 'better-auth/crypto';

/** better-auth's own hash (scrypt), so that its sign-in verifies what invitations store. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}
