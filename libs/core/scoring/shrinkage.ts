import type { FamilyTable } from './family-table.js';

/** One subject's skill before and after noise is taken into account; numbers are NaN for a subject without series. */
export interface ShrunkSkill {
  /** Mean of reference Brier - own Brier, -1 to 1, higher is better. */
  readonly skill: Float64Array;
  /** Sampling variance of `skill`, from the variance pooled over subjects. */
  readonly variance: Float64Array;
  /** Share of `skill` that is kept, 0 to 1. */
  readonly kept: Float64Array;
  /** Families of the subject. */
  readonly families: Int32Array;
  /** Pooled variance of a family's mean skill around its subject's mean; NaN when nobody has two families. */
  readonly pooledVariance: number;
  /** How far true skills lie from 0, squared; 0 when noise alone explains what is seen. */
  readonly trueVariance: number;
}

/**
 * Draws every skill towards 0 by how much of it noise explains (normal empirical Bayes; Efron and Morris 1975 with a
 * prior around 0, that of somebody who knows what the reference knows). A family is one piece of evidence, however many
 * series it holds: with s2 the pooled variance of family means, a mean over n series of which n_f lie in family f has
 * variance v = s2 x sum(n_f^2) / n^2, and keeps tau2 / (tau2 + v). tau2, by moments, is the mean of skill^2 - v weighted
 * by effective families n^2 / sum(n_f^2), at least 0.
 *
 * Two ends: nobody has two families (v is unknown) and every skill is kept at 0; no variance at all (v = 0), and every
 * skill is kept whole.
 * @example s2 = 0.24^2, tau = 0.05 and ten families of one series: v = 0.00576, kept 0.30
 */
export function shrinkSkill(table: FamilyTable): ShrunkSkill {
  const { subjects, offsets } = table;
  const skill = new Float64Array(subjects).fill(NaN);
  const evidence = new Float64Array(subjects);
  const families = new Int32Array(subjects);
  let squares = 0;
  let freedom = 0;
  for (let subject = 0; subject < subjects; subject++) {
    const row = readRow(table, offsets[subject] as number, offsets[subject + 1] as number);
    if (row === null) continue;
    skill[subject] = row.mean;
    evidence[subject] = row.effectiveFamilies;
    families[subject] = row.families;
    squares += row.squares;
    freedom += row.families - 1;
  }
  const pooledVariance = freedom === 0 ? NaN : squares / freedom;
  const variance = evidence.map((effective) => pooledVariance / effective);
  const trueVariance = varianceOfTruth(skill, variance, evidence);
  const kept = variance.map((v) => (v === 0 ? 1 : trueVariance / (trueVariance + v) || 0));
  return { skill, variance, kept, families, pooledVariance, trueVariance };
}

/** Mean, families and squared distances of family means of one subject; null where it has no series. */
function readRow(table: FamilyTable, from: number, to: number) {
  if (from === to) return null;
  const n = table.n.subarray(from, to);
  const sum = table.sum.subarray(from, to);
  const total = n.reduce((all, one) => all + one, 0);
  const mean = sum.reduce((all, one) => all + one, 0) / total;
  const squares = sum.reduce((all, one, entry) => all + (one / (n[entry] as number) - mean) ** 2, 0);
  const effectiveFamilies = total ** 2 / n.reduce((all, one) => all + one ** 2, 0);
  return { mean, squares, effectiveFamilies, families: to - from };
}

function varianceOfTruth(skill: Float64Array, variance: Float64Array, evidence: Float64Array): number {
  let weighted = 0;
  let weight = 0;
  evidence.forEach((effective, subject) => {
    if (effective === 0) return;
    weighted += effective * ((skill[subject] as number) ** 2 - (variance[subject] as number));
    weight += effective;
  });
  return Math.max(0, weighted / weight || 0);
}
