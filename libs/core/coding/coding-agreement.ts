import { CODING_FIELDS, type CodedFields, type CodingField } from '#core/domain';
import { gwetAC1 } from '#core/scoring';
import { bandKey, deadlineKey, isSame } from './compare-codings.js';

/** Claims coded twice from which on agreement is told: below, one claim more or less would turn it over. */
export const LEAST_CODED_TWICE = 20;

/** The two codings of one claim, as they were before anybody settled anything. */
export type CodingPair = readonly [CodedFields, CodedFields];

/** How far two people who code the same claim read the same in one field. */
export interface FieldAgreement {
  readonly field: CodingField;
  /** Claims coded twice. */
  readonly n: number;
  /** On how many of them both codings are the same. */
  readonly agreed: number;
  /** Share of them, 0-1, higher is better; null with too few. */
  readonly raw: number | null;
  /**
   * Gwet's AC1 over them: at most 1, 0 is what guessing gives. It holds where nearly all claims are alike, as with
   * polarity and condition, on which kappa and alpha collapse. Null with too few.
   */
  readonly ac1: number | null;
}

/**
 * Agreement of two codings by field, in the order of the fields. Categories are those that were chosen, at least two.
 *
 * Of 20 claims both say "affirmed" of 19 and differ on one: raw 0.95, AC1 0.947.
 */
export function codingAgreement(pairs: readonly CodingPair[]): FieldAgreement[] {
  return CODING_FIELDS.map((field) => {
    const agreed = pairs.filter(([first, second]) => isSame(field, first, second)).length;
    const n = pairs.length;
    if (n < LEAST_CODED_TWICE) return { field, n, agreed, raw: null, ac1: null };
    const units = pairs.map((pair) => ratingsOf(field, pair));
    const chosen = new Set(units.flat()).size;
    return { field, n, agreed, raw: agreed / n, ac1: gwetAC1(units, Math.max(2, chosen)) };
  });
}

/** What both chose, as two names that are equal exactly where the codings are the same. */
function ratingsOf(field: CodingField, [first, second]: CodingPair): [string, string] {
  const name = nameOf(field, first);
  if (isSame(field, first, second)) return [name, name];
  const other = nameOf(field, second);
  return [name, other === name ? `${other} (other)` : other];
}

function nameOf(field: CodingField, coding: CodedFields): string {
  switch (field) {
    case 'band':
      return bandKey(coding);
    case 'deadline':
      return deadlineKey(coding);
    case 'polarity':
      return coding.negated ? 'denied' : 'affirmed';
    // Wordings are as many as claims: whether there is a condition is what there is to choose.
    case 'condition':
      return coding.condition === null ? 'none' : 'stated';
  }
}
