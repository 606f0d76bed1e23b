/** What became of the mail of the last seven days. */
export interface MailWeek {
  /** People who take the digest, and have for longer than a week. */
  readonly subscribers: number;
  /** Digests that were due and written, and those skipped for being empty. */
  readonly digestsBuilt: number;
  readonly digestsSkipped: number;
  /** Mails that were written, whatever became of them. */
  readonly written: number;
  /** Mails that a mail server took. */
  readonly sent: number;
}

/**
 * Why silence is not peace. `nothing_sent`: mails were written and none left. `nothing_planned`: people take the digest
 * and none fell due, so what plans them stands still. `all_empty`: all digests of the week were skipped; it may be so.
 */
export type MailAlarm = 'nothing_sent' | 'nothing_planned' | 'all_empty';

/** The alarm of a week in which no mail was sent; null where some was, or where nobody takes any. */
export function mailAlarm(week: MailWeek): MailAlarm | null {
  if (week.sent > 0) return null;
  if (week.written > 0) return 'nothing_sent';
  if (week.subscribers === 0) return null;
  return week.digestsBuilt + week.digestsSkipped > 0 ? 'all_empty' : 'nothing_planned';
}
