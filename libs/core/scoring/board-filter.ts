import type { BoardKind, Horizon, LikelihoodBasis, Track } from '#core/domain';

/** Which claims a board is made of; null asks for nothing. */
export interface BoardFilter {
  readonly kind: BoardKind;
  readonly track: Track;
  /** One of the topics of the proposition. */
  readonly topic: string | null;
  /** Year of the scheduled deadline, four digits. */
  readonly period: string | null;
  /** From what was said to the scheduled deadline. */
  readonly horizon: Horizon | null;
  readonly basis: Extract<LikelihoodBasis, 'number' | 'words' | 'unhedged'> | null;
}

/** Everything live of one kind: the board that is kept up to date by itself. */
export function wholeBoard(kind: BoardKind): BoardFilter {
  return { kind, track: 'live', topic: null, period: null, horizon: null, basis: null };
}

/** Whether claims are left out by more than kind and track. */
export function isWhole({ topic, period, horizon, basis }: BoardFilter): boolean {
  return topic === null && period === null && horizon === null && basis === null;
}
