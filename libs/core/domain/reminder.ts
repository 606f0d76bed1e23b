const DAY_MS = 86_400_000;

export const REMINDER_EVERY_DAYS = 5;
export const ESCALATE_AFTER_DAYS = 15;

/**
 * The step of the reminder ladder a proposition stands on: day 0, then every 5 days; null before it fell due.
 * The caller keys a prompt by proposition, deadline and period, so a moved deadline starts a new series and a step that
 * was missed while the service was down is sent once, not once per day.
 */
export function reminderPeriod(dueAt: Date, now: Date): { period: number; escalated: boolean } | null {
  const late = now.getTime() - dueAt.getTime();
  if (late < 0) return null;
  const days = Math.floor(late / DAY_MS);
  return { period: Math.floor(days / REMINDER_EVERY_DAYS), escalated: days >= ESCALATE_AFTER_DAYS };
}
