import type { ProblemDocument } from '#contracts/http';
import { DomainError, type ErrorCode, type FieldProblem } from '#core/domain';
import { DatabaseError } from '#platform/db';
import { HttpException } from '@nestjs/common';
import { ThrottlerException } from '@nestjs/throttler';
import http from 'node:http';
import { PROBLEM_STATUS } from './problem-status.js';

/** What is answered to a request that failed. */
export interface Failure {
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly fields: readonly FieldProblem[];
  /** Ours to mend: to be logged with its stack. */
  readonly isFault: boolean;
}

const failure = (code: ErrorCode, detail: string, more: Partial<Failure> = {}): Failure => ({
  status: PROBLEM_STATUS[code],
  code,
  detail,
  fields: [],
  isFault: false,
  ...more,
});

/** Largest request body, in bytes; a text of 10 MB fits as JSON. */
export const BODY_LIMIT = 12 * 1024 * 1024;

/** What Fastify itself refuses, by status: it knows no codes of ours. */
const BY_STATUS: Readonly<Record<number, (message: string) => Failure>> = {
  400: (message) => failure('INPUT.INVALID', `The request cannot be read: ${message}`),
  404: () => failure('ROUTE.NOT_FOUND', 'There is nothing at this address.'),
  405: () => failure('ROUTE.NOT_FOUND', 'This address does not take this method.', { status: 405 }),
  408: () => failure('INPUT.INVALID', 'The request took too long to arrive.', { status: 408 }),
  413: () =>
    failure(
      'TEXT.TOO_LARGE',
      `The request is larger than ${String(BODY_LIMIT / 1024 / 1024)} MB. Split the text and send the parts.`,
    ),
  414: () => failure('INPUT.INVALID', 'The address is too long.', { status: 414 }),
  415: () =>
    failure('INPUT.INVALID', 'Send JSON, with the header content-type: application/json.', { status: 415 }),
  429: () => failure('ACCESS.TOO_MANY_REQUESTS', 'Too many requests; wait a little and try again.'),
};

/** What a thrown thing means to the caller. Nothing of what is not meant for callers gets out. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof DomainError) {
    const { code, message, fields } = thrown;
    return failure(code, message, { fields, isFault: code === 'INTERNAL' });
  }
  if (thrown instanceof ThrottlerException) return toFailureOfStatus(429, '');
  if (thrown instanceof HttpException) return toFailureOfStatus(thrown.getStatus(), thrown.message);
  if (thrown instanceof DatabaseError && (thrown.kind === 'unavailable' || thrown.kind === 'timeout'))
    return failure('INTERNAL', 'The database does not answer in time; try again in a moment.', {
      status: 503,
      isFault: true,
    });
  return toFailureOfStatus(frameworkStatusOf(thrown), thrown instanceof Error ? thrown.message : '');
}

/** The failure a status of Fastify, Nest or better-auth stands for. */
export function toFailureOfStatus(status: number, message: string): Failure {
  const known = BY_STATUS[status];
  if (known !== undefined) return known(message);
  if (status === 401) return failure('ACCESS.NOT_SIGNED_IN', 'Sign in first.');
  if (status === 403) return failure('ACCESS.FORBIDDEN', 'This is not allowed.');
  if (status >= 400 && status < 500) return failure('INPUT.INVALID', message, { status });
  return failure('INTERNAL', 'Something went wrong on our side. The request id tells us what.', {
    isFault: true,
  });
}

function frameworkStatusOf(thrown: unknown): number {
  if (!(thrown instanceof Error) || !('statusCode' in thrown) || !('code' in thrown)) return 500;
  const isFastify = typeof thrown.code === 'string' && thrown.code.startsWith('FST_');
  return isFastify && typeof thrown.statusCode === 'number' ? thrown.statusCode : 500;
}

/** The RFC 9457 document of a failure. */
export function toProblem(of: Failure, requestId: string): ProblemDocument {
  return {
    type: `urn:outturn:problem:${of.code.toLowerCase()}`,
    title: http.STATUS_CODES[of.status] ?? 'Error',
    status: of.status,
    code: of.code,
    detail: of.detail,
    requestId,
    ...(of.fields.length > 0 ? { fields: of.fields.map((field) => ({ ...field })) } : {}),
  };
}
