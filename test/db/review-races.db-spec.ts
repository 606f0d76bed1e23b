import { raceOnQueue, raceOnTask } from '../support/review-races.js';
import { ReviewWorld } from '../support/review-world.js';

/** A hundredth of what `npm run test:faults` runs. */
const ROUNDS = 10;

describe.each([2, 4, 16])('%i reviewers at the same instant', (count) => {
  let world: ReviewWorld;
  beforeAll(async () => {
    world = await ReviewWorld.start();
  });
  afterAll(() => world.stop());

  it('on one task: as many answers as it needs, and a clear word for who comes too late', async () => {
    const reviewers = await world.people(count, ['reviewer']);
    for (let round = 0; round < ROUNDS; round += 1) await raceOnTask(world, reviewers, 1 + (round % 2));
  });

  it('on one queue: each task to one person, none left, none twice', async () => {
    const reviewers = await world.people(count, ['reviewer']);
    for (let round = 0; round < ROUNDS; round += 1)
      await raceOnQueue(world, reviewers, Math.max(1, count / 4));
  });
});
