import { z } from 'zod';
import type { Endpoint } from './define-endpoint.js';
import { Lease } from './review.endpoints.js';
import { DateOn, Id, Instant, Nothing, words } from './words.schema.js';

const Reason = z.enum(['due', 'recheck', 'strong_match', 'dispute', 'reopened', 'split']);
const SkipReasonName = z.enum(['no_access', 'not_my_field', 'unclear_wording', 'needs_time', 'other']);

export const InboxItem = z
  .object({
    propositionId: Id,
    statement: z.string(),
    deadlineOn: DateOn.nullable(),
    dueAt: Instant.nullable(),
    overdueDays: z.int().nullable(),
    topics: z.array(z.string()),
    reasons: z.array(Reason),
    claims: z.int(),
    leasedByOthers: z.boolean(),
    hasDraft: z.boolean(),
    isSkipped: z.boolean(),
    assignment: z
      .object({ note: z.string(), dueOn: DateOn.nullable() })
      .nullable()
      .describe('to the caller, by name or through a group'),
  })
  .meta({ id: 'InboxItem' });

/** What of the inbox is wanted: the query of the page's address and of the endpoint alike. */
const filter = {
  reason: Reason.optional(),
  topic: z.string().trim().min(1).max(200).optional(),
  claimant: Id.optional(),
  outlet: Id.optional(),
  overdue: z.coerce.number().int().min(1).max(10_000).optional().describe('due for at least so many days'),
  assigned: z.enum(['me']).optional(),
  group: Id.optional(),
  q: z.string().trim().max(200).optional(),
};

export const InboxFilterInput = z.object(filter);

const Choice = z.object({ id: Id, name: z.string() });

export const InboxChoices = z
  .object({
    topics: z.array(z.string()),
    claimants: z.array(Choice).describe('empty while claimants are hidden from reviewers'),
    outlets: z.array(Choice),
    groups: z.array(Choice),
    people: z.array(Choice).describe('who can be asked; for leads'),
  })
  .meta({ id: 'InboxChoices' });

export const InboxView = z
  .object({
    name: words(80),
    query: z.string().trim().max(1000).describe('as in the address of the page, without the question mark'),
  })
  .meta({ id: 'InboxView' });

const Views = z.object({ views: z.array(InboxView) });

export const NextReview = z
  .object({
    lease: Lease.nullable(),
    held: z
      .object({ items: z.int(), until: Instant.nullable() })
      .describe(
        'what others are at work on, where there is nothing for the caller; first of it free at the latest',
      ),
  })
  .meta({ id: 'NextReview' });

export const Oversight = z
  .object({
    assignments: z.array(
      z.object({
        id: Id,
        to: z.string(),
        isGroup: z.boolean(),
        propositionId: Id,
        statement: z.string(),
        note: z.string(),
        dueOn: DateOn.nullable(),
      }),
    ),
    snoozes: z.array(
      z.object({ person: z.string(), propositionId: Id, statement: z.string(), untilOn: DateOn }),
    ),
    skips: z.array(
      z.object({
        person: z.string(),
        propositionId: Id,
        statement: z.string(),
        reason: SkipReasonName,
        note: z.string(),
        skippedAt: Instant,
      }),
    ),
  })
  .meta({ id: 'Oversight' });

const byProposition = { params: z.object({ id: Id }) };
const access = ['reviewer', 'lead'] as const;

export const inboxEndpoints = {
  listInbox: {
    method: 'GET',
    path: '/inbox',
    summary: 'What waits for the caller’s review',
    access,
    query: z.object({
      ...filter,
      order: z
        .enum(['urgency', 'value'])
        .default('urgency')
        .describe('`value`: what would narrow the board most'),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    response: z.object({ items: z.array(InboxItem), nextCursor: z.string().nullable() }),
  },
  countInbox: {
    method: 'GET',
    path: '/inbox/count',
    summary: 'How many items the list holds',
    access,
    query: z.object(filter),
    response: z.object({ count: z.int() }),
  },
  listInboxChoices: {
    method: 'GET',
    path: '/inbox/choices',
    summary: 'By what the inbox can be narrowed, and whom a lead can ask',
    access,
    response: InboxChoices,
  },
  claimNext: {
    method: 'POST',
    path: '/inbox/next',
    summary: 'Take the first item nobody else is needed for less: a lease, or who holds the rest until when',
    access,
    body: z.object({ ...filter, except: z.array(Id).max(100).default([]) }),
    response: NextReview,
    status: 201,
  },
  listInboxViews: {
    method: 'GET',
    path: '/inbox/views',
    summary: 'The caller’s saved filters',
    access,
    response: Views,
  },
  saveInboxView: {
    method: 'PUT',
    path: '/inbox/views',
    summary: 'Save a filter under a name; the same name replaces it',
    access,
    body: InboxView,
    response: Views,
  },
  dropInboxView: {
    method: 'DELETE',
    path: '/inbox/views/:name',
    summary: 'Forget a saved filter',
    access,
    params: z.object({ name: z.string().min(1).max(80) }),
    response: Views,
  },
  snooze: {
    method: 'PUT',
    path: '/propositions/:id/snooze',
    summary: 'Out of the caller’s inbox until a day; a new dispute or strong match brings it back before',
    access,
    ...byProposition,
    body: z.object({ untilOn: DateOn }),
    response: Nothing,
  },
  endSnooze: {
    method: 'DELETE',
    path: '/propositions/:id/snooze',
    summary: 'Back into the inbox',
    access,
    ...byProposition,
    response: Nothing,
  },
  skip: {
    method: 'PUT',
    path: '/propositions/:id/skip',
    summary: 'Leave a review to others, with the reason; to the end of the caller’s inbox',
    access,
    ...byProposition,
    body: z
      .object({ reason: SkipReasonName, note: z.string().trim().max(1000).default('') })
      .refine(({ reason, note }) => reason !== 'other' || note !== '', {
        path: ['note'],
        error: 'say why',
      }),
    response: Nothing,
  },
  endSkip: {
    method: 'DELETE',
    path: '/propositions/:id/skip',
    summary: 'Take a skip back',
    access,
    ...byProposition,
    response: Nothing,
  },
  assignReviews: {
    method: 'POST',
    path: '/inbox/assignments',
    summary: 'Ask a person or a group for reviews',
    access: ['lead'],
    body: z
      .object({
        propositionIds: z.array(Id).min(1).max(500),
        userId: Id.nullable().default(null),
        groupId: Id.nullable().default(null),
        note: z.string().trim().max(1000).default(''),
        dueOn: DateOn.nullable().default(null),
      })
      .refine(({ userId, groupId }) => (userId === null) !== (groupId === null), {
        path: ['userId'],
        error: 'a person or a group, one of them',
      }),
    response: z.object({
      assigned: z.array(Id),
      refused: z.array(z.object({ propositionId: Id, reason: z.enum(['conflict', 'not_needed']) })),
    }),
    status: 201,
  },
  withdrawAssignment: {
    method: 'DELETE',
    path: '/inbox/assignments/:id',
    summary: 'No longer ask',
    access: ['lead'],
    params: z.object({ id: Id }),
    response: Nothing,
  },
  getOversight: {
    method: 'GET',
    path: '/inbox/oversight',
    summary: 'Who was asked for what, what is put off until when, and why reviews are left to others',
    access: ['lead'],
    response: Oversight,
  },
} as const satisfies Record<string, Endpoint>;
