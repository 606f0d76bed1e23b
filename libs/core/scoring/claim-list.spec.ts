import fc from 'fast-check';
import type { Settlement } from '#core/domain';
import { AFTER, ledgerClaim, shuffled } from '../../../test/support/ledger-claim.js';
import { type ClaimListFilter, type LedgerClaim, listClaims, recordOf, tallyClaims } from './index.js';

const everything: ClaimListFilter = {
  track: 'live',
  period: null,
  horizon: null,
  basis: null,
  ofTopic: null,
};
const idsOf = (claims: readonly LedgerClaim[], change: Partial<ClaimListFilter> = {}) =>
  listClaims(claims, { ...everything, ...change }, AFTER).map(({ claim }) => claim.claimId);

describe('the list of claims behind a row', () => {
  it('has what was said last first, and equals in the order of their ids', () => {
    const claims = [
      ledgerClaim({ claimId: 'b' }),
      ledgerClaim({ claimId: 'c', saidOn: '2022-02-01' }),
      ledgerClaim({ claimId: 'a' }),
    ];
    expect(idsOf(claims)).toEqual(['c', 'a', 'b']);
    expect(idsOf([...claims].reverse())).toEqual(['c', 'a', 'b']);
  });

  it('has those that a board of the same filter is made of', () => {
    const claims = [
      ledgerClaim({ claimId: 'a', saidOn: '2022-02-10' }),
      ledgerClaim({ claimId: 'b', scheduledDeadlineOn: '2023-06-30' }),
      ledgerClaim({ claimId: 'c', scheduledDeadlineOn: null, deadlineBasis: 'none' }),
      ledgerClaim({ claimId: 'd', basis: 'number', retrospective: true }),
    ];
    expect(idsOf(claims, { period: '2023' })).toEqual(['b']);
    expect(idsOf(claims, { horizon: 'month' })).toEqual(['a']);
    expect(idsOf(claims, { horizon: 'longer' })).toEqual(['b']);
    expect(idsOf(claims, { basis: 'number' })).toEqual(['d']);
    expect(idsOf(claims, { track: 'retrospective' })).toEqual(['d']);
    expect(idsOf(claims, { ofTopic: new Set(['c', 'x']) })).toEqual(['c']);
  });

  it('says of each how it counts, on a board of late records as on one of live ones', () => {
    const late = [ledgerClaim({ retrospective: true })];
    expect(listClaims(late, everything, AFTER)[0]?.counted).toBe('retrospective');
    expect(listClaims(late, { ...everything, track: 'retrospective' }, AFTER)[0]?.counted).toBe('scored');
  });

  it('adds up to the numbers of the row, whatever the claims', () => {
    const settlement = fc.constantFrom<Settlement>(
      { kind: 'scored', outcome: 1 },
      { kind: 'pending' },
      { kind: 'ambiguous' },
      { kind: 'void', reason: 'CONDITION_UNMET' },
      { kind: 'void', reason: 'CONDITION_UNRESOLVED' },
    );
    const claim = fc.record({
      settlement,
      basis: fc.constantFrom('words' as const, 'possibility' as const),
      deadlineBasis: fc.constantFrom('explicit' as const, 'policy' as const),
      scheduledDeadlineOn: fc.constantFrom('2022-02-28', '2022-04-30', null),
      kind: fc.constantFrom('change' as const, 'quantity' as const),
      retrospective: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(claim, { maxLength: 20 }),
        fc.constantFrom('live' as const, 'retrospective' as const),
        fc.integer(),
        (changes, track, seed) => {
          const claims = changes.map((change, index) =>
            ledgerClaim({ ...change, claimId: `c${String(index)}`, propositionId: `p${String(index)}` }),
          );
          const { counts, series } = recordOf(claims, AFTER, track);
          const tally = new Map(
            tallyClaims(listClaims(shuffled(claims, seed), { ...everything, track }, AFTER)).map((one) => [
              one.counted,
              one.claims,
            ]),
          );
          expect(Object.fromEntries(tally)).toEqual({
            scored: series.length,
            pending: counts.pending,
            before_deadline: counts.beforeDeadline,
            void: counts.void,
            condition_unmet: counts.conditionUnmet,
            ambiguous: counts.ambiguous,
            unscoreable: counts.unscoreable,
            retrospective: counts.retrospective,
          });
        },
      ),
    );
  });
});
