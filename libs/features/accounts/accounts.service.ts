import type { accountsEndpoints, EndpointBody, EndpointResponse } from '#contracts/http';
import { type Actor, DomainError, type Role } from '#core/domain';
import { Clock } from '#platform/clock';
import {
  appendAudit,
  type AuditEntryInput,
  candidateRepo,
  countCodingQueue,
  countInbox,
  Database,
  getInstallation,
  installationRepo,
  oneTimeLinkRepo,
  type Tx,
  userRepo,
} from '#platform/db';
import { Injectable } from '@nestjs/common';
import { toStoredSettings, toWirePerson, toWireSettings } from './person.js';

type Endpoints = typeof accountsEndpoints;
type Me = EndpointResponse<Endpoints['getMe']>;
type Settings = EndpointBody<Endpoints['updateNoticeSettings']>;
type Project = EndpointBody<Endpoints['updateInstallation']>;

const NO_COUNTS = { inbox: 0, triage: 0, coding: 0 };

/** Who somebody is, what they want to be told, and what they may do. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Everything the first screen needs; anonymous people get the installation only. */
  async getMe(actor: Actor | null): Promise<Me> {
    const tx = this.database.direct;
    const { projectName, kind, zone, settings } = await getInstallation(tx);
    const now = this.clock.now();
    const today = this.clock.today(zone);
    const { reviewersNeeded, disputeWindowDays, yardstick, ...switches } = settings;
    const { hideClaimants, candidateConflict, retestPercent, secondCoding } = switches;
    return {
      user: actor === null ? null : await this.readSelf(actor, zone),
      installation: {
        projectName,
        mode: kind,
        zone,
        now: now.toISOString(),
        today,
        reviewersNeeded,
        disputeWindowDays,
        yardstick,
        hideClaimants,
        candidateConflict,
        retestPercent,
        secondCoding,
      },
      counts: actor === null ? NO_COUNTS : await this.count(actor, now),
    };
  }

  async updateNoticeSettings(actor: Actor, form: Settings): Promise<Settings> {
    return this.database.withTransaction(async (tx) => {
      const before = await userRepo.findNoticeSettings(actor.userId, tx);
      const settings = toStoredSettings(form, before);
      await userRepo.saveNoticeSettings(actor.userId, settings, tx);
      await this.audit(tx, actor, 'account.notice_settings_changed', actor.userId, {
        streams: [...settings.streams],
      });
      return toWireSettings(settings, form.zone);
    });
  }

  /**
   * Name and rules of the project. Rounds and verdicts that are there keep the rules they began with, candidates and claims
   * the yardstick they were read by.
   * Throws DomainError VERSION.CHANGED.
   */
  async updateInstallation(actor: Actor, form: Project): Promise<Project> {
    const { projectName, zone, ...rules } = form;
    return this.database.withTransaction(async (tx) => {
      const before = await getInstallation(tx);
      const settings = { ...before.settings, ...rules };
      if (!(await installationRepo.update(before.version, { projectName, zone, settings }, tx)))
        throw new DomainError(
          'VERSION.CHANGED',
          'Somebody changed these settings at the same moment. Look at them again and decide.',
        );
      // The name is free text and stays out of the chain.
      await this.audit(tx, actor, 'installation.changed', 'installation', {
        isRenamed: projectName !== before.projectName,
        zone: { from: before.zone, to: zone },
        reviewersNeeded: { from: before.settings.reviewersNeeded, to: rules.reviewersNeeded },
        disputeWindowDays: { from: before.settings.disputeWindowDays, to: rules.disputeWindowDays },
        yardstick: { from: before.settings.yardstick, to: rules.yardstick },
        hideClaimants: { from: before.settings.hideClaimants, to: rules.hideClaimants },
        candidateConflict: { from: before.settings.candidateConflict, to: rules.candidateConflict },
        retestPercent: { from: before.settings.retestPercent, to: rules.retestPercent },
        secondCoding: { from: before.settings.secondCoding, to: rules.secondCoding },
      });
      return form;
    });
  }

  async listPeople(): Promise<EndpointResponse<Endpoints['listPeople']>> {
    const tx = this.database.direct;
    const people = await userRepo.list(tx);
    const links = await oneTimeLinkRepo.listOpenInvitations(this.clock.realNow(), tx);
    return {
      people: people.map(toWirePerson),
      invitations: links.map(({ id, email, roles, expiresAt }) => ({
        id,
        email: email ?? '',
        roles: [...roles],
        expiresAt: expiresAt.toISOString(),
      })),
    };
  }

  /**
   * Replaces a person's roles; they hold from that person's next request on. Somebody must remain who can administer.
   * Throws DomainError ACCOUNT.NOT_FOUND, ACCOUNT.LAST_ADMIN.
   */
  async setRoles(
    actor: Actor,
    id: string,
    roles: readonly Role[],
  ): Promise<EndpointResponse<Endpoints['setRoles']>> {
    const wanted = [...new Set(roles)].sort();
    return this.database.withTransaction(async (tx) => {
      const administrators = await userRepo.lockAdministrators(tx);
      const isLast = administrators.length === 1 && administrators[0] === id;
      if (isLast && !wanted.includes('admin'))
        throw new DomainError(
          'ACCOUNT.LAST_ADMIN',
          'This is the last administrator. Make somebody else an administrator first.',
        );
      const person = await userRepo.setRoles(id, wanted, tx);
      if (person === null) throw new DomainError('ACCOUNT.NOT_FOUND', `There is no person ${id}.`);
      await this.audit(tx, actor, 'account.roles_set', id, { roles: wanted });
      return toWirePerson(person);
    });
  }

  /** Sets the business clock of a demo or test database. Throws DomainError CLOCK.REAL. */
  async setClock(actor: Actor, to: Date): Promise<EndpointResponse<Endpoints['setClock']>> {
    const now = await this.clock.setClock(to);
    await this.database.withTransaction((tx) =>
      this.audit(tx, actor, 'clock.set', 'business', { to: to.toISOString() }),
    );
    return { now: now.toISOString() };
  }

  private async readSelf(actor: Actor, installationZone: string): Promise<Me['user']> {
    const tx = this.database.direct;
    const person = await userRepo.find(actor.userId, tx);
    if (person === null) return null;
    const settings = await userRepo.findNoticeSettings(actor.userId, tx);
    return { ...toWirePerson(person), settings: toWireSettings(settings, installationZone) };
  }

  private async count(actor: Actor, now: Date): Promise<Me['counts']> {
    const tx = this.database.direct;
    const isLead = actor.roles.has('lead');
    const codes = isLead || actor.roles.has('curator');
    const mayReview = actor.roles.has('reviewer') || isLead;
    return {
      inbox: mayReview ? await countInbox(actor, now, tx) : 0,
      triage: actor.roles.has('curator') ? await candidateRepo.countPending(tx) : 0,
      coding: codes ? await countCodingQueue({ userId: actor.userId, isLead }, tx) : 0,
    };
  }

  private async audit(
    tx: Tx,
    actor: Actor,
    action: string,
    subjectId: string,
    payload: NonNullable<AuditEntryInput['payload']>,
  ): Promise<void> {
    const [area = ''] = action.split('.', 1);
    const subjectType = area === 'account' ? 'user' : area;
    await appendAudit(tx, {
      at: this.clock.now(),
      actor: actor.userId,
      action,
      subjectType,
      subjectId,
      payload,
    });
  }
}
