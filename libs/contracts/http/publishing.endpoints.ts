import { DISPUTE_KINDS, DISPUTE_STATES } from '#core/domain';
import { z } from 'zod';
import type { Endpoint } from './define-endpoint.js';
import { ClaimantAnswer, Clarification, Evidence } from './review.endpoints.js';

import { Profile, ProfileQuery } from './profile.schema.js';
import { Board, BoardQuery, MethodPage, Move, MoveQuery } from './standings.schema.js';
import {
  ClaimantKind,
  ClaimRole,
  DateOn,
  DeadlineBasis,
  Id,
  Inclusion,
  Instant,
  LikelihoodBand,
  Outcome,
  PropositionKind,
  VoidReason,
} from './words.schema.js';

export const PublicClaim = z
  .object({
    id: Id,
    statement: z.string(),
    kind: PropositionKind,
    claimant: z.object({ id: Id, name: z.string(), kind: ClaimantKind, hasPage: z.boolean() }),
    role: ClaimRole,
    probability: LikelihoodBand,
    condition: z.string().nullable(),
    saidOn: DateOn,
    retrospective: z.boolean(),
    quote: z.object({ prefix: z.string(), exact: z.string(), suffix: z.string() }),
    source: z.object({
      title: z.string(),
      outlet: z.string().nullable(),
      address: z.string().nullable(),
      publishedOn: DateOn.nullable(),
    }),
    deadlineOn: DateOn.nullable(),
    deadlineBasis: DeadlineBasis,
    criteria: z.string(),
    verdict: z
      .object({
        outcome: Outcome,
        voidReason: VoidReason.nullable(),
        stage: z.enum(['provisional', 'final']),
        occurredOn: DateOn.nullable(),
        decidedAt: Instant,
        finaliseDueAt: Instant.nullable(),
        reason: z.string().nullable(),
        evidence: z.array(Evidence),
      })
      .nullable(),
    answers: z.array(ClaimantAnswer).describe('what claimants wrote about the verdict'),
    clarifications: z.array(Clarification).describe('dated notes on how the proposition is read'),
    disputes: z.array(
      z.object({
        kind: z.enum(DISPUTE_KINDS),
        state: z.enum(DISPUTE_STATES),
        raisedAt: Instant,
        resolvedAt: Instant.nullable(),
        resolution: z.string().nullable(),
      }),
    ),
    corrections: z
      .array(z.object({ at: Instant, before: Outcome, reason: z.string() }))
      .describe('final verdicts that were taken back'),
    score: z
      .object({ brier: z.number(), brierLow: z.number(), brierHigh: z.number() })
      .nullable()
      .describe('Brier 0-1, lower is better; null until a final verdict'),
    preview: z
      .object({ brier: z.number(), brierLow: z.number(), brierHigh: z.number() })
      .nullable()
      .describe('what a provisional verdict would score if it became final'),
    reference: z.number().nullable().describe('base rate as known before the claim, 0-1'),
    weight: z
      .number()
      .nullable()
      .describe('share of the time it stood in its series, 0-1; null unless scored'),
    effect: z.number().nullable().describe("what it adds to the claimant's mean skill, higher is better"),
    inclusion: Inclusion.describe('whether it counts today, or why it does not'),
    timeline: z.array(
      z.object({
        on: DateOn,
        kind: z.enum(['said', 'event', 'due', 'occurred', 'verdict', 'final']),
        label: z.string().describe('title of the source or of the event; empty for the other kinds'),
        url: z.string().nullable(),
      }),
    ),
    series: z
      .array(
        z.object({
          id: Id,
          saidOn: DateOn,
          probability: LikelihoodBand,
          change: z.number().nullable().describe('in probability, from the one before, -1 to 1'),
        }),
      )
      .describe('all that the claimant said of it, this claim included, in order; empty where only once'),
    otherClaims: z.array(
      z.object({ id: Id, claimant: z.string(), saidOn: DateOn, probability: LikelihoodBand }),
    ),
  })
  .meta({ id: 'PublicClaim' });

export const publishingEndpoints = {
  getBoard: {
    method: 'GET',
    path: '/board',
    summary: 'The newest board, or that of a filter or an earlier day',
    access: 'public',
    query: BoardQuery,
    response: Board.nullable(),
  },
  getClaim: {
    method: 'GET',
    path: '/claims/:id',
    summary: 'A claim with quote, verdict, evidence and effect',
    access: 'public',
    params: z.object({ id: Id }),
    response: PublicClaim,
  },
  getClaimant: {
    method: 'GET',
    path: '/claimants/:id',
    summary: 'A claimant and the exact claims behind the numbers',
    access: 'public',
    params: z.object({ id: Id }),
    query: ProfileQuery,
    response: Profile,
  },
  getOutlet: {
    method: 'GET',
    path: '/outlets/:id',
    summary: 'An outlet and the exact claims behind the numbers',
    access: 'public',
    params: z.object({ id: Id }),
    query: ProfileQuery,
    response: Profile,
  },
  getClaimantMove: {
    method: 'GET',
    path: '/claimants/:id/move',
    summary: 'Why a claimant stands elsewhere on one day than on another',
    access: 'public',
    params: z.object({ id: Id }),
    query: MoveQuery,
    response: Move,
  },
  getOutletMove: {
    method: 'GET',
    path: '/outlets/:id/move',
    summary: 'Why an outlet stands elsewhere on one day than on another',
    access: 'public',
    params: z.object({ id: Id }),
    query: MoveQuery,
    response: Move,
  },
  getMethod: {
    method: 'GET',
    path: '/method',
    summary: 'Versions and settings that numbers are computed with today',
    access: 'public',
    response: MethodPage,
  },
} as const satisfies Record<string, Endpoint>;
