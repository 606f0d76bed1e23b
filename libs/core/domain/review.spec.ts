import fc from 'fast-check';
import { agree, type Answer, ANSWERS, decideRound, findReviewFault, type ReviewAnswer } from './index.js';

const BY_FEBRUARY = { windowStartOn: null, deadlineOn: '2022-02-28', precision: 'day' } as const;

const said = (reviewerId: string, answer: Answer, occurredOn: string | null = null): ReviewAnswer => ({
  reviewerId,
  answer,
  voidReason: answer === 'VOID' ? 'PREMISE_FALSE' : null,
  occurredOn,
});

describe('two reviews agree', () => {
  it('on the same answer', () => {
    expect(agree(said('a', 'NOT_OCCURRED'), said('b', 'NOT_OCCURRED'), BY_FEBRUARY)).toBe(true);
  });

  it('not on VOID for different reasons', () => {
    const other = { ...said('b', 'VOID'), voidReason: 'SOURCE_GONE' as const };
    expect(agree(said('a', 'VOID'), other, BY_FEBRUARY)).toBe(false);
  });

  it('on days as near as the deadline is precise', () => {
    const [first, second] = [said('a', 'OCCURRED', '2022-02-21'), said('b', 'OCCURRED', '2022-02-24')];
    expect(agree(first, second, BY_FEBRUARY)).toBe(false);
    expect(agree(first, second, { ...BY_FEBRUARY, precision: 'month' })).toBe(true);
  });

  it('not when one day lies inside the window and the other outside, however near', () => {
    const [inside, outside] = [said('a', 'OCCURRED', '2022-02-28'), said('b', 'OCCURRED', '2022-03-01')];
    expect(agree(inside, outside, { ...BY_FEBRUARY, precision: 'month' })).toBe(false);
  });

  it('whichever is looked at first', () => {
    const anyReview = fc.record({
      reviewerId: fc.constant('x'),
      answer: fc.constantFrom(...ANSWERS),
      voidReason: fc.constantFrom(null, 'PREMISE_FALSE' as const),
      occurredOn: fc.constantFrom(null, '2022-02-01', '2022-02-28', '2022-03-01'),
    });
    fc.assert(
      fc.property(anyReview, anyReview, (a, b) => {
        expect(agree(a, b, BY_FEBRUARY)).toBe(agree(b, a, BY_FEBRUARY));
      }),
    );
  });
});

describe('a round of two', () => {
  const decide = (...answers: ReviewAnswer[]) => decideRound(answers, 2, BY_FEBRUARY);

  it('waits for both', () => {
    expect(decide()).toEqual({ kind: 'waiting', needed: 2 });
    expect(decide(said('a', 'NOT_OCCURRED'))).toEqual({ kind: 'waiting', needed: 1 });
  });

  it('is decided when both agree', () => {
    expect(decide(said('a', 'NOT_OCCURRED'), said('b', 'NOT_OCCURRED'))).toMatchObject({
      kind: 'agreed',
      answer: 'NOT_OCCURRED',
    });
  });

  it('asks a third when they do not, and is decided by the two that agree', () => {
    const [yes, no] = [said('a', 'OCCURRED', '2022-02-21'), said('b', 'NOT_OCCURRED')];
    expect(decide(yes, no)).toEqual({ kind: 'waiting', needed: 1 });
    const decided = decide(yes, no, said('c', 'OCCURRED', '2022-02-21'));
    expect(decided).toMatchObject({ kind: 'agreed', answer: 'OCCURRED' });
    expect(decided.kind === 'agreed' && decided.by.map((one) => one.reviewerId)).toEqual(['a', 'c']);
  });

  it('is split when three say three things', () => {
    const three = [said('a', 'OCCURRED', '2022-02-21'), said('b', 'NOT_OCCURRED'), said('c', 'AMBIGUOUS')];
    expect(decide(...three)).toEqual({ kind: 'split' });
  });
});

it('a round of one is decided by one', () => {
  expect(decideRound([said('a', 'NOT_OCCURRED')], 1, BY_FEBRUARY).kind).toBe('agreed');
});

it('a round of three is decided by two of three', () => {
  const two = [said('a', 'NOT_OCCURRED'), said('b', 'NOT_OCCURRED')];
  expect(decideRound(two, 3, BY_FEBRUARY)).toEqual({ kind: 'waiting', needed: 1 });
  expect(decideRound([...two, said('c', 'AMBIGUOUS')], 3, BY_FEBRUARY).kind).toBe('agreed');
});

it('a round is decided alike in whatever order the answers came', () => {
  const anyAnswer = fc.constantFrom<Answer>('NOT_OCCURRED', 'AMBIGUOUS', 'TOO_EARLY');
  fc.assert(
    fc.property(fc.array(anyAnswer, { maxLength: 6 }), fc.integer({ min: 1, max: 5 }), (answers, needed) => {
      const reviews = answers.map((answer, index) => said(String(index), answer));
      const forward = decideRound(reviews, needed, BY_FEBRUARY);
      const backward = decideRound([...reviews].reverse(), needed, BY_FEBRUARY);
      expect(backward.kind).toBe(forward.kind);
      if (forward.kind === 'agreed' && backward.kind === 'agreed')
        expect(backward.answer).toBe(forward.answer);
    }),
  );
});

describe('a review is refused', () => {
  const due = { ...BY_FEBRUARY, kind: 'change', isDue: true, today: '2022-03-15' } as const;
  const blank = {
    answer: 'OCCURRED',
    voidReason: null,
    occurredOn: '2022-02-21',
    evidenceCount: 1,
    searchNote: '',
    impossibleNow: false,
  } as const;

  it.each([
    ['nothing, when all is there', blank, due, null],
    ['OCCURRED without evidence', { ...blank, evidenceCount: 0 }, due, 'EVIDENCE_MISSING'],
    ['OCCURRED without a day', { ...blank, occurredOn: null }, due, 'DATE_MISSING'],
    ['a day after the deadline', { ...blank, occurredOn: '2022-03-01' }, due, 'DATE_OUTSIDE_WINDOW'],
    ['the last day itself is inside', { ...blank, occurredOn: '2022-02-28' }, due, null],
    [
      'a day in the future',
      { ...blank, occurredOn: '2022-02-27' },
      { ...due, today: '2022-02-26' },
      'DATE_OUTSIDE_WINDOW',
    ],
    ['NOT_OCCURRED without a search note', { ...blank, answer: 'NOT_OCCURRED' }, due, 'SEARCH_NOTE_MISSING'],
    [
      'NOT_OCCURRED before the deadline',
      { ...blank, answer: 'NOT_OCCURRED', searchNote: 'looked' },
      { ...due, isDue: false },
      'TOO_EARLY_TO_OCCUR',
    ],
    [
      'NOT_OCCURRED before the deadline, impossible now',
      { ...blank, answer: 'NOT_OCCURRED', searchNote: 'looked', impossibleNow: true },
      { ...due, isDue: false },
      null,
    ],
    ['VOID without a reason', { ...blank, answer: 'VOID' }, due, 'REASON_MISSING'],
    [
      'persistence before its deadline',
      blank,
      { ...due, kind: 'persistence', isDue: false },
      'TOO_EARLY_TO_OCCUR',
    ],
    [
      'persistence at its deadline needs no day',
      { ...blank, occurredOn: null },
      { ...due, kind: 'persistence' },
      null,
    ],
  ] as const)('%s', (_name, review, subject, fault) => {
    expect(findReviewFault(review, subject)).toBe(fault);
  });
});
