import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for something another process does; the bound is for what never comes, not a measure of speed. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  boundMs = 45_000,
): Promise<T> {
  const looks = Math.ceil(boundMs / 100);
  for (let count = 0; count < looks; count += 1) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    await sleep(100);
  }
  throw new Error(`never came: ${what}`);
}
