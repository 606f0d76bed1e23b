/** Why a claim counts on a board as it does, or does not. A closed set; the sentences for readers are in the catalogue. */
export const INCLUSIONS = [
  'scored',
  'pending',
  'before_deadline',
  'ambiguous',
  'void',
  'condition_unmet',
  'condition_unresolved',
  'no_probability',
  'no_deadline',
  'policy_deadline',
  'quantity',
  'retrospective',
] as const;
export type Inclusion = (typeof INCLUSIONS)[number];

/** What a claim is counted under in a standing. A closed set; each is a number of a board and a list of a profile. */
export const COUNTED_AS = [
  'scored',
  'pending',
  'before_deadline',
  'void',
  'condition_unmet',
  'ambiguous',
  'unscoreable',
  'retrospective',
] as const;
export type CountedAs = (typeof COUNTED_AS)[number];

/** The number of a standing that a claim is part of: what can never be scored is one number, whatever the reason. */
export function countedAs(inclusion: Inclusion): CountedAs {
  switch (inclusion) {
    // Not the question turned out void, but what was said of when it would be one.
    case 'condition_unresolved':
      return 'condition_unmet';
    case 'no_probability':
    case 'no_deadline':
    case 'policy_deadline':
    case 'quantity':
      return 'unscoreable';
    default:
      return inclusion;
  }
}
