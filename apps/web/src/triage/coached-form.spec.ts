import { coachStatement } from '#core/coach';
import { coachedOf, formPartOfFix, wantsALook } from './coached-form.js';
import { acceptBody, EMPTY_FORM, findTriageFaults } from './triage-form-state.js';

const CONTEXT = { publishedOn: '2022-03-01', today: '2022-03-15' } as const;
const FORM = {
  ...EMPTY_FORM,
  claimant: 'Mara Quill',
  criteria: 'Counts when it is gazetted.',
  statement: 'The parliament will not adopt the law by 20 May 2022',
  basis: 'unhedged',
  low: '80',
  point: '90',
  high: '99',
} as const;

it('a card that is fixed step by step can be accepted, and says the same as before', () => {
  let form: Parameters<typeof coachedOf>[0] = FORM;
  for (const code of ['NEGATED', 'NO_DEADLINE'] as const) {
    const fix = coachStatement(coachedOf(form), CONTEXT).find((one) => one.code === code)?.fix;
    expect(fix).toBeTruthy();
    form = { ...form, ...formPartOfFix(fix ?? {}) };
  }
  expect(wantsALook(coachStatement(coachedOf(form), CONTEXT))).toBe(false);
  expect(findTriageFaults(form)).toEqual({});
  expect(acceptBody(form, 1)).toMatchObject({
    statement: 'The parliament adopts the law by 20 May 2022',
    probability: { low: 0.01, point: 0.1, high: 0.2, basis: 'unhedged' },
    deadlineOn: '2022-05-20',
    deadlineBasis: 'explicit',
    precision: 'day',
  });
});

it('a missing deadline is no reason to stop, a denial is', () => {
  const wants = (statement: string) => wantsALook(coachStatement(coachedOf({ ...FORM, statement }), CONTEXT));
  expect(wants('The parliament adopts the law')).toBe(false);
  expect(wants('The parliament does not adopt the law')).toBe(true);
});
