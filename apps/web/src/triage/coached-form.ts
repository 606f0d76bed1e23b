import type { Advice, AdviceFix, CoachedStatement } from '#core/coach';
import { fromPercentText, toPercentText, type TriageForm } from './triage-form-state.js';

/** The card as the coach reads it. */
export function coachedOf(form: TriageForm): CoachedStatement {
  return {
    statement: form.statement,
    basis: form.basis,
    low: fromPercentText(form.low),
    point: fromPercentText(form.point),
    high: fromPercentText(form.high),
    phrase: form.phrase,
    deadlineOn: form.deadlineOn === '' ? null : form.deadlineOn,
    precision: form.precision,
    deadlineBasis: form.deadlineBasis,
    deadlinePhrase: form.deadlinePhrase,
  };
}

/** What a fix changes on the card. */
export function formPartOfFix(fix: AdviceFix): Partial<TriageForm> {
  const { low, point, high, deadlineOn, ...rest } = fix;
  return {
    ...rest,
    ...(low === undefined ? {} : { low: toPercentText(low) }),
    ...(point === undefined ? {} : { point: toPercentText(point) }),
    ...(high === undefined ? {} : { high: toPercentText(high) }),
    ...(deadlineOn === undefined ? {} : { deadlineOn: deadlineOn ?? '' }),
  };
}

/** Whether there is something a person should look at before the statement is accepted. */
export const wantsALook = (advice: readonly Advice[]): boolean =>
  advice.some(({ weight }) => weight !== 'note');
