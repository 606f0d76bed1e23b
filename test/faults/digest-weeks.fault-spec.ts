import { simulateKilledWeeks, simulateWeeks } from '../support/digest-simulation.js';
import { chance, ZONES } from '../support/digest-weeks.js';

it('52 weeks in seven zones by two schedulers that die at random: every digest once, none missed', async () => {
  const span = { from: new Date('2022-03-07T00:00:00Z'), to: new Date('2023-03-20T00:00:00Z') };
  const { faults, digests } = await simulateWeeks(span, 2, chance());
  expect(faults).toEqual([]);
  expect(digests).toBeGreaterThanOrEqual(52 * 2 * ZONES.length);
}, 500_000);

it('weeks by two processes that are killed at their work: every digest once, none missed', async () => {
  const span = { from: new Date('2022-03-11T00:00:00Z'), to: new Date('2022-04-06T00:00:00Z') };
  const { faults, digests, kills } = await simulateKilledWeeks(span, 1, chance());
  process.stderr.write(`${String(kills)} kills at work, ${String(digests)} digests\n`);
  expect(faults).toEqual([]);
  expect(digests).toBeGreaterThanOrEqual(2 * ZONES.length);
  expect(kills).toBeGreaterThan(0);
}, 300_000);
