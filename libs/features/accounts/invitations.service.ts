import type { accountsEndpoints, EndpointBody, EndpointResponse } from '#contracts/http';
import { type Actor, DomainError, type Role } from '#core/domain';
import { AuthService, createOneTimeToken, hashPassword, hashToken, isTokenOf } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import {
  appendAudit,
  Database,
  isUniqueViolation,
  type NewOneTimeLink,
  oneTimeLinkRepo,
  type StoredOneTimeLink,
  type Tx,
  userRepo,
} from '#platform/db';
import { Injectable } from '@nestjs/common';
import { InvitationMail } from './invitation-mail.js';
import { findPasswordFault } from './password-fault.js';

type Endpoints = typeof accountsEndpoints;
type Acceptance = EndpointBody<Endpoints['acceptInvitation']>;

/** A link to hand to a person; shown once, never stored. */
export interface HandedLink {
  readonly link: string;
  readonly expiresAt: Date;
}

const HOUR_MS = 60 * 60 * 1000;
const SETUP_HOURS = 24;
const INVITATION_HOURS = 7 * 24;
/** The first person of an installation can do everything; they hand roles on as others come. */
const FIRST_ROLES: readonly Role[] = ['admin', 'lead', 'curator', 'reviewer', 'reader'];

/** Accounts come into being through links that work once: the first administrator's, and invitations. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly auth: AuthService,
    private readonly mail: InvitationMail,
  ) {}

  /** What a link is for. Throws DomainError LINK.INVALID, LINK.EXPIRED. */
  async getOneTimeLink(token: string): Promise<EndpointResponse<Endpoints['getOneTimeLink']>> {
    const link = await this.openLink(token, this.database.direct);
    const { kind, email, roles, expiresAt } = link;
    return { purpose: kind, email, roles: [...roles], expiresAt: expiresAt.toISOString() };
  }

  /**
   * Makes the account a link stands for. Everything or nothing: of two who use one link at once, one gets the account.
   * Throws DomainError LINK.INVALID, LINK.EXPIRED, ACCOUNT.WEAK_PASSWORD, ACCOUNT.EMAIL_TAKEN, INPUT.INVALID.
   */
  async acceptInvitation(
    token: string,
    form: Acceptance,
  ): Promise<EndpointResponse<Endpoints['acceptInvitation']>> {
    const link = await this.openLink(token, this.database.direct);
    const email = form.email.toLowerCase();
    refuseForeignAddress(link, email);
    const fault = findPasswordFault(form.password, { name: form.name, email });
    if (fault !== null)
      throw new DomainError('ACCOUNT.WEAK_PASSWORD', fault, [{ path: 'password', message: fault }]);
    const passwordHash = await hashPassword(form.password);
    try {
      return await this.database.withTransaction(async (tx) => {
        const person = await userRepo.insert({ name: form.name, email, roles: link.roles, passwordHash }, tx);
        const isOurs = await oneTimeLinkRepo.markUsed(link.id, person.id, this.clock.realNow(), tx);
        if (!isOurs) throw used();
        const payload = { link: link.id, kind: link.kind, roles: [...link.roles] };
        await this.audit(tx, {
          actor: person.id,
          action: 'account.created',
          subject: ['user', person.id],
          payload,
        });
        return { userId: person.id, email };
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw taken();
      throw error;
    }
  }

  /** Invites somebody; earlier invitations of the same address end. Throws DomainError ACCOUNT.EMAIL_TAKEN. */
  async invitePerson(
    actor: Actor,
    form: EndpointBody<Endpoints['invitePerson']>,
  ): Promise<EndpointResponse<Endpoints['invitePerson']>> {
    const email = form.email.toLowerCase();
    const roles = [...new Set(form.roles)].sort();
    const made = this.makeLink('invite');
    const mail = await this.mail.write({ email, ...made });
    await this.database.withTransaction(async (tx) => {
      if ((await userRepo.findByEmail(email, tx)) !== null) throw taken();
      const id = await this.insertLink({ kind: 'invite', email, roles, createdById: actor.userId }, made, tx);
      await this.mail.enqueue(id, email, mail, tx);
      const subject = ['one_time_link', id] as const;
      await this.audit(tx, { actor: actor.userId, action: 'account.invited', subject, payload: { roles } });
    });
    return { link: made.link, expiresAt: made.expiresAt.toISOString() };
  }

  /**
   * The link by which the first administrator makes their account, for the terminal; earlier ones end. Null once
   * there is an administrator.
   */
  async createSetupLink(): Promise<HandedLink | null> {
    const made = this.makeLink('setup');
    return this.database.withTransaction(async (tx) => {
      if ((await userRepo.lockAdministrators(tx)).length > 0) return null;
      const of = { kind: 'setup', email: null, roles: FIRST_ROLES, createdById: null } as const;
      const id = await this.insertLink(of, made, tx);
      const subject = ['one_time_link', id] as const;
      await this.audit(tx, { actor: 'cli', action: 'account.setup_link_created', subject, payload: {} });
      return { link: made.link, expiresAt: made.expiresAt };
    });
  }

  /** A link that signs an existing person in, for the terminal. Throws DomainError ACCOUNT.NOT_FOUND. */
  async createSignInLink(email: string): Promise<HandedLink> {
    const person = await userRepo.findByEmail(email, this.database.direct);
    if (person === null || person.disabledAt !== null)
      throw new DomainError('ACCOUNT.NOT_FOUND', `Nobody with the address ${email} can sign in.`);
    const { link, lifetimeSeconds } = await this.auth.createSignInLink(person.email, '/app');
    await this.database.withTransaction((tx) =>
      this.audit(tx, {
        actor: 'cli',
        action: 'account.sign_in_link_created',
        subject: ['user', person.id],
        payload: {},
      }),
    );
    return { link, expiresAt: new Date(this.clock.realNow().getTime() + lifetimeSeconds * 1000) };
  }

  private async openLink(token: string, tx: Tx): Promise<StoredOneTimeLink> {
    const link = await oneTimeLinkRepo.findByHash(hashToken(token), tx);
    if (link === null || !isTokenOf(token, link.tokenHash))
      throw new DomainError('LINK.INVALID', 'This link is not one of ours. Check that it was copied whole.');
    if (link.usedAt !== null) throw used();
    if (link.expiresAt <= this.clock.realNow())
      throw new DomainError('LINK.EXPIRED', 'This link is too old. Ask for a new one.');
    return link;
  }

  /** The web app reads the token from the address; logs blank it out. */
  private makeLink(kind: 'setup' | 'invite'): HandedLink & { tokenHash: string; createdAt: Date } {
    const { token, tokenHash } = createOneTimeToken();
    const createdAt = this.clock.realNow();
    const hours = kind === 'setup' ? SETUP_HOURS : INVITATION_HOURS;
    const expiresAt = new Date(createdAt.getTime() + hours * HOUR_MS);
    return { link: `${this.config.baseUrl}/app/welcome?token=${token}`, expiresAt, tokenHash, createdAt };
  }

  private async insertLink(
    of: Pick<NewOneTimeLink, 'kind' | 'email' | 'roles' | 'createdById'>,
    made: Pick<NewOneTimeLink, 'tokenHash' | 'createdAt' | 'expiresAt'>,
    tx: Tx,
  ): Promise<string> {
    const { tokenHash, createdAt, expiresAt } = made;
    await oneTimeLinkRepo.expireOpen({ kind: of.kind, email: of.email }, createdAt, tx);
    return oneTimeLinkRepo.insert({ ...of, tokenHash, createdAt, expiresAt }, tx);
  }

  private async audit(
    tx: Tx,
    entry: {
      actor: string;
      action: string;
      subject: readonly [type: string, id: string];
      payload: Record<string, string | string[]>;
    },
  ): Promise<void> {
    const { actor, action, payload } = entry;
    const [subjectType, subjectId] = entry.subject;
    await appendAudit(tx, { at: this.clock.now(), actor, action, subjectType, subjectId, payload });
  }
}

function refuseForeignAddress(link: StoredOneTimeLink, email: string): void {
  if (link.kind === 'sign_in')
    throw new DomainError('LINK.INVALID', 'This link signs in; it makes no account.');
  if (link.email === null || link.email.toLowerCase() === email) return;
  const message = 'must be the address the invitation was sent to';
  throw new DomainError('INPUT.INVALID', `The e-mail address ${message}.`, [{ path: 'email', message }]);
}

const used = () =>
  new DomainError('LINK.EXPIRED', 'This link was used before. Sign in, or ask for a new one.');
const taken = () =>
  new DomainError('ACCOUNT.EMAIL_TAKEN', 'Somebody with this e-mail address has an account already.', [
    { path: 'email', message: 'has an account already' },
  ]);
