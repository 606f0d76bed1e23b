import type { components } from './schema.js';

type ProblemDocument = components['schemas']['Problem'];

/** What the server (or the way to it) had against a request. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    readonly requestId: string | null,
    readonly fields: readonly { readonly path: string; readonly message: string }[],
  ) {
    super(message);
  }

  /** The message for one field of a form, by its dotted path. */
  fieldMessage(path: string): string | undefined {
    return this.fields.find((field) => field.path === path)?.message;
  }
}

/** Code for requests that never reached the server. */
export const OFFLINE = 'OFFLINE';

const isProblem = (body: unknown): body is ProblemDocument =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;

export function problemFrom(body: unknown, response: Response): ProblemError {
  if (isProblem(body))
    return new ProblemError(body.code, response.status, body.detail, body.requestId, body.fields ?? []);
  // A proxy in between, or sign-in, which has its own form of error.
  const message =
    typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string'
      ? body.message
      : response.statusText;
  return new ProblemError('INTERNAL', response.status, message, response.headers.get('x-request-id'), []);
}

export function isVersionConflict(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'VERSION.CHANGED';
}

/** Somebody else was faster: what was sent was meant for something that is no longer so. */
export function isOvertaken(error: unknown): boolean {
  return (
    error instanceof ProblemError &&
    (error.code === 'VERSION.CHANGED' || error.code === 'CANDIDATE.ALREADY_DECIDED')
  );
}
