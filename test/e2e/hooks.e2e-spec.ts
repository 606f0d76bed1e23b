import { until } from '../support/until.js';
import { TestApp, type TestPerson } from '../support/app.js';
import { type Delivery, report, shuffledDeliveries, sign, signBytes } from '../support/hook-deliveries.js';

describe('signed deliveries of events', () => {
  let app: TestApp;
  let admin: TestPerson;

  beforeAll(async () => {
    app = await TestApp.start();
    admin = await app.addPerson(['admin']);
  });
  afterAll(() => app.stop());

  interface Sender {
    readonly id: string;
    readonly path: string;
    readonly secret: string;
  }

  async function addSender(): Promise<Sender> {
    const answer = await app.api('POST', '/hooks', { as: admin, body: { title: 'Wire service' } });
    const { hook, secret } = JSON.parse(answer.body) as {
      hook: { id: string; address: string };
      secret: string;
    };
    return { id: hook.id, path: new URL(hook.address).pathname, secret };
  }

  async function post(path: string, body: string, headers: Record<string, string>) {
    const answer = await app.nest.inject({
      method: 'POST',
      url: path,
      payload: body,
      headers: { host: 'localhost:3000', 'content-type': 'application/json', ...headers },
    });
    return { status: answer.statusCode, ...(JSON.parse(answer.body) as { code?: string; created?: number }) };
  }

  const send = (sender: Sender, delivery: Delivery, at?: Date) => {
    const { body, headers } = sign(sender.secret, delivery, at);
    return post(sender.path, body, headers);
  };
  /** As senders do who are asked to wait. */
  const sendUntilTaken = (sender: Sender, delivery: Delivery) =>
    until('the delivery was taken', async () => {
      const answer = await send(sender, delivery);
      return answer.status === 503 ? null : answer;
    });
  const eventsOf = (sender: Sender) =>
    app.database.direct.eventReport.count({ where: { feedId: sender.id } });
  const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1_000);

  it('takes events in, promised to be matched, and the same again as the same', async () => {
    const sender = await addSender();
    const delivery = { id: 'msg-1', events: [report(1), report(2)] };
    expect(await send(sender, delivery)).toEqual({ status: 200, created: 2, existing: 0, repeated: false });
    expect(await send(sender, delivery)).toEqual({ status: 200, created: 0, existing: 2, repeated: true });
    const other = { id: 'msg-2', events: [report(2), report(3)] };
    expect(await send(sender, other)).toEqual({ status: 200, created: 1, existing: 1, repeated: false });
    expect(await eventsOf(sender)).toBe(3);
    expect(await app.database.direct.outboxMessage.count({ where: { name: 'events.match-event' } })).toBe(3);
    const listed = await app.api('GET', '/hooks', { as: admin });
    expect(JSON.parse(listed.body)).toMatchObject({ items: [{ title: 'Wire service', events: 3 }] });
    expect(listed.body).not.toContain('whsec_');
  });

  it('is all or nothing', async () => {
    const sender = await addSender();
    const bad = { id: 'msg-1', events: [report(1), { title: 'No date' }] };
    expect(await send(sender, bad)).toMatchObject({ status: 400, code: 'INPUT.INVALID' });
    expect(await eventsOf(sender)).toBe(0);
    expect(await send(sender, { id: 'msg-1', events: [report(1)] })).toMatchObject({
      status: 200,
      created: 1,
    });
  });

  it('refuses what is not signed, not by this sender, or not as it came', async () => {
    const sender = await addSender();
    const stranger = await addSender();
    const delivery = { id: 'msg-1', events: [report(1)] };
    const { body, headers } = sign(sender.secret, delivery);
    const refusals: [string, string, Record<string, string>][] = [
      ['HOOK.UNSIGNED', body, {}],
      ['HOOK.UNSIGNED', body, { ...headers, 'webhook-signature': '' }],
      ['HOOK.UNSIGNED', body, { ...headers, 'webhook-id': 'x'.repeat(301) }],
      ['HOOK.BAD_SIGNATURE', body, { ...headers, 'webhook-id': 'msg-2' }],
      ['HOOK.BAD_SIGNATURE', body, { ...headers, 'webhook-signature': 'v1,AAAA' }],
      [
        'HOOK.BAD_SIGNATURE',
        body,
        { ...headers, 'webhook-signature': headers['webhook-signature'].replace('v1', 'v2') },
      ],
      ['HOOK.BAD_SIGNATURE', body.replace('Report 1', 'Report 7'), headers],
      // The same JSON, other bytes.
      ['HOOK.BAD_SIGNATURE', body.replace(':', ': '), headers],
      ['HOOK.BAD_SIGNATURE', body, sign(stranger.secret, delivery).headers],
      ['HOOK.STALE', body, { ...headers, 'webhook-timestamp': 'now' }],
    ];
    for (const [code, sent, signed] of refusals)
      expect([code, await post(sender.path, sent, signed)]).toMatchObject([code, { status: 401, code }]);
    expect(await post(`${sender.path}x`, body, headers)).toMatchObject({
      status: 404,
      code: 'HOOK.NOT_FOUND',
    });
    expect(await eventsOf(sender)).toBe(0);
    expect(await post(sender.path, body, headers)).toMatchObject({ status: 200, created: 1 });
  });

  it('says of an unsigned delivery that it is unsigned, and nothing of what is in it', async () => {
    const sender = await addSender();
    const { headers } = sign(sender.secret, { id: 'msg-1', events: [report(1)] });
    const malformed = ['', '{', '[]', '{"events":[]}', '{"events":[{"title":""}]}', '{"__proto__":{}}'];
    for (const body of malformed) {
      expect([body, await post(sender.path, body, {})]).toMatchObject([
        body,
        { status: 401, code: 'HOOK.UNSIGNED' },
      ]);
      expect([body, await post(sender.path, body, headers)]).toMatchObject([
        body,
        { status: 401, code: 'HOOK.BAD_SIGNATURE' },
      ]);
      const known = signBytes(sender.secret, `msg-${body}`, body);
      expect([body, await post(sender.path, body, known)]).toMatchObject([body, { status: 400 }]);
    }
    expect(await eventsOf(sender)).toBe(0);
  });

  it('takes a time five minutes off, and no second more', async () => {
    const sender = await addSender();
    const at = (seconds: number) =>
      send(sender, { id: `msg${String(seconds)}`, events: [report(seconds)] }, secondsAgo(seconds));
    for (const seconds of [290, -290]) expect(await at(seconds)).toMatchObject({ status: 200, created: 1 });
    for (const seconds of [301, -302, 86_400])
      expect(await at(seconds)).toMatchObject({ status: 401, code: 'HOOK.STALE' });
  });

  it('a webhook-id stands for one body, for ever', async () => {
    const sender = await addSender();
    await send(sender, { id: 'msg-1', events: [report(1)] });
    expect(await send(sender, { id: 'msg-1', events: [report(2)] })).toMatchObject({
      status: 409,
      code: 'HOOK.REUSED_ID',
    });
    // A month and more later, signed anew as retries are.
    await app.database.direct.inboundDelivery.updateMany({ data: { receivedAt: secondsAgo(31 * 86_400) } });
    expect(await send(sender, { id: 'msg-1', events: [report(1)] })).toMatchObject({
      status: 200,
      created: 0,
    });
    expect(await eventsOf(sender)).toBe(1);
  });

  it('changes its secret without losing a delivery: for a day both are taken', async () => {
    const before = await addSender();
    const renewed = await app.api('POST', `/hooks/${before.id}/secret`, { as: admin });
    const { secret, hook } = JSON.parse(renewed.body) as {
      secret: string;
      hook: { previousSecretUntil: string };
    };
    expect(Math.round((Date.parse(hook.previousSecretUntil) - Date.now()) / 3_600_000)).toBe(24);
    const after = { ...before, secret };
    expect(await send(before, { id: 'a', events: [report(1)] })).toMatchObject({ status: 200, created: 1 });
    expect(await send(after, { id: 'b', events: [report(2)] })).toMatchObject({ status: 200, created: 1 });
    await app.database.direct.feed.update({
      where: { id: before.id },
      data: { previousSecretUntil: secondsAgo(1) },
    });
    expect(await send(before, { id: 'c', events: [report(3)] })).toMatchObject({
      code: 'HOOK.BAD_SIGNATURE',
    });
    expect(await send(after, { id: 'c', events: [report(3)] })).toMatchObject({ status: 200, created: 1 });
  });

  it('a sender that was removed is not known any more; its events stay', async () => {
    const sender = await addSender();
    await send(sender, { id: 'a', events: [report(1)] });
    expect((await app.api('DELETE', `/hooks/${sender.id}`, { as: admin })).statusCode).toBe(200);
    expect(await send(sender, { id: 'b', events: [report(2)] })).toMatchObject({
      status: 404,
      code: 'HOOK.NOT_FOUND',
    });
    expect(await eventsOf(sender)).toBe(1);
  });

  it('keeps no secret in the database that can be read', async () => {
    const { secret, id } = await addSender();
    const row = await app.database.direct.feed.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(secret.slice(6, 30));
    expect(row.secretSealed).toMatch(/^[A-Za-z0-9+/=]{80,}$/);
  });

  // In full, 10,000 deliveries: npm run test:faults.
  it('deliveries that come twice, out of order and at once have one effect each', async () => {
    const seed = Date.now() % 100_000;
    const sender = await addSender();
    const { deliveries, distinct } = shuffledDeliveries(100, seed);
    const answers = await Promise.all(deliveries.map((delivery) => sendUntilTaken(sender, delivery)));
    const created = answers.reduce((sum, answer) => sum + (answer.created ?? 0), 0);
    expect([seed, new Set(answers.map(({ status }) => status)), created]).toEqual([
      seed,
      new Set([200]),
      2 * distinct,
    ]);
    expect(await eventsOf(sender)).toBe(2 * distinct);
  });
});
