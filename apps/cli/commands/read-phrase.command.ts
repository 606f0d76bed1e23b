import { isCalendarDate } from '#core/domain';
import { readDeadline, readLikelihood } from '#core/extraction';
import { PlainError } from '../plain-error.js';

/** Prints the deadline a phrase names, or null. */
export function deadlineCommand(phrase: string, anchor: string): void {
  if (!isCalendarDate(anchor)) throw new PlainError(`--anchor ${anchor}: write the date as YYYY-MM-DD.`);
  const deadline = readDeadline(phrase, anchor);
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
export function likelihoodCommand(phrase: string): void {
  const band = readLikelihood(phrase);
  const line =
    band === null ? null : { low: band.low, point: band.point, high: band.high, basis: band.basis };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
