import type { CalendarDate } from '#core/domain';
import { Prisma } from '../generated/client.js';
import { type InboxReason, LANE } from './inbox-definition.js';

export interface InboxRow {
  readonly propositionId: string;
  readonly statement: string;
  readonly deadlineOn: CalendarDate | null;
  readonly dueAt: Date | null;
  readonly zone: string;
  readonly topics: readonly string[];
  readonly claims: number;
  readonly leasedByOthers: boolean;
  readonly hasDraft: boolean;
  /** Number of the round under way or, where none is, of the one that comes next. */
  readonly roundNumber: number;
  readonly reasons: readonly InboxReason[];
  /** By the reader, in this round. */
  readonly isSkipped: boolean;
  /** To the reader, by name or through a group; null for everything else. */
  readonly assignment: { readonly note: string; readonly dueOn: CalendarDate | null } | null;
}

/**
 * A row of a page. A page comes as one value, since each cell of a result costs more than all of a page to parse; and
 * column by column, since the names of the columns would else be half of what is written, sent and read.
 */
export interface Row {
  id: string;
  statement: string;
  deadline_on: CalendarDate | null;
  /** Milliseconds since 1970: compared more often than shown. */
  due_at: number | null;
  zone: string;
  topics: string[];
  /** One bit a flag, since every column costs: see FLAGS. */
  flags: number;
  claims: number;
  round_number: number;
  lane: number;
  assignment_note: string | null;
  assignment_due_on: CalendarDate | null;
}

/** What nothing is said of in a part of which all rows have the same, or none, is left out. */
export type Columns = { readonly [K in keyof Row]?: readonly Row[K][] };

const COLUMNS = [
  'id',
  'statement',
  'deadline_on',
  'due_at',
  'zone',
  'topics',
  'flags',
  'claims',
  'round_number',
] as const;

/** Columns of `x`, each as a list in the order of the rows. */
const listsOf = (names: readonly (keyof Row)[]): Prisma.Sql =>
  Prisma.raw(
    `json_build_object(${names.map((name) => `'${name}', coalesce(json_agg(x.${name}), '[]')`).join(', ')})`,
  );

/** Of rows that are all in one lane, and not assigned. */
export const COLUMNS_IN_LINE = listsOf(COLUMNS);
export const COLUMNS_OF_X = listsOf([...COLUMNS, 'lane', 'assignment_note', 'assignment_due_on']);

/** @param laneOfAll where the columns do not say it */
export function toRows(columns: Columns | undefined, laneOfAll: number): Row[] {
  return (columns?.id ?? []).map((id, index) => ({
    id,
    statement: columns?.statement?.[index] ?? '',
    deadline_on: columns?.deadline_on?.[index] ?? null,
    due_at: columns?.due_at?.[index] ?? null,
    zone: columns?.zone?.[index] ?? '',
    topics: columns?.topics?.[index] ?? [],
    flags: columns?.flags?.[index] ?? 0,
    claims: columns?.claims?.[index] ?? 0,
    round_number: columns?.round_number?.[index] ?? 1,
    lane: columns?.lane?.[index] ?? laneOfAll,
    assignment_note: columns?.assignment_note?.[index] ?? null,
    assignment_due_on: columns?.assignment_due_on?.[index] ?? null,
  }));
}

const FLAGS = {
  due: 1,
  recheck: 2,
  strong_match: 4,
  dispute: 8,
  reopened: 16,
  split: 32,
  leasedByOthers: 64,
  hasDraft: 128,
} as const satisfies Record<InboxReason | 'leasedByOthers' | 'hasDraft', number>;

export function toInboxRow(row: Row): InboxRow {
  return {
    propositionId: row.id,
    statement: row.statement,
    deadlineOn: row.deadline_on,
    dueAt: row.due_at === null ? null : new Date(row.due_at),
    zone: row.zone,
    topics: row.topics,
    claims: row.claims,
    leasedByOthers: (row.flags & FLAGS.leasedByOthers) !== 0,
    hasDraft: (row.flags & FLAGS.hasDraft) !== 0,
    roundNumber: row.round_number,
    reasons: reasonsOf(row.flags),
    isSkipped: row.lane === LANE.skipped,
    assignment:
      row.assignment_note === null ? null : { note: row.assignment_note, dueOn: row.assignment_due_on },
  };
}

/** In the order in which they are told. */
const TOLD: readonly InboxReason[] = ['dispute', 'split', 'reopened', 'recheck', 'due', 'strong_match'];

/** By the flags below `leasedByOthers`, which are as many as the reasons. */
const REASONS: readonly (readonly InboxReason[])[] = Array.from(
  { length: FLAGS.leasedByOthers },
  (_, flags) =>
    // Who is asked for a recheck is not told that it was due before.
    TOLD.filter(
      (reason) => (flags & FLAGS[reason]) !== 0 && !(reason === 'due' && (flags & FLAGS.recheck) !== 0),
    ),
);

const reasonsOf = (flags: number): readonly InboxReason[] => REASONS[flags % FLAGS.leasedByOthers] ?? [];
