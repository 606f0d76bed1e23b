export { InlineJobs, type DrainReport } from './inline-jobs.js';
export { JobAdmin, type JobOverview } from './job-admin.service.js';
export type { TickJobKey } from './job-definition.js';
export { InvalidPayloadError, PermanentJobError, QueueRefusedError } from './job-error.js';
export { JobSystem } from './job-system.js';
export { type HandlerSource, JobsModule, OutboxModule } from './jobs.module.js';
export { Outbox } from './outbox.service.js';
export { migrateQueue } from './postgres-store.js';
export { type Schedule, slotAt } from './schedule.js';
