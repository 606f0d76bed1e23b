import { z } from 'zod';
import type { Endpoint } from './define-endpoint.js';
import { EventInput } from './events.endpoints.js';
import { Id, Instant, Nothing, words } from './words.schema.js';

const ACCESS = ['admin'] as const;

/** A sender of events: a program elsewhere that signs what it sends. */
export const Hook = z
  .object({
    id: Id,
    title: z.string(),
    /** Where it sends to. */
    address: z.string(),
    events: z.int(),
    lastDeliveryAt: Instant.nullable(),
    /** The secret before the present one is taken as well until then. */
    previousSecretUntil: Instant.nullable(),
  })
  .meta({ id: 'Hook' });

/** The secret is shown this once. */
const WithSecret = z.object({ hook: Hook, secret: z.string() });

export const HookEvent = EventInput.omit({ feed: true })
  .extend({
    /** The sender's own id of the report; without, its address, else title and day, tell it from others. */
    id: z.string().trim().min(1).max(300).optional(),
  })
  .meta({ id: 'HookEvent' });

export const hooksEndpoints = {
  deliverEvents: {
    method: 'POST',
    path: '/hooks/events/:sourceKey',
    summary:
      'Take events in, signed by Standard Webhooks (webhook-id, webhook-timestamp, webhook-signature over the raw body); all or none, and each webhook-id once',
    access: 'public',
    params: z.object({ sourceKey: z.string().max(100) }),
    body: z.object({ events: z.array(HookEvent).min(1).max(500) }),
    response: z.object({ created: z.int(), existing: z.int(), repeated: z.boolean() }),
  },
  listHooks: {
    method: 'GET',
    path: '/hooks',
    summary: 'Who may send events, signed',
    access: ACCESS,
    response: z.object({ items: z.array(Hook) }),
  },
  addHook: {
    method: 'POST',
    path: '/hooks',
    summary: 'Let a program send events; its secret is shown once',
    access: ACCESS,
    body: z.object({ title: words(200) }),
    response: WithSecret,
    status: 201,
  },
  renewHookSecret: {
    method: 'POST',
    path: '/hooks/:id/secret',
    summary: 'Give a sender a new secret; the one before is taken as well for a day',
    access: ACCESS,
    params: z.object({ id: Id }),
    response: WithSecret,
    status: 201,
  },
  removeHook: {
    method: 'DELETE',
    path: '/hooks/:id',
    summary: 'Take nothing more from a sender; its events stay',
    access: ACCESS,
    params: z.object({ id: Id }),
    response: Nothing,
  },
} as const satisfies Record<string, Endpoint>;
