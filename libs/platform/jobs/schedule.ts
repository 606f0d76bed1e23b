import { CronExpressionParser } from 'cron-parser';
import type { TickJobKey } from './job-definition.js';

/** When a job is due again and again, and why that often. Slots are instants of real time. */
export type Schedule = { readonly job: TickJobKey; readonly reason: string } & (
  | { readonly everyMs: number }
  /** Five fields, or six with seconds, read on clocks in the IANA zone. */
  | { readonly cron: string; readonly zone: string }
);

/** The last slot at or before `at`: the same instant for every process that asks. */
export function slotAt(schedule: Schedule, at: Date): Date {
  if ('everyMs' in schedule) return new Date(Math.floor(at.getTime() / schedule.everyMs) * schedule.everyMs);
  // prev() is strictly earlier than where it starts from, and cron counts whole seconds.
  const currentDate = new Date(Math.floor(at.getTime() / 1_000) * 1_000 + 1_000);
  return CronExpressionParser.parse(schedule.cron, { currentDate, tz: schedule.zone }).prev().toDate();
}
