import fc from 'fast-check';
import { ledgerClaim } from '../../../test/support/ledger-claim.js';
import { type DatedLedgerClaim, explainMove, recordOf, skillOf } from './index.js';

const dated = (change: Partial<DatedLedgerClaim> = {}): DatedLedgerClaim => ({
  ...ledgerClaim(change),
  settledOn: '2022-03-10',
  ...change,
});
const FROM = '2022-03-15';
const TO = '2022-06-15';
const move = (before: readonly DatedLedgerClaim[], after: readonly DatedLedgerClaim[]) =>
  explainMove('writer', { on: FROM, claims: before }, { on: TO, claims: after });

const pending = { settlement: { kind: 'pending' }, settledOn: null } as const;

it('names nothing where nothing changed', () => {
  expect(move([dated()], [dated()])).toEqual([]);
  expect(move([], [])).toEqual([]);
});

it.each([
  ['a verdict', [dated(pending)], [dated({ settledOn: '2022-05-01' })], 'verdict', '2022-05-01'],
  ['a verdict of a day unknown', [dated(pending)], [dated({ settledOn: null })], 'verdict', TO],
  ['a claim that came and was settled', [], [dated({ settledOn: '2022-05-01' })], 'verdict', '2022-05-01'],
  [
    'a deadline that passed',
    [dated({ scheduledDeadlineOn: '2022-04-30' })],
    [dated({ scheduledDeadlineOn: '2022-04-30' })],
    'deadline',
    '2022-04-30',
  ],
  ['a verdict taken back', [dated()], [dated(pending)], 'reversal', TO],
  [
    'a verdict turned round',
    [dated()],
    [dated({ settlement: { kind: 'scored', outcome: 1 }, settledOn: '2022-05-02' })],
    'reversal',
    '2022-05-02',
  ],
  [
    'a verdict turned round on a day unknown',
    [dated()],
    [dated({ settlement: { kind: 'scored', outcome: 1 }, settledOn: null })],
    'reversal',
    TO,
  ],
  [
    'a restatement',
    [dated()],
    [dated(), dated({ claimId: 'c2', saidOn: '2022-02-01', low: 0.9, point: 0.9, high: 0.9 })],
    'claim',
    TO,
  ],
  ['another reading of the words', [dated()], [dated({ low: 0.2, point: 0.3, high: 0.4 })], 'reading', TO],
  ['a merge', [dated({ claimantId: 'namesake' })], [dated()], 'link', TO],
  ['a merge taken back', [dated()], [dated({ claimantId: 'namesake' })], 'link', TO],
  [
    'a merge that lengthens a series',
    [dated(), dated({ claimId: 'c2', claimantId: 'namesake', saidOn: '2022-02-01', point: 0.15 })],
    [dated(), dated({ claimId: 'c2', saidOn: '2022-02-01', point: 0.15 })],
    'link',
    TO,
  ],
  [
    'a merge that was taken back and shortens it',
    [dated(), dated({ claimId: 'c2', saidOn: '2022-02-01', point: 0.15 })],
    [dated(), dated({ claimId: 'c2', claimantId: 'namesake', saidOn: '2022-02-01', point: 0.15 })],
    'link',
    TO,
  ],
  [
    'a verdict with another day',
    [dated(), dated({ claimId: 'c2', saidOn: '2022-02-01', low: 0.4, point: 0.4, high: 0.4 })],
    [
      dated({ occurredOn: '2022-02-03', settledOn: '2022-05-03' }),
      dated({
        claimId: 'c2',
        saidOn: '2022-02-01',
        low: 0.4,
        point: 0.4,
        high: 0.4,
        occurredOn: '2022-02-03',
      }),
    ],
    'verdict',
    '2022-05-03',
  ],
  [
    'a verdict with another day, entered on one unknown',
    [dated({ claimId: 'c1' }), dated({ claimId: 'c2', saidOn: '2022-02-01', point: 0.2 })],
    [
      dated({ claimId: 'c1', occurredOn: '2022-02-03', settledOn: null }),
      dated({ claimId: 'c2', saidOn: '2022-02-01', point: 0.2, occurredOn: '2022-02-03', settledOn: null }),
    ],
    'verdict',
    TO,
  ],
  [
    'another method',
    [dated()],
    [dated({ references: { baseRate: 0.4, statusQuo: 0, market: null } })],
    'method',
    TO,
  ],
] as const)('names %s', (_name, before, after, kind, on) => {
  expect(move(before, after)).toMatchObject([{ kind, on, claimId: 'c1' }]);
});

it('puts the largest effect first, with the score before and after', () => {
  const steps = move(
    [dated(), dated({ claimId: 'c2', propositionId: 'p2', ...pending })],
    [
      dated({ settlement: { kind: 'scored', outcome: 1 } }),
      dated({ claimId: 'c2', propositionId: 'p2', low: 0.25, point: 0.25, high: 0.25 }),
    ],
  );
  expect(steps.map(({ claimId, before, after }) => [claimId, before, after])).toEqual([
    ['c1', 0.015625, 0.765625],
    ['c2', null, 0.0625],
  ]);
});

it('sums to the change of the mean skill, whatever happened', () => {
  const state = fc.option(
    fc.record({
      point: fc.constantFrom(0.1, 0.4, 0.9),
      outcome: fc.constantFrom<0 | 1 | null>(0, 1, null),
      claimantId: fc.constantFrom('writer', 'namesake'),
    }),
  );
  const claims = (states: readonly (null | { point: number; outcome: 0 | 1 | null; claimantId: string })[]) =>
    states.flatMap((one, k) =>
      one === null
        ? []
        : [
            dated({
              claimId: `c${String(k)}`,
              propositionId: `p${String(k >> 1)}`,
              claimantId: one.claimantId,
              low: one.point,
              point: one.point,
              high: one.point,
              saidOn: `2022-01-1${String(k)}`,
              ...(one.outcome === null
                ? pending
                : { settlement: { kind: 'scored' as const, outcome: one.outcome } }),
            }),
          ],
    );
  const mean = (list: readonly DatedLedgerClaim[], on: string) => {
    const { series } = recordOf(
      list.filter(({ claimantId }) => claimantId === 'writer'),
      on,
      'live',
    );
    return series.length === 0 ? 0 : series.reduce((sum, one) => sum + skillOf(one), 0) / series.length;
  };
  const states = fc.array(state, { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(states, states, (then, now) => {
      const steps = move(claims(then), claims(now));
      const sum = steps.reduce((total, { effect }) => total + effect, 0);
      expect(sum).toBeCloseTo(mean(claims(now), TO) - mean(claims(then), FROM), 10);
    }),
  );
});
