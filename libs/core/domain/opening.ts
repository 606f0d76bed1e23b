import type { CalendarDate, DeadlineBasis } from './deadline.js';
import { DomainError, type FieldProblem } from './error.js';
import type { ClaimantKind } from './claimant.js';
import { nameKey } from './name-key.js';

const DATED: ReadonlySet<DeadlineBasis> = new Set(['explicit', 'inferred', 'vague', 'policy']);

/** A verb that is denied. "No-confidence vote" and "non-aligned" are names of things and pass. */
const NEGATION =
  /\b(?:(?:will|does|do|did|is|are|was|were|has|have|can|could|would|should)\s+not|won't|doesn't|don't|isn't|aren't|can't|cannot|never|no longer)\b/i;

/** Words an extractor or a hasty person writes where a name belongs. */
const NOBODY = new Set(['', 'unknown', 'unspecified', 'n a', 'none', 'author', 'speaker', 'outlet']);

/** Whether a name stands for nobody in particular: "unknown", "the author". */
export function namesNobody(claimant: string): boolean {
  return NOBODY.has(nameKey(claimant));
}

/** Whether a statement is worded as a denial: "Rain will not fall" is, "Rain falls" is not. */
export function isDenial(statement: string): boolean {
  return NEGATION.test(statement);
}

export interface Opening {
  readonly statement: string;
  readonly claimant: string;
  readonly claimantKind: ClaimantKind;
  readonly windowStartOn: CalendarDate | null;
  readonly deadlineOn: CalendarDate | null;
  readonly deadlineBasis: DeadlineBasis;
  /** When it was said; the day the text was published. */
  readonly saidOn: CalendarDate;
}

/** What of an opening is said about time. */
export type OpeningDates = Pick<Opening, 'windowStartOn' | 'deadlineOn' | 'deadlineBasis' | 'saidOn'>;

/** What must hold of a deadline. Throws DomainError PROPOSITION.BAD_WINDOW, PROPOSITION.DEADLINE_BEFORE_PUBLICATION. */
export function checkDeadline(dates: OpeningDates): void {
  const fault = findDateFault(dates);
  if (fault !== null) throw fault;
}

/** What must hold before a proposition is opened. Throws DomainError with the first thing that does not. */
export function checkOpening(opening: Opening): void {
  const fault = findFault(opening);
  if (fault !== null) throw fault;
}

function findFault(opening: Opening): DomainError | null {
  const { claimant, claimantKind, statement } = opening;
  if (namesNobody(claimant) && claimantKind !== 'anonymous')
    return refuse('CLAIMANT.NOT_FOUND', {
      path: 'claimant',
      message: `“${claimant}” names nobody. Say who asserts this, or choose the kind “anonymous”.`,
    });
  if (isDenial(statement))
    return refuse('PROPOSITION.NEGATED', {
      path: 'statement',
      message: 'A statement is worded positively: say what would happen, and mirror the likelihood.',
    });
  return findDateFault(opening);
}

function findDateFault({
  windowStartOn,
  deadlineOn,
  deadlineBasis,
  saidOn,
}: OpeningDates): DomainError | null {
  if (DATED.has(deadlineBasis) !== (deadlineOn !== null))
    return refuse('PROPOSITION.BAD_WINDOW', {
      path: 'deadlineOn',
      message: DATED.has(deadlineBasis)
        ? `A deadline that is “${deadlineBasis}” needs a date.`
        : `A deadline that is “${deadlineBasis}” has no date; choose another basis or clear the date.`,
    });
  if (windowStartOn !== null && deadlineOn !== null && windowStartOn > deadlineOn)
    return refuse('PROPOSITION.BAD_WINDOW', {
      path: 'windowStartOn',
      message: `The window starts on ${windowStartOn}, after its deadline ${deadlineOn}.`,
    });
  if (deadlineOn !== null && deadlineOn < saidOn)
    return refuse('PROPOSITION.DEADLINE_BEFORE_PUBLICATION', {
      path: 'deadlineOn',
      message: `The deadline ${deadlineOn} lies before the text was published (${saidOn}). Check the year.`,
    });
  return null;
}

function refuse(code: DomainError['code'], field: FieldProblem): DomainError {
  return new DomainError(code, field.message, [field]);
}
