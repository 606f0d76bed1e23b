import type { AuthAdapter } from '#platform/db';
import type { BetterAuthOptions } from 'better-auth';
import { magicLink } from 'better-auth/plugins/magic-link';

/** What the accounts machinery needs to know; no environment, no globals. */
export interface AuthOptions {
  /** Where people reach the service: decides cookies, trusted origins and links. */
  readonly baseUrl: string;
  /** Signs session cookies; at least 32 characters. */
  readonly secret: string;
  /** better-auth's view of the database (`createAuthAdapter` of platform/db). */
  readonly adapter: AuthAdapter;
  /** False for people whose account was deactivated. */
  readonly mayStartSession: (userId: string) => Promise<boolean>;
  readonly log: (level: 'warn' | 'error', message: string) => void;
}

export const AUTH_PATH = '/api/auth';
/** The mount tells better-auth the caller's address in a header of its own; what the caller sends is dropped. */
export const CLIENT_ADDRESS_HEADER = 'x-outturn-client-address';
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;

const DAY_SECONDS = 24 * 60 * 60;
/** A sign-in link is printed in a terminal and opened at once; real time. */
export const SIGN_IN_LINK_SECONDS = 15 * 60;

/** A magic link is never mailed by better-auth; whoever asked for it gets it back through here. */
export interface MagicLinkDelivery {
  readonly deliver: (link: { readonly token: string; readonly url: string }) => void;
}

function isDelivery(metadata: unknown): metadata is MagicLinkDelivery {
  return typeof metadata === 'object' && metadata !== null && 'deliver' in metadata;
}

const signInLinks = () =>
  magicLink({
    disableSignUp: true,
    expiresIn: SIGN_IN_LINK_SECONDS,
    storeToken: 'hashed',
    sendMagicLink: ({ token, url, metadata }) => {
      if (isDelivery(metadata)) metadata.deliver({ token, url });
    },
  });

/** The settings of better-auth, all that differ from its defaults with their reason. */
export function buildAuthSettings(options: AuthOptions) {
  const isHttps = options.baseUrl.startsWith('https:');
  return {
    appName: 'Outturn',
    baseURL: options.baseUrl,
    basePath: AUTH_PATH,
    secret: options.secret,
    database: options.adapter,
    trustedOrigins: [new URL(options.baseUrl).origin],
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      // Accounts come from invitations only.
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    plugins: [signInLinks()],
    session: {
      expiresIn: 7 * DAY_SECONDS,
      updateAge: DAY_SECONDS,
      // Roles and deactivation count from the next request on; a cached session would outlive them.
      cookieCache: { enabled: false },
    },
    rateLimit: {
      enabled: true,
      // Shared by all processes and kept over restarts.
      storage: 'database' as const,
      window: 60,
      max: 100,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/change-password': { window: 60, max: 10 },
        '/magic-link/verify': { window: 60, max: 10 },
      },
    },
    advanced: {
      cookiePrefix: 'outturn',
      useSecureCookies: isHttps,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' as const, secure: isHttps },
      // better-auth switches these checks off under NODE_ENV=test; ours shall be what is tested.
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      database: { generateId: 'uuid' as const },
    },
    databaseHooks: {
      session: {
        create: { before: async (session: { userId: string }) => options.mayStartSession(session.userId) },
      },
    },
    logger: {
      level: 'warn' as const,
      log: (level: string, message: string) => {
        options.log(level === 'error' ? 'error' : 'warn', message);
      },
    },
  } satisfies BetterAuthOptions;
}
