import { Config } from '#platform/config';
import { addWeeklyReaders, faultsOfWeeks, looks } from './digest-weeks.js';
import { KilledSchedulers } from './killed-schedulers.js';
import { MortalScheduler } from './mortal-scheduler.js';
import { ReviewWorld } from './review-world.js';

/**
 * Two schedulers that look at the same times, die one time in five, and take over from each other. Returns what is wrong
 * with the digests in the end, and how many there are.
 */
export async function simulateWeeks(
  span: { readonly from: Date; readonly to: Date },
  perZone: number,
  random: () => number,
): Promise<{ faults: string[]; digests: number }> {
  const world = await ReviewWorld.start();
  try {
    // Overdue for all that time, so that nobody's digest is ever empty.
    await world.claim();
    const readers = await addWeeklyReaders(world.database, random, perZone);
    let at = span.from;
    const config = world.get(Config);
    const schedulers = [1, 2].map(() => new MortalScheduler(world.database, config, () => at, random));
    for (at of looks(span.from, span.to, random))
      await Promise.all(schedulers.map((scheduler) => scheduler.look(random() < 0.2)));
    // What met a death is carried out by whoever comes next.
    for (let n = 0; n < 4; n += 1) await schedulers[0]?.look(false);
    return {
      faults: await faultsOfWeeks(world.database, readers, span),
      digests: await world.database.direct.digest.count({ where: { state: 'sent' } }),
    };
  } finally {
    await world.stop();
  }
}

/** The same by two processes that are killed at their work, wherever they stand. */
export async function simulateKilledWeeks(
  span: { readonly from: Date; readonly to: Date },
  perZone: number,
  random: () => number,
): Promise<{ faults: string[]; digests: number; kills: number }> {
  const world = await ReviewWorld.start();
  const schedulers = new KilledSchedulers(world.get(Config).databaseUrl, random);
  try {
    await world.claim();
    const readers = await addWeeklyReaders(world.database, random, perZone);
    await schedulers.start(2);
    for (const at of looks(span.from, span.to, random))
      // Else the living would wait for the dead as long in real time as a run is given.
      if (await schedulers.look(at, true))
        await world.database.direct
          .$executeRaw`UPDATE job_runs SET started_at = started_at - interval '1 hour' WHERE finished_at IS NULL`;
    for (let n = 0; n < 4; n += 1) await schedulers.look(span.to, false);
    return {
      faults: await faultsOfWeeks(world.database, readers, span),
      digests: await world.database.direct.digest.count({ where: { state: 'sent' } }),
      kills: schedulers.kills,
    };
  } finally {
    await schedulers.stop();
    await world.stop();
  }
}
