import { DISAGREEMENT_CAUSES, DISPUTE_KINDS, DISPUTE_STATES } from '#core/domain';
import { z } from 'zod';
import type { Endpoint } from './define-endpoint.js';
import { Match } from './events.endpoints.js';
import {
  Answer,
  ClaimantKind,
  ClaimRole,
  DateOn,
  DeadlineBasis,
  DeadlinePrecision,
  Id,
  Instant,
  LikelihoodBand,
  Nothing,
  Outcome,
  PropositionKind,
  Stance,
  StatusQuo,
  VerdictStage,
  VoidReason,
  WebAddress,
  WindowName,
  words,
} from './words.schema.js';

export const EvidenceInput = z
  .object({
    url: WebAddress,
    title: z.string().trim().max(500).default(''),
    publishedOn: DateOn.nullable().default(null),
    stance: Stance,
    note: z.string().trim().max(2000).default(''),
    copyId: Id.nullable().default(null).describe('of what the page said, as /evidence/preview gave it'),
  })
  .meta({ id: 'EvidenceInput' });

export const Evidence = z
  .object({
    url: z.string(),
    title: z.string(),
    publishedOn: DateOn.nullable(),
    stance: Stance,
    note: z.string(),
  })
  .meta({ id: 'Evidence' });

export const EvidencePreview = z
  .object({
    url: z.string(),
    copyId: Id.nullable().describe('null where the page has no words to keep'),
    title: z.string(),
    publishedOn: DateOn.nullable().describe('as the page says itself'),
    excerpt: z.string(),
  })
  .meta({ id: 'EvidencePreview' });

export const ReviewInput = z
  .object({
    leaseId: Id,
    answer: Answer,
    voidReason: VoidReason.nullable().default(null),
    occurredOn: DateOn.nullable().default(null),
    impossibleNow: z.boolean().default(false),
    evidence: z.array(EvidenceInput).max(20).default([]),
    confidence: z.enum(['low', 'medium', 'high']).nullable().default(null),
    searchNote: z.string().trim().max(4000).default(''),
    note: z.string().trim().max(4000).default(''),
  })
  .meta({ id: 'ReviewInput' });

export const Restatement = z
  .object({
    number: z.int().describe('from 1, in the order of saying'),
    of: z.int(),
    change: z.number().nullable().describe('in probability, from the one before, -1 to 1'),
  })
  .meta({ id: 'Restatement' });

export const ClaimOnProposition = z
  .object({
    id: Id,
    claimant: z.string().nullable().describe('null, as what follows, while it is hidden from the caller'),
    claimantId: Id.nullable(),
    claimantKind: ClaimantKind.nullable(),
    role: ClaimRole,
    quote: z.string(),
    prefix: z.string(),
    suffix: z.string(),
    sourceTitle: z.string(),
    outlet: z.string().nullable(),
    saidOn: DateOn,
    probability: LikelihoodBand.nullable(),
    condition: z.string().nullable(),
    retrospective: z.boolean(),
    series: Restatement.nullable().describe(
      'its place among what the claimant said of it; null where only once',
    ),
  })
  .meta({ id: 'ClaimOnProposition' });

export const ClaimantAnswer = z
  .object({
    id: Id,
    claimant: z.string(),
    text: z.string().nullable().describe('null where it was taken down'),
    answeredAt: Instant,
    hiddenReason: z.string().nullable(),
  })
  .meta({ id: 'ClaimantAnswer' });

export const Clarification = z.object({ text: z.string(), addedAt: Instant }).meta({ id: 'Clarification' });

export const PropositionDetail = z
  .object({
    id: Id,
    statement: z.string(),
    kind: PropositionKind,
    window: WindowName,
    windowStartOn: DateOn.nullable(),
    deadlineOn: DateOn.nullable(),
    zone: z.string(),
    precision: DeadlinePrecision.nullable(),
    deadlineBasis: DeadlineBasis,
    dueAt: Instant.nullable(),
    isDue: z.boolean(),
    criteria: z.string(),
    sourceOfTruth: z.string(),
    statusQuo: StatusQuo,
    topics: z.array(z.string()),
    family: z.string(),
    eventsMuted: z.boolean(),
    isAsked: z.boolean().describe('the caller may review it now: it is in their inbox, or put off by them'),
    isBlind: z
      .boolean()
      .describe('who said it, where and how likely is hidden until the caller has answered'),
    claims: z.array(ClaimOnProposition),
    matches: z.array(
      Match.extend({
        title: z.string(),
        url: z.string().nullable(),
        publishedAt: Instant,
        occurredOn: DateOn.nullable(),
        olderThanClaim: z.boolean(),
      }),
    ),
    verdicts: z.array(
      z.object({
        version: z.int(),
        outcome: Outcome.nullable(),
        voidReason: VoidReason.nullable(),
        stage: VerdictStage,
        occurredOn: DateOn.nullable(),
        decidedAt: Instant,
        finaliseDueAt: Instant.nullable(),
        reason: z.string().nullable(),
      }),
    ),
    disputes: z.array(
      z.object({
        id: Id,
        kind: z.enum(DISPUTE_KINDS),
        state: z.enum(DISPUTE_STATES),
        reason: z.string(),
        evidence: z.array(Evidence),
        raisedAt: Instant,
        raisedBy: z.string().nullable().describe('null where the claimant raised it by a signed link'),
        claimant: z.string().nullable().describe('for whom an appeal is'),
        verdictVersion: z.int(),
        mine: z.boolean(),
        resolvedAt: Instant.nullable(),
        resolvedBy: z.string().nullable(),
        resolution: z.string().nullable(),
      }),
    ),
    claimantsSay: z.array(ClaimantAnswer).describe('what claimants wrote about the verdict'),
    clarifications: z.array(Clarification),
    thread: z
      .array(
        z.object({
          id: Id,
          author: z.string(),
          text: z.string().nullable().describe('null where a lead hid it'),
          addedAt: Instant,
        }),
      )
      .describe('questions on the wording; no answers'),
    variants: z
      .array(
        z.object({
          id: Id,
          statement: z.string(),
          deadlineOn: DateOn,
          outcome: Outcome.nullable().describe('of the verdict that stands'),
          implies: z
            .enum(['OCCURRED', 'NOT_OCCURRED'])
            .nullable()
            .describe('what that verdict says of this proposition'),
        }),
      )
      .describe('the same question with other deadlines'),
    round: z
      .object({
        number: z.int(),
        state: z.enum(['open', 'split', 'decided', 'abandoned']),
        reason: z.enum(['due', 'recheck', 'match', 'dispute', 'reopened', 'manual']),
        disagreementCause: z
          .enum(DISAGREEMENT_CAUSES)
          .nullable()
          .describe('why the answers differed; null while the caller must stay blind'),
        lacksCause: z
          .boolean()
          .describe('the answers differed, the caller sees them, and nobody has said why'),
        agreed: z
          .object({ answer: Answer, voidReason: VoidReason.nullable(), occurredOn: DateOn.nullable() })
          .nullable()
          .describe('what the panel of a dispute found, for the lead who writes the resolution'),
        answered: z.boolean().describe('whether the caller has answered in this round'),
        reviews: z
          .array(
            z.object({
              reviewer: z.string(),
              answer: Answer,
              voidReason: VoidReason.nullable(),
              occurredOn: DateOn.nullable(),
              note: z.string(),
              searchNote: z.string(),
              evidence: z.array(Evidence),
              submittedAt: Instant,
            }),
          )
          .nullable()
          .describe('null while the caller must stay blind'),
      })
      .nullable(),
  })
  .meta({ id: 'PropositionDetail' });

export const Lease = z.object({ leaseId: Id, propositionId: Id, expiresAt: Instant }).meta({ id: 'Lease' });

export const ReviewDraft = z
  .object({ draft: ReviewInput.omit({ leaseId: true }).partial().nullable(), savedAt: Instant.nullable() })
  .meta({ id: 'ReviewDraft' });

const byProposition = { params: z.object({ id: Id }) };

export const reviewEndpoints = {
  getProposition: {
    method: 'GET',
    path: '/propositions/:id',
    summary: 'A proposition with claims, matches, verdicts, and the round as far as the caller may see it',
    access: ['curator', 'lead', 'reviewer', 'reader'],
    ...byProposition,
    response: PropositionDetail,
  },
  takeLease: {
    method: 'POST',
    path: '/propositions/:id/lease',
    summary: 'Start or renew work on a review; 20 minutes',
    access: ['reviewer', 'lead'],
    ...byProposition,
    response: Lease,
    status: 201,
  },
  releaseLease: {
    method: 'DELETE',
    path: '/leases/:id',
    summary: 'Give a lease back',
    access: ['reviewer', 'lead'],
    params: z.object({ id: Id }),
    response: Nothing,
  },
  unblind: {
    method: 'POST',
    path: '/propositions/:id/unblinding',
    summary: 'See the claimants before answering; it is written down',
    access: ['reviewer', 'lead'],
    ...byProposition,
    response: PropositionDetail,
    status: 201,
  },
  previewEvidence: {
    method: 'POST',
    path: '/evidence/preview',
    summary: 'Look up an address given as evidence, and keep what it says',
    access: ['reviewer', 'lead'],
    body: z.object({ url: WebAddress }),
    response: EvidencePreview,
    status: 201,
  },
  getReviewDraft: {
    method: 'GET',
    path: '/propositions/:id/draft',
    summary: 'The caller’s unfinished review',
    access: ['reviewer', 'lead'],
    ...byProposition,
    response: ReviewDraft,
  },
  saveReviewDraft: {
    method: 'PUT',
    path: '/propositions/:id/draft',
    summary: 'Keep an unfinished review',
    access: ['reviewer', 'lead'],
    ...byProposition,
    body: ReviewInput.omit({ leaseId: true }).partial(),
    response: ReviewDraft,
  },
  submitReview: {
    method: 'POST',
    path: '/propositions/:id/reviews',
    summary: 'Answer "Did this happen by the deadline?", once in a round',
    access: ['reviewer', 'lead'],
    ...byProposition,
    body: ReviewInput,
    response: z.object({
      reviewId: Id,
      round: z
        .enum(['waiting', 'agreed', 'split', 'recheck', 'retest'])
        .describe('retest: the caller had answered this before, and nothing comes of the second answer'),
    }),
    status: 201,
  },
  decideSplit: {
    method: 'POST',
    path: '/propositions/:id/decision',
    summary: 'A lead who has not reviewed decides a split round, with a written reason',
    access: ['lead'],
    ...byProposition,
    body: z.object({
      outcome: Outcome,
      voidReason: VoidReason.nullable().default(null),
      occurredOn: DateOn.nullable().default(null),
      reason: words(4000),
      cause: z
        .enum(DISAGREEMENT_CAUSES)
        .nullable()
        .default(null)
        .describe('why the answers differ; needed where they do not show it themselves'),
    }),
    response: PropositionDetail,
    status: 201,
  },
  reopenProposition: {
    method: 'POST',
    path: '/propositions/:id/reopening',
    summary: 'Take a verdict back and start a new round; history stays',
    access: ['lead'],
    ...byProposition,
    body: z.object({ reason: words(4000) }),
    response: PropositionDetail,
    status: 201,
  },
} as const satisfies Record<string, Endpoint>;
