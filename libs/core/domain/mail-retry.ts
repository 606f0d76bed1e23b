const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;
const SPREAD = 0.5;

/** After so many tries, some two days, a mail is given up. */
export const MAIL_TRIES = 54;

/**
 * How long a mail waits after its `tries`-th try was put off: half a minute, twice, four times as long, an hour at most,
 * shortened or lengthened by up to half, so that what failed together does not come back together. `chance` is from 0
 * to 1. mailRetryWaitMs(1, 0.5) is 30,000.
 */
export function mailRetryWaitMs(tries: number, chance: number): number {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries - 1, 16));
  return Math.round(wait * (1 - SPREAD + 2 * SPREAD * chance));
}
