import fc from 'fast-check';
import { ledgerClaim, shuffled } from '../../../test/support/ledger-claim.js';
import { endOf, type LedgerClaim, type ScoredSeries, scoreLedgerSeries } from './index.js';

const MONTH = Array.from({ length: 31 }, (_, day) => `2022-01-${String(day + 1).padStart(2, '0')}`);
const probability = fc.double({ min: 0, max: 1, noNaN: true });

/** One to five claims of January, in the order they were said, on what ends on the 21st at the latest. */
const anySeries = fc
  .record({
    claims: fc.array(
      fc.record({
        saidOn: fc.constantFrom(...MONTH),
        band: fc.tuple(probability, probability, probability),
        baseRate: fc.option(probability),
        market: fc.option(probability),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    outcome: fc.constantFrom<0 | 1>(0, 1),
    occurredOn: fc.option(fc.constantFrom(...MONTH)),
  })
  .map(({ claims, outcome, occurredOn }) =>
    [...claims]
      .sort((a, b) => a.saidOn.localeCompare(b.saidOn))
      .map(({ saidOn, band, baseRate, market }, index) => {
        const [low, point, high] = [...band].sort((a, b) => a - b) as typeof band;
        return ledgerClaim({
          ...{ claimId: `c${String(index)}`, saidOn, low, point, high, occurredOn },
          references: { baseRate, statusQuo: 0, market },
          scheduledDeadlineOn: '2022-01-21',
          settlement: { kind: 'scored', outcome },
        });
      }),
  );

/** Everything a series is counted by. */
function numbersOf(series: ScoredSeries | null): Record<string, number | null> {
  return { ...series?.score, ...series?.referenceBrier };
}

function expectSame(one: ScoredSeries | null, other: ScoredSeries | null): void {
  const numbers = numbersOf(other);
  expect(Object.keys(numbers)).toHaveLength(8);
  for (const [key, value] of Object.entries(numbersOf(one)))
    if (value === null || numbers[key] === null) expect([key, numbers[key]]).toEqual([key, value]);
    else expect(numbers[key]).toBeCloseTo(value, 10);
}

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

  it('does not change when a standing forecast is said again', () => {
    fc.assert(
      fc.property(anySeries, fc.nat(), fc.nat(), (claims, which, later) => {
        const index = which % claims.length;
        const said = claims[index] as LedgerClaim;
        // Any day it stood, up to the one on which the next was said.
        const until = claims[index + 1]?.saidOn ?? MONTH.at(-1) ?? '';
        const days = MONTH.filter((day) => day >= said.saidOn && day <= until);
        const again = {
          ...said,
          claimId: `${said.claimId} again`,
          saidOn: days[later % days.length] as string,
        };
        expectSame(scoreLedgerSeries(claims), scoreLedgerSeries([...claims, again]));
      }),
    );
  });

  it('changes when another forecast is said while the first stood', () => {
    const claims = [ledgerClaim()];
    const other = ledgerClaim({ claimId: 'c2', saidOn: '2022-02-01', ...sure });
    expect(scoreLedgerSeries([...claims, other])?.score).not.toEqual(scoreLedgerSeries(claims)?.score);
  });

  it('is the same to the last bit in whatever order its claims come', () => {
    fc.assert(
      fc.property(anySeries, fc.integer(), (claims, seed) => {
        expect(scoreLedgerSeries(shuffled(claims, seed))).toEqual(scoreLedgerSeries(claims));
      }),
    );
  });

  it('shares its time out whole, and lies within its best and worst forecast', () => {
    fc.assert(
      fc.property(anySeries, (claims) => {
        const series = scoreLedgerSeries(claims);
        const forecasts = series?.forecasts ?? [];
        expect(forecasts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
        const briers = forecasts.map(({ score }) => score.brier);
        expect(series?.score.brier).toBeGreaterThanOrEqual(Math.min(...briers) - 1e-12);
        expect(series?.score.brier).toBeLessThanOrEqual(Math.max(...briers) + 1e-12);
      }),
    );
  });

  it('scores the complement of an event and its probability the same', () => {
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
