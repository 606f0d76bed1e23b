import type { Features } from '#core/extraction';

/** One observation: what was seen, whether it was so (1) or not (0), and how much it counts. */
export interface TrainingRow {
  readonly features: Features;
  readonly label: 0 | 1;
  readonly weight: number;
}

export interface LinearModel {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

const SWEEPS = 200;
const MIN_COUNT = 4;
/** A weight that still moves by less than this changes no score by a thousandth. */
const TOLERANCE = 1e-3;

/**
 * L2-penalised logistic regression by cyclic coordinate descent with Böhning's bound on the curvature (1/4), which
 * makes every step a descent; deterministic. Features in fewer than `MIN_COUNT` rows are left out.
 * Source: D. Böhning, Multinomial logistic regression algorithm, Ann. Inst. Stat. Math. 44 (1992).
 *
 * @param start weights to begin from, so that a few rows more or less take a few sweeps only; the optimum is the same
 * @param penalty strength of the L2 penalty; the bias is not penalised
 */
export function trainLogisticRegression(
  rows: readonly TrainingRow[],
  penalty: number,
  start: LinearModel | null = null,
): LinearModel {
  const minCount = MIN_COUNT;
  const columns = toColumns(rows, minCount);
  const labels = rows.map((row) => row.label);
  const weights = rows.map((row) => row.weight);
  const beta = Float64Array.from(columns, (column) => start?.weights[column.name] ?? 0);
  let bias = start?.bias ?? 0;
  const margins = new Float64Array(rows.length).fill(bias);
  columns.forEach((column, j) => {
    column.ids.forEach((r, k) => {
      margins[r] = (margins[r] ?? 0) + (beta[j] ?? 0) * (column.values[k] ?? 0);
    });
  });
  const all = rows.map((_, r) => r);
  const ones = rows.map(() => 1);
  const step = (ids: readonly number[], values: readonly number[], current: number, l2: number): number => {
    let gradient = -l2 * current;
    let curvature = l2;
    for (let k = 0; k < ids.length; k += 1) {
      const r = ids[k] ?? 0;
      const x = values[k] ?? 0;
      const w = weights[r] ?? 0;
      gradient += w * x * ((labels[r] ?? 0) - 1 / (1 + Math.exp(-(margins[r] ?? 0))));
      curvature += 0.25 * w * x * x;
    }
    const change = gradient / Math.max(curvature, 1e-9);
    for (let k = 0; k < ids.length; k += 1)
      margins[ids[k] ?? 0] = (margins[ids[k] ?? 0] ?? 0) + change * (values[k] ?? 0);
    return change;
  };
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const change = step(all, ones, bias, 0);
    bias += change;
    let largest = Math.abs(change);
    columns.forEach((column, j) => {
      const move = step(column.ids, column.values, beta[j] ?? 0, penalty);
      beta[j] = (beta[j] ?? 0) + move;
      largest = Math.max(largest, Math.abs(move));
    });
    if (largest < TOLERANCE) break;
  }
  return { bias, weights: Object.fromEntries(columns.map((column, j) => [column.name, beta[j] ?? 0])) };
}

interface Column {
  readonly name: string;
  readonly ids: number[];
  readonly values: number[];
}

function toColumns(rows: readonly TrainingRow[], minCount: number): Column[] {
  const byName = new Map<string, Column>();
  rows.forEach((row, r) => {
    for (const [name, value] of row.features) {
      const column = byName.get(name) ?? { name, ids: [], values: [] };
      column.ids.push(r);
      column.values.push(value);
      byName.set(name, column);
    }
  });
  return [...byName.values()]
    .filter((column) => column.ids.length >= minCount)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function predict(model: LinearModel, features: Features): number {
  let sum = model.bias;
  for (const [name, value] of features) sum += (model.weights[name] ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
}
