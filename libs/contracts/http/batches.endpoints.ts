import { BATCH_AT_MOST, INTAKE_ITEM_STATES } from '#core/domain';
import { z } from 'zod';
import type { Endpoint } from './define-endpoint.js';
import { FileBytes, SaidOfText } from './intake.endpoints.js';
import { Id, Instant, words } from './words.schema.js';

export const IntakeItem = z
  .object({
    id: Id,
    number: z.int(),
    name: z.string().describe('of the file, or the address'),
    isAddress: z.boolean(),
    state: z.enum(INTAKE_ITEM_STATES).describe('announced: a file whose bytes have not come yet'),
    pagesDone: z.int().nullable().describe('of a document with pages that is being read'),
    pages: z.int().nullable(),
    source: z.object({ id: Id, title: z.string() }).nullable(),
    isNew: z.boolean().nullable().describe('false where the very same text was here before'),
    fault: z.object({ code: z.string(), detail: z.string() }).nullable(),
  })
  .meta({ id: 'IntakeItem' });

export const IntakeBatchSummary = z
  .object({
    id: Id,
    createdAt: Instant,
    counts: z.object({
      total: z.int(),
      announced: z.int(),
      open: z.int().describe('announced, waiting or being read'),
      done: z.int(),
      failed: z.int(),
      cancelled: z.int(),
    }),
  })
  .meta({ id: 'IntakeBatchSummary' });

export const IntakeBatch = IntakeBatchSummary.extend({
  cancelledAt: Instant.nullable(),
  items: z.array(IntakeItem),
}).meta({ id: 'IntakeBatch' });

export const batchesEndpoints = {
  createBatch: {
    method: 'POST',
    path: '/intake/batches',
    summary: `Give up to ${String(BATCH_AT_MOST)} files and addresses at once: addresses are read from now on, files as their bytes are sent`,
    access: ['curator'],
    body: z.object({
      items: z
        .array(z.union([z.object({ address: words(2000) }), z.object({ name: words(300) })]))
        .min(1)
        .max(BATCH_AT_MOST),
      said: SaidOfText.omit({ title: true }).optional().describe('of all of them'),
    }),
    response: IntakeBatch,
    status: 201,
  },
  sendBatchFile: {
    method: 'PUT',
    path: '/intake/batches/:id/files/:number',
    summary: 'Send the bytes of a file of a batch; sent twice, they count once',
    access: ['curator'],
    params: z.object({ id: Id, number: z.coerce.number().int().min(1) }),
    body: z.object({ base64: FileBytes.base64 }),
    response: IntakeItem,
  },
  listBatches: {
    method: 'GET',
    path: '/intake/batches',
    summary: 'The newest batches, with how far each is',
    access: ['curator'],
    response: z.object({ items: z.array(IntakeBatchSummary) }),
  },
  getBatch: {
    method: 'GET',
    path: '/intake/batches/:id',
    summary: 'A batch with what has become of each document',
    access: ['curator'],
    params: z.object({ id: Id }),
    response: IntakeBatch,
  },
  cancelBatch: {
    method: 'POST',
    path: '/intake/batches/:id/cancel',
    summary: 'Take nothing more in; what was taken in stays',
    access: ['curator'],
    params: z.object({ id: Id }),
    response: IntakeBatch,
    status: 200,
  },
} as const satisfies Record<string, Endpoint>;
