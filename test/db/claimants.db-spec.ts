import { JOBS } from '#contracts/jobs';
import type { Actor } from '#core/domain';
import { ClaimantsService } from '#features/claimants';
import { claimantRepo } from '#platform/db';
import { NO, ReviewWorld } from '../support/review-world.js';

const LATER_MS = 16 * 86_400_000;

describe('the registry of claimants', () => {
  let world: ReviewWorld;
  let registry: ClaimantsService;
  let curator: Actor;

  beforeEach(async () => {
    world = await ReviewWorld.start();
    registry = world.get(ClaimantsService);
    curator = world.curator;
  });
  afterEach(() => world.stop());

  const ensure = async (name: string) =>
    (await claimantRepo.ensure(name, 'public_person', world.now, world.database.direct)).id;
  const namesOf = async (request: { q?: string; show?: 'all' | 'unchecked' | 'merged' } = {}) =>
    (await registry.list({ limit: 50, show: 'all', ...request })).items.map(({ name }) => name);
  const form = async (id: string, change: object = {}) => {
    const { name, kind, version, description, wikidataId, homepage } = await registry.get(id);
    return { name, kind, version, description, wikidataId, homepage, ...change };
  };
  /** What the worker does with the promises made so far. */
  const runPromised = async () => {
    const rows = await world.database.direct.outboxMessage.findMany({
      where: { name: JOBS.rescoreClaimants.name },
      orderBy: { createdAt: 'asc' },
    });
    for (const { payload } of rows) {
      const { claimantIds, change } = payload as { claimantIds: string[]; change: string };
      await world.rescoring.rescore(claimantIds, change);
    }
    return rows.length;
  };

  it('lists the newest first, page by page', async () => {
    for (let i = 0; i < 5; i += 1) {
      await world.setClock(new Date(world.now.getTime() + 1000));
      await ensure(`Person ${String(i)}`);
    }
    const first = await registry.list({ limit: 3, show: 'all' });
    expect(first.items.map(({ name }) => name)).toEqual(['Person 4', 'Person 3', 'Person 2']);
    const cursor = first.nextCursor ?? undefined;
    const second = await registry.list({ limit: 3, show: 'all', cursor });
    expect(second.items.map(({ name }) => name)).toEqual(['Person 1', 'Person 0']);
    expect(second.nextCursor).toBeNull();
  });

  it('finds by any spelling, without regard to accents and case', async () => {
    const id = await ensure('José Núñez');
    await ensure('Anna Low');
    await registry.addAlias(curator, id, 'Pepe N.');
    expect(await namesOf({ q: 'nunez' })).toEqual(['José Núñez']);
    expect(await namesOf({ q: 'PEPE' })).toEqual(['José Núñez']);
    expect(await namesOf({ q: '100%_' })).toEqual([]);
  });

  it('keeps the old name as a spelling, so that texts are still understood', async () => {
    const id = await ensure('A. Low');
    const entry = await registry.update(curator, id, await form(id, { name: 'Anna Low' }));
    expect(entry).toMatchObject({ name: 'Anna Low', isChecked: true });
    expect(entry.aliases.map(({ alias }) => alias)).toEqual(['A. Low', 'Anna Low']);
    expect(await ensure('A. Low')).toBe(id);
  });

  it('has a queue of names nobody has looked at', async () => {
    const id = await ensure('Anna Low');
    await ensure('Ben Ott');
    expect((await namesOf({ show: 'unchecked' })).sort()).toEqual(['Anna Low', 'Ben Ott']);
    await registry.update(curator, id, await form(id));
    expect(await namesOf({ show: 'unchecked' })).toEqual(['Ben Ott']);
  });

  it('refuses a spelling that means somebody else, and says whom', async () => {
    const id = await ensure('Anna Low');
    await ensure('Ben Ott');
    const refused = { code: 'CLAIMANT.ALIAS_TAKEN', message: expect.stringContaining('Ben Ott') as string };
    await expect(registry.addAlias(curator, id, 'ben  ott')).rejects.toMatchObject(refused);
    await expect(registry.update(curator, id, await form(id, { name: 'Ben Ott' }))).rejects.toMatchObject(
      refused,
    );
    expect(await registry.get(id)).toMatchObject({ name: 'Anna Low', version: 1 });
  });

  it('takes a spelling away, but not the name itself', async () => {
    const id = await ensure('Anna Low');
    const entry = await registry.addAlias(curator, id, 'A. Low');
    const [own, other] = entry.aliases;
    await expect(registry.removeAlias(curator, id, own?.id ?? '')).rejects.toMatchObject({
      code: 'CLAIMANT.ALIAS_NEEDED',
    });
    expect((await registry.removeAlias(curator, id, other?.id ?? '')).aliases).toEqual([own]);
    expect(await ensure('A. Low')).not.toBe(id);
  });

  it('refuses what was changed meanwhile', async () => {
    const id = await ensure('Anna Low');
    const stale = await form(id);
    await registry.update(curator, id, await form(id, { homepage: 'https://example.org/' }));
    await expect(registry.update(curator, id, stale)).rejects.toMatchObject({ code: 'VERSION.CHANGED' });
    expect(await registry.get(id)).toMatchObject({ homepage: 'https://example.org/', version: 2 });
  });

  it('refuses a merge that is none, and its end where there is none', async () => {
    const [a, b, c] = [await ensure('Anna Low'), await ensure('Ben Ott'), await ensure('Cem Ray')];
    await registry.merge(curator, b, a, 'one person');
    const refused = { code: 'CLAIMANT.NOT_MERGEABLE' };
    await expect(registry.merge(curator, a, a, 'x')).rejects.toMatchObject(refused);
    await expect(registry.merge(curator, b, c, 'x')).rejects.toMatchObject(refused);
    await expect(registry.merge(curator, a, b, 'x')).rejects.toMatchObject(refused);
    await expect(registry.unmerge(curator, c, 'x')).rejects.toMatchObject({ code: 'CLAIMANT.NOT_MERGED' });
    expect(await namesOf({ show: 'merged' })).toEqual(['Ben Ott']);
    expect((await namesOf()).sort()).toEqual(['Anna Low', 'Cem Ray']);
  });

  it('two merges at once cannot close a circle', async () => {
    for (let i = 0; i < 5; i += 1) {
      const a = await ensure(`A ${String(i)}`);
      const b = await ensure(`B ${String(i)}`);
      const ends = await Promise.allSettled([
        registry.merge(curator, a, b, 'x'),
        registry.merge(curator, b, a, 'x'),
      ]);
      expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    }
  });

  it('has scores follow a merge, and its end', async () => {
    const [first, second] = (await world.people(2, ['reviewer'])) as [Actor, Actor];
    for (const claimant of ['Anna Low', 'Anna B. Low']) {
      const { propositionId } = await world.claim({ claimant });
      await world.answer(first, propositionId, NO);
      await world.answer(second, propositionId, NO);
    }
    await world.setClock(new Date(world.now.getTime() + LATER_MS));
    while ((await world.verdicts.finaliseDue()) > 0);
    const [anna, annaB] = [await ensure('Anna Low'), await ensure('Anna B. Low')];
    const counts = async () => {
      const rows = await world.database.direct.claimantStatistic.findMany();
      const of = (id: string) =>
        rows.reduce((sum, { claimantId, n }) => (claimantId === id ? sum + n : sum), 0);
      return [of(anna), of(annaB)];
    };
    expect(await counts()).toEqual([1, 1]);
    const merged = await registry.merge(
      curator,
      annaB,
      anna,
      'The same person, with and without the initial.',
    );
    expect(merged).toMatchObject({ mergedInto: { id: anna, name: 'Anna Low' } });
    expect(await runPromised()).toBe(1);
    expect(await counts()).toEqual([2, 0]);
    expect(await registry.get(anna)).toMatchObject({ parts: [{ id: annaB, name: 'Anna B. Low' }] });
    await registry.unmerge(curator, annaB, 'Two people after all.');
    expect(await runPromised()).toBe(2);
    expect(await counts()).toEqual([1, 1]);
    const { history } = await registry.get(anna);
    expect(history.map(({ action, by }) => [action, by])).toEqual([
      ['unmerge', curator.name],
      ['merge', curator.name],
    ]);
  });

  it('flags names that are made to look like another, and those that may be one', async () => {
    await ensure('Anna Low');
    const spoof = await ensure('\u0410nna Low');
    const initial = await ensure('Anna B. Low');
    await ensure('Ben Ott');
    const groups = async () =>
      (await registry.listAlike()).groups.map(({ likeness, claimants }) => [likeness, claimants.length]);
    expect(await groups()).toEqual([
      ['looks_alike', 2],
      ['same_outer_names', 2],
    ]);
    await registry.merge(curator, initial, await ensure('Anna Low'), 'one person');
    await registry.merge(curator, spoof, await ensure('Anna Low'), 'a typing error');
    expect(await groups()).toEqual([]);
  });
});
