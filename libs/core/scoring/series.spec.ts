import fc from 'fast-check';
import { ledgerClaim } from '../../../test/support/ledger-claim.js';
import { endOf, scoreLedgerSeries } from './index.js';

const sure = { low: 0.9, point: 0.9, high: 0.9, basis: 'number' as const };

describe('a series of claims', () => {
  it('weighs claims, and what they are compared with, by the time they stood', () => {
    const series = scoreLedgerSeries([
      ledgerClaim({
        saidOn: '2022-01-29',
        claimId: 'c2',
        references: { baseRate: 0.1, statusQuo: 0, market: 0.5 },
      }),
      ledgerClaim({
        saidOn: '2021-12-30',
        ...sure,
        references: { baseRate: 0.5, statusQuo: 0, market: 0.2 },
      }),
    ]);
    expect(series?.forecasts.map(({ claimId, share }) => [claimId, share])).toEqual([
      ['c1', 0.5],
      ['c2', 0.5],
    ]);
    expect(series?.score.brier).toBeCloseTo((0.81 + 0.015625) / 2, 12);
    expect(series?.referenceBrier.base_rate).toBeCloseTo((0.25 + 0.01) / 2, 12);
    expect(series?.referenceBrier).toMatchObject({ status_quo: 0, half: 0.25 });
    expect(series?.referenceBrier.market).toBeCloseTo((0.04 + 0.25) / 2, 12);
  });

  it('is compared with a reference only where all its claims have it', () => {
    const claims = [
      ledgerClaim(),
      ledgerClaim({
        claimId: 'c2',
        saidOn: '2022-02-01',
        references: { baseRate: 0, statusQuo: null, market: null },
      }),
    ];
    expect(scoreLedgerSeries(claims)?.referenceBrier).toMatchObject({ status_quo: null, market: null });
  });

  it.each([
    ['nothing', []],
    ['a claim that is not settled', [ledgerClaim({ settlement: { kind: 'pending' } })]],
    ['a claim without an end', [ledgerClaim({ scheduledDeadlineOn: null, deadlineOn: null })]],
    ['a claim without a band', [ledgerClaim({ point: null })]],
  ])('of %s has no score', (_what, claims) => {
    expect(scoreLedgerSeries(claims)).toBeNull();
  });

  it('ends with the outcome where that came before the deadline', () => {
    expect(
      endOf({ scheduledDeadlineOn: '2022-02-28', deadlineOn: '2022-03-31', occurredOn: '2022-02-24' }),
    ).toBe('2022-02-24');
    expect(
      endOf({ scheduledDeadlineOn: '2022-02-28', deadlineOn: '2022-03-31', occurredOn: '2022-03-24' }),
    ).toBe('2022-02-28');
    expect(endOf({ scheduledDeadlineOn: null, deadlineOn: '2022-03-31', occurredOn: null })).toBe(
      '2022-03-31',
    );
  });

  it('scores the complement of an event and its probability the same', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(probability, probability, fc.constantFrom<0 | 1>(0, 1), (p, base, outcome) => {
        const of = (point: number, baseRate: number, came: 0 | 1) =>
          scoreLedgerSeries([
            ledgerClaim({
              low: point,
              point,
              high: point,
              references: { baseRate, statusQuo: 0, market: null },
              settlement: { kind: 'scored', outcome: came },
            }),
          ]);
        const straight = of(p, base, outcome);
        const turned = of(1 - p, 1 - base, outcome === 1 ? 0 : 1);
        expect(turned?.score.brier).toBeCloseTo(straight?.score.brier ?? NaN, 12);
        expect(turned?.referenceBrier.base_rate).toBeCloseTo(straight?.referenceBrier.base_rate ?? NaN, 12);
        expect(turned?.referenceBrier.half).toBe(straight?.referenceBrier.half);
      }),
    );
  });
});
