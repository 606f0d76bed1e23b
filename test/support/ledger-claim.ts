import type { LedgerClaim } from '#core/scoring';

/** "Very unlikely", said in January 2022 of the end of February, which did not come about. */
export function ledgerClaim(change: Partial<LedgerClaim> = {}): LedgerClaim {
  return {
    claimId: 'c1',
    claimantId: 'writer',
    role: 'author',
    propositionId: 'p1',
    familyId: 'f1',
    topic: 'ports',
    sourceId: 's1',
    outletId: null,
    saidOn: '2022-01-10',
    low: 0.05,
    point: 0.125,
    high: 0.2,
    basis: 'words',
    kind: 'change',
    deadlineBasis: 'explicit',
    scheduledDeadlineOn: '2022-02-28',
    deadlineOn: '2022-02-28',
    occurredOn: null,
    retrospective: false,
    references: { baseRate: 0.3, statusQuo: 0, market: null },
    settlement: { kind: 'scored', outcome: 0 },
    ...change,
  };
}

/** A day after the deadline of `ledgerClaim()`. */
export const AFTER = '2022-03-15';

/** The same list in another order, by a seed. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const keyed = list.map((item, index) => ({ item, key: mix(seed ^ Math.imul(index + 1, 0x9e3779b1)) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

function mix(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  return (once ^ (once >>> 13)) >>> 0;
}
