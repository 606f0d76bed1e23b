import { z } from 'zod';

/** Thrown by a handler for what no further attempt can mend; the run fails at once and for good. */
export class PermanentJobError extends Error {
  override readonly name = 'PermanentJobError';
}

/** A payload its own definition refuses: a fault in the program, not in the data. */
export class InvalidPayloadError extends PermanentJobError {
  constructor(jobName: string, fault: z.ZodError) {
    super(`The payload of ${jobName} is not valid: ${z.prettifyError(fault).replace(/\s+/g, ' ')}`);
  }
}

/** What the queue's server is set up to do would lose work, or it cannot be used at all; said in one line. */
export class QueueRefusedError extends Error {
  override readonly name = 'QueueRefusedError';
}

/** The message of whatever was thrown, short enough for a column. */
export function describeError(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.slice(0, 2_000);
}
