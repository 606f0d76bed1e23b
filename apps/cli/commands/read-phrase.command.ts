import type { Yardstick } from '#core/domain';
import { readDeadline, readLikelihood } from '#core/extraction';
import { readAnchor } from './read-anchor.js';

/** Prints the deadline a phrase names, or null. */
export function deadlineCommand(phrase: string, anchor: string, zone?: string): void {
  const { on, minuteOfDay } = readAnchor(anchor, zone);
  const deadline = readDeadline(phrase, on, minuteOfDay);
  const line =
    deadline === null
      ? null
      : {
          date: deadline.deadlineOn,
          start: deadline.windowStartOn,
          precision: deadline.precision,
          basis: deadline.basis,
        };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Prints the likelihood a phrase states, or null. */
export function likelihoodCommand(phrase: string, yardstick: Yardstick): void {
  const band = readLikelihood(phrase, { yardstick });
  const line =
    band === null ? null : { low: band.low, point: band.point, high: band.high, basis: band.basis };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
