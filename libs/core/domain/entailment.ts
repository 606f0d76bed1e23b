import type { CalendarDate, Window } from './deadline.js';
import type { PropositionKind } from './proposition.js';
import type { Answer } from './review.js';

/** What makes propositions variants of one question that differ in nothing but the deadline. */
export interface DeadlineVariant {
  readonly family: string;
  readonly kind: PropositionKind;
  readonly window: Window;
  readonly windowStartOn: CalendarDate | null;
  readonly deadlineOn: CalendarDate | null;
  readonly zone: string;
  readonly criteria: string;
}

/** What is said of a variant. */
export interface VariantAnswer {
  readonly answer: Answer;
  readonly occurredOn: CalendarDate | null;
}

const inOneLine = (text: string): string =>
  text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

/**
 * Whether two propositions ask the same of two deadlines: `by` windows with the same start, zone, criteria, kind and
 * family. What persists or is a state at a time is not monotonous in its deadline, nor is what has no criteria known to be
 * the same.
 */
export function areDeadlineVariants(a: DeadlineVariant, b: DeadlineVariant): boolean {
  if (a.window !== 'by' || b.window !== 'by' || a.kind !== b.kind) return false;
  if (a.kind === 'persistence' || a.kind === 'state') return false;
  if (a.deadlineOn === null || b.deadlineOn === null) return false;
  if (a.family === '' || inOneLine(a.family) !== inOneLine(b.family)) return false;
  if (a.windowStartOn !== b.windowStartOn || a.zone !== b.zone) return false;
  return a.criteria.trim() !== '' && inOneLine(a.criteria) === inOneLine(b.criteria);
}

/**
 * What an answer about the variant with the deadline `from` says of the one with the deadline `to`, or null. "By June:
 * occurred" says "by December: occurred"; "by December: not occurred" says "by June: not occurred"; "by December:
 * occurred, in May" says "by June: occurred".
 */
export function entailed(
  { answer, occurredOn }: VariantAnswer,
  from: CalendarDate,
  to: CalendarDate,
): 'OCCURRED' | 'NOT_OCCURRED' | null {
  if (answer === 'OCCURRED')
    return to >= from || (occurredOn !== null && occurredOn <= to) ? 'OCCURRED' : null;
  if (answer === 'NOT_OCCURRED') return to <= from ? 'NOT_OCCURRED' : null;
  return null;
}

/** Whether two answers, each about its deadline, cannot both be right. AMBIGUOUS, VOID and TOO_EARLY contradict nothing. */
export function contradict(
  one: VariantAnswer & { readonly deadlineOn: CalendarDate },
  other: VariantAnswer & { readonly deadlineOn: CalendarDate },
): boolean {
  return isDenied(one, other) || isDenied(other, one);
}

function isDenied(
  by: VariantAnswer & { readonly deadlineOn: CalendarDate },
  said: VariantAnswer & { readonly deadlineOn: CalendarDate },
): boolean {
  if (said.answer !== 'OCCURRED' && said.answer !== 'NOT_OCCURRED') return false;
  const implied = entailed(by, by.deadlineOn, said.deadlineOn);
  return implied !== null && implied !== said.answer;
}
