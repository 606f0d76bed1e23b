import { AFTER, ledgerClaim } from '../../../test/support/ledger-claim.js';
import { classifyClaim, type LedgerClaim, whyUnscoreable } from './index.js';

describe('a claim', () => {
  it.each([
    ['counts when settled and past its deadline', {}, 'scored'],
    ['counts at 0 % as at any other', { low: 0, point: 0, high: 0, basis: 'number' }, 'scored'],
    [
      'settled early waits for its scheduled deadline',
      { scheduledDeadlineOn: '2022-12-31' },
      'before_deadline',
    ],
    ['on the last day itself waits', { scheduledDeadlineOn: AFTER }, 'before_deadline'],
    ['without a verdict is pending', { settlement: { kind: 'pending' } }, 'pending'],
    ['that only says “may” is never scored', { basis: 'possibility' }, 'no_probability'],
    [
      'without a deadline is never scored',
      { scheduledDeadlineOn: null, deadlineBasis: 'none' },
      'no_deadline',
    ],
    ['with the project’s own deadline is set apart', { deadlineBasis: 'policy' }, 'policy_deadline'],
    ['of a quantity is set apart', { kind: 'quantity' }, 'quantity'],
    ['recorded after the fact is set apart', { retrospective: true }, 'retrospective'],
    [
      'whose condition was not met is void',
      { settlement: { kind: 'void', reason: 'CONDITION_UNMET' } },
      'condition_unmet',
    ],
    [
      'whose condition came to nothing clear is void',
      { settlement: { kind: 'void', reason: 'CONDITION_UNRESOLVED' } },
      'condition_unresolved',
    ],
    ['with a void verdict is void', { settlement: { kind: 'void', reason: 'VERDICT' } }, 'void'],
    ['of an ambiguous outcome is never a no', { settlement: { kind: 'ambiguous' } }, 'ambiguous'],
  ] as const)('%s', (_name, change, inclusion) => {
    expect(classifyClaim(ledgerClaim(change as Partial<LedgerClaim>), AFTER)).toBe(inclusion);
  });

  it.each([
    ['of a quantity that only says “may”', { kind: 'quantity', basis: 'possibility' }, 'quantity'],
    [
      'that says “may”, without a deadline',
      { basis: 'possibility', deadlineBasis: 'none' },
      'no_probability',
    ],
    ['without a point, whatever its words', { point: null }, 'no_probability'],
    [
      'with the project’s own deadline, to be set',
      { deadlineBasis: 'policy', scheduledDeadlineOn: null },
      'policy_deadline',
    ],
    ['without a deadline', { scheduledDeadlineOn: null }, 'no_deadline'],
    ['like any other', {}, null],
  ] as const)('%s says the first reason against a score, verdict or none', (_name, change, reason) => {
    const claim = ledgerClaim(change);
    expect(whyUnscoreable(claim)).toBe(reason);
    const pending = ledgerClaim({ ...change, settlement: { kind: 'pending' } });
    expect(classifyClaim(pending, AFTER)).toBe(reason ?? 'pending');
  });

  it('recorded late counts among its own kind', () => {
    expect(classifyClaim(ledgerClaim({ retrospective: true }), AFTER, 'retrospective')).toBe('scored');
  });
});
