import { v7 as newId } from 'uuid';
import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';
import { fromNoticeRow, type StoredNotice } from './notice.repo.js';

/** How often mail may be handed over, counted among all processes. Null is as often as the server takes it. */
export interface MailPace {
  readonly perMinute: number | null;
}

/** Who has mail in hand, and until when nobody else may take it. Real time. */
export interface Reservation {
  readonly by: string;
  readonly at: Date;
  readonly until: Date;
}

/** What became of one hand-over. */
export interface MailOutcome {
  readonly noticeId: string;
  readonly state: 'queued' | 'sent' | 'failed' | 'unknown';
  /** Business time at which the server took it. */
  readonly sentAt: Date | null;
  /** Real time. */
  readonly nextTryAt: Date | null;
  readonly error: string | null;
  /** Hex SHA-256 of an address the server called dead. */
  readonly deadAddressHash: string | null;
}

/** Any number will do that nothing else locks. */
const PACE_LOCK = 0x6d_61_69_6c;
const MINUTE_MS = 60_000;
/** What a minute may bring is spread over its sixths. */
const PARTS = 6;

/** Notices as a queue: the table is the queue, and a mail moves in it by one statement each. */
export const mailQueueRepo = {
  /**
   * Takes the oldest notices that wait, as many as the pace allows, so that no other sender takes them meanwhile. Needs
   * a transaction.
   */
  async reserve(reservation: Reservation, limit: number, pace: MailPace, tx: Tx): Promise<StoredNotice[]> {
    const allowed = pace.perMinute === null ? limit : await readAllowance(reservation.at, pace.perMinute, tx);
    const count = Math.min(limit, allowed);
    if (count <= 0) return [];
    return take(Prisma.sql`true`, count, reservation, tx);
  },

  /** Takes one notice, however many were sent before it; nothing where it does not wait. */
  async reserveOne(noticeId: string, reservation: Reservation, tx: Tx): Promise<StoredNotice[]> {
    return take(Prisma.sql`id = ${noticeId}::uuid`, 1, reservation, tx);
  },

  /**
   * Settles those of the reserved notices that are not to be sent any more: out of date at the business time `now`, from
   * a stream that their reader has left, or to an address that is dead. Returns their ids.
   */
  async withdraw(ids: readonly string[], by: string, now: Date, tx: Tx): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      UPDATE notices n SET last_error = w.why, reserved_by = NULL, reserved_until = NULL,
        state = (CASE w.why WHEN ${WITHDRAWN.late} THEN 'failed' ELSE 'suppressed' END)::notice_state
      FROM (
        SELECT n.id, CASE
          WHEN n.expires_at <= ${now} THEN ${WITHDRAWN.late}
          WHEN n.stream IS NULL THEN NULL
          WHEN u.disabled_at IS NOT NULL OR u.erased_at IS NOT NULL THEN ${WITHDRAWN.gone}
          WHEN s.user_id IS NOT NULL AND NOT n.stream = ANY(s.streams) THEN ${WITHDRAWN.left}
          WHEN EXISTS (
            SELECT 1 FROM unsubscribe_tokens t
            WHERE t.claimant_id = n.claimant_id AND t.stream = n.stream AND t.used_at IS NOT NULL
          ) THEN ${WITHDRAWN.left}
          WHEN EXISTS (SELECT 1 FROM suppressed_addresses d WHERE d.address_hash = ${ADDRESS_HASH}) THEN ${WITHDRAWN.dead}
        END AS why
        FROM notices n
        LEFT JOIN users u ON u.id = n.user_id
        LEFT JOIN user_settings s ON s.user_id = n.user_id
        WHERE n.id = ANY(${[...ids]}::uuid[])
      ) w
      WHERE n.id = w.id AND w.why IS NOT NULL AND n.state = 'queued' AND n.reserved_by = ${by}
      RETURNING n.id::text AS id`;
    return rows.map(({ id }) => id);
  },

  /**
   * Writes down what became of hand-overs, with the prompts they carried and the addresses that are dead, and that
   * `next` are about to be handed over, before a byte of them leaves. Returns those of `next` that are still this
   * sender's. What is begun and not written down as over may have arrived. One that was taken for lost meanwhile is
   * corrected. In one statement: each is a write to the disk, and this one serves all lines.
   */
  async turn(
    { over, next }: { readonly over: readonly MailOutcome[]; readonly next: readonly string[] },
    { by, now, realNow }: { readonly by: string; readonly now: Date; readonly realNow: Date },
    tx: Tx,
  ): Promise<string[]> {
    const rows = over.map((outcome) => ({ ...outcome, id: outcome.noticeId, suppressionId: newId() }));
    const begun = await tx.$queryRaw<{ id: string }[]>`
      WITH o AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS o(
          id uuid, state notice_state, "sentAt" timestamptz, "nextTryAt" timestamptz, error text,
          "deadAddressHash" text, "suppressionId" uuid)
      ), done AS (
        UPDATE notices n SET state = o.state, sent_at = o."sentAt", next_try_at = o."nextTryAt", last_error = o.error,
          reserved_by = NULL, reserved_until = NULL
        FROM o WHERE n.id = o.id AND n.state IN ('sending', 'unknown') AND n.reserved_by = ${by}
        RETURNING n.id, o."sentAt", o."deadAddressHash", o."suppressionId", o.error
      ), prompted AS (
        UPDATE prompts p SET sent_at = d."sentAt" FROM done d
        WHERE p.notice_id = d.id AND d."sentAt" IS NOT NULL AND p.sent_at IS NULL
      ), dead AS (
        INSERT INTO suppressed_addresses (id, address_hash, reason, suppressed_at)
        SELECT DISTINCT ON (d."deadAddressHash") d."suppressionId", d."deadAddressHash", d.error, ${now}
        FROM done d
        WHERE d."deadAddressHash" IS NOT NULL
        ON CONFLICT (address_hash) DO NOTHING
      )
      UPDATE notices SET state = 'sending', attempts = attempts + 1, handed_at = ${realNow}
      WHERE id = ANY(${[...next]}::uuid[]) AND state = 'queued' AND reserved_by = ${by}
      RETURNING id::text AS id`;
    return begun.map(({ id }) => id);
  },

  /** Gives back what was reserved and not begun. */
  async release(ids: readonly string[], by: string, tx: Tx): Promise<void> {
    await tx.$executeRaw`
      UPDATE notices SET reserved_by = NULL, reserved_until = NULL
      WHERE id = ANY(${[...ids]}::uuid[]) AND state = 'queued' AND reserved_by = ${by}`;
  },

  /**
   * Hand-overs that began before `since` (real time) and never ended: their sender died. Mail of a stream may have
   * arrived and is left at that; mail that must arrive goes out again. What somebody is writing down at this moment is not
   * lost, and is not waited for: two statements over many rows could else wait for each other. Returns how many there were.
   */
  async settleLost(since: Date, tx: Tx): Promise<number> {
    return tx.$executeRaw`
      UPDATE notices SET last_error = ${WITHDRAWN.lost},
        state = (CASE WHEN stream IS NULL THEN 'queued' ELSE 'unknown' END)::notice_state,
        reserved_until = CASE WHEN stream IS NULL THEN NULL ELSE reserved_until END,
        reserved_by = CASE WHEN stream IS NULL THEN NULL ELSE reserved_by END
      WHERE id IN (
        SELECT id FROM notices WHERE state = 'sending' AND handed_at < ${since} FOR UPDATE SKIP LOCKED)`;
  },

  /** Puts back what was not sent, to be tried at once; false when there is nothing to try. Somebody asked for it. */
  async retry(noticeId: string, tx: Tx): Promise<boolean> {
    const count = await tx.$executeRaw`
      UPDATE notices SET state = 'queued', next_try_at = NULL, expires_at = NULL, attempts = 0, reserved_by = NULL,
        reserved_until = NULL
      WHERE id = ${noticeId}::uuid AND state IN ('failed', 'unknown', 'suppressed')`;
    return count === 1;
  },
};

/** Why a notice was not sent, as the page of mails shows it. */
const WITHDRAWN = {
  late: 'Out of date before a mail server took it.',
  gone: 'The account is closed.',
  left: 'Its reader has unsubscribed.',
  dead: 'The address is suppressed: a mail server called it dead.',
  lost: 'Whoever was sending it stopped before the server’s answer was written down: it may have arrived.',
} as const;

const ADDRESS_HASH = Prisma.sql`encode(sha256(convert_to(lower(n.to_address), 'UTF8')), 'hex')`;

async function take(
  which: Prisma.Sql,
  limit: number,
  { by, at, until }: Reservation,
  tx: Tx,
): Promise<StoredNotice[]> {
  const taken = await tx.$queryRaw<{ id: string }[]>`
    UPDATE notices n SET reserved_by = ${by}, reserved_until = ${until}
    FROM (
      SELECT id FROM notices
      WHERE state = 'queued' AND (${which}) AND (next_try_at IS NULL OR next_try_at <= ${at})
        AND (reserved_until IS NULL OR reserved_until <= ${at})
      ORDER BY created_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ) due
    WHERE n.id = due.id RETURNING n.id::text AS id`;
  if (taken.length === 0) return [];
  const ids = taken.map(({ id }) => id);
  const rows = await tx.notice.findMany({
    where: { id: { in: ids } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(fromNoticeRow);
}

/** How many may be handed over now without more than `perMinute` in any minute, nor a sixth of that in ten seconds. */
async function readAllowance(at: Date, perMinute: number, tx: Tx): Promise<number> {
  // Two senders that count at the same time would both find room for the same mails.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${PACE_LOCK}::bigint)`;
  const minuteAgo = new Date(at.getTime() - MINUTE_MS);
  const partAgo = new Date(at.getTime() - MINUTE_MS / PARTS);
  const [counts] = await tx.$queryRaw<{ minute: number; part: number; reserved: number }[]>`
    SELECT count(*) FILTER (WHERE handed_at > ${minuteAgo})::int AS minute,
      count(*) FILTER (WHERE handed_at > ${partAgo})::int AS part,
      count(*) FILTER (WHERE state = 'queued' AND reserved_until > ${at})::int AS reserved
    FROM notices WHERE handed_at > ${minuteAgo} OR (state = 'queued' AND reserved_until > ${at})`;
  const { minute = 0, part = 0, reserved = 0 } = counts ?? {};
  return Math.min(perMinute - minute, Math.ceil(perMinute / PARTS) - part) - reserved;
}
