import { CandidateEditingService, TriageService, UndoService } from '#features/triage';
import { candidateRepo, candidateVersionRepo, type NewCandidate } from '#platform/db';
import { ReviewWorld } from '../support/review-world.js';

/** A new extractor reads a text in which people have decided, put together, and taken back. */
describe('a new version of the extractor', () => {
  let world: ReviewWorld;
  beforeAll(async () => {
    world = await ReviewWorld.start();
  });
  afterAll(() => world.stop());

  const read = (snapshotId: string, extractor: string, found: readonly NewCandidate[]) =>
    world.database.withTransaction(async (tx) => {
      await candidateVersionRepo.lock(snapshotId, tx);
      const version = { origin: 'rules', extractor, lexicon: 'test' } as const;
      await candidateVersionRepo.write(snapshotId, version, found, world.now, tx);
    });
  const list = (sourceId: string) => candidateRepo.listOfSource(sourceId, world.database.direct);

  it('finds a decision that was taken back nowhere: neither in the heir nor in what it came from', async () => {
    const first = await world.candidate({ publishedOn: '2022-01-10' });
    await world.get(TriageService).rejectCandidate(world.curator, first.id, {
      version: first.version,
      reason: 'TOO_VAGUE',
    });
    await read(first.snapshotId, 'test 2', [first]);
    const [heir] = await list(first.sourceId);
    expect(heir?.state).toBe('rejected');
    await world
      .get(UndoService)
      .restoreCandidate(world.curator, heir?.id ?? '', { version: heir?.version ?? 0 });
    await read(first.snapshotId, 'test 3', [first]);
    expect((await list(first.sourceId)).map(({ state }) => state)).toEqual(['pending']);
  });

  it('sets free what had been put to a candidate that goes', async () => {
    const first = await world.candidate({ publishedOn: '2022-01-10' });
    const part = { ...first, end: first.start + 8, quote: first.quote.slice(0, 8) };
    await read(first.snapshotId, 'test', [first, part]);
    const other = (await list(first.sourceId)).find(({ end }) => end === part.end);
    await world.get(CandidateEditingService).mergeCandidate(world.curator, other?.id ?? '', {
      version: other?.version ?? 0,
      intoId: first.id,
    });
    await read(first.snapshotId, 'test 2', [first, part]);
    const after = await list(first.sourceId);
    expect(after.map(({ state, mergedIntoId }) => [state, mergedIntoId])).toEqual([
      ['pending', null],
      ['pending', null],
    ]);
  });
});
