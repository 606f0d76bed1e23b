import { calendarDateIn, daysBetween, reminderPeriod } from '#core/domain';
import type { InboxReason, InboxRow, LateProposition, NewPrompt, OpenAssignment } from '#platform/db';
import type { LateItem, PromptData } from '#platform/mail';

/** A prompt that may be written, and the line it is in the mail if it is new. */
export type PlannedPrompt =
  | { readonly prompt: NewPrompt; readonly item: PromptData['items'][number]; readonly late: null }
  | { readonly prompt: NewPrompt; readonly item: null; readonly late: LateItem };

/** When the first prompt of a series was written, by `seriesOf`. */
export type FirstPrompts = ReadonlyMap<string, Date>;

/** Of those who are late so many are named. */
const NAMED = 5;

const KINDS: Record<InboxReason, NewPrompt['kind']> = {
  due: 'due',
  recheck: 'recheck',
  strong_match: 'match',
  dispute: 'dispute',
  reopened: 'reopened',
  split: 'third_review',
};

export function seriesOf(prompt: Pick<NewPrompt, 'propositionId' | 'kind' | 'seriesKey'>): string {
  return `${prompt.propositionId} ${prompt.kind} ${prompt.seriesKey}`;
}

/**
 * The prompt an inbox row calls for. Its series hangs on the deadline and the round, so a moved deadline starts a new
 * ladder. What fell due climbs from that day, anything else from the day it was first asked. Only the step of now is
 * written: what an outage has skipped stays skipped.
 */
export function promptOfRow(
  userId: string,
  row: InboxRow,
  { now, firsts, baseUrl }: { now: Date; firsts: FirstPrompts; baseUrl: string },
): PlannedPrompt {
  const reason = row.reasons[0] ?? 'due';
  const seriesKey = `${row.deadlineOn ?? 'none'}:r${String(row.roundNumber)}`;
  const series = { propositionId: row.propositionId, kind: KINDS[reason], seriesKey };
  const begin = reason === 'due' ? row.dueAt : firsts.get(seriesOf(series));
  const { period = 0, escalated = false } = reminderPeriod(begin ?? now, now) ?? {};
  return {
    prompt: {
      ...series,
      userId,
      kind: reason === 'due' && period > 0 ? 'reminder' : series.kind,
      period,
      reason,
    },
    item: {
      statement: row.statement,
      url: `${baseUrl}/app/review/${row.propositionId}`,
      reason,
      escalated,
    },
    late: null,
  };
}

/** Whoever was asked by name is told so once. The form opens where there is something to answer already. */
export function promptOfAssignment(
  assignment: OpenAssignment,
  inbox: readonly InboxRow[],
  baseUrl: string,
): PlannedPrompt {
  const { propositionId, userId, statement } = assignment;
  const isAsked = inbox.some((row) => row.propositionId === propositionId);
  return {
    prompt: {
      userId,
      propositionId,
      kind: 'assignment',
      seriesKey: assignment.id,
      period: 0,
      reason: 'assignment',
    },
    item: {
      statement,
      url: `${baseUrl}/app/${isAsked ? 'review' : 'propositions'}/${propositionId}`,
      reason: 'assignment',
      escalated: false,
    },
    late: null,
  };
}

/**
 * What a lead is told of a proposition that is long overdue, once each step of its ladder. `late` are the names of those
 * who have not answered; null for a lead who may still answer, and must not learn who has.
 */
export function promptOfLate(
  leadId: string,
  proposition: LateProposition,
  late: readonly string[] | null,
  { now, baseUrl }: { now: Date; baseUrl: string },
): PlannedPrompt {
  const { propositionId, deadlineOn, dueAt, zone, roundNumber } = proposition;
  return {
    prompt: {
      userId: leadId,
      propositionId,
      kind: 'escalation',
      seriesKey: `${deadlineOn ?? 'none'}:r${String(roundNumber)}`,
      period: reminderPeriod(dueAt, now)?.period ?? 0,
      reason: 'escalation',
    },
    item: null,
    late: {
      statement: proposition.statement,
      url: `${baseUrl}/app/propositions/${propositionId}`,
      days: deadlineOn === null ? 0 : daysBetween(deadlineOn, calendarDateIn(now, zone)),
      late: late === null ? null : { names: late.slice(0, NAMED), more: Math.max(0, late.length - NAMED) },
    },
  };
}
