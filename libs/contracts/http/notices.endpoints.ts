import { z } from 'zod';
import type { Endpoint } from './define-endpoint.js';
import { Id, Instant, Nothing, page, pageQuery } from './words.schema.js';

export const MailState = z.enum(['queued', 'sending', 'sent', 'failed', 'unknown', 'suppressed']);

export const MailSummary = z
  .object({
    id: Id,
    to: z.string(),
    subject: z.string(),
    /** What it was written for: `digest`, `prompt`, `invitation` … */
    kind: z.string(),
    state: MailState,
    createdAt: Instant,
    sentAt: Instant.nullable(),
    lastError: z.string().nullable(),
  })
  .meta({ id: 'MailSummary' });

export const noticesEndpoints = {
  listMail: {
    method: 'GET',
    path: '/mail',
    summary: 'The local inbox: every mail the service made, and what became of it',
    access: ['admin'],
    query: pageQuery,
    response: page(MailSummary),
  },
  getMail: {
    method: 'GET',
    path: '/mail/:id',
    summary: 'One mail, HTML and text',
    access: ['admin'],
    params: z.object({ id: Id }),
    response: MailSummary.extend({
      html: z.string(),
      text: z.string(),
      headers: z.record(z.string(), z.string()),
    }),
  },
  previewDigest: {
    method: 'GET',
    path: '/digest/preview',
    summary: 'This week’s digest as the caller would get it now',
    access: 'signed-in',
    response: z.object({ subject: z.string(), html: z.string(), text: z.string(), isEmpty: z.boolean() }),
  },
  unsubscribe: {
    method: 'POST',
    path: '/unsubscribe/:token',
    summary: 'One-click unsubscribe from one stream (RFC 8058)',
    access: 'public',
    params: z.object({ token: z.string().min(20).max(400) }),
    response: Nothing,
  },
} as const satisfies Record<string, Endpoint>;
