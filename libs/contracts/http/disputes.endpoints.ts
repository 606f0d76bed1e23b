import { DISAGREEMENT_CAUSES, DISPUTE_KINDS, DISPUTE_STATES } from '#core/domain';
import { z } from 'zod';
import type { Endpoint } from './define-endpoint.js';
import { Evidence, EvidenceInput, PropositionDetail } from './review.endpoints.js';
import { DateOn, Id, Instant, Nothing, Outcome, VoidReason, words } from './words.schema.js';

export const Dispute = z
  .object({
    id: Id,
    propositionId: Id,
    statement: z.string(),
    kind: z.enum(DISPUTE_KINDS),
    state: z.enum(DISPUTE_STATES),
    reason: z.string(),
    evidence: z.array(Evidence),
    raisedAt: Instant,
    raisedBy: z.string().nullable().describe('null where the claimant raised it by a signed link'),
    claimant: z.string().nullable().describe('for whom an appeal is'),
    disputed: z.object({ version: z.int(), outcome: Outcome, voidReason: VoidReason.nullable() }),
    resolvedAt: Instant.nullable(),
    resolvedBy: z.string().nullable(),
    resolution: z.string().nullable(),
    eligible: z
      .int()
      .nullable()
      .describe('while open: reviewers who took no part and could still answer; null once closed'),
  })
  .meta({ id: 'Dispute' });

export const Correction = z
  .object({
    propositionId: Id,
    claimId: Id.nullable().describe('a claim on it with a public page'),
    statement: z.string(),
    reopenedAt: Instant,
    reason: z.string(),
    before: z.object({
      outcome: Outcome,
      voidReason: VoidReason.nullable(),
      occurredOn: DateOn.nullable(),
    }),
    after: z
      .object({
        outcome: Outcome,
        voidReason: VoidReason.nullable(),
        occurredOn: DateOn.nullable(),
        finalAt: Instant,
      })
      .nullable()
      .describe('null while no other verdict is final'),
  })
  .meta({ id: 'Correction' });

export const CorrectionsQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) });

export const Corrections = z
  .object({
    items: z.array(Correction),
    page: z.object({ number: z.int(), size: z.int(), total: z.int() }),
  })
  .meta({ id: 'Corrections' });

export const ClaimantAddress = z
  .object({ claimantId: Id, name: z.string(), email: z.string().nullable(), optedOut: z.boolean() })
  .meta({ id: 'ClaimantAddress' });

/** Who may see a proposition may object to its verdict and ask about its wording. */
const MAY_SEE = ['curator', 'lead', 'reviewer', 'reader'] as const;
const byId = { params: z.object({ id: Id }) };
const Cause = z.enum(DISAGREEMENT_CAUSES);

export const disputesEndpoints = {
  listDisputes: {
    method: 'GET',
    path: '/disputes',
    summary: 'Objections and appeals: the open ones, or those that were decided or withdrawn',
    access: ['lead'],
    query: z.object({ state: z.enum(['open', 'closed']).default('open') }),
    response: z.object({ items: z.array(Dispute) }),
  },
  raiseDispute: {
    method: 'POST',
    path: '/propositions/:id/disputes',
    summary: 'Object to the verdict, or appeal for a claimant; people who took no part answer anew',
    access: MAY_SEE,
    ...byId,
    body: z.object({
      kind: z.enum(DISPUTE_KINDS).default('objection'),
      claimantId: Id.nullable().default(null).describe('for whom an appeal is'),
      reason: words(4000),
      evidence: z.array(EvidenceInput).max(10).default([]),
    }),
    response: PropositionDetail,
    status: 201,
  },
  withdrawDispute: {
    method: 'POST',
    path: '/disputes/:id/withdrawal',
    summary: 'Take back a dispute one raised oneself; the verdict stands',
    access: MAY_SEE,
    ...byId,
    response: PropositionDetail,
  },
  resolveDisputes: {
    method: 'POST',
    path: '/propositions/:id/resolution',
    summary: 'A lead writes down what the panel found, or decides where it is split; closes the disputes',
    access: ['lead'],
    ...byId,
    body: z.object({
      reason: words(4000),
      outcome: Outcome.nullable().default(null).describe('only where the panel is split'),
      voidReason: VoidReason.nullable().default(null),
      occurredOn: DateOn.nullable().default(null),
      cause: Cause.nullable().default(null),
    }),
    response: PropositionDetail,
    status: 201,
  },
  nameDisagreement: {
    method: 'POST',
    path: '/propositions/:id/disagreement',
    summary:
      'Say why the answers of the newest round differed; whoever answered in it, or a lead once it is over',
    access: ['reviewer', 'lead'],
    ...byId,
    body: z.object({ cause: Cause }),
    response: PropositionDetail,
  },
  addThreadEntry: {
    method: 'POST',
    path: '/propositions/:id/thread',
    summary: 'Ask or answer a question about the wording; seen by everybody who works on it',
    access: MAY_SEE,
    ...byId,
    body: z.object({ text: words(2000) }),
    response: PropositionDetail,
    status: 201,
  },
  clarify: {
    method: 'POST',
    path: '/propositions/:id/clarifications',
    summary: 'Say how an open statement is to be read; dated, public and for good',
    access: ['curator', 'lead'],
    ...byId,
    body: z.object({ text: words(2000) }),
    response: PropositionDetail,
    status: 201,
  },
  hideThreadEntry: {
    method: 'POST',
    path: '/thread/:id/hiding',
    summary: 'Hide an entry that tells an answer',
    access: ['lead'],
    ...byId,
    response: PropositionDetail,
  },
  hideAnswer: {
    method: 'POST',
    path: '/answers/:id/hiding',
    summary: 'Take down what a claimant wrote; that something was, and why it is gone, stays public',
    access: ['lead'],
    ...byId,
    body: z.object({ reason: words(1000) }),
    response: PropositionDetail,
  },
  listClaimantAddresses: {
    method: 'GET',
    path: '/propositions/:id/addresses',
    summary: 'Where the claimants of a proposition are written to',
    access: ['lead'],
    ...byId,
    response: z.object({ items: z.array(ClaimantAddress) }),
  },
  setClaimantAddress: {
    method: 'PUT',
    path: '/claimants/:id/address',
    summary: 'Set where a claimant is written to; null erases the address and ends the links sent to it',
    access: ['lead'],
    ...byId,
    body: z.object({ email: z.email().max(254).nullable() }),
    response: Nothing,
  },
  listCorrections: {
    method: 'GET',
    path: '/corrections',
    summary: 'Every final verdict that was taken back, with what took its place, when and why',
    access: 'public',
    query: CorrectionsQuery,
    response: Corrections,
  },
} as const satisfies Record<string, Endpoint>;
