import { z } from 'zod';
import {
  BoardFilterWire,
  BoardQuery,
  Brier,
  ReferenceName,
  Score,
  Standing,
  Subject,
} from './standings.schema.js';
import {
  CountedAs,
  DateOn,
  Id,
  Inclusion,
  Instant,
  LikelihoodBand,
  LikelihoodBasis,
  Outcome,
} from './words.schema.js';

const ReliabilityBin = z
  .object({
    from: z.number(),
    to: z.number(),
    n: z.number().describe('series; a part of one where it was restated'),
    meanForecast: z.number().nullable(),
    observed: z.number().nullable(),
    low: z.number().nullable().describe('95 % Wilson interval of observed'),
    high: z.number().nullable(),
  })
  .meta({ id: 'ReliabilityBin' });

export const ProfileClaim = z
  .object({
    id: Id,
    statement: z.string(),
    saidOn: DateOn,
    deadlineOn: DateOn.nullable(),
    probability: LikelihoodBand,
    outcome: Outcome.nullable().describe('of a final verdict only'),
    brier: Brier,
    brierLow: Brier,
    brierHigh: Brier,
    weight: z
      .number()
      .nullable()
      .describe('share of the time it stood in its series, 0-1; null unless scored'),
    reference: z.number().nullable().describe('base rate as known before it, 0-1'),
    effect: z.number().nullable().describe('what it adds to the mean skill, higher is better'),
    counts: Inclusion.describe('whether it counts today, or why it does not'),
  })
  .meta({ id: 'ProfileClaim' });

/** Which claims of a subject are listed: those behind a row of a board of that filter, and of them those counted so. */
export const ProfileQuery = BoardQuery.omit({ kind: true, page: true }).extend({
  counts: z
    .union([CountedAs, z.literal('')])
    .optional()
    .describe('only what counts as this; all unless told'),
  page: z.coerce.number().int().min(1).max(100_000).default(1).describe('pages have 100 claims'),
});

export const ClaimList = z.object({
  filter: BoardFilterWire.omit({ kind: true }).extend({ counts: CountedAs.nullable() }),
  page: z.object({ number: z.int(), size: z.int(), total: z.int().describe('claims on all pages') }),
  tally: z
    .array(z.object({ counted: CountedAs, claims: z.int() }))
    .describe('claims under the filter by how they count, whatever is asked of `counts`'),
  series: z.int().describe('scored claims of one claimant on one proposition together: what a row calls n'),
});

export const Profile = Subject.extend({
  standing: Standing.nullable(),
  asOf: Instant.nullable(),
  references: z.array(
    z.object({ reference: ReferenceName, n: z.int(), meanBrier: Brier, ownMeanBrier: Brier }),
  ),
  calibration: z.object({
    words: z.array(ReliabilityBin),
    numbers: z.array(ReliabilityBin),
    curve: z.array(z.object({ probability: z.number(), observed: z.number() })),
    ece: Score,
    reliability: Score,
    resolution: Score,
    uncertainty: Score,
  }),
  overTime: z.array(z.object({ on: DateOn, n: z.int(), meanBrier: z.number() })),
  leadTimes: z.array(z.object({ days: z.int(), n: z.int(), meanBrier: Brier })),
  wording: z.object({
    bases: z.array(z.object({ basis: LikelihoodBasis, n: z.int() })),
    phrases: z.array(
      z.object({
        phrase: z.string(),
        low: z.number().nullable(),
        point: z.number().nullable(),
        high: z.number().nullable(),
        n: z.int(),
        occurred: z.int(),
        settled: z.int(),
      }),
    ),
    withoutDeadline: z.int(),
    withoutProbability: z.int(),
    claims: z.int(),
  }),
  extremes: z.object({
    likelyNot: z
      .array(ProfileClaim)
      .describe('scored, called likelier than not, did not happen; furthest first'),
    unlikelyYes: z
      .array(ProfileClaim)
      .describe('scored, called less likely than not, happened; furthest first'),
  }),
  claims: z.array(ProfileClaim).describe('one page of the list; what was said last comes first'),
  list: ClaimList.describe('which claims are listed, and how many'),
}).meta({ id: 'Profile' });
