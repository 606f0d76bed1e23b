import { z } from 'zod';
import type { Endpoint } from './define-endpoint.js';
import {
  DateOn,
  Id,
  Instant,
  MatchState,
  MatchStrength,
  Outcome,
  page,
  pageQuery,
  VerdictStage,
  WebAddress,
  words,
} from './words.schema.js';

export const Match = z
  .object({
    id: Id,
    eventId: Id,
    propositionId: Id,
    statement: z.string(),
    deadlineOn: DateOn.nullable(),
    score: z.number(),
    strength: MatchStrength,
    reasons: z.array(z.string()),
    state: MatchState,
  })
  .meta({ id: 'Match' });

export const EventReport = z
  .object({
    id: Id,
    title: z.string(),
    summary: z.string(),
    url: z.string().nullable(),
    publishedAt: Instant,
    occurredOn: DateOn.nullable(),
    feed: z.string().nullable(),
    recordedAt: Instant,
    matches: z.array(Match),
  })
  .meta({ id: 'EventReport' });

export const EventInput = z
  .object({
    title: words(500),
    summary: z.string().trim().max(5000).default(''),
    url: WebAddress.nullable().default(null),
    publishedAt: z.union([Instant, DateOn]),
    occurredOn: DateOn.nullable().default(null),
    feed: z.string().trim().max(200).nullable().default(null),
  })
  .meta({ id: 'EventInput' });

export const PropositionSummary = z
  .object({
    id: Id,
    statement: z.string(),
    deadlineOn: DateOn.nullable(),
    dueAt: Instant.nullable(),
    topics: z.array(z.string()),
    family: z.string(),
    claims: z.int(),
    matches: z.int(),
    verdict: z.object({ outcome: Outcome, stage: VerdictStage }).nullable(),
  })
  .meta({ id: 'PropositionSummary' });

export const eventsEndpoints = {
  listEvents: {
    method: 'GET',
    path: '/events',
    summary: 'Events, newest first, with their matches',
    access: ['curator', 'lead', 'reviewer'],
    query: pageQuery.extend({ q: z.string().optional() }),
    response: page(EventReport),
  },
  addEvent: {
    method: 'POST',
    path: '/events',
    summary: 'Record an event by hand; matching follows in the background',
    access: ['curator', 'lead', 'reviewer'],
    body: EventInput,
    response: z.object({ event: EventReport, created: z.boolean() }),
    status: 201,
  },
  importEvents: {
    method: 'POST',
    path: '/events/import',
    summary: 'Events from CSV (title,summary,url,publishedAt,occurredOn,feed); all rows or none',
    access: ['curator', 'lead'],
    body: z.object({ csv: z.string().min(1).max(10_000_000) }),
    response: z.object({ created: z.int(), existing: z.int() }),
    status: 201,
  },
  decideMatch: {
    method: 'POST',
    path: '/matches/:id/decision',
    summary: 'Confirm or reject a match; a rejected pair never returns',
    access: ['curator', 'lead', 'reviewer'],
    params: z.object({ id: Id }),
    body: z.object({ decision: z.enum(['confirmed', 'rejected']) }),
    response: Match,
  },
  listPropositions: {
    method: 'GET',
    path: '/propositions',
    summary: 'Propositions by deadline',
    access: ['curator', 'lead', 'reviewer', 'reader'],
    query: pageQuery.extend({
      q: z.string().optional(),
      state: z.enum(['open', 'due', 'provisional', 'final', 'all']).default('all'),
    }),
    response: page(PropositionSummary),
  },
} as const satisfies Record<string, Endpoint>;
