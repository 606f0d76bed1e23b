import { escapeLike } from '../escape-like.js';
import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';
import { queryPrepared } from '../prepared-query.js';
import { hasReason, type InboxReader, type InboxReason, isAssigned, roundAsked } from './inbox-definition.js';

const DAY_MS = 86_400_000;

/** Business time for what is due, real time for leases. */
export interface InboxTimes {
  readonly now: Date;
  readonly realNow: Date;
}

/** What of the inbox is wanted; without anything, all. */
export interface InboxFilter {
  readonly reason?: InboxReason | undefined;
  readonly topic?: string | undefined;
  readonly claimantId?: string | undefined;
  readonly outletId?: string | undefined;
  /** Due for at least so many days. */
  readonly overdueDays?: number | undefined;
  readonly isAssigned?: boolean | undefined;
  readonly groupId?: string | undefined;
  readonly text?: string | undefined;
  /** Only what somebody can start on at this real time: fewer are at work than answers are missing. */
  readonly isFreeAt?: Date | undefined;
  readonly except?: readonly string[] | undefined;
}

/** The filter as a condition on a proposition `p` with its round `r`. */
export function narrowerOf(filter: InboxFilter, reader: InboxReader, now: Date): Prisma.Sql {
  const parts = [Prisma.sql`true`];
  if (filter.reason !== undefined) parts.push(hasReason(filter.reason, now));
  const { topic, claimantId, outletId, overdueDays, groupId, text } = filter;
  if (topic !== undefined) parts.push(Prisma.sql`${topic} = ANY(p.topics)`);
  if (claimantId !== undefined)
    parts.push(Prisma.sql`EXISTS (SELECT 1 FROM claims f WHERE f.proposition_id = p.id AND f.state = 'active'
      AND f.claimant_id = ${claimantId}::uuid)`);
  if (outletId !== undefined)
    parts.push(Prisma.sql`EXISTS (SELECT 1 FROM claims f JOIN snapshots fs ON fs.id = f.snapshot_id
      JOIN sources ft ON ft.id = fs.source_id
      WHERE f.proposition_id = p.id AND f.state = 'active' AND ft.outlet_id = ${outletId}::uuid)`);
  if (overdueDays !== undefined)
    parts.push(Prisma.sql`p.due_at <= ${new Date(now.getTime() - overdueDays * DAY_MS)}`);
  if (filter.isAssigned === true) parts.push(isAssigned(reader.userId, roundAsked(reader.userId)));
  if (groupId !== undefined)
    parts.push(Prisma.sql`EXISTS (SELECT 1 FROM assignments a WHERE a.round_id = r.id AND a.withdrawn_at IS NULL
      AND a.group_id = ${groupId}::uuid)`);
  if (filter.isFreeAt !== undefined)
    parts.push(Prisma.sql`(r.id IS NULL OR (r.state = 'open' AND
      (SELECT count(*) FROM reviews w WHERE w.round_id = r.id) +
      (SELECT count(*) FROM leases l WHERE l.round_id = r.id AND l.user_id <> ${reader.userId}::uuid
        AND l.released_at IS NULL AND l.expires_at > ${filter.isFreeAt}) < r.answers_wanted))`);
  if (filter.except !== undefined && filter.except.length > 0)
    parts.push(Prisma.sql`p.id <> ALL(${[...filter.except]}::uuid[])`);
  if (text !== undefined && text.trim() !== '')
    parts.push(Prisma.sql`p.statement ILIKE ${`%${escapeLike(text.trim())}%`}`);
  return Prisma.join(parts, ' AND ');
}

/** Only what is asked all day has its plan kept; each filter somebody thinks of would be a plan more on each connection. */
export async function askInbox<Row>(statement: Prisma.Sql, filter: InboxFilter, tx: Tx): Promise<Row[]> {
  const { isFreeAt: _free, except: _except, ...ofPeople } = filter;
  const isUsual = Object.values(ofPeople).every((part) => part === undefined);
  return isUsual ? queryPrepared<Row>(statement, tx) : tx.$queryRaw<Row[]>(statement);
}
