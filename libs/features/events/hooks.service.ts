import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EndpointBody, EndpointResponse, Hook, hooksEndpoints } from '#contracts/http';
import { type Actor, DomainError } from '#core/domain';
import { seal, unseal } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import {
  auditRepo,
  Database,
  eventRepo,
  getInstallation,
  hookRepo,
  type StoredHook,
  type Tx,
} from '#platform/db';
import { Outbox } from '#platform/jobs';
import type { z } from 'zod';
import { announceEvents } from './announce-events.js';
import { toNewEvent } from './to-new-event.js';
import { type SignedDelivery, verifyDelivery } from './verify-delivery.js';

type WireHook = z.input<typeof Hook>;
type Delivered = EndpointBody<typeof hooksEndpoints.deliverEvents>;

const PURPOSE = 'webhook secrets';
const SECRET_BYTES = 32;
const KEY_BYTES = 16;
const OVERLAP_MS = 24 * 3_600_000;
const WRITE_MS = 30_000;

/** A delivery whose signature is its sender's. */
export interface VerifiedDelivery {
  readonly hook: StoredHook;
  readonly deliveryKey: string;
  readonly bodySha256: string;
}

/** Senders of signed events, and what they send. */
@Injectable()
export class HooksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
  ) {}

  async listHooks(): Promise<{ items: WireHook[] }> {
    const hooks = await hookRepo.list(this.database.direct);
    return { items: hooks.map((hook) => this.toWire(hook, hook.events, hook.lastDeliveryAt)) };
  }

  async addHook(actor: Actor, title: string): Promise<{ hook: WireHook; secret: string }> {
    const { secret, secretSealed } = this.makeSecret();
    const sourceKey = crypto.randomBytes(KEY_BYTES).toString('base64url');
    return this.database.withTransaction(async (tx) => {
      const hook = await hookRepo.insert(
        { title, sourceKey, secretSealed },
        actor.userId,
        this.clock.now(),
        tx,
      );
      await this.audit(actor.userId, hook.id, 'hook.added', tx);
      return { hook: this.toWire(hook, 0, null), secret };
    });
  }

  /** Throws DomainError HOOK.NOT_FOUND. */
  async renewSecret(actor: Actor, id: string): Promise<{ hook: WireHook; secret: string }> {
    const { secret, secretSealed } = this.makeSecret();
    const until = new Date(this.clock.realNow().getTime() + OVERLAP_MS);
    await this.database.withTransaction(async (tx) => {
      const hook = await hookRepo.find(id, tx);
      if (hook === null) throw new DomainError('HOOK.NOT_FOUND', `There is no sender ${id}.`);
      await hookRepo.renewSecret(hook, secretSealed, until, tx);
      await this.audit(actor.userId, id, 'hook.secretRenewed', tx);
    });
    const hook = (await this.listHooks()).items.find((one) => one.id === id);
    if (hook === undefined) throw new DomainError('HOOK.NOT_FOUND', `There is no sender ${id}.`);
    return { hook, secret };
  }

  /** Throws DomainError HOOK.NOT_FOUND. */
  async removeHook(actor: Actor, id: string): Promise<void> {
    await this.database.withTransaction(async (tx) => {
      if (!(await hookRepo.remove(id, tx)))
        throw new DomainError('HOOK.NOT_FOUND', `There is no sender ${id}.`);
      await this.audit(actor.userId, id, 'hook.removed', tx);
    });
  }

  /**
   * Who sent a delivery, and that it is signed; looks at its bytes only, not at what is in them. Throws DomainError
   * HOOK.NOT_FOUND, HOOK.UNSIGNED, HOOK.STALE, HOOK.BAD_SIGNATURE.
   */
  async verify(sourceKey: string, delivery: SignedDelivery): Promise<VerifiedDelivery> {
    const hook = await hookRepo.findByKey(sourceKey, this.database.direct);
    if (hook === null) throw new DomainError('HOOK.NOT_FOUND', 'Nobody sends events to this address.');
    const deliveryKey = verifyDelivery(delivery, this.secretsOf(hook));
    const bodySha256 = crypto.createHash('sha256').update(delivery.body).digest('hex');
    return { hook, deliveryKey, bodySha256 };
  }

  /**
   * Takes a delivery in, all of it or nothing; the same delivery again does nothing. Throws DomainError HOOK.REUSED_ID.
   */
  async deliver(
    { hook, deliveryKey, bodySha256 }: VerifiedDelivery,
    { events }: Delivered,
  ): Promise<EndpointResponse<typeof hooksEndpoints.deliverEvents>> {
    return this.database.withTransaction(
      async (tx) => {
        const claim = { feedId: hook.id, deliveryKey, bodySha256 };
        if (!(await hookRepo.claimDelivery(claim, this.clock.realNow(), tx))) {
          if ((await hookRepo.findDeliveryHash(hook.id, deliveryKey, tx)) !== bodySha256)
            throw new DomainError(
              'HOOK.REUSED_ID',
              'A delivery with this webhook-id and another body was taken in before.',
            );
          return { created: 0, existing: events.length, repeated: true };
        }
        const created = await this.takeIn(hook, events, tx);
        return { created, existing: events.length - created, repeated: false };
      },
      { timeoutMs: WRITE_MS },
    );
  }

  private async takeIn(hook: StoredHook, events: Delivered['events'], tx: Tx): Promise<number> {
    const { zone } = await getInstallation(tx);
    const now = this.clock.now();
    const rows = events.map(({ id, ...input }) => {
      const { feed: _, ...event } = toNewEvent({ ...input, feed: null }, zone);
      const day = event.publishedAt.toISOString().slice(0, 10);
      return { ...event, identity: id ?? event.url ?? `${event.title}|${day}` };
    });
    const created = await eventRepo.insertOfFeed(hook.id, rows, now, tx);
    await announceEvents(created, this.outbox, tx);
    if (created.length > 0)
      await this.audit('system', hook.id, 'events.recorded', tx, { created: created.length });
    return created.length;
  }

  /** The present secret, and the one before while it is taken. */
  private secretsOf(hook: StoredHook): string[] {
    const { previousSecretSealed, previousSecretUntil, secretSealed } = hook;
    const isTaken = previousSecretUntil !== null && previousSecretUntil > this.clock.realNow();
    return [
      secretSealed,
      ...(isTaken && previousSecretSealed !== null ? [previousSecretSealed] : []),
    ].flatMap((sealed) => unseal(sealed, PURPOSE, this.config.secret) ?? []);
  }

  private makeSecret(): { secret: string; secretSealed: string } {
    const secret = `whsec_${crypto.randomBytes(SECRET_BYTES).toString('base64')}`;
    return { secret, secretSealed: seal(secret, PURPOSE, this.config.secret) };
  }

  private toWire(hook: StoredHook, events: number, lastDeliveryAt: Date | null): WireHook {
    const until = hook.previousSecretUntil;
    return {
      id: hook.id,
      title: hook.title,
      address: `${this.config.baseUrl}/api/v1/hooks/events/${hook.sourceKey}`,
      events,
      lastDeliveryAt: lastDeliveryAt?.toISOString() ?? null,
      previousSecretUntil: until !== null && until > this.clock.realNow() ? until.toISOString() : null,
    };
  }

  private async audit(
    actor: string,
    hookId: string,
    action: string,
    tx: Tx,
    payload: { readonly created?: number } = {},
  ): Promise<void> {
    const at = this.clock.now();
    await auditRepo.appendAudit(tx, {
      at,
      actor,
      action,
      subjectType: 'feed',
      subjectId: hookId,
      payload: { ...payload },
    });
  }
}
