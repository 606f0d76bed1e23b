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
