import fc from 'fast-check';
import { ledgerClaim } from '../../../test/support/ledger-claim.js';
import { claimEffects, scoreLedgerSeries, type ScoredSeries, skillOf } from './index.js';

it('shares the mean skill out among claims', () => {
  const half = { baseRate: 0.5, statusQuo: 0, market: null };
  const number = (point: number) => ({
    low: point,
    point,
    high: point,
    basis: 'number' as const,
    references: half,
  });
  const series = [
    [ledgerClaim(number(0.2))],
    [
      ledgerClaim({ ...number(0.5), claimId: 'c2', propositionId: 'p2', saidOn: '2021-12-30' }),
      ledgerClaim({ ...number(0.5), claimId: 'c3', propositionId: 'p2', saidOn: '2022-01-29' }),
    ],
  ].flatMap((claims) => scoreLedgerSeries(claims) ?? []);
  const effects = claimEffects(series);
  expect(effects.get('c1')?.weight).toBe(1);
  expect(effects.get('c1')?.effect).toBeCloseTo((0.25 - 0.04) / 2, 12);
  expect(effects.get('c2')).toEqual({ weight: 0.5, effect: 0 });
});

it('of nothing is nothing', () => {
  expect(claimEffects([]).size).toBe(0);
});

it('sums to the mean skill, with base rates and without', () => {
  const claim = fc.record({
    point: fc.constantFrom(0, 0.3, 1),
    base: fc.constantFrom(null, 0.1, 0.6),
    day: fc.integer({ min: 10, max: 28 }),
    proposition: fc.constantFrom('p1', 'p2'),
  });
  fc.assert(
    fc.property(fc.array(claim, { minLength: 1, maxLength: 6 }), (claims) => {
      const series = ['p1', 'p2'].flatMap((propositionId): ScoredSeries[] => {
        const own = claims
          .filter(({ proposition }) => proposition === propositionId)
          .map(({ point, base, day }, k) =>
            ledgerClaim({
              claimId: `${propositionId}-${String(k)}`,
              propositionId,
              low: point,
              point,
              high: point,
              saidOn: `2022-01-${String(day)}`,
              references: { baseRate: base, statusQuo: null, market: null },
            }),
          );
        const scored = scoreLedgerSeries(own);
        return scored === null ? [] : [scored];
      });
      const mean = series.reduce((sum, one) => sum + skillOf(one), 0) / series.length;
      const sum = [...claimEffects(series).values()].reduce((total, { effect }) => total + effect, 0);
      expect(sum).toBeCloseTo(mean, 12);
    }),
  );
});
