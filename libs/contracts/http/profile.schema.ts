import { NOT_COMPARABLE } from '#core/domain';
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

export const PeerComparison = z.object({
  standing: z
    .object({
      peerScore: z.number().describe('x 100, 0 is as good as the others, higher is better'),
      adjustedBrier: z
        .number()
        .describe('as if everybody had answered everything, lower is better; may leave 0-1'),
      sharedBrier: z
        .number()
        .describe('Brier on the shared statements in the shared time, 0-1, lower is better'),
    })
    .nullable()
    .describe('null where not comparable'),
  why: z.enum(NOT_COMPARABLE).nullable().describe('why not comparable'),
  n: z.int().describe('statements it rests on; where not comparable, those there are'),
  claimants: z.int().describe('of the comparable set, this one among them'),
  minClaimants: z.int().describe('on each statement'),
  minPropositions: z.int().describe('of each claimant'),
});

export const LexiconRobustness = z.object({
  draws: z.int(),
  people: z.int().describe('who said how they read the words'),
  drawn: z.number().describe('share of the scored weight whose words were drawn, 0-1'),
  meanBrier: z.number().describe('by the lexicon in force, 0-1, lower is better'),
  low: z.number().describe('95 % of draws lie between'),
  high: z.number(),
  neighbours: z
    .array(
      z.object({
        id: Id,
        name: z.string(),
        rank: z.int(),
        meanBrier: z.number(),
        isBehind: z.boolean().describe('by mean Brier under the lexicon in force'),
        holds: z.number().describe('share of draws in which that stays so, 0-1'),
      }),
    )
    .describe('ranked next to it; empty without a rank'),
});

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
    sharpness: Score.describe('mean distance of the forecasts from 50 %, 0-0.5; of itself no merit'),
    discrimination: Score.describe(
      'mean p of what happened - mean p of what did not, -1 to 1, higher is better',
    ),
    auc: Score.describe('chance that what happened was given more than what did not, 0-1, 0.5 is none'),
  }),
  captured: z
    .object({
      share: z.number().min(0).max(1),
      low: z.number().min(0).max(1).describe('95 %'),
      high: z.number().min(0).max(1),
      texts: z.int().describe('read by two people without highlights'),
      found: z.int().describe('predictions these found'),
    })
    .nullable()
    .describe(
      'how much of what the texts put in say is captured here, whoever said it; null until enough was read',
    ),
  peers: PeerComparison.nullable().describe('null for outlets: claimants are compared'),
  lexicon: LexiconRobustness.nullable().describe('null without a scored claim'),
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
