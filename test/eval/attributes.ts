import type { Candidate } from '#core/extraction';
import type { Located, Prediction } from './gold-metric.js';

export const ATTRIBUTES = ['band', 'deadline', 'dated deadline', 'conditional', 'claimant'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** Right answers of ours, of the best constant, and how many there were. */
export interface Tally {
  right: number;
  constant: number;
  total: number;
}
export type Tallies = Record<Attribute, Tally>;

/** Both the exact spot and the candidate, in offsets with white space collapsed. */
export interface Placed extends Prediction {
  readonly candidate: Candidate;
}

export function newTallies(): Tallies {
  return Object.fromEntries(
    ATTRIBUTES.map((name) => [name, { right: 0, constant: 0, total: 0 }]),
  ) as unknown as Tallies;
}

function significantWords(name: string): Set<string> {
  return new Set(
    (name.toLowerCase().match(/[\p{L}]{3,}/gu) ?? []).filter(
      (word) => !['the', 'and', 'some', 'author', 'model', 'unnamed', 'many', 'for'].includes(word),
    ),
  );
}

function sameClaimant(candidate: Candidate, gold: string): boolean {
  const isAuthorGold = /^author\b/u.test(gold);
  if (isAuthorGold && !/attributed/u.test(gold)) return candidate.claimantRole !== 'speaker';
  const said = significantWords(candidate.claimant);
  for (const word of significantWords(gold)) if (said.has(word)) return true;
  return false;
}

/** Compares the fields of a matched candidate with its answer, by the rules of `shared/gold`; returns the wrong ones. */
export function scoreAttributes(item: Placed, gold: Located, tallies: Tallies): Attribute[] {
  const { candidate } = item;
  const { answer } = gold;
  const [low, high] = answer.probability;
  const wrong: Attribute[] = [];
  const add = (attribute: Attribute, right: boolean, constant: boolean): void => {
    tallies[attribute].total += 1;
    if (right) tallies[attribute].right += 1;
    else wrong.push(attribute);
    if (constant) tallies[attribute].constant += 1;
  };
  const inBand = (percent: number): boolean => percent >= low - 5 && percent <= high + 5;
  const band = candidate.probability;
  const middle =
    band === null || band.low === null || band.high === null
      ? null
      : band.basis === 'unhedged'
        ? (band.point ?? 0) * 100
        : ((band.low + band.high) / 2) * 100;
  // The constant knows the polarity: 90 for what is asserted, 10 for what is denied.
  add('band', middle !== null && inBand(middle), inBand((low + high) / 2 >= 50 ? 90 : 10));
  const isDated =
    candidate.deadline !== null &&
    (candidate.deadline.basis === 'explicit' || candidate.deadline.basis === 'inferred');
  const date = isDated ? (candidate.deadline?.deadlineOn ?? null) : null;
  add('deadline', date === answer.deadline, answer.deadline === null);
  if (answer.deadline !== null) add('dated deadline', date === answer.deadline, false);
  add('conditional', (candidate.condition !== null) === answer.conditional, !answer.conditional);
  add('claimant', sameClaimant(candidate, answer.claimant), /^author\b/u.test(answer.claimant));
  return wrong;
}

/** What was wrong with a matched candidate, in a line. */
export function describe(item: Placed, gold: Located, wrong: readonly Attribute[]): string {
  const { candidate: c } = item;
  const { answer: a } = gold;
  const parts = wrong.map((attribute) => {
    if (attribute === 'band')
      return `band ${c.probability === null ? 'null' : `${String(c.probability.low)}-${String(c.probability.high)} ${c.probability.phrase}`} gold ${a.probability.join('-')}`;
    if (attribute === 'deadline')
      return `deadline ${c.deadline === null ? 'null' : `${String(c.deadline.deadlineOn)} ${c.deadline.basis} '${c.deadline.phrase}'`} gold ${String(a.deadline)}`;
    if (attribute === 'conditional')
      return `conditional ${String(c.condition)} gold ${String(a.conditional)}`;
    return `claimant ${c.claimant} gold ${a.claimant}`;
  });
  return `${parts.join(' | ')} :: ${c.quote.replace(/\s+/gu, ' ').slice(0, 110)}`;
}
