import { derivedCause } from './disagreement.js';
import { type Finding, reviewersOfDispute, settleDispute } from './dispute.js';
import type { ReviewAnswer, WindowSpan } from './review.js';

const SPAN: WindowSpan = { windowStartOn: null, deadlineOn: '2022-06-30', precision: 'day' };
const YES: Finding = { outcome: 'OCCURRED', voidReason: null, occurredOn: '2022-05-02' };
const NO: Finding = { outcome: 'NOT_OCCURRED', voidReason: null, occurredOn: null };

it.each([
  ['the same', YES, YES, 'rejected'],
  ['a day beside it', YES, { ...YES, occurredOn: '2022-05-03' }, 'rejected'],
  ['another month', YES, { ...YES, occurredOn: '2022-06-03' }, 'upheld'],
  ['the opposite', YES, NO, 'upheld'],
  ['too early', NO, null, 'upheld'],
  [
    'void for another reason',
    { ...NO, outcome: 'VOID', voidReason: 'SOURCE_GONE' },
    { ...NO, outcome: 'VOID', voidReason: 'DUPLICATE' },
    'upheld',
  ],
] as const)('a dispute whose panel finds %s', (_name, disputed, found, expected) => {
  expect(settleDispute(disputed, found, SPAN)).toBe(expected);
});

it.each([
  [0, 1, 1],
  [0, 2, 2],
  [1, 2, 3],
  [2, 1, 3],
  [1, 5, 5],
])('after %i disputes, with %i reviewers as a rule, %i hear the next', (earlier, needed, expected) => {
  expect(reviewersOfDispute(earlier, needed)).toBe(expected);
});

const answer = (reviewerId: string, of: Partial<ReviewAnswer>): ReviewAnswer => ({
  reviewerId,
  answer: 'OCCURRED',
  voidReason: null,
  occurredOn: null,
  ...of,
});

it.each([
  ['days far apart', [{ occurredOn: '2022-03-01' }, { occurredOn: '2022-03-20' }], 'dates'],
  ['days of one agreement', [{ occurredOn: '2022-03-01' }, { occurredOn: '2022-03-02' }], null],
  ['different answers', [{ occurredOn: '2022-03-01' }, { answer: 'NOT_OCCURRED' }], null],
  [
    'different reasons',
    [
      { answer: 'VOID', voidReason: 'DUPLICATE' },
      { answer: 'VOID', voidReason: 'SOURCE_GONE' },
    ],
    null,
  ],
] as const)('the cause of %s', (_name, answers, expected) => {
  expect(
    derivedCause(
      answers.map((of, index) => answer(String(index), of)),
      SPAN,
    ),
  ).toBe(expected);
});
