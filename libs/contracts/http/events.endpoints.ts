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
  Stance,
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
    /** What the event says of the statement; null until somebody said so. */
    stance: Stance.nullable(),
    byHand: z.boolean(),
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
    /** Reports of the same story, this one among them. */
    reports: z.int(),
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

/** An event that is recorded because of what happened to one proposition. */
const About = z.object({ propositionId: Id, stance: Stance });

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

const Decided = {
  suggested: z.int(),
  confirmed: z.int(),
  rejected: z.int(),
  /** Confirmed of those decided, with its 95 % Wilson interval; null where none was. */
  precision: z.object({ share: z.number(), low: z.number(), high: z.number() }).nullable(),
};

export const MatchQuality = z
  .object({
    /** Scores from which a match is suggested, and strong. */
    suggestFrom: z.number(),
    strongFrom: z.number(),
    scores: z.array(z.object({ from: z.number(), ...Decided })),
    feeds: z.array(z.object({ id: Id, title: z.string(), muted: z.boolean(), events: z.int(), ...Decided })),
  })
  .meta({ id: 'MatchQuality' });

export const eventsEndpoints = {
  listEvents: {
    method: 'GET',
    path: '/events',
    summary: 'Events, newest first, with their matches',
    access: ['curator', 'lead', 'reviewer'],
    query: pageQuery.extend({
      q: z.string().optional(),
      show: z.enum(['all', 'suggested', 'strong', 'unmatched']).default('all'),
      feed: z.string().max(200).optional(),
    }),
    response: page(EventReport),
  },
  addEvent: {
    method: 'POST',
    path: '/events',
    summary:
      'Record an event by hand, with `about` linked to a proposition; matching follows in the background',
    access: ['curator', 'lead', 'reviewer'],
    body: EventInput.extend({ about: About.nullable().default(null) }),
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
    body: z.object({
      decision: z.enum(['confirmed', 'rejected']),
      stance: Stance.nullable().default(null),
    }),
    response: Match,
  },
  linkEvent: {
    method: 'POST',
    path: '/events/:id/matches',
    summary: 'Link an event to a proposition by hand; a suggestion of the pair is confirmed',
    access: ['curator', 'lead', 'reviewer'],
    params: z.object({ id: Id }),
    body: About,
    response: Match,
    status: 201,
  },
  muteProposition: {
    method: 'POST',
    path: '/propositions/:id/events-muted',
    summary: 'Stop, or begin again, suggesting events for a proposition',
    access: ['curator', 'lead'],
    params: z.object({ id: Id }),
    body: z.object({ muted: z.boolean() }),
    response: z.object({ muted: z.boolean() }),
  },
  muteFeed: {
    method: 'POST',
    path: '/feeds/:id/muted',
    summary: 'Stop, or begin again, matching the events of a feed; they are kept',
    access: ['admin', 'lead'],
    params: z.object({ id: Id }),
    body: z.object({ muted: z.boolean() }),
    response: z.object({ muted: z.boolean() }),
  },
  getMatchQuality: {
    method: 'GET',
    path: '/matches/quality',
    summary: 'How many suggested matches people confirmed and rejected, by feed and by score',
    access: ['admin', 'lead'],
    response: MatchQuality,
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
