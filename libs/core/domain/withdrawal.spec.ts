import { type ClaimDependents, findWithdrawalObstacle } from './withdrawal.js';

const NOTHING: ClaimDependents = {
  isOpen: true,
  verdicts: 0,
  scores: 0,
  changes: 0,
  codings: 0,
  otherClaims: 0,
  conditionalClaims: 0,
  reviewing: 0,
  curating: 0,
};

it.each<[string, Partial<ClaimDependents>, ReturnType<typeof findWithdrawalObstacle>]>([
  ['nothing came after it', {}, null],
  ['the proposition has its verdict', { isOpen: false }, 'VERDICT'],
  ['it had one that was reopened', { verdicts: 1 }, 'VERDICT'],
  ['a verdict stands, whatever other claims there are', { isOpen: false, otherClaims: 3 }, 'VERDICT'],
  ['the claim was scored', { scores: 1 }, 'SCORED'],
  ['the claim was changed since', { changes: 1 }, 'CHANGED'],
  ['somebody else coded the claim', { codings: 1, otherClaims: 1 }, 'CODED'],
  ['another claim hangs on the proposition', { conditionalClaims: 1 }, 'CONDITION'],
  ['a reviewer is at it', { reviewing: 1 }, 'REVIEWED'],
  ['a match was confirmed', { curating: 1 }, 'CURATED'],
  [
    'all of this stays with the other claims',
    { otherClaims: 1, reviewing: 2, curating: 3, conditionalClaims: 1 },
    null,
  ],
])('taking a claim back when %s', (_what, change, expected) => {
  expect(findWithdrawalObstacle({ ...NOTHING, ...change })).toBe(expected);
});
