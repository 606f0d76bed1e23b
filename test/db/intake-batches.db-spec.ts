import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { IntakeBatchService, ItemReadingService } from '#features/intake';
import { sourceRepo } from '#platform/db';
import { ReviewWorld } from '../support/review-world.js';

const TEXT = (n: number) =>
  Buffer.from(
    `Title: Report ${String(n)}\n\nThe council of quay ${String(n)} will sell its crane by June 2032.`,
  );

describe('a batch of documents', () => {
  let world: ReviewWorld;
  let batches: IntakeBatchService;
  let reading: ItemReadingService;

  beforeAll(async () => {
    world = await ReviewWorld.start();
    batches = world.get(IntakeBatchService);
    reading = world.get(ItemReadingService);
  });
  afterAll(() => world.stop());

  const give = async (files: readonly Buffer[], more: { said?: { outlet: string } } = {}) => {
    const items = files.map((_, i) => ({ name: `report-${String(i + 1)}.txt` }));
    const { id } = await batches.create(world.curator, { items, ...more });
    for (const [i, bytes] of files.entries()) await batches.receive(id, i + 1, bytes);
    return batches.get(id);
  };
  const sources = () => world.database.direct.source.count();

  it('has one job for each document, and one that fails stops no other', async () => {
    const batch = await give([TEXT(1), Buffer.from('\u0089PNG\r\n', 'latin1'), Buffer.alloc(0), TEXT(2)], {
      said: { outlet: 'The Quay' },
    });
    const jobs = await world.database.direct.outboxMessage.findMany({ where: { name: 'intake.read-item' } });
    // The empty one is refused as it comes.
    expect(jobs.map(({ key }) => key).sort()).toEqual(
      batch.items.flatMap(({ id, number }) => (number === 3 ? [] : [id])).sort(),
    );
    for (const { id } of batch.items) await reading.readItem(id);
    const { items, counts } = await batches.get(batch.id);
    expect(counts).toEqual({ total: 4, announced: 0, open: 0, done: 2, failed: 2, cancelled: 0 });
    expect(items).toMatchObject([
      { state: 'done', isNew: true, source: { title: 'Report 1' }, fault: null },
      { state: 'failed', source: null, fault: { code: 'DOCUMENT.UNKNOWN_KIND' } },
      { state: 'failed', fault: { code: 'DOCUMENT.EMPTY' } },
      { state: 'done', source: { title: 'Report 2' } },
    ]);
    const [source] = await world.database.direct.source.findMany({ include: { outlet: true } });
    expect(source).toMatchObject({ outlet: { name: 'The Quay' }, intakeKind: 'file' });
    expect(await world.database.direct.intakeItem.count({ where: { bytes: { not: null } } })).toBe(0);
  });

  it('takes each document in once, however many readers come for it, and however often', async () => {
    const before = await sources();
    const batch = await give([TEXT(3)]);
    const [item] = batch.items;
    const id = item?.id ?? '';
    const tries = await Promise.allSettled([
      reading.readItem(id),
      reading.readItem(id),
      reading.readItem(id),
    ]);
    // Whoever comes second is told to come again.
    expect(tries.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    await reading.readItem(id);
    await batches.receive(batch.id, 1, TEXT(4));
    expect(await sources()).toBe(before + 1);
    expect((await batches.get(batch.id)).items).toMatchObject([{ state: 'done', isNew: true }]);
  });

  it('goes on where a reader has died, and not before', async () => {
    const [item] = (await give([TEXT(5)])).items;
    const id = item?.id ?? '';
    const { intakeItem } = world.database.direct;
    const lease = { state: 'reading', leaseId: '00000000-0000-7000-8000-000000000001' } as const;
    await intakeItem.update({ where: { id }, data: { ...lease, leaseUntil: new Date(Date.now() + 60_000) } });
    await expect(reading.readItem(id)).rejects.toThrow('is being read by somebody else');
    await intakeItem.update({ where: { id }, data: { leaseUntil: new Date(Date.now() - 1) } });
    await reading.readItem(id);
    expect(await reading.find(id)).toMatchObject({ state: 'done' });
  });

  it('waits for a document that is to be tried again, and gives up with its job', async () => {
    const batch = await give([TEXT(9)]);
    const id = batch.items[0]?.id ?? '';
    const { intakeItem, jobRun } = world.database.direct;
    const lapsed = { state: 'reading', leaseId: randomUUID(), leaseUntil: new Date(Date.now() - 1) } as const;
    await intakeItem.update({ where: { id }, data: lapsed });
    // As it is between two attempts of a job whose first worker was killed.
    const run = await jobRun.create({ data: { name: 'intake.read-item', key: id, state: 'failed' } });
    expect((await batches.get(batch.id)).counts).toMatchObject({ open: 1, failed: 0 });
    await jobRun.update({ where: { id: run.id }, data: { finishedAt: new Date() } });
    expect((await batches.get(batch.id)).items).toMatchObject([
      { state: 'failed', fault: { code: 'INTERNAL' } },
    ]);
  });

  it('that is called off takes nothing more in, what is being read included', async () => {
    const batch = await give([TEXT(6), TEXT(7), TEXT(8)]);
    const [first, second] = batch.items;
    await reading.readItem(first?.id ?? '');
    const before = await sources();
    // Somebody holds the text back until it is called off.
    const [held, letGo] = await holdText(TEXT(7));
    const under = reading.readItem(second?.id ?? '');
    while ((await reading.find(second?.id ?? ''))?.state !== 'reading') await sleep(5);
    await batches.cancel(world.curator, batch.id);
    letGo();
    await Promise.all([held, under]);
    const { items, counts } = await batches.get(batch.id);
    expect(items).toMatchObject([{ state: 'done' }, { state: 'cancelled' }, { state: 'cancelled' }]);
    expect(counts.open).toBe(0);
    expect(await sources()).toBe(before);
  });

  async function holdText(bytes: Buffer): Promise<[Promise<void>, () => void]> {
    let letGo = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    let held: Promise<void> = Promise.resolve();
    await new Promise<void>((resolve) => {
      held = world.database.withTransaction(async (tx) => {
        await sourceRepo.lockText(sha256, tx);
        resolve();
        await gate;
      });
    });
    return [held, letGo];
  }
});
