import { type CalendarDate, calendarDateIn, daysBetween } from '#core/domain';
import type { InboxRow, Week } from '#platform/db';
import type { DigestData, MailFrame } from '#platform/mail';

const LISTED = 10;
const DAY_MS = 86_400_000;

/** What a digest looks back on: the seven days before it is built. */
export function weekBefore(now: Date): Date {
  return new Date(now.getTime() - 7 * DAY_MS);
}

/** Puts a week and an inbox into the shape of the mail, with links into the installation at `baseUrl`. */
export function toDigestData(
  frame: MailFrame,
  baseUrl: string,
  isoWeek: string,
  inbox: readonly InboxRow[],
  inboxCount: number,
  week: Week,
  now: Date,
): DigestData {
  const propositionUrl = (id: string) => `${baseUrl}/app/propositions/${id}`;
  return {
    ...frame,
    week: isoWeek,
    inboxUrl: `${baseUrl}/app/inbox`,
    boardUrl: `${baseUrl}/`,
    inboxCount,
    inbox: inbox.slice(0, LISTED).map((row) => ({
      statement: row.statement,
      url: `${baseUrl}/app/review/${row.propositionId}`,
      overdueDays: overdueDays(row, now),
    })),
    verdicts: week.verdicts.slice(0, LISTED).map((verdict) => ({
      statement: verdict.statement,
      url:
        verdict.claimId === null
          ? propositionUrl(verdict.propositionId)
          : `${baseUrl}/claims/${verdict.claimId}`,
      outcome: verdict.outcome,
      stage: verdict.stage,
    })),
    deadlines: week.deadlines.slice(0, LISTED).map(({ propositionId, statement, deadlineOn }) => ({
      statement,
      deadlineOn,
      url: propositionUrl(propositionId),
    })),
    matches: week.matches.slice(0, LISTED).map(({ propositionId, statement, title }) => ({
      statement,
      title,
      url: propositionUrl(propositionId),
    })),
  };
}

/** Whether there is anything to tell; an empty digest is not sent. */
export function isEmptyDigest(data: DigestData): boolean {
  return (
    data.inboxCount === 0 &&
    data.verdicts.length === 0 &&
    data.deadlines.length === 0 &&
    data.matches.length === 0
  );
}

function overdueDays(row: InboxRow, now: Date): number | null {
  if (row.deadlineOn === null || row.dueAt === null || row.dueAt > now) return null;
  const today: CalendarDate = calendarDateIn(now, row.zone);
  return daysBetween(row.deadlineOn, today);
}
