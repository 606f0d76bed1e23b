import { type CalendarDate, calendarDateIn, daysBetween } from '#core/domain';
import type { RankMove } from '#core/scoring';
import type { InboxRow, Listed, Week } from '#platform/db';
import type { DigestData, DigestList, MailFrame } from '#platform/mail';

/** A section of a digest names so many at most, and says how many more there are. */
export const LISTED = 10;
const DAY_MS = 86_400_000;
const USUAL_DAYS = 7;
const MOST_DAYS = 14;

/** Everything a digest is made of. */
export interface DigestContent {
  readonly isoWeek: string;
  readonly now: Date;
  readonly inbox: readonly InboxRow[];
  readonly inboxCount: number;
  readonly week: Week;
  readonly moves: readonly RankMove[];
}

/**
 * What a digest looks back on: the time since the last one, so that nothing is told twice and nothing left out; without
 * one the last seven days, and two weeks at most.
 */
export function lookBack(lastBuiltAt: Date | null, now: Date): Date {
  const usual = now.getTime() - USUAL_DAYS * DAY_MS;
  const earliest = now.getTime() - MOST_DAYS * DAY_MS;
  return new Date(Math.max(earliest, lastBuiltAt?.getTime() ?? usual));
}

/** Puts what there is to tell into the shape of the mail, with links into the installation at `baseUrl`. */
export function toDigestData(frame: MailFrame, baseUrl: string, content: DigestContent): DigestData {
  const { inbox, inboxCount, week, now } = content;
  const splits = inbox.filter(({ reasons }) => reasons.includes('split'));
  const due = inbox.filter(({ reasons }) => !reasons.includes('split'));
  const asked = new Set(inbox.map(({ propositionId }) => propositionId));
  const reviewUrl = (id: string) => `${baseUrl}/app/review/${id}`;
  const propositionUrl = (id: string) => `${baseUrl}/app/propositions/${id}`;
  const formUrl = (id: string) => (asked.has(id) ? reviewUrl(id) : propositionUrl(id));
  return {
    ...frame,
    week: content.isoWeek,
    inboxUrl: `${baseUrl}/app/inbox`,
    boardUrl: `${baseUrl}/`,
    due: first(due, inboxCount - splits.length, (row) => ({
      statement: row.statement,
      url: reviewUrl(row.propositionId),
      reason: row.reasons[0] ?? 'due',
      overdueDays: overdueDays(row, now),
    })),
    disagreements: first(splits, splits.length, (row) => ({
      statement: row.statement,
      url: reviewUrl(row.propositionId),
    })),
    matches: listed(week.matches, ({ propositionId, statement, title }) => ({
      statement,
      title,
      url: formUrl(propositionId),
    })),
    verdicts: listed(week.verdicts, ({ propositionId, claimId, statement, outcome, stage }) => ({
      statement,
      outcome,
      stage,
      url: claimId === null ? propositionUrl(propositionId) : `${baseUrl}/claims/${claimId}`,
    })),
    moves: first(content.moves, content.moves.length, ({ subjectId, name, from, to }) => ({
      name,
      from,
      to,
      url: `${baseUrl}/claimants/${subjectId}`,
    })),
    answers: listed(week.answers, ({ propositionId, statement, answer, outcome, agrees }) => ({
      statement,
      answer,
      outcome,
      agrees,
      url: propositionUrl(propositionId),
    })),
    record: week.record,
    deadlines: listed(week.deadlines, ({ propositionId, statement, deadlineOn }) => ({
      statement,
      deadlineOn,
      url: propositionUrl(propositionId),
    })),
  };
}

/** Whether there is anything to tell; an empty digest is not sent. */
export function isEmptyDigest(data: DigestData): boolean {
  const { due, disagreements, matches, verdicts, moves, answers, deadlines } = data;
  return [due, disagreements, matches, verdicts, moves, answers, deadlines].every(({ total }) => total === 0);
}

function listed<T, U>({ items, total }: Listed<T>, toItem: (item: T) => U): DigestList<U> {
  return first(items, total, toItem);
}

function first<T, U>(items: readonly T[], total: number, toItem: (item: T) => U): DigestList<U> {
  return { items: items.slice(0, LISTED).map(toItem), total };
}

function overdueDays(row: InboxRow, now: Date): number | null {
  if (row.deadlineOn === null || row.dueAt === null || row.dueAt > now) return null;
  const today: CalendarDate = calendarDateIn(now, row.zone);
  return daysBetween(row.deadlineOn, today);
}
