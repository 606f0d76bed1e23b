import { ENDPOINTS } from '#contracts/http';
import type { Actor } from '#core/domain';
import { HooksService } from '#features/events';
import { Controller, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { signedBodyOf } from '../body-parsers.js';
import { CurrentActor } from '../routing/current-actor.decorator.js';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';
import { parseInput } from '../routing/parse-input.js';

type E = typeof ENDPOINTS;

@Controller()
export class HooksController {
  constructor(private readonly hooks: HooksService) {}

  /** The signature first: an unsigned delivery is refused as such, whatever is in it. */
  @Endpoint(ENDPOINTS.deliverEvents)
  async deliverEvents(@Req() request: FastifyRequest<{ Params: { sourceKey: string } }>) {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(' ') : value,
      ]),
    );
    const signed = signedBodyOf(request);
    const delivery = await this.hooks.verify(request.params.sourceKey, { body: signed.bytes, headers });
    const { params, query } = request;
    const input = parseInput(ENDPOINTS.deliverEvents, { params, query, body: await signed.read() });
    const { body } = input as In<E['deliverEvents']>;
    return this.hooks.deliver(delivery, body);
  }

  @Endpoint(ENDPOINTS.listHooks)
  listHooks() {
    return this.hooks.listHooks();
  }

  @Endpoint(ENDPOINTS.addHook)
  addHook(@CurrentActor() actor: Actor, @Input() { body }: In<E['addHook']>) {
    return this.hooks.addHook(actor, body.title);
  }

  @Endpoint(ENDPOINTS.renewHookSecret)
  renewHookSecret(@CurrentActor() actor: Actor, @Input() { params }: In<E['renewHookSecret']>) {
    return this.hooks.renewSecret(actor, params.id);
  }

  @Endpoint(ENDPOINTS.removeHook)
  async removeHook(@CurrentActor() actor: Actor, @Input() { params }: In<E['removeHook']>) {
    await this.hooks.removeHook(actor, params.id);
    return {};
  }
}
