import { CLAIM_STATES, CODING_FIELDS, CODING_OUTCOMES, SECOND_CODINGS } from '#core/domain';
import { z } from 'zod';
import type { Endpoint } from './define-endpoint.js';
import {
  DateOn,
  DeadlineBasis,
  DeadlinePrecision,
  Id,
  Instant,
  LikelihoodBand,
  words,
} from './words.schema.js';

export const CodingFieldName = z.enum(CODING_FIELDS).meta({ id: 'CodingField' });
export const SecondCodings = z.enum(SECOND_CODINGS).meta({ id: 'SecondCodings' });

const Coded = {
  probability: LikelihoodBand,
  windowStartOn: DateOn.nullable(),
  deadlineOn: DateOn.nullable(),
  precision: DeadlinePrecision.nullable(),
  deadlineBasis: DeadlineBasis,
  deadlinePhrase: z.string().trim().max(300),
  negated: z.boolean().describe('the quote denies the statement; the band is still that of the statement'),
  condition: z.string().nullable(),
  conditionPropositionId: Id.nullable(),
  alreadyHappened: z
    .boolean()
    .describe('known to the coder to have happened, or to have become impossible, by then'),
};

export const Coding = z
  .object({
    ...Coded,
    ordinal: z.union([z.literal(1), z.literal(2)]).describe('1 is that of whoever accepted the claim'),
    coder: z.string(),
    mine: z.boolean(),
    conditionStatement: z.string().nullable(),
    codedAt: Instant,
  })
  .meta({ id: 'Coding' });

const Ordinal = z.union([z.literal(1), z.literal(2)]).nullable();
const Choices = z.object({
  band: Ordinal.default(null),
  deadline: Ordinal.default(null),
  polarity: Ordinal.default(null),
  condition: Ordinal.default(null),
});

export const CodingTask = z
  .object({
    claimId: Id,
    state: z.enum(CLAIM_STATES),
    part: z
      .enum(['to_code', 'to_settle', 'waiting', 'closed'])
      .describe('what it asks of the caller; `waiting` for somebody else'),
    claimant: z.string(),
    statement: z.string(),
    saidOn: DateOn.describe('when the text was published'),
    sourceTitle: z.string(),
    outlet: z.string().nullable(),
    quote: z.string(),
    before: z.string().describe('the text before the quote'),
    after: z.string(),
    joins: z
      .boolean()
      .describe('its statement was open before: the deadline of the first coding is that of the statement'),
    codings: z.array(Coding).nullable().describe('null to whoever may yet code it'),
    differs: z
      .array(CodingFieldName)
      .describe('where the two differ; none where there are no two to be seen'),
    settlement: z
      .object({
        outcome: z.enum(CODING_OUTCOMES),
        choices: z.object({ band: Ordinal, deadline: Ordinal, polarity: Ordinal, condition: Ordinal }),
        reason: z.string(),
        settledBy: z.string(),
        settledAt: Instant,
      })
      .nullable(),
  })
  .meta({ id: 'CodingTask' });

export const CodingQueueItem = z
  .object({
    claimId: Id,
    part: z.enum(['to_code', 'to_settle', 'waiting']),
    claimant: z.string(),
    statement: z.string(),
    sourceTitle: z.string(),
    saidOn: DateOn,
    firstCodedAt: Instant,
  })
  .meta({ id: 'CodingQueueItem' });

export const CodingAgreement = z
  .object({
    setting: SecondCodings.describe('whose claims are coded twice'),
    minClaims: z.int().describe('claims coded twice from which on agreement is told'),
    fields: z.array(
      z.object({
        field: CodingFieldName,
        n: z.int().describe('claims coded twice, whatever became of them'),
        agreed: z.int().describe('of these, claims both coded the same'),
        raw: z
          .number()
          .nullable()
          .describe('their share, 0-1, before anything was settled; null with too few'),
        ac1: z.number().nullable().describe('Gwet’s AC1: at most 1, 0 is chance; null with too few'),
      }),
    ),
  })
  .meta({ id: 'CodingAgreement' });

const CODERS = ['curator', 'lead'] as const;
const byClaim = z.object({ id: Id });

export const codingEndpoints = {
  listCodingQueue: {
    method: 'GET',
    path: '/codings',
    summary:
      'Claims for you to code, then to settle, then your own that wait for others; the oldest of each first',
    access: CODERS,
    response: z.object({ items: z.array(CodingQueueItem) }),
  },
  getCodingAgreement: {
    method: 'GET',
    path: '/coding-agreement',
    summary: 'How far two people who code the same claim read the same, field by field',
    access: 'public',
    response: CodingAgreement,
  },
  getCodingTask: {
    method: 'GET',
    path: '/claims/:id/codings',
    summary:
      'A claim to be coded, in its text; what another coded is shown after your own, or once there are two',
    access: CODERS,
    params: byClaim,
    response: CodingTask,
  },
  submitCoding: {
    method: 'POST',
    path: '/claims/:id/codings',
    summary: 'Code a claim as the second person: it opens if both codings agree',
    access: CODERS,
    params: byClaim,
    body: z
      .object({
        ...Coded,
        deadlinePhrase: Coded.deadlinePhrase.default(''),
        condition: z.string().trim().max(500).nullable().default(null),
        conditionPropositionId: Coded.conditionPropositionId.default(null),
        alreadyHappened: Coded.alreadyHappened.default(false),
      })
      .meta({ id: 'NewCoding' }),
    response: CodingTask,
    status: 201,
  },
  settleCodings: {
    method: 'POST',
    path: '/claims/:id/codings/settlement',
    summary:
      'Say which coding holds where two differ, and open the claim; or send it back to triage. For a third person, or a lead',
    access: CODERS,
    params: byClaim,
    body: z
      .object({
        outcome: z.enum(CODING_OUTCOMES),
        choices: Choices.default({ band: null, deadline: null, polarity: null, condition: null }).describe(
          'the coding that holds, for each field that differs; null for the others',
        ),
        reason: words(1000),
      })
      .meta({ id: 'SettleCodings' }),
    response: CodingTask,
  },
} as const satisfies Record<string, Endpoint>;
