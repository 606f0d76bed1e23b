import fc from 'fast-check';
import { AFTER, ledgerClaim, shuffled } from '../../../test/support/ledger-claim.js';
import { bandOf, computeStatistics, recordOf } from './index.js';

describe('statistics', () => {
  it('count a series once, and what is not scored apart', () => {
    const ledger = [
      ledgerClaim(),
      ledgerClaim({ claimId: 'c2', saidOn: '2022-02-01', sourceId: 's2' }),
      ledgerClaim({ claimId: 'c3', propositionId: 'p2', settlement: { kind: 'pending' } }),
      ledgerClaim({ claimId: 'c4', propositionId: 'p3', settlement: { kind: 'ambiguous' } }),
      ledgerClaim({ claimId: 'c5', propositionId: 'p4', basis: 'possibility' }),
      ledgerClaim({ claimId: 'c6', claimantId: 'somebody else' }),
    ];
    expect(computeStatistics('writer', ledger, AFTER)).toMatchObject({
      n: 1,
      families: 1,
      texts: 2,
      pending: 1,
      ambiguous: 1,
      unscoreable: 1,
      void: 0,
    });
  });

  it('of nobody are zeros', () => {
    expect(computeStatistics('writer', [], AFTER)).toMatchObject({
      n: 0,
      sumBrier: 0,
      families: 0,
      texts: 0,
    });
  });

  it('are the same to the last bit in whatever order the claims come', () => {
    const anyClaim = fc
      .record({
        propositionId: fc.constantFrom('p1', 'p2', 'p3'),
        saidOn: fc.constantFrom('2022-01-01', '2022-01-15', '2022-02-01'),
        point: fc.constantFrom(0.1, 0.3, 0.7),
        basis: fc.constantFrom('number' as const, 'rank' as const),
      })
      .map((change) => ({ ...change, low: change.point, high: change.point }));
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 12 }), fc.integer(), (changes, seed) => {
        const ledger = changes.map((change, index) =>
          ledgerClaim({ ...change, claimId: `c${String(index)}` }),
        );
        expect(computeStatistics('writer', shuffled(ledger, seed), AFTER)).toEqual(
          computeStatistics('writer', ledger, AFTER),
        );
      }),
    );
  });
});

it('a band with a hole in it is no band', () => {
  expect(bandOf({ low: null, point: 0.5, high: 0.6 })).toBeNull();
  expect(bandOf({ low: 0, point: 0, high: 0 })).toEqual({ low: 0, point: 0, high: 0 });
});

describe('a record', () => {
  it('has series of one claimant each, whoever the subject is', () => {
    const { series } = recordOf(
      [ledgerClaim(), ledgerClaim({ claimId: 'c2', claimantId: 'colleague', point: 0.2 })],
      AFTER,
      'live',
    );
    expect(series.map(({ forecasts }) => forecasts.map(({ claimId }) => claimId))).toEqual([['c2'], ['c1']]);
  });

  it('of retrospective claims knows nothing of live ones', () => {
    const claims = [
      ledgerClaim({ retrospective: true }),
      ledgerClaim({ claimId: 'c2', propositionId: 'p2' }),
    ];
    expect(recordOf(claims, AFTER, 'retrospective')).toMatchObject({
      claims: 1,
      series: [{ propositionId: 'p1' }],
    });
    expect(recordOf(claims, AFTER, 'live')).toMatchObject({
      claims: 2,
      counts: { retrospective: 1 },
      series: [{ propositionId: 'p2' }],
    });
  });

  it('has no series of a claim with a hole in its band, settled as it may be', () => {
    const claims = [ledgerClaim({ high: null }), ledgerClaim({ claimId: 'c2', propositionId: 'p2' })];
    const { series } = recordOf(claims, AFTER, 'live');
    expect(series.map(({ propositionId }) => propositionId)).toEqual(['p2']);
  });

  it('weighs what was ambiguous both ways, once its deadline has passed', () => {
    const ambiguous = { settlement: { kind: 'ambiguous' } } as const;
    const { undecided } = recordOf(
      [
        ledgerClaim(ambiguous),
        ledgerClaim({ ...ambiguous, claimId: 'c2', propositionId: 'p2', scheduledDeadlineOn: '2023-01-01' }),
        ledgerClaim({ ...ambiguous, claimId: 'c3', propositionId: 'p3', low: null }),
      ],
      AFTER,
      'live',
    );
    expect(undecided.map((ends) => ends.map(({ score }) => score.brier))).toEqual([[0.875 ** 2, 0.125 ** 2]]);
  });

  it('sums skill against the base rate, and against one half where none was kept', () => {
    const none = { baseRate: null, statusQuo: null, market: null };
    const ledger = [
      ledgerClaim(),
      ledgerClaim({ claimId: 'c2', propositionId: 'p2', familyId: 'f2', references: none }),
    ];
    const statistics = computeStatistics('writer', ledger, AFTER);
    expect(statistics.sumSkill).toBeCloseTo(0.09 - 0.015625 + (0.25 - 0.015625), 12);
    expect(statistics.sumSkillSquared).toBeCloseTo((0.09 - 0.015625) ** 2 + (0.25 - 0.015625) ** 2, 12);
    expect(statistics).toMatchObject({ hits: 2, referenceHits: 1.5 });
  });
});
