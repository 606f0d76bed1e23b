import { addDays, calendarDateIn, startOfDayIn } from './calendar.js';

export const OUTCOMES = ['OCCURRED', 'NOT_OCCURRED', 'AMBIGUOUS', 'VOID'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const VERDICT_STAGES = ['provisional', 'final', 'reopened'] as const;
export type VerdictStage = (typeof VERDICT_STAGES)[number];

/** When a provisional verdict may become final: the start of the day after the dispute window, in the zone. */
export function finaliseDueAt(decidedAt: Date, disputeWindowDays: number, zone: string): Date {
  return startOfDayIn(addDays(calendarDateIn(decidedAt, zone), disputeWindowDays), zone);
}
