import type { ScoredPair } from './comparable-set.js';

export interface AdjustedScore {
  readonly claimantId: string;
  /** Propositions it rests on. */
  readonly n: number;
  /** Mean Brier score as if everybody had answered everything: lower is better, "always 50 %" is 0.25; may leave 0-1. */
  readonly adjustedBrier: number;
}

export interface Difficulty {
  readonly propositionId: string;
  readonly claimants: number;
  /** How much higher Brier scores are on this proposition than on the average one; positive is harder. Sums to 0. */
  readonly difficulty: number;
}

export interface DifficultyFit {
  readonly scores: readonly AdjustedScore[];
  readonly difficulties: readonly Difficulty[];
}

/** Residual, relative to the first, at which the fit is exact for our purposes. */
const TOLERANCE = 1e-13;
/** Conjugate gradients end after as many steps as there are propositions but for rounding; connected sets need dozens. */
const MAX_STEPS = 2000;

interface Claimant {
  readonly id: string;
  n: number;
  sum: number;
}

/** A proposition with its entries of the vectors of the solver. */
interface Proposition {
  readonly id: string;
  n: number;
  difficulty: number;
  residual: number;
  direction: number;
  /** The matrix applied to `direction`. */
  image: number;
}

interface Cell {
  readonly claimant: Claimant;
  readonly proposition: Proposition;
  readonly brier: number;
}

/**
 * Scores adjusted for the difficulty of what each claimant answered: the least-squares fit of brier = a(claimant) +
 * b(proposition), the b summing to 0, so that "always 50 %" keeps its 0.25 on every set (ForecastBench, Karger et al. 2025).
 * `pairs` must hang together, as those of `findComparableSet` do: else the parts have no common measure.
 * Results are in the order in which claimants and propositions first come. No pairs: no scores.
 *
 * a answers p (0.04) and q (0.16), b answers p (0.09) only: b has 0.15 where its mean is 0.09, for p was the easier one.
 */
export function fitDifficulty(pairs: readonly ScoredPair[]): DifficultyFit {
  const { cells, claimants, propositions } = toCells(pairs);
  solve(cells, claimants, propositions);
  const level = propositions.reduce((sum, { difficulty }) => sum + difficulty, 0) / propositions.length;
  for (const claimant of claimants) claimant.sum = 0;
  for (const { claimant, proposition, brier } of cells)
    claimant.sum += brier - (proposition.difficulty - level);
  return {
    scores: claimants.map(({ id, n, sum }) => ({ claimantId: id, n, adjustedBrier: sum / n })),
    difficulties: propositions.map(({ id, n, difficulty }) => ({
      propositionId: id,
      claimants: n,
      difficulty: difficulty - level,
    })),
  };
}

function toCells(pairs: readonly ScoredPair[]) {
  const claimants = new Map<string, Claimant>();
  const propositions = new Map<string, Proposition>();
  const cells = pairs.map<Cell>(({ claimantId, propositionId, brier }) => {
    const claimant = claimants.get(claimantId) ?? { id: claimantId, n: 0, sum: 0 };
    const proposition = propositions.get(propositionId) ?? {
      id: propositionId,
      n: 0,
      difficulty: 0,
      residual: 0,
      direction: 0,
      image: 0,
    };
    claimant.n += 1;
    proposition.n += 1;
    claimants.set(claimantId, claimant);
    propositions.set(propositionId, proposition);
    return { claimant, proposition, brier };
  });
  return { cells, claimants: [...claimants.values()], propositions: [...propositions.values()] };
}

/**
 * Conjugate gradients, preconditioned by n, on the normal equations after the claimants are taken out:
 * sum over the claimants of j of (b_j - mean of b over that claimant) = the same of their Brier scores.
 * Alternating least squares has the same fixed point and takes thousands of steps where overlap is thin.
 */
function solve(
  cells: readonly Cell[],
  claimants: readonly Claimant[],
  propositions: readonly Proposition[],
): void {
  const project = (valueOf: (cell: Cell) => number, add: (p: Proposition, value: number) => void): void => {
    for (const claimant of claimants) claimant.sum = 0;
    for (const cell of cells) cell.claimant.sum += valueOf(cell);
    for (const cell of cells) add(cell.proposition, valueOf(cell) - cell.claimant.sum / cell.claimant.n);
  };
  project(
    ({ brier }) => brier,
    (proposition, value) => {
      proposition.residual += value;
    },
  );
  const size = (): number =>
    propositions.reduce((sum, { residual, n }) => sum + (residual * residual) / n, 0);
  for (const proposition of propositions) proposition.direction = proposition.residual / proposition.n;

  let current = size();
  const enough = current * TOLERANCE ** 2;
  for (let step = 0; step < MAX_STEPS && current > enough; step += 1) {
    for (const proposition of propositions) proposition.image = 0;
    project(
      ({ proposition }) => proposition.direction,
      (proposition, value) => {
        proposition.image += value;
      },
    );
    const length = current / propositions.reduce((sum, { direction, image }) => sum + direction * image, 0);
    for (const proposition of propositions) {
      proposition.difficulty += length * proposition.direction;
      proposition.residual -= length * proposition.image;
    }
    const next = size();
    for (const proposition of propositions)
      proposition.direction = proposition.residual / proposition.n + (next / current) * proposition.direction;
    current = next;
  }
}
