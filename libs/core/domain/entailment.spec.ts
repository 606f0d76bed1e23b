import { areDeadlineVariants, contradict, type DeadlineVariant, entailed } from './entailment.js';

const JUNE = '2022-06-30';
const DECEMBER = '2022-12-31';

describe('what one deadline variant says of another', () => {
  it.each([
    ['by June: occurred', 'OCCURRED', '2022-05-02', JUNE, DECEMBER, 'OCCURRED'],
    ['by June: occurred, without a day', 'OCCURRED', null, JUNE, DECEMBER, 'OCCURRED'],
    ['by December: not occurred', 'NOT_OCCURRED', null, DECEMBER, JUNE, 'NOT_OCCURRED'],
    ['by December: occurred in May', 'OCCURRED', '2022-05-02', DECEMBER, JUNE, 'OCCURRED'],
    ['by December: occurred on the last day of June', 'OCCURRED', JUNE, DECEMBER, JUNE, 'OCCURRED'],
    [
      'by December: occurred in July, perhaps not for the first time',
      'OCCURRED',
      '2022-07-01',
      DECEMBER,
      JUNE,
      null,
    ],
    ['by December: occurred, some day', 'OCCURRED', null, DECEMBER, JUNE, null],
    ['by June: not occurred', 'NOT_OCCURRED', null, JUNE, DECEMBER, null],
    ['the same deadline: occurred', 'OCCURRED', '2022-05-02', JUNE, JUNE, 'OCCURRED'],
    ['the same deadline: not occurred', 'NOT_OCCURRED', null, JUNE, JUNE, 'NOT_OCCURRED'],
    ['ambiguous', 'AMBIGUOUS', null, JUNE, DECEMBER, null],
    ['void', 'VOID', null, DECEMBER, JUNE, null],
    ['too early', 'TOO_EARLY', null, DECEMBER, JUNE, null],
  ] as const)('%s', (_name, answer, occurredOn, from, to, expected) => {
    expect(entailed({ answer, occurredOn }, from, to)).toBe(expected);
  });

  const on = (
    deadlineOn: string,
    answer: 'OCCURRED' | 'NOT_OCCURRED' | 'VOID',
    occurredOn: string | null = null,
  ) => ({
    deadlineOn,
    answer,
    occurredOn,
  });

  it.each([
    [
      'occurred by June, not by December',
      on(JUNE, 'OCCURRED', '2022-05-02'),
      on(DECEMBER, 'NOT_OCCURRED'),
      true,
    ],
    ['not by June, but by December', on(JUNE, 'NOT_OCCURRED'), on(DECEMBER, 'OCCURRED', '2022-08-01'), false],
    [
      'not by June, by December in May',
      on(JUNE, 'NOT_OCCURRED'),
      on(DECEMBER, 'OCCURRED', '2022-05-02'),
      true,
    ],
    ['both occurred', on(JUNE, 'OCCURRED', '2022-05-02'), on(DECEMBER, 'OCCURRED', '2022-05-02'), false],
    ['void by December', on(JUNE, 'OCCURRED', '2022-05-02'), on(DECEMBER, 'VOID'), false],
  ])('%s: contradicts %#', (_name, one, other, expected) => {
    expect([contradict(one, other), contradict(other, one)]).toEqual([expected, expected]);
  });
});

describe('deadline variants', () => {
  const june: DeadlineVariant = {
    family: 'Talks',
    kind: 'change',
    window: 'by',
    windowStartOn: null,
    deadlineOn: JUNE,
    zone: 'UTC',
    criteria: 'Both sign the text.',
  };
  const december = { ...june, deadlineOn: DECEMBER };

  it.each([
    ['nothing but the deadline', {}, true],
    ['spaces and case', { criteria: ' both sign  the text. ', family: 'talks' }, true],
    ['the criteria', { criteria: 'One signs.' }, false],
    ['the start', { windowStartOn: '2022-01-01' }, false],
    ['the kind', { kind: 'quantity' }, false],
    ['the window', { window: 'during' }, false],
    ['the zone', { zone: 'Europe/Berlin' }, false],
    ['the family', { family: 'Other talks' }, false],
    ['no deadline', { deadlineOn: null }, false],
  ] as const)('differ in %s: %#', (_name, changes, expected) => {
    expect(areDeadlineVariants(june, { ...december, ...changes })).toBe(expected);
  });

  it.each([
    ['without family', { family: '' }],
    ['without criteria', { criteria: ' ' }],
    ['of what persists', { kind: 'persistence' }],
    ['of a state', { kind: 'state' }],
  ] as const)('are none %s', (_name, changes) => {
    expect(areDeadlineVariants({ ...june, ...changes }, { ...december, ...changes })).toBe(false);
  });
});
