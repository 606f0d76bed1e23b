import {
  type AuditRecord,
  canonicalJson,
  type ChainFault,
  findChainFault,
  GENESIS_HASH,
  hashAuditRecord,
} from '../audit-chain.js';
import type { Tx } from '../database.js';
import type { Prisma } from '../generated/client.js';

/** What a service tells about one act; place in the chain and hashes are added here. */
export interface AuditEntryInput {
  /** Business time. */
  readonly at: Date;
  /** A user's id, or `system`, `cli`, `claimant:<id>`, `token:<id>`. Never a name or an address. */
  readonly actor: string;
  /** Verb with its subject ("verdict.finalised"). */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly payload?: Prisma.InputJsonObject;
}

/** The end of the chain. Kept outside (a mail, a log), it also shows that the end was cut off. */
export interface ChainHead {
  readonly seq: bigint;
  readonly hash: string;
}

export interface ChainReport {
  readonly entries: number;
  readonly head: ChainHead | null;
  /** The first entry that is wrong, or null. */
  readonly fault: { readonly seq: bigint; readonly kind: ChainFault | 'cut_off' } | null;
}

/** The second key of the chain's advisory lock; the first is the same for all locks of Outturn's transactions. */
const LOCK_SPACE = 7_203;
const AUDIT_LOCK = 1;
const PAGE = 1_000;

export const auditRepo = { appendAudit, verifyAuditChain, findHead, hasAction };

/**
 * Adds one entry to the end of the audit chain. Writers wait for each other until they commit: call it last in a
 * transaction. The transaction must read committed data, or it would build on a head that is no longer the end (the
 * unique prevHash refuses that, and withTransaction tries again).
 */
export async function appendAudit(tx: Tx, input: AuditEntryInput): Promise<ChainHead> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK_SPACE}::int, ${AUDIT_LOCK}::int)`;
  const head = await findHead(tx);
  // As it will be read back: what JSON cannot say is dropped before it is hashed.
  const payload = JSON.parse(canonicalJson(input.payload ?? {})) as Prisma.InputJsonObject;
  const record: AuditRecord = {
    seq: (head?.seq ?? 0n) + 1n,
    at: input.at,
    actor: input.actor,
    action: input.action,
    subjectType: input.subjectType,
    subjectId: input.subjectId,
    payload,
    prevHash: head?.hash ?? GENESIS_HASH,
  };
  const hash = hashAuditRecord(record);
  await tx.auditEntry.create({ data: { ...record, payload, hash } });
  return { seq: record.seq, hash };
}

/** The last entry's place and hash, or null before the first. */
export async function findHead(tx: Tx): Promise<ChainHead | null> {
  return tx.auditEntry.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, hash: true } });
}

/**
 * Reads the whole chain and names the first entry that was changed, removed, put in or moved. A chain whose end was
 * cut off is whole in itself; that shows only against a head that was kept elsewhere (`expected`).
 */
export async function verifyAuditChain(tx: Tx, expected: ChainHead | null = null): Promise<ChainReport> {
  let before: ChainHead | null = null;
  let entries = 0;
  let isExpectedSeen = expected === null;
  for (;;) {
    const page: (AuditRecord & ChainHead)[] = await tx.auditEntry.findMany({
      where: before === null ? {} : { seq: { gt: before.seq } },
      orderBy: { seq: 'asc' },
      take: PAGE,
    });
    for (const entry of page) {
      const kind = findChainFault(before, entry);
      if (kind !== null) return { entries, head: before, fault: { seq: entry.seq, kind } };
      if (entry.seq === expected?.seq && entry.hash === expected.hash) isExpectedSeen = true;
      before = { seq: entry.seq, hash: entry.hash };
      entries += 1;
    }
    if (page.length < PAGE) break;
  }
  const fault = isExpectedSeen ? null : { seq: (before?.seq ?? 0n) + 1n, kind: 'cut_off' as const };
  return { entries, head: before, fault };
}

/** Whether anything of this kind was ever recorded. */
export async function hasAction(action: string, tx: Tx): Promise<boolean> {
  return (await tx.auditEntry.count({ where: { action }, take: 1 })) > 0;
}
