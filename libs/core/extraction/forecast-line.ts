import type { LikelihoodBand } from '#core/domain';
import { statePositively } from './state-positively.js';
import { mirror } from './read-likelihood.js';
import { tokenise } from './nlp.js';

export interface ForecastLine {
  readonly band: LikelihoodBand;
  readonly negated: boolean;
  readonly statement: string;
}

const LINE =
  /^(?:[-*\u2022]\s*|\d{1,3}[.)]\s*)?(.{3,300}?)\s*(?::|\u2014|\u2013| -|\()\s*((\d{1,3}(?:\.\d{1,2})?)\s?(?:%|percent|per cent))\)?\.?$/su;
const DENIAL = /^(?:no|not|never|none|nobody)\b|\b(?:not|never|fails? to)\b|n['\u2019]t\b/iu;

/**
 * Reads a list entry of the form "Statement: 70%". A denial ("No recession: 60%") is turned into the positive statement
 * at the complement.
 *
 * @returns null where the line has another shape or the number is not a probability
 * @example readForecastLine('No recession: 60%')?.band.point === 0.4
 */
export function readForecastLine(raw: string): ForecastLine | null {
  if (raw.length > 340 || (!raw.includes('%') && !/per ?cent\.?$/iu.test(raw))) return null;
  const match = LINE.exec(raw);
  if (match === null) return null;
  const said = match[1] ?? '';
  const value = Number(match[3]) / 100;
  if (value > 1 || /\?$/u.test(said)) return null;
  const negated = DENIAL.test(said);
  const band = negated ? mirror({ low: value, high: value }) : { low: value, high: value };
  return {
    band: { low: band.low, point: band.low, high: band.high, phrase: match[2] ?? '', basis: 'number' },
    negated,
    statement: statePositively(said, tokenise(said, { start: 0, end: said.length })) || said,
  };
}
