import { AFTER, ledgerClaim, shuffled } from '../../../test/support/ledger-claim.js';
import { repeat } from '../../../test/support/forecasts.js';
import { comparePeers, type LedgerClaim } from './index.js';

const RULE = { minClaimants: 3, minPropositions: 2 };

/** A number said on a day of something that is settled at the end of February. */
function said(
  claimantId: string,
  thing: number,
  point: number,
  change: Partial<LedgerClaim> = {},
): LedgerClaim {
  return ledgerClaim({
    claimId: `${claimantId} ${String(thing)} ${change.saidOn ?? ''}`,
    claimantId,
    propositionId: `p${String(thing).padStart(3, '0')}`,
    basis: 'number',
    low: point,
    point,
    high: point,
    settlement: { kind: 'scored', outcome: 1 },
    ...change,
  });
}

const three = (things: number): LedgerClaim[] =>
  repeat(things, (i) => [said('low', i, 0.2), said('half', i, 0.5), said('high', i, 0.8)]).flat();

describe('among others on the same statements', () => {
  it('the scores are those of the worked number', () => {
    const { standing, why, n, claimants } = comparePeers('high', three(30), AFTER);
    expect([why, n, claimants]).toEqual([null, 30, 3]);
    expect(standing?.peerScore).toBeCloseTo(100 * (Math.log(0.8) - (Math.log(0.2) + Math.log(0.5)) / 2), 9);
    expect(standing?.sharedBrier).toBeCloseTo(0.04, 12);
    expect(standing?.adjustedBrier).toBeCloseTo(0.04, 9);
  });

  it('the order in which claims come makes no difference', () => {
    const claims = three(4);
    expect(comparePeers('low', shuffled(claims, 5), AFTER, RULE)).toEqual(
      comparePeers('low', claims, AFTER, RULE),
    );
  });

  it('nobody gains by having been asked the easy ones', () => {
    // Everybody at 80 % on the easy ones; on the hard ones everybody at 20 %. "picky" leaves out two of the hard ones.
    const names = ['a', 'b', 'c', 'picky'];
    const claims = repeat(8, (i) =>
      names.filter((name) => name !== 'picky' || i < 6).map((name) => said(name, i, i < 4 ? 0.8 : 0.2)),
    ).flat();
    const picky = comparePeers('picky', claims, AFTER, RULE).standing;
    const other = comparePeers('a', claims, AFTER, RULE).standing;
    expect(picky?.sharedBrier).toBeLessThan(other?.sharedBrier ?? 0);
    expect(picky?.adjustedBrier).toBeCloseTo(other?.adjustedBrier ?? NaN, 9);
    expect(picky?.peerScore).toBeCloseTo(0, 9);
  });

  it('only the time counts in which enough of them stood', () => {
    const early = { saidOn: '2022-01-01' };
    const late = { saidOn: '2022-02-18' };
    const claims = repeat(2, (i) => [
      said('a', i, 0.1, early),
      said('a', i, 0.6, late),
      said('b', i, 0.5, early),
      said('c', i, 0.5, late),
    ]).flat();
    // What a said before c spoke would have cost 0.81.
    expect(comparePeers('a', claims, AFTER, RULE).standing?.sharedBrier).toBeCloseTo(0.16, 12);
  });

  it('a forecast that was restated weighs by the shared time it stood, the last of a day alone', () => {
    const claims = repeat(2, (i) => [
      said('a', i, 0.1, { saidOn: '2022-01-29' }),
      said('a', i, 0.3, { saidOn: '2022-02-13', claimId: `a ${String(i)} first that day` }),
      said('a', i, 0.9, { saidOn: '2022-02-13', claimId: `a ${String(i)} second that day` }),
      said('a', i, 0.5, { saidOn: '2022-03-05' }),
      said('b', i, 0.5, { saidOn: '2022-01-29' }),
      said('c', i, 0.5, { saidOn: '2022-01-29' }),
    ]).flat();
    expect(comparePeers('a', claims, AFTER, RULE).standing?.sharedBrier).toBeCloseTo((0.81 + 0.01) / 2, 12);
  });
});

describe('nobody is compared', () => {
  it.each([
    ['who has too few scored statements', [said('a', 0, 0.5)], 'few_own', 1],
    [
      'who speaks of what others do not',
      [said('a', 0, 0.5), said('a', 1, 0.5), said('b', 0, 0.5), said('c', 0, 0.5)],
      'few_shared',
      1,
    ],
    [
      'where the others spoke only when all was over',
      repeat(2, (i) => [
        said('a', i, 0.5),
        said('b', i, 0.5),
        said('c', i, 0.5, { saidOn: '2022-02-28' }),
      ]).flat(),
      'few_shared',
      0,
    ],
    [
      'where the others share too little with anybody',
      repeat(2, (i) => [
        said('a', i, 0.5),
        said(`b${String(i)}`, i, 0.5),
        said(`c${String(i)}`, i, 0.5),
      ]).flat(),
      'others_apart',
      2,
    ],
    ['by what does not count', three(2).map((claim) => ({ ...claim, retrospective: true })), 'few_own', 0],
  ] as const)('%s', (_name, claims, why, n) => {
    const who = claims.some(({ claimantId }) => claimantId === 'a') ? 'a' : 'low';
    expect(comparePeers(who, claims, AFTER, RULE)).toEqual({ standing: null, why, n, claimants: 0 });
  });

  it('who is not in the part that hangs together, though others are', () => {
    const others = repeat(3, (i) => ['x', 'y', 'z', 'w'].map((name) => said(name, i + 10, 0.5))).flat();
    const claims = [...others, ...three(2)];
    expect(comparePeers('low', claims, AFTER, RULE).why).toBe('others_apart');
    expect(comparePeers('x', claims, AFTER, RULE)).toMatchObject({ n: 3, claimants: 4 });
  });

  it('on a statement that too few are left on once the others have fallen away', () => {
    // On the last statement the third voice is of somebody who shares nothing else.
    const claims = [...three(2), said('low', 5, 0.2), said('half', 5, 0.5), said('stranger', 5, 0.9)];
    expect(comparePeers('low', claims, AFTER, RULE)).toMatchObject({ why: null, n: 2, claimants: 3 });
  });

  it('with those who are not comparable themselves', () => {
    const alone = comparePeers('low', three(2), AFTER, RULE);
    const passerBy = said('passer-by', 0, 0.99, { saidOn: '2021-12-01' });
    expect(comparePeers('low', [...three(2), passerBy], AFTER, RULE)).toEqual(alone);
  });
});
