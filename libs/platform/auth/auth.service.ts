import { betterAuth } from 'better-auth/minimal';
import {
  type AuthOptions,
  buildAuthSettings,
  type MagicLinkDelivery,
  SIGN_IN_LINK_SECONDS,
} from './auth-options.js';

/** A session that is alive on real time. */
export interface LiveSession {
  readonly userId: string;
  /** Cookies to set again: a session that is used is prolonged. */
  readonly cookies: readonly string[];
}

function makeAuth(options: AuthOptions) {
  return betterAuth(buildAuthSettings(options));
}

/** Sessions, passwords and sign-in links; the only place that knows better-auth. */
export class AuthService {
  private readonly auth: ReturnType<typeof makeAuth>;

  constructor(options: AuthOptions) {
    this.auth = makeAuth(options);
  }

  /** Answers a request to one of the mounted paths. Which paths are mounted is the caller's list. */
  handle(request: Request): Promise<Response> {
    return this.auth.handler(request);
  }

  /** The session of the request's cookie, read from the database, or null. */
  async findSession(headers: Headers): Promise<LiveSession | null> {
    if (!headers.has('cookie')) return null;
    const { response, headers: out } = await this.auth.api.getSession({ headers, returnHeaders: true });
    return response === null ? null : { userId: response.user.id, cookies: out.getSetCookie() };
  }

  /**
   * Signs somebody in without a password (demo, right after an invitation); gives the cookies to set. A session the
   * request already carries ends.
   */
  async startSession(email: string, headers: Headers): Promise<readonly string[]> {
    const { token } = await this.issueMagicLink(email, '/');
    if (headers.has('cookie')) await this.auth.api.signOut({ headers });
    const { headers: out } = await this.auth.api.magicLinkVerify({
      query: { token },
      headers: new Headers(),
      returnHeaders: true,
    });
    return out.getSetCookie();
  }

  /** A link that signs `email` in once, for a terminal; ends after 15 minutes of real time. */
  async createSignInLink(
    email: string,
    landingPath: string,
  ): Promise<{ link: string; lifetimeSeconds: number }> {
    const { url } = await this.issueMagicLink(email, landingPath);
    return { link: url, lifetimeSeconds: SIGN_IN_LINK_SECONDS };
  }

  private async issueMagicLink(email: string, callbackURL: string): Promise<{ token: string; url: string }> {
    const issued: { token: string; url: string }[] = [];
    const metadata: MagicLinkDelivery = { deliver: (link) => issued.push(link) };
    await this.auth.api.signInMagicLink({
      body: { email, callbackURL, metadata: { ...metadata } },
      headers: new Headers(),
    });
    const link = issued[0];
    if (link === undefined) throw new Error('better-auth made no sign-in link');
    return link;
  }
}
