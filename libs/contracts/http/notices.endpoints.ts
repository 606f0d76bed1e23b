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

export const MailReport = z
  .object({
    /** Why a week without mail is no peace; null where there was some, or where nobody takes any. */
    alarm: z.enum(['nothing_sent', 'nothing_planned', 'all_empty']).nullable(),
    /** By its sending; the other counts are by when a mail was written. */
    sent: z.int(),
    failed: z.int(),
    unknown: z.int(),
    suppressed: z.int(),
    digestsSkipped: z.int(),
    waiting: z.int(),
    waitingSince: Instant.nullable(),
    /** Of all time, the newest first. */
    suppressions: z.array(
      z.object({ id: Id, address: z.string().nullable(), reason: z.string(), suppressedAt: Instant }),
    ),
    suppressionCount: z.int(),
  })
  .meta({ id: 'MailReport' });

export const noticesEndpoints = {
  listMail: {
    method: 'GET',
    path: '/mail',
    summary: 'The local inbox: every mail the service made, and what became of it',
    access: ['admin'],
    query: pageQuery.extend({ state: MailState.optional() }),
    response: page(MailSummary),
  },
  getMailReport: {
    method: 'GET',
    path: '/mail-report',
    summary: 'The mail of the last seven days, what waits, and the addresses that are dead',
    access: ['admin'],
    response: MailReport,
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
  retryMail: {
    method: 'POST',
    path: '/mail/:id/retry',
    summary: 'Sends a mail again that failed, was not sent, or may not have arrived',
    access: ['admin'],
    params: z.object({ id: Id }),
    response: Nothing,
  },
  liftSuppression: {
    method: 'DELETE',
    path: '/mail-suppressions/:id',
    summary: 'Lets mail go to an address again that a mail server had called dead',
    access: ['admin'],
    params: z.object({ id: Id }),
    response: Nothing,
  },
  sendTestDigest: {
    method: 'POST',
    path: '/digest/test',
    summary: 'Sends the caller the digest as it would be now; it does not count as the week’s',
    access: 'signed-in',
    response: z.object({ to: z.string() }),
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
