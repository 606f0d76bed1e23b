import { simulateWeeks } from '../support/digest-simulation.js';
import { chance } from '../support/digest-weeks.js';

// A small part of the full run in test/faults, over the change of summer time in Europe.
it('weeks in seven zones by two schedulers that die at random: every digest once, none missed', async () => {
  const span = { from: new Date('2022-03-11T00:00:00Z'), to: new Date('2022-04-06T00:00:00Z') };
  const { faults, digests } = await simulateWeeks(span, 1, chance());
  expect(faults).toEqual([]);
  expect(digests).toBeGreaterThanOrEqual(14);
}, 120_000);
