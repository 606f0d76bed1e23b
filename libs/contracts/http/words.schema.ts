import {
  AGREEMENTS,
  ANSWERS,
  CANDIDATE_ORIGINS,
  CANDIDATE_STATES,
  CANDIDATE_TIERS,
  CLAIM_ROLES,
  CLAIMANT_KINDS,
  COUNTED_AS,
  DEADLINE_BASES,
  DEADLINE_PRECISIONS,
  DROP_REASONS,
  INCLUSIONS,
  LIKELIHOOD_BASES,
  MATCH_STATES,
  MATCH_STRENGTHS,
  MODEL_FAULTS,
  NEEDS_EDIT,
  OUTCOMES,
  PROPOSITION_KINDS,
  READING_FIELDS,
  READING_STATES,
  REJECT_REASONS,
  ROLES,
  STANCES,
  STATUS_QUOS,
  VERDICT_STAGES,
  VOID_REASONS,
  WINDOWS,
  YARDSTICKS,
  isCalendarDate,
  isZone,
} from '#core/domain';
import { z } from 'zod';

/** The glossary on the wire: every closed set once, by name. */
export const Agreement = z.enum(AGREEMENTS).meta({ id: 'Agreement' });
export const Answer = z.enum(ANSWERS).meta({ id: 'Answer' });
export const CandidateOrigin = z.enum(CANDIDATE_ORIGINS).meta({ id: 'CandidateOrigin' });
export const CandidateState = z.enum(CANDIDATE_STATES).meta({ id: 'CandidateState' });
export const CandidateTier = z.enum(CANDIDATE_TIERS).meta({ id: 'CandidateTier' });
export const ClaimantKind = z.enum(CLAIMANT_KINDS).meta({ id: 'ClaimantKind' });
export const ClaimRole = z.enum(CLAIM_ROLES).meta({ id: 'ClaimRole' });
export const CountedAs = z.enum(COUNTED_AS).meta({ id: 'CountedAs' });
export const DeadlineBasis = z.enum(DEADLINE_BASES).meta({ id: 'DeadlineBasis' });
export const DeadlinePrecision = z.enum(DEADLINE_PRECISIONS).meta({ id: 'DeadlinePrecision' });
export const DropReason = z.enum(DROP_REASONS).meta({ id: 'DropReason' });
export const Inclusion = z.enum(INCLUSIONS).meta({ id: 'Inclusion' });
export const LikelihoodBasis = z.enum(LIKELIHOOD_BASES).meta({ id: 'LikelihoodBasis' });
export const MatchState = z.enum(MATCH_STATES).meta({ id: 'MatchState' });
export const MatchStrength = z.enum(MATCH_STRENGTHS).meta({ id: 'MatchStrength' });
export const ModelFault = z.enum(MODEL_FAULTS).meta({ id: 'ModelFault' });
export const NeedsEdit = z.enum(NEEDS_EDIT).meta({ id: 'NeedsEdit' });
export const Outcome = z.enum(OUTCOMES).meta({ id: 'Outcome' });
export const PropositionKind = z.enum(PROPOSITION_KINDS).meta({ id: 'PropositionKind' });
export const ReadingField = z.enum(READING_FIELDS).meta({ id: 'ReadingField' });
export const ReadingState = z.enum(READING_STATES).meta({ id: 'ReadingState' });
export const RejectReason = z.enum(REJECT_REASONS).meta({ id: 'RejectReason' });
export const RoleName = z.enum(ROLES).meta({ id: 'Role' });
export const Stance = z.enum(STANCES).meta({ id: 'Stance' });
export const StatusQuo = z.enum(STATUS_QUOS).meta({ id: 'StatusQuo' });
export const VerdictStage = z.enum(VERDICT_STAGES).meta({ id: 'VerdictStage' });
export const VoidReason = z.enum(VOID_REASONS).meta({ id: 'VoidReason' });
export const WindowName = z.enum(WINDOWS).meta({ id: 'Window' });
export const YardstickName = z.enum(YARDSTICKS).meta({ id: 'Yardstick' });

export const Id = z.uuid({ error: 'must be an id as this service gives them out (a UUID)' });
export const Instant = z.iso.datetime({ offset: true });
export const DateOn = z
  .string()
  .refine(isCalendarDate, { error: 'must be a calendar date written YYYY-MM-DD' })
  .meta({ id: 'CalendarDate', format: 'date' });
export const Zone = z.string().refine(isZone, { error: 'must be an IANA time zone such as Europe/Berlin' });
export const WebAddress = z.url({
  protocol: /^https?$/,
  error: 'must be a web address that starts with http:// or https://',
});

/** Trimmed text that says something. */
export const words = (max: number) => z.string().trim().min(1, { error: 'must not be empty' }).max(max);

export const Probability = z.number().min(0).max(1);

export const LikelihoodBand = z
  .object({
    low: Probability.nullable(),
    point: Probability.nullable(),
    high: Probability.nullable(),
    phrase: z.string().trim().max(300),
    basis: LikelihoodBasis,
  })
  .refine((b) => (b.low ?? 0) <= (b.point ?? b.low ?? 0) && (b.point ?? b.high ?? 1) <= (b.high ?? 1), {
    error: 'low, point and high must be in order',
  })
  .refine(
    (b) =>
      !['number', 'words', 'unhedged'].includes(b.basis) ||
      (b.low !== null && b.point !== null && b.high !== null),
    {
      error: 'a scored basis needs low, point and high',
    },
  )
  .meta({ id: 'LikelihoodBand' });

export const Deadline = z
  .object({
    windowStartOn: DateOn.nullable(),
    deadlineOn: DateOn.nullable(),
    precision: DeadlinePrecision.nullable(),
    basis: DeadlineBasis,
    phrase: z.string().trim().max(300),
  })
  .meta({ id: 'Deadline' });

export const pageQuery = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const Nothing = z.object({}).meta({ id: 'Nothing' });
