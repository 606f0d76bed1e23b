import { CODING_FIELDS, type CodedFields, type CodingField } from '#core/domain';
import { sameCondition } from './same-condition.js';

/**
 * The fields in which two codings of one claim differ, in their order; none where they agree. A band is the same where
 * basis and all three numbers are, whatever words it was read from; a deadline where day and kind are; a condition where
 * there is none, where both name one proposition, or where both mean the same in words.
 *
 * @example differingCodings(first, { ...first, deadlineOn: '2022-04-01' }) // ['deadline']
 */
export function differingCodings(first: CodedFields, second: CodedFields): CodingField[] {
  return CODING_FIELDS.filter((field) => !isSame(field, first, second));
}

export function isSame(field: CodingField, first: CodedFields, second: CodedFields): boolean {
  switch (field) {
    case 'band':
      return bandKey(first) === bandKey(second);
    case 'deadline':
      return deadlineKey(first) === deadlineKey(second);
    case 'polarity':
      return first.negated === second.negated;
    case 'condition':
      return isSameCondition(first, second);
  }
}

/** Numbers come from percent with one decimal or from tables: four digits tell them apart. */
export const bandKey = ({ probability: { basis, low, point, high } }: CodedFields): string =>
  [basis, ...[low, point, high].map((value) => (value === null ? '-' : value.toFixed(4)))].join(' ');

export const deadlineKey = ({ deadlineOn, deadlineBasis }: CodedFields): string =>
  `${deadlineBasis} ${deadlineOn ?? '-'}`;

function isSameCondition(first: CodedFields, second: CodedFields): boolean {
  if (first.condition === null || second.condition === null) return first.condition === second.condition;
  const [one, other] = [first.conditionPropositionId, second.conditionPropositionId];
  if (one !== null && other !== null) return one === other;
  return sameCondition(first.condition, second.condition);
}
