import { z } from 'zod';
import type { Endpoint } from './define-endpoint.js';
import { Evidence } from './review.endpoints.js';
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

export const Standing = z
  .object({
    claimantId: Id,
    claimant: z.string(),
    kind: ClaimantKind,
    n: z.int().describe('series scored'),
    families: z.int(),
    texts: z.int(),
    meanBrier: z.number().nullable().describe('0-1, lower is better'),
    meanBrierLow: z.number().nullable().describe('best reading of the words'),
    meanBrierHigh: z.number().nullable().describe('worst reading of the words'),
    pending: z.int(),
    void: z.int(),
    conditionUnmet: z.int(),
    ambiguous: z.int(),
    unscoreable: z.int(),
    retrospective: z.int(),
    record: z.enum(['building', 'established']),
  })
  .meta({ id: 'Standing' });

export const Board = z
  .object({
    id: Id,
    asOf: Instant,
    methodVersion: z.string(),
    minFamilies: z.int(),
    minTexts: z.int(),
    standings: z.array(Standing),
  })
  .meta({ id: 'Board' });

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
    score: z
      .object({ brier: z.number(), brierLow: z.number(), brierHigh: z.number() })
      .nullable()
      .describe('Brier 0-1, lower is better; null until a final verdict'),
    preview: z
      .object({ brier: z.number(), brierLow: z.number(), brierHigh: z.number() })
      .nullable()
      .describe('what a provisional verdict would score if it became final'),
    inclusion: Inclusion.describe('whether it counts today, or why it does not'),
    timeline: z.array(
      z.object({
        on: DateOn,
        kind: z.enum(['said', 'event', 'due', 'occurred', 'verdict', 'final']),
        label: z.string().describe('title of the source or of the event; empty for the other kinds'),
        url: z.string().nullable(),
      }),
    ),
    otherClaims: z.array(
      z.object({ id: Id, claimant: z.string(), saidOn: DateOn, probability: LikelihoodBand }),
    ),
  })
  .meta({ id: 'PublicClaim' });

export const ClaimantPage = z
  .object({
    id: Id,
    name: z.string(),
    kind: ClaimantKind,
    standing: Standing.nullable(),
    asOf: Instant.nullable(),
    claims: z.array(
      z.object({
        id: Id,
        statement: z.string(),
        saidOn: DateOn,
        deadlineOn: DateOn.nullable(),
        probability: LikelihoodBand,
        outcome: Outcome.nullable().describe('of a final verdict only'),
        brier: z.number().nullable(),
        counts: Inclusion.describe('whether it counts today, or why it does not'),
      }),
    ),
  })
  .meta({ id: 'ClaimantPage' });

export const publishingEndpoints = {
  getBoard: {
    method: 'GET',
    path: '/board',
    summary: 'The newest board',
    access: 'public',
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
    response: ClaimantPage,
  },
} as const satisfies Record<string, Endpoint>;
