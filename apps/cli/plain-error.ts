/** Said to the person at the terminal in one line, without a stack; the exit code is 1. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}

/** A call that was put wrongly, as against input that is bad: the exit code is 2. */
export class UsageError extends PlainError {
  readonly exitCode = 2;
}

/** The one line of an error: its own message where it was written for people, else everything for whoever debugs. */
export function toLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const forPeople = [
    'PlainError',
    'ConfigError',
    'MigrationError',
    'EmbeddedPostgresError',
    'DomainError',
    'DatabaseError',
  ];
  return forPeople.includes(error.name) || forPeople.includes(error.constructor.name)
    ? error.message
    : (error.stack ?? error.message);
}
