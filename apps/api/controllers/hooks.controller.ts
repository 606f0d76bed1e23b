import { ENDPOINTS } from '#contracts/http';
import type { Actor } from '#core/domain';
import { HooksService } from '#features/events';
import { Controller, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { rawBodyOf } from '../body-parsers.js';
import { CurrentActor } from '../routing/current-actor.decorator.js';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';

type E = typeof ENDPOINTS;

@Controller()
export class HooksController {
  constructor(private readonly hooks: HooksService) {}

  @Endpoint(ENDPOINTS.deliverEvents)
  deliverEvents(@Req() request: FastifyRequest, @Input() { params, body }: In<E['deliverEvents']>) {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(' ') : value,
      ]),
    );
    return this.hooks.deliver(params.sourceKey, { body: rawBodyOf(request), headers }, body);
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
