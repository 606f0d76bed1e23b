import { prismaAdapter } from 'better-auth/adapters/prisma';
import type { PrismaClient } from './generated/client.js';

/** better-auth's way into our tables (users, sessions, accounts, verifications, rate limits). */
export function createAuthAdapter(client: PrismaClient) {
  return prismaAdapter(client, { provider: 'postgresql', transaction: true });
}

export type AuthAdapter = ReturnType<typeof createAuthAdapter>;
