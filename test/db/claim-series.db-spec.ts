import { ClaimantsService } from '#features/claimants';
import { PublishingService } from '#features/publishing';
import { claimantRepo } from '#platform/db';
import { ReviewWorld } from '../support/review-world.js';

/** What one claimant says of one thing again and again is one series, whatever name it was said under. */
describe('series', () => {
  let world: ReviewWorld;
  beforeAll(async () => {
    world = await ReviewWorld.start();
  });
  afterAll(() => world.stop());

  const at = (point: number) => ({
    low: point,
    point,
    high: point,
    phrase: `${String(point)}`,
    basis: 'number' as const,
  });
  const series = async (claimId: string) =>
    (await world.get(PublishingService).getClaim(claimId)).series.map(({ id, change }) => [id, change]);

  it('are put together after merges, taken apart with them, and leave out what others said', async () => {
    const first = await world.claim({ claimant: 'Anna Low', saidOn: '2022-01-03', probability: at(0.7) });
    const { propositionId } = first;
    const again = await world.claim({
      propositionId,
      claimant: 'A. Low',
      saidOn: '2022-01-20',
      probability: at(0.55),
    });
    const other = await world.claim({ propositionId, claimant: 'Ben Ott', saidOn: '2022-01-10' });
    expect(await series(first.claimId)).toEqual([]);

    const idOf = async (name: string) =>
      (await claimantRepo.ensure(name, 'public_person', world.now, world.database.direct)).id;
    const registry = world.get(ClaimantsService);
    await registry.merge(world.curator, await idOf('A. Low'), await idOf('Anna Low'), 'one person');
    const both = [
      [first.claimId, null],
      [again.claimId, -0.15],
    ];
    expect(await series(first.claimId)).toEqual(both);
    expect(await series(again.claimId)).toEqual(both);
    expect(await series(other.claimId)).toEqual([]);
    const page = await world.get(PublishingService).getClaim(first.claimId);
    expect(page.otherClaims.map(({ id }) => id)).toEqual([other.claimId]);

    const reader = await world.person(['reader']);
    const shown = (await world.reviews.getProposition(reader, propositionId)).claims;
    expect(Object.fromEntries(shown.map(({ id, series: place }) => [id, place?.number ?? null]))).toEqual({
      [first.claimId]: 1,
      [again.claimId]: 2,
      [other.claimId]: null,
    });

    await registry.unmerge(world.curator, await idOf('A. Low'), 'two people after all');
    expect(await series(first.claimId)).toEqual([]);
  });
});
