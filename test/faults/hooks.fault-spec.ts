import { hooksEndpoints } from '#contracts/http';
import { HooksService } from '#features/events';
import { TestApp } from '../support/app.js';
import { shuffledDeliveries, sign } from '../support/hook-deliveries.js';

const AT_ONCE = 8;

it('10,000 deliveries, 30 % of them repeated, in an order of chance: no double effect', async () => {
  const seed = Date.now() % 100_000;
  process.stderr.write(`seed ${String(seed)}\n`);
  const app = await TestApp.start();
  try {
    const admin = await app.addPerson(['admin']);
    const hooks = app.nest.get(HooksService, { strict: false });
    const actor = { userId: admin.id, name: 'Ann', roles: new Set(['admin'] as const) };
    const { hook, secret } = await hooks.addHook(actor, 'Wire service');
    const sourceKey = new URL(hook.address).pathname.split('/').at(-1) ?? '';
    const { deliveries, distinct } = shuffledDeliveries(10_000, seed);
    let created = 0;
    const work = async (): Promise<void> => {
      for (let next = deliveries.pop(); next !== undefined; next = deliveries.pop()) {
        const { body, headers } = sign(secret, next);
        const input = hooksEndpoints.deliverEvents.body.parse(JSON.parse(body));
        const delivery = await hooks.verify(sourceKey, { body: Buffer.from(body), headers });
        const answer = await hooks.deliver(delivery, input);
        created += answer.created;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const { direct } = app.database;
    expect(created).toBe(2 * distinct);
    expect(await direct.eventReport.count({ where: { feedId: hook.id } })).toBe(2 * distinct);
    expect(await direct.outboxMessage.count({ where: { name: 'events.match-event' } })).toBe(2 * distinct);
    expect(await direct.inboundDelivery.count({ where: { feedId: hook.id } })).toBe(distinct);
  } finally {
    await app.stop();
  }
}, 500_000);
