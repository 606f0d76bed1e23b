import type { z } from 'zod';

export const QUEUES = [
  'sweeps',
  'notices',
  'mail',
  'boards',
  'matching',
  'models',
  'documents',
  'feeds',
] as const;
export type QueueName = (typeof QUEUES)[number];

/** How often and how patiently a failed run is tried again. */
export interface RetryPolicy {
  readonly attempts: number;
  /** First wait in milliseconds; doubles each time. */
  readonly backoffMs: number;
}

/** Everything there is to know of a kind of job, shared by who enqueues and who handles. */
export interface JobDefinition<Name extends string = string, Payload extends z.ZodType = z.ZodType> {
  readonly name: Name;
  readonly queue: QueueName;
  readonly payload: Payload;
  /** The natural key of a run: the same key is never carried out twice to completion. */
  readonly key: (payload: z.output<Payload>) => string;
  readonly retry: RetryPolicy;
}

/** Keeps the literal types of a definition. */
export function defineJob<const Name extends string, Payload extends z.ZodType>(
  definition: JobDefinition<Name, Payload>,
): JobDefinition<Name, Payload> {
  return definition;
}
