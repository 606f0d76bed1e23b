/** What a failed statement means to a caller. */
export type DatabaseErrorKind =
  | 'unique'
  | 'foreign_key'
  | 'check'
  | 'not_null'
  | 'append_only'
  /** Serialization failure or deadlock: trying again is right. */
  | 'conflict'
  /** A statement, lock or transaction took longer than it may. */
  | 'timeout'
  /** No connection: server down, starting, full, or the pool is exhausted. */
  | 'unavailable'
  | 'other';

/** A refusal by the database, with the name of the constraint where there is one. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';

  constructor(
    readonly kind: DatabaseErrorKind,
    /** Name of the violated constraint or unique index ("reviews_round_id_reviewer_id_key"). */
    readonly constraint: string | null,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** SQLSTATE of the triggers that guard append-only tables (prisma/migrations, constraints). */
export const APPEND_ONLY_SQLSTATE = 'OT001';

const KIND_BY_SQLSTATE: Readonly<Record<string, DatabaseErrorKind>> = {
  '23505': 'unique',
  '23503': 'foreign_key',
  '23001': 'foreign_key',
  '23514': 'check',
  '23502': 'not_null',
  [APPEND_ONLY_SQLSTATE]: 'append_only',
  '40001': 'conflict',
  '40P01': 'conflict',
  '57014': 'timeout',
  '55P03': 'timeout',
  '25P03': 'timeout',
  '25P04': 'timeout',
  '53300': 'unavailable',
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
};

const KIND_BY_PRISMA_CODE: Readonly<Record<string, DatabaseErrorKind>> = {
  P2002: 'unique',
  P2003: 'foreign_key',
  P2034: 'conflict',
  P2024: 'unavailable',
  P2028: 'timeout',
  P1001: 'unavailable',
  P1002: 'unavailable',
  P1008: 'timeout',
  P1017: 'unavailable',
};

const KIND_BY_MESSAGE: readonly (readonly [RegExp, DatabaseErrorKind])[] = [
  [/timeout exceeded when trying to connect/, 'unavailable'],
  [/Query read timeout/, 'timeout'],
  [/Connection terminated|ECONNREFUSED|ECONNRESET|DatabaseNotReachable|ConnectionClosed/, 'unavailable'],
  [/SocketTimeout|ETIMEDOUT/, 'timeout'],
];

/** What adapter-pg keeps of PostgreSQL's answer. Prisma 7 no longer fills `meta.target`. */
interface DriverCause {
  readonly originalCode?: string;
  readonly originalMessage?: string;
  readonly code?: string;
  readonly message?: string;
  readonly kind?: string;
  readonly constraint?: { readonly index?: string; readonly fields?: readonly string[] };
}

/** Reads what the database refused out of an error of Prisma or pg; null when it is not about the database. */
export function mapDatabaseError(error: unknown): DatabaseError | null {
  if (error instanceof DatabaseError) return error;
  if (!isRecord(error)) return null;
  const cause = findDriverCause(error);
  const message = cause?.originalMessage ?? cause?.message ?? String(error['message']);
  const kind = kindOf(error, cause, message);
  return kind === null
    ? null
    : new DatabaseError(kind, constraintOf(error, cause, message), message, { cause: error });
}

/** Whether `error` says that a row with this key exists already; of one constraint, when it is named. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const mapped = mapDatabaseError(error);
  return mapped?.kind === 'unique' && (constraint === undefined || mapped.constraint === constraint);
}

function kindOf(
  error: Record<string, unknown>,
  cause: DriverCause | null,
  message: string,
): DatabaseErrorKind | null {
  const prismaCode = typeof error['code'] === 'string' ? error['code'] : '';
  const sqlState = cause?.originalCode ?? cause?.code ?? prismaCode;
  const known = KIND_BY_SQLSTATE[sqlState] ?? KIND_BY_PRISMA_CODE[prismaCode];
  if (known !== undefined) return known;
  const text = `${cause?.kind ?? ''} ${prismaCode} ${message}`;
  const byMessage = KIND_BY_MESSAGE.find(([pattern]) => pattern.test(text));
  if (byMessage !== undefined) return byMessage[1];
  return cause !== null || String(error['name']).startsWith('PrismaClient') ? 'other' : null;
}

function constraintOf(
  error: Record<string, unknown>,
  cause: DriverCause | null,
  message: string,
): string | null {
  if (typeof error['constraint'] === 'string') return error['constraint'];
  return cause?.constraint?.index ?? /constraint "([^"]+)"/.exec(message)?.[1] ?? null;
}

/** ORM calls carry it in meta.driverAdapterError.cause, raw ones too, the adapter's own errors in cause. */
function findDriverCause(error: Record<string, unknown>): DriverCause | null {
  const meta = error['meta'];
  const adapterError = isRecord(meta) ? meta['driverAdapterError'] : null;
  for (const holder of [adapterError, error['cause'], error])
    if (isRecord(holder)) {
      const cause = holder['cause'];
      if (isRecord(cause) && ('originalCode' in cause || 'kind' in cause)) return cause;
      if ('originalCode' in holder) return holder;
    }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
