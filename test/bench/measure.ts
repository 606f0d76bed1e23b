/** What is to be measured, under a name. */
export interface Contender {
  readonly name: string;
  run(): void;
}

/**
 * Median processor time of each contender in milliseconds, in alternating rounds after some that warm up, so that what
 * the machine does meanwhile strikes all alike. Processor time, not time on the clock: other programs do not count.
 */
export function measure(contenders: readonly Contender[], rounds: number, warmUp = 1): number[] {
  const times = contenders.map((): number[] => []);
  for (let round = 0; round < warmUp + rounds; round += 1) {
    contenders.forEach((contender, k) => {
      const before = process.cpuUsage();
      contender.run();
      const { user, system } = process.cpuUsage(before);
      if (round >= warmUp) times[k]?.push((user + system) / 1_000);
    });
  }
  return times.map(median);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >>> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}

/** Prints what was reached beside the level that is asked for, and keeps count of what was missed. */
export class Verdict {
  private missed = 0;

  /** `isAtLeast`: more is better. */
  judge(name: string, value: number, level: number, isAtLeast: boolean): void {
    const isReached = isAtLeast ? value >= level : value <= level;
    if (!isReached) this.missed += 1;
    const sign = isAtLeast ? '>=' : '<=';
    console.log(
      `${isReached ? 'reached' : 'MISSED '}  ${name.padEnd(58)} ${value.toFixed(2).padStart(7)}  (${sign} ${level.toFixed(2)})`,
    );
  }

  /** 1 where a level was missed. */
  exitCode(): number {
    if (this.missed > 0) console.log(`${this.missed} missed.`);
    return this.missed > 0 ? 1 : 0;
  }
}
