import crypto from 'node:crypto';

/** What is recorded of one act. Ids only: personal data would have to be erased, and the chain cannot forget. */
export interface AuditRecord {
  readonly seq: bigint;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly payload: unknown;
  readonly prevHash: string;
}

/** What the first entry carries in place of a predecessor's hash. */
export const GENESIS_HASH = '0'.repeat(64);

/**
 * JSON in one spelling: keys sorted by code unit, no spaces, numbers as JavaScript prints them. The same value gives
 * the same text, also after a round trip through jsonb. canonicalJson({ b: 1, a: [true] }) is '{"a":[true],"b":1}'.
 */
export function canonicalJson(value: unknown): string {
  return write(JSON.parse(JSON.stringify(value ?? null)) as unknown);
}

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${write(member)}`).join(',')}}`;
}

/** Hex SHA-256 over all of a record, its predecessor's hash included. */
export function hashAuditRecord(record: AuditRecord): string {
  const text = canonicalJson({
    seq: record.seq.toString(),
    at: record.at.toISOString(),
    actor: record.actor,
    action: record.action,
    subjectType: record.subjectType,
    subjectId: record.subjectId,
    payload: record.payload,
    prevHash: record.prevHash,
  });
  return crypto.createHash('sha256').update(text).digest('hex');
}

export type ChainFault = 'gap' | 'broken_link' | 'wrong_hash';

/** What is wrong with an entry, given the one before it (null before the first), or null. */
export function findChainFault(
  before: { readonly seq: bigint; readonly hash: string } | null,
  entry: AuditRecord & { readonly hash: string },
): ChainFault | null {
  if (entry.seq !== (before?.seq ?? 0n) + 1n) return 'gap';
  if (entry.prevHash !== (before?.hash ?? GENESIS_HASH)) return 'broken_link';
  return hashAuditRecord(entry) === entry.hash ? null : 'wrong_hash';
}
