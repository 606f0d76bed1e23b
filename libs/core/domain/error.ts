/**
 * The closed set of things that can go wrong in a use case. Codes are part of the wire contract: they never change
 * their meaning. The HTTP status of each stands in one place, `apps/api/problem.filter.ts`.
 */
export const ERROR_CODES = [
  'INPUT.INVALID',
  'TEXT.EMPTY',
  'TEXT.BINARY',
  'TEXT.TOO_LARGE',
  'TEXT.NUL_BYTE',
  'TEXT.LONE_SURROGATE',
  'TEXT.BAD_CHARSET',
  'DOCUMENT.EMPTY',
  'DOCUMENT.UNKNOWN_KIND',
  'DOCUMENT.BROKEN',
  'DOCUMENT.ENCRYPTED',
  'DOCUMENT.SCANNED',
  'DOCUMENT.BOMB',
  'DOCUMENT.TOO_LARGE',
  'DOCUMENT.TOO_COSTLY',
  'DOCUMENT.EXTERNAL_ENTITIES',
  'DOCUMENT.BAD_CHARSET',
  'DOCUMENT.IS_FEED',
  'DOCUMENT.TOO_LITTLE_TEXT',
  'DOCUMENT.NOT_ARTICLE',
  'SOURCE.BAD_ADDRESS',
  'SOURCE.NO_ANSWER',
  'SOURCE.ROBOTS',
  'SOURCE.NOT_FOUND',
  'SNAPSHOT.NOT_FOUND',
  'CANDIDATE.NOT_FOUND',
  'CANDIDATE.ALREADY_DECIDED',
  'MODEL.NOT_AVAILABLE',
  'MODEL.ALREADY_ASKED',
  'CLAIM.NOT_FOUND',
  'CLAIMANT.NOT_FOUND',
  'OUTLET.NOT_FOUND',
  'PROPOSITION.NOT_FOUND',
  'PROPOSITION.DEADLINE_BEFORE_PUBLICATION',
  'PROPOSITION.BAD_WINDOW',
  'PROPOSITION.NEGATED',
  'PROPOSITION.CLOSED',
  'EVENT.NOT_FOUND',
  'EVENT.MISSING_COLUMN',
  'EVENT.BAD_ROW',
  'FEED.BAD_ADDRESS',
  'FEED.NO_ANSWER',
  'FEED.NOT_A_FEED',
  'FEED.SEVERAL',
  'FEED.BAD_OPML',
  'HOOK.NOT_FOUND',
  'HOOK.UNSIGNED',
  'HOOK.BAD_SIGNATURE',
  'HOOK.STALE',
  'HOOK.REUSED_ID',
  'FORECAST.BAD_TABLE',
  'FORECAST.KNOWN',
  'MATCH.NOT_FOUND',
  'MATCH.REJECTED',
  'FEED.NOT_FOUND',
  'REVIEW.LEASE_EXPIRED',
  'REVIEW.LEASE_FOREIGN',
  'REVIEW.NO_LEASE',
  'REVIEW.NOT_NEEDED',
  'REVIEW.ALREADY_ANSWERED',
  'REVIEW.CONFLICT_OF_INTEREST',
  'REVIEW.EVIDENCE_MISSING',
  'REVIEW.DATE_MISSING',
  'REVIEW.DATE_OUTSIDE_WINDOW',
  'REVIEW.TOO_EARLY_TO_OCCUR',
  'REVIEW.REASON_MISSING',
  'REVIEW.SEARCH_NOTE_MISSING',
  'GOLD.NOT_FOUND',
  'GOLD.ALREADY_ANSWERED',
  'VERDICT.NOT_FOUND',
  'VERDICT.NOT_SPLIT',
  'VERDICT.REASON_MISSING',
  'LINK.INVALID',
  'LINK.EXPIRED',
  'ACCOUNT.EMAIL_TAKEN',
  'ACCOUNT.WEAK_PASSWORD',
  'ACCOUNT.NOT_FOUND',
  'ACCOUNT.LAST_ADMIN',
  'ACCESS.NOT_SIGNED_IN',
  'ACCESS.FORBIDDEN',
  'ACCESS.TOO_MANY_REQUESTS',
  'MAIL.NOT_FOUND',
  'BOARD.NOT_FOUND',
  'DEMO.ONLY',
  'CLOCK.REAL',
  'VERSION.CHANGED',
  'ROUTE.NOT_FOUND',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** One field of an input that is wrong, and why. `path` is dotted: `evidence.0.url`. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** Thrown by use cases for what the caller can mend; carries a stable code and says what to do. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(message);
  }
}
