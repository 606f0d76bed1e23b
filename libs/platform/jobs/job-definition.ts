import { findJob, JOBS, type JobDefinition, type JobKey, type JobPayload } from '#contracts/jobs';

/** A job whose payload is one tick of a schedule. */
export type TickJobKey = { [K in JobKey]: JobPayload<K> extends { slot: string } ? K : never }[JobKey];

/** The definition of a job, without its literal types. */
export function definitionOf(job: JobKey): JobDefinition {
  // Sound: the payload is always parsed by the same definition before it reaches `key`.
  return JOBS[job];
}

/** The definition of the job called `name` on the wire; null for one this version does not know. */
export function findDefinition(name: string): { job: JobKey; definition: JobDefinition } | null {
  const job = findJob(name);
  return job === null ? null : { job, definition: definitionOf(job) };
}
