import { DISAGREEMENT_CAUSES } from '#core/domain';
import { z } from 'zod';
import type { Endpoint } from './define-endpoint.js';
import { Answer, DateOn, Id, Instant, Nothing, Outcome, VoidReason } from './words.schema.js';

const Share = z.number().describe('0-1, higher is better');
const Trials = z.object({ hits: z.int(), n: z.int() });
const Named = z.object({ id: Id, name: z.string() });

export const ReviewerReport = z
  .object({
    minItems: z.int().describe('items a reviewer needs for a rank'),
    agreement: z
      .object({
        items: z.int().describe('propositions with a final verdict that two or more answered'),
        raw: Share.nullable(),
        ac1: z.number().nullable().describe('at most 1, 0 is chance; null where there was nothing to choose'),
        alpha: z.number().nullable().describe('at most 1, 0 is chance; null where all answered alike'),
      })
      .describe('of all reviewers'),
    reviewers: z.array(
      Named.extend({
        rank: z.int().nullable().describe('1 is best; null while a record is being built'),
        agreement: Trials.describe(
          'on how many items the answer was the verdict that others made without it',
        ),
        share: z
          .object({ value: Share, low: Share, high: Share })
          .nullable()
          .describe('of that agreement, with its 95 % Wilson interval'),
        reliability: z
          .object({ mean: Share, low: Share, high: Share })
          .nullable()
          .describe('the share drawn towards that of all reviewers, with its 95 % interval'),
        gold: Trials.describe('items whose answer was known beforehand'),
        retests: Trials.describe('questions answered twice, and on how many both answers were the same'),
        undecidedWithout: z.int().describe('items without a verdict, or with another, but for this answer'),
        minutes: z.number().nullable().describe('median time with the form open'),
        days: z.number().nullable().describe('median time from being asked to the answer'),
        flags: z
          .array(z.enum(['below_others', 'known_answers_missed', 'inconsistent']))
          .describe('what a lead might talk about; changes no verdict'),
      }),
    ),
    pairs: z
      .array(z.object({ first: Named, second: Named, n: z.int(), raw: Share, ac1: z.number().nullable() }))
      .describe('every two who answered the same items, most in common first; at most 200'),
    causes: z
      .array(
        z.object({
          topic: z.string().nullable(),
          cause: z.enum(DISAGREEMENT_CAUSES),
          n: z.int(),
        }),
      )
      .describe('why reviewers disagreed, by topic'),
  })
  .meta({ id: 'ReviewerReport' });

export const GoldItem = z
  .object({
    propositionId: Id,
    statement: z.string(),
    answer: Outcome.nullable().describe('null to whom the question may yet be put'),
    occurredOn: DateOn.nullable(),
    addedBy: z.string(),
    addedAt: Instant,
    isDecided: z.boolean(),
  })
  .meta({ id: 'GoldItem' });

const GivenAnswer = z.object({
  answer: Answer,
  voidReason: VoidReason.nullable(),
  occurredOn: DateOn.nullable(),
});

export const OwnRetests = z
  .object({
    hits: z.int().describe('how often both answers were the same'),
    n: z.int(),
    items: z.array(
      z.object({
        propositionId: Id,
        statement: z.string(),
        first: GivenAnswer,
        second: GivenAnswer,
        isSame: z.boolean(),
        answeredAt: Instant.describe('the second time'),
      }),
    ),
  })
  .meta({ id: 'OwnRetests' });

const byProposition = z.object({ id: Id });

export const reviewersEndpoints = {
  getReviewerReport: {
    method: 'GET',
    path: '/reviewers',
    summary: 'How far reviewers agree, with each other and with final verdicts',
    access: ['lead', 'admin'],
    response: ReviewerReport,
  },
  listOwnRetests: {
    method: 'GET',
    path: '/me/retests',
    summary: 'What the caller has answered twice; nothing of what is still to be answered',
    access: ['reviewer', 'lead'],
    response: OwnRetests,
  },
  listGoldItems: {
    method: 'GET',
    path: '/gold-items',
    summary: 'Propositions whose answer was known before anybody reviewed them',
    access: ['lead'],
    response: z.object({ items: z.array(GoldItem) }),
  },
  setGoldItem: {
    method: 'PUT',
    path: '/propositions/:id/gold',
    summary:
      'Note the known answer of a proposition not put to reviewers yet; whoever does so does not review it',
    access: ['lead'],
    params: byProposition,
    body: z.object({ answer: Outcome, occurredOn: DateOn.nullable().default(null) }),
    response: Nothing,
  },
  removeGoldItem: {
    method: 'DELETE',
    path: '/propositions/:id/gold',
    summary: 'Forget the known answer of a proposition not put to reviewers yet',
    access: ['lead'],
    params: byProposition,
    response: Nothing,
  },
} as const satisfies Record<string, Endpoint>;
