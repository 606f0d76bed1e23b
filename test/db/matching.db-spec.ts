import { EventInput } from '#contracts/http';
import { MATCHER_VERSION } from '#core/matching';
import { EventsService, MatchFeedbackService, MatchingService } from '#features/events';
import { findCandidatePropositions, matchIndexRepo, propositionRepo } from '#platform/db';
import { MatchTexts } from '../../libs/features/events/match-texts.js';
import { HEATS, race } from '../support/race.js';
import { ReviewWorld } from '../support/review-world.js';

const RECOGNITION = 'Russia recognises Donetsk and Luhansk as independent states';
const PIPELINE = 'Germany stops the certification of the pipeline Nord Stream 2';
const OPEN = { saidOn: '2022-01-10', deadlineOn: '2022-12-31' } as const;

describe('events find the propositions they bear on', () => {
  let world: ReviewWorld;

  beforeEach(async () => {
    world = await ReviewWorld.start();
  });
  afterEach(() => world.stop());

  const matching = () => world.get(MatchingService);

  async function proposition(statement: string): Promise<string> {
    const { propositionId } = await world.claim({ ...OPEN, statement });
    await matching().matchProposition(propositionId);
    return propositionId;
  }

  async function report(
    title: string,
    more: { summary?: string; url?: string; on?: string; feed?: string } = {},
  ) {
    const input = EventInput.parse({ publishedAt: more.on ?? '2022-02-21', ...more, title });
    return (await world.get(EventsService).addEvent(world.curator, input)).event.id;
  }

  const matches = () =>
    world.database.direct.match.findMany({ orderBy: { suggestedAt: 'asc' }, include: { event: true } });
  const clusters = () => world.database.direct.eventCluster.findMany({ include: { events: true } });

  it('of many, and says why', async () => {
    const recognition = await proposition(RECOGNITION);
    await proposition(PIPELINE);
    await proposition('The port of Rotterdam handles more containers than in 2021');
    await report('Putin recognises independence of Donetsk and Luhansk', {
      summary: 'Russia signs a decree.',
    });
    expect(await matching().matchWaiting()).toBe(1);
    const [match, ...others] = await matches();
    expect(others).toEqual([]);
    expect(match).toMatchObject({ propositionId: recognition, strength: 'strong', state: 'suggested' });
    expect(JSON.stringify(match?.reasons)).toContain('Donetsk');
  });

  it('of more than are kept as read', async () => {
    const ids = [await proposition(RECOGNITION), await proposition(PIPELINE)];
    const texts = new MatchTexts(1);
    const read = async () => {
      const found = await texts.readOpen(ids, world.now, world.database.direct);
      return [...found.keys()].sort();
    };
    expect(await read()).toEqual([...ids].sort());
    // One of them is kept, and gives way while the other is read.
    expect(await read()).toEqual([...ids].sort());
  });

  it('and a proposition that is new, the events there are', async () => {
    await report('Putin recognises independence of Donetsk and Luhansk', {
      summary: 'Russia signs a decree.',
    });
    await matching().matchWaiting();
    const recognition = await proposition(RECOGNITION);
    expect(await matches()).toMatchObject([{ propositionId: recognition }]);
  });

  it.each(HEATS)('whichever of an event and a proposition comes first, heat %i', async () => {
    const { propositionId } = await world.claim({ ...OPEN, statement: RECOGNITION });
    await report('Putin recognises independence of Donetsk and Luhansk', {
      summary: 'Russia signs a decree.',
    });
    await race<unknown>(
      () => matching().matchWaiting(),
      () => matching().matchProposition(propositionId),
    );
    expect(await matches()).toMatchObject([{ propositionId }]);
  });

  it('once for a story, however many outlets report it, and as well as the best of them says it', async () => {
    await proposition(RECOGNITION);
    await report('Russia recognises Donetsk and Luhansk', { feed: 'A' });
    await matching().matchWaiting();
    const [first] = await matches();
    await report('Russia recognises Donetsk and Luhansk as independent states', { feed: 'B' });
    await report('Russia recognises Luhansk and Donetsk', { feed: 'C', on: '2022-02-22' });
    await matching().matchWaiting();
    expect(await clusters()).toMatchObject([{ events: { length: 3 } }]);
    const [match, ...others] = await matches();
    expect(others).toEqual([]);
    expect(match?.id).toBe(first?.id);
    expect(match?.score).toBeGreaterThan(first?.score ?? 1);
  });

  it('never again a pair that was rejected, whoever reports it next', async () => {
    await proposition(RECOGNITION);
    await report('Russia recognises Donetsk and Luhansk as independent', { feed: 'A' });
    await matching().matchWaiting();
    const [match] = await matches();
    await world
      .get(MatchFeedbackService)
      .decideMatch(world.curator, match?.id ?? '', { to: 'rejected', stance: null });
    await report('Russia recognises Donetsk and Luhansk as independent states', { feed: 'B' });
    await matching().matchWaiting();
    expect(await matches()).toMatchObject([{ id: match?.id, state: 'rejected' }]);
  });

  it('in one cluster when reports of a story come in at the same instant', async () => {
    for (const feed of ['A', 'B', 'C', 'D'])
      await report('Storm breaks the lock gates of the harbour of Hamburg', {
        feed,
        url: `https://${feed}.example.org/storm`,
      });
    await race<unknown>(
      () => matching().matchWaiting(),
      () => matching().matchWaiting(),
      () => matching().matchWaiting(),
    );
    expect(await clusters()).toMatchObject([{ events: { length: 4 } }]);
  });

  it('with the title of the oldest report, which may come in last', async () => {
    await report('Storm breaks the lock gates of the harbour of Hamburg', { feed: 'A', on: '2022-02-21' });
    await matching().matchWaiting();
    await report('Storm breaks lock gates of harbour of Hamburg', { feed: 'B', on: '2022-02-20' });
    await matching().matchWaiting();
    expect(await clusters()).toMatchObject([
      { title: 'Storm breaks lock gates of harbour of Hamburg', events: { length: 2 } },
    ]);
  });

  it('under one address whatever its spelling, months apart', async () => {
    await report('Live: the harbour in winter', {
      feed: 'A',
      url: 'https://www.example.org/live?utm_source=x',
    });
    await report('What we know of the gates', {
      feed: 'B',
      url: 'http://example.org/live',
      on: '2022-05-01',
    });
    await matching().matchWaiting();
    expect(await clusters()).toMatchObject([{ events: { length: 2 } }]);
  });

  it('only those that are open', async () => {
    const closed = await proposition(RECOGNITION);
    await world.database.direct.proposition.update({ where: { id: closed }, data: { status: 'draft' } });
    await report('Russia recognises Donetsk and Luhansk as independent states');
    await matching().matchWaiting();
    expect(await matches()).toEqual([]);
    await matching().sweep();
    expect(await world.database.direct.propositionTerm.count()).toBe(0);
    expect(await matchIndexRepo.listUnindexed(MATCHER_VERSION, 10, world.database.direct)).toEqual([]);
  });

  it('after a sweep, where jobs were lost or the matcher is another', async () => {
    const { propositionId } = await world.claim({ ...OPEN, statement: RECOGNITION });
    await report('Russia recognises Donetsk and Luhansk as independent states');
    await matching().sweep();
    expect(await matches()).toMatchObject([{ propositionId }]);
    const tx = world.database.direct;
    await tx.indexedProposition.updateMany({ data: { matcherVersion: 'of before' } });
    await tx.propositionTerm.deleteMany();
    await matching().sweep();
    expect(await tx.propositionTerm.count()).toBeGreaterThan(3);
    expect(await matches()).toHaveLength(1);
  });

  it('weighing words by what was read, counted once they are many more', async () => {
    const tx = world.database.direct;
    await proposition(RECOGNITION);
    await report('Russia recognises Donetsk and Luhansk as independent states');
    await matching().sweep();
    const first = await matchIndexRepo.findNewestCount(tx);
    expect(first).toMatchObject({ matcherVersion: MATCHER_VERSION, documents: 1 });
    await matching().sweep();
    const second = await matchIndexRepo.findNewestCount(tx);
    expect(second?.documents).toBe(2);
    const counts = await matchIndexRepo.readCount(second?.id ?? '', tx);
    expect(counts?.frequencies).toContainEqual(['@ru', 2]);
    expect(counts?.frequencies.some(([term]) => term.includes(' '))).toBe(false);
    await matching().sweep();
    expect((await matchIndexRepo.findNewestCount(tx))?.id).toBe(second?.id);
  });

  it('those first that share most, and no more than are asked for', async () => {
    const [much, little] = [await proposition(RECOGNITION), await proposition('Donetsk wins the cup')];
    const wanted = ['donetsk', 'luhansk'].map((term) => ({ term, weight: 1 }));
    const found = (limit: number) =>
      findCandidatePropositions([{ key: 0, terms: wanted }], limit, world.database.direct);
    expect((await found(5)).map(({ id }) => id)).toEqual([much, little]);
    expect(await found(1)).toHaveLength(1);
    expect(await findCandidatePropositions([], 5, world.database.direct)).toEqual([]);
    expect(await propositionRepo.findMany([much], world.database.direct)).toHaveLength(1);
  });
});
