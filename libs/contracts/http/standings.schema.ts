import { CodingAgreement } from './coding.endpoints.js';
import { BOARD_KINDS, CLAIMANT_KINDS, HORIZONS, MOVE_CAUSES, REFERENCES, TRACKS } from '#core/domain';
import { z } from 'zod';
import { DateOn, Id, Instant } from './words.schema.js';

export const Score = z.number().nullable();
export const Brier = Score.describe('Brier, 0-1, lower is better');
const Skill = Score.describe('reference Brier - own Brier, -1 to 1, higher is better');

export const BoardKindName = z.enum(BOARD_KINDS).meta({ id: 'BoardKind' });
export const TrackName = z.enum(TRACKS).meta({ id: 'Track' });
export const HorizonName = z.enum(HORIZONS).meta({ id: 'Horizon' });
export const ReferenceName = z.enum(REFERENCES).meta({ id: 'Reference' });

/** Who or what has a standing. */
export const Subject = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum([...CLAIMANT_KINDS, 'outlet']),
});

export const Standing = Subject.extend({
  record: z.enum(['building', 'established']),
  rank: z.int().nullable().describe('1 is best; null while a record is being built or an appeal heard'),
  rankLow: z.int().nullable().describe('the rank lies between in 95 % of draws of families'),
  rankHigh: z.int().nullable(),
  suspended: z.boolean().describe('an appeal is being heard'),
  n: z.int().describe('series scored'),
  families: z.int(),
  texts: z.int(),
  pending: z.int(),
  beforeDeadline: z.int().describe('settled, but before the scheduled deadline'),
  void: z.int(),
  conditionUnmet: z.int(),
  ambiguous: z.int(),
  unscoreable: z.int(),
  retrospective: z.int(),
  scoreableShare: z.number().nullable().describe('claims that could have a score, as a share of all, 0-1'),
  meanBrier: Brier,
  meanBrierLow: Brier.describe('best reading of the words'),
  meanBrierHigh: Brier.describe('worst reading of the words'),
  boundLow: Brier.describe('had every ambiguous claim come out best'),
  boundHigh: Brier.describe('had every ambiguous claim come out worst'),
  meanLog: Score.describe('-ln p(outcome), lower is better'),
  skill: Skill,
  shrunk: Skill.describe('skill drawn towards 0 by how much of it noise explains; ranks go by it'),
  intervalLow: Skill.describe('95 % interval of skill'),
  intervalHigh: Skill,
  hitRate: z.number().nullable().describe('0-1, drawn towards what is usual on the board'),
  hitRateLow: z.number().nullable(),
  hitRateHigh: z.number().nullable(),
  referenceHitRate: z.number().nullable().describe('of whoever says the base rate of everything'),
}).meta({ id: 'Standing' });

/** What a board can be asked for; nothing asked is everything live. */
export const BoardQuery = z.object({
  kind: BoardKindName.default('claimants'),
  track: TrackName.default('live'),
  topic: z.string().trim().max(200).optional().describe('one of the topics of the proposition'),
  period: z
    .string()
    .regex(/^(?:\d{4})?$/, { error: 'must be a year of four digits' })
    .optional()
    .describe('year of the scheduled deadline'),
  horizon: z.union([HorizonName, z.literal('')]).optional(),
  basis: z.union([z.enum(['number', 'words', 'unhedged']), z.literal('')]).optional(),
  asOf: z
    .union([DateOn, z.literal('')])
    .optional()
    .describe('the board as the log had it at the end of that day'),
  page: z.coerce.number().int().min(1).max(10_000).default(1).describe('pages have 500 rows'),
});

export const BoardFilterWire = z.object({
  kind: BoardKindName,
  track: TrackName,
  topic: z.string().nullable(),
  period: z.string().nullable(),
  horizon: HorizonName.nullable(),
  basis: z.enum(['number', 'words', 'unhedged']).nullable(),
  asOf: DateOn.nullable(),
});

export const Board = z
  .object({
    id: Id,
    asOf: Instant,
    method: z.object({ version: z.int(), codeVersion: z.string(), lexiconVersion: z.string() }),
    minFamilies: z.int(),
    minTexts: z.int(),
    filter: BoardFilterWire,
    references: z.array(z.object({ reference: ReferenceName, n: z.int(), meanBrier: Brier })),
    totals: z.object({ claims: z.int(), scored: z.int(), families: z.int(), claimants: z.int() }),
    standings: z.array(Standing).describe('the rows of the page'),
    page: z.object({ number: z.int(), size: z.int(), total: z.int().describe('rows on all pages') }),
    topics: z.array(z.string()).describe('choices of the filter'),
    periods: z.array(z.string()).describe('choices of the filter'),
    isBuilding: z.boolean().describe('a fresher one is being computed'),
  })
  .meta({ id: 'Board' });

const MoveEnd = z
  .object({ on: DateOn, rank: z.int().nullable(), n: z.int(), skill: Skill, shrunk: Skill })
  .nullable();

export const Move = z
  .object({
    subject: Subject,
    asked: z.object({ from: DateOn, to: DateOn }),
    from: MoveEnd,
    to: MoveEnd,
    causes: z.array(
      z.object({
        kind: z.enum(MOVE_CAUSES),
        on: DateOn,
        claimId: Id.nullable(),
        statement: z.string().nullable(),
        before: Brier,
        after: Brier,
        effect: z.number().describe('on mean skill, higher is better'),
      }),
    ),
    others: z.array(
      z.object({ id: Id, name: z.string(), rankFrom: z.int().nullable(), rankTo: z.int().nullable() }),
    ),
  })
  .meta({ id: 'Move' });

const Day = z.union([DateOn, z.literal('')]).optional();

export const MoveQuery = z.object({
  from: Day.describe('30 days before the other, unless told'),
  to: Day.describe('today, unless told'),
});

export const MethodPage = z
  .object({
    version: z.int(),
    activatedAt: Instant.nullable(),
    codeVersion: z.string(),
    lexiconVersion: z.string(),
    extractorVersion: z.string(),
    matcherVersion: z.string(),
    settings: z.array(z.object({ key: z.string(), value: z.union([z.number(), z.string()]) })),
    bands: z.array(
      z.object({ phrase: z.array(z.string()), low: z.number(), point: z.number(), high: z.number() }),
    ),
    codings: CodingAgreement.nullable().describe(
      'how far two people who code one claim agree; null where no claim is coded twice',
    ),
  })
  .meta({ id: 'Method' });
