import { createHash } from 'node:crypto';
import { ReanchoringService } from '#features/intake';
import { snapshotRepo, sourceRepo } from '#platform/db';
import { ReviewWorld } from '../support/review-world.js';

const BEFORE = 'A long opening about other things stands in front of it here. ';

describe('the quotes of a source in what its address gave later', () => {
  let world: ReviewWorld;
  let sourceId: string;
  let anchorId: string;
  let sentence: string;

  beforeEach(async () => {
    world = await ReviewWorld.start();
    const { claimId } = await world.claim();
    const anchor = await world.database.direct.quoteAnchor.findFirstOrThrow({
      where: { claimId },
      include: { snapshot: true },
    });
    ({ id: anchorId, exact: sentence } = anchor);
    sourceId = anchor.snapshot.sourceId;
  });
  afterEach(() => world.stop());

  const quotes = () => world.get(ReanchoringService);
  const only = async () => (await quotes().listQuotes(sourceId)).quotes[0];

  /** What the address gives now. */
  async function fetched(text: string): Promise<string> {
    const sha = createHash('sha256').update(text).digest('hex');
    return world.database.withTransaction(async (tx) => {
      const id = await snapshotRepo.insert(
        sourceId,
        {
          rawBytes: new TextEncoder().encode(text),
          rawSha256: sha,
          mediaType: 'text/html',
          text,
          textSha256: sha,
          normaliserVersion: 'test',
        },
        world.now,
        tx,
      );
      await sourceRepo.noteSeen(sourceId, id, world.now, tx);
      return id;
    });
  }

  it('has nothing to say before it was fetched again', async () => {
    await expect(quotes().listQuotes(sourceId)).rejects.toMatchObject({ code: 'SOURCE.NOT_FETCHED' });
  });

  it('finds what moved, leaves the anchor where it was, and says what is gone', async () => {
    await fetched(`${BEFORE}${sentence} And more.`);
    expect(await only()).toMatchObject({
      anchorId,
      state: 'ANCHORED',
      places: [{ start: BEFORE.length }],
      said: null,
    });
    await fetched(`${BEFORE}Nothing of the kind.`);
    expect(await only()).toMatchObject({ state: 'ORPHANED', places: [] });
    expect(
      await world.database.direct.quoteAnchor.findUniqueOrThrow({ where: { id: anchorId } }),
    ).toMatchObject({
      start: 0,
      end: sentence.length,
      state: 'ANCHORED',
    });
  });

  it('asks where a “not” came in, keeps what a person says, and asks again of the next text', async () => {
    const changed = sentence.replace('what will', 'what will not');
    const snapshotId = await fetched(`${BEFORE}${changed} And more.`);
    expect(await only()).toMatchObject({ state: 'AMBIGUOUS', doubt: 'words_that_matter' });
    const place = { start: BEFORE.length, end: BEFORE.length + changed.length };
    await quotes().placeQuote(world.curator, anchorId, { snapshotId, place });
    expect((await only())?.said).toMatchObject({ words: changed, by: 'Cora Curator' });
    await quotes().placeQuote(world.curator, anchorId, { snapshotId, place: null });
    expect((await only())?.said).toMatchObject({ words: null });
    const log = await world.database.direct.auditEntry.findMany({ where: { action: 'quote.placed' } });
    expect(log.map(({ payload }) => payload)).toEqual([
      { snapshotId, place },
      { snapshotId, place: null },
    ]);
    await fetched(`${BEFORE}${changed} And yet more.`);
    expect(await only()).toMatchObject({ state: 'AMBIGUOUS', said: null });
  });

  it('takes no place outside the text, in another source, or in the text it was kept with', async () => {
    const snapshotId = await fetched('Short.');
    const beyond = { start: 0, end: 7 };
    await expect(
      quotes().placeQuote(world.curator, anchorId, { snapshotId, place: beyond }),
    ).rejects.toMatchObject({ code: 'INPUT.INVALID' });
    const [kept, other] = await Promise.all([
      world.database.direct.snapshot.findFirstOrThrow({ where: { sourceId }, orderBy: { id: 'asc' } }),
      world.candidate({ publishedOn: '2022-01-10' }),
    ]);
    for (const wrong of [kept.id, other.snapshotId, anchorId])
      await expect(
        quotes().placeQuote(world.curator, anchorId, { snapshotId: wrong, place: null }),
      ).rejects.toMatchObject({ code: 'SNAPSHOT.NOT_FOUND' });
    await expect(
      quotes().placeQuote(world.curator, snapshotId, { snapshotId, place: null }),
    ).rejects.toMatchObject({ code: 'ANCHOR.NOT_FOUND' });
    expect(await world.database.direct.quotePlacement.count()).toBe(0);
  });
});
