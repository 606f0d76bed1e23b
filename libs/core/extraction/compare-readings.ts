import { nameKey } from '#core/domain';
import type { Deadline, LikelihoodBand, ReadingField } from '#core/domain';

/** What is compared of two readings of one passage. */
export interface Reading {
  readonly probability: LikelihoodBand | null;
  readonly negated: boolean;
  readonly deadline: Deadline | null;
  readonly claimant: string;
  readonly condition: string | null;
}

/** Bands are built from steps of five points; what lies closer is the same. */
const SAME_PROBABILITY = 0.0001;

/**
 * In which fields two readings of one passage differ; wordings of the same thing do not count.
 *
 * @returns the fields in the order of `READING_FIELDS`
 * @example differingFields({ ...a, deadline: null }, a) // ['deadline'] where `a` has a date
 */
export function differingFields(a: Reading, b: Reading): ReadingField[] {
  const differs: Readonly<Record<ReadingField, boolean>> = {
    likelihood: !sameBand(a.probability, b.probability),
    polarity: a.negated !== b.negated,
    deadline: !sameDeadline(a.deadline, b.deadline),
    claimant: !sameName(a.claimant, b.claimant),
    condition: (a.condition === null) !== (b.condition === null),
  };
  return (['likelihood', 'polarity', 'deadline', 'claimant', 'condition'] as const).filter(
    (field) => differs[field],
  );
}

function sameBand(a: LikelihoodBand | null, b: LikelihoodBand | null): boolean {
  if (a === null || b === null) return a === b;
  const near = (x: number | null, y: number | null): boolean =>
    x === null || y === null ? x === y : Math.abs(x - y) <= SAME_PROBABILITY;
  return near(a.low, b.low) && near(a.point, b.point) && near(a.high, b.high);
}

/** The day decides; where neither has one, words that hang on an event are still not the same as no words. */
function sameDeadline(a: Deadline | null, b: Deadline | null): boolean {
  const [dayA, dayB] = [a?.deadlineOn ?? null, b?.deadlineOn ?? null];
  if (dayA !== null || dayB !== null) return dayA === dayB;
  return (a?.basis ?? 'none') === (b?.basis ?? 'none');
}

/** "Macron" and "Emmanuel Macron" are one. */
function sameName(a: string, b: string): boolean {
  const [left, right] = [nameKey(a), nameKey(b)];
  return ` ${left} `.includes(` ${right} `) || ` ${right} `.includes(` ${left} `);
}
