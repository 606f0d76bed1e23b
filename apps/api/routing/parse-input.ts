import type { Endpoint } from '#contracts/http';
import { DomainError, type FieldProblem } from '#core/domain';
import type { z } from 'zod';

/** The parts of a request that a contract speaks of. */
export interface RawInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

const PARTS = ['params', 'query', 'body'] as const;

/** A request as its endpoint wants it, or `INPUT.INVALID` with every wrong field of all parts. */
export function parseInput(endpoint: Endpoint, raw: RawInput) {
  const problems: FieldProblem[] = [];
  const parsed: Record<(typeof PARTS)[number], unknown> = { params: {}, query: {}, body: undefined };
  for (const part of PARTS) {
    const schema = endpoint[part];
    if (schema === undefined) continue;
    const result = schema.safeParse(raw[part]);
    if (result.success) parsed[part] = result.data;
    else problems.push(...result.error.issues.map(toFieldProblem));
  }
  if (problems.length > 0) throw new DomainError('INPUT.INVALID', sentence(problems), problems);
  return parsed;
}

function toFieldProblem(issue: z.core.$ZodIssue): FieldProblem {
  return { path: issue.path.map(String).join('.'), message: issue.message };
}

function sentence(problems: readonly FieldProblem[]): string {
  const [first] = problems;
  const named = problems.map((problem) => problem.path).filter((path) => path !== '');
  if (named.length === 0) return `The request cannot be read: ${first?.message ?? 'it is incomplete'}.`;
  return named.length === 1
    ? `The field ${String(named[0])} is wrong: ${first?.message ?? 'invalid'}.`
    : `These fields are wrong: ${named.join(', ')}.`;
}
